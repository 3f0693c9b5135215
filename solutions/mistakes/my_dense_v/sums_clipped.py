"""Sums or weights have to be kept small before they are used.

1: Does your code cut numbers off before they reach the activation? Try weights of 30 and -30 with
   `g = lambda z: z`: which sums come out?
2: A limit in your code cuts numbers off: all that is beyond it comes out as the limit itself.
   The activation can take any number, and what a unit makes of a large sum, or of one below 0,
   is for the activation alone to say. Look for a step that compares with a fixed limit, and ask
   what comes out without it.
3: A till takes amounts of up to 100 and shows 100 for all that is more. The bill of 240 then
   reads 100, and nobody sees that 140 are missing. The till for 40, 60 and 99 is right all the
   same, so the fault hides for a long time. Add up first, and let the one who reads the bill
   decide what is a lot.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.clip(np.matmul(A_in, W) + b, -20, 20)
    A_out = g(Z)
    return A_out


# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    return g(np.maximum(np.minimum(Z, 30), -30))


# %%
def my_dense_v(A_in, W, b, g):
    W = np.clip(W, -10, 10)
    return g(np.matmul(A_in, W) + b)


# %% recognised by
from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    def large(part: Part) -> bool:
        return part.number is not None and abs(part.number) > 2

    def cuts(call: Part) -> bool:
        if call.called == "clip":
            return any(map(large, call.inputs))
        other = {"min": "max", "minimum": "maximum", "max": "min", "maximum": "minimum"}
        wanted = other.get(call.called, "")
        within = wanted and any(arg.called == wanted for arg in call.args)
        return bool(within) and any(map(large, call.args))

    return not facts.raised and any(map(cuts, facts.working.calls()))
