"""What is made in the `def` line, or outside the function, is new at each call.

1: Call your function twice, with other numbers the second time. Is there anything of the first
   call in the second answer?
2: Something outlives the call: what was put into it the first time is still there the second. A
   list, or another store, that is made in the `def` line or outside the function is made once,
   not at each call. Look for the line that makes it and ask how often it runs.
3: `def order(dish, tray=[]): tray.append(dish); return tray`. `order("soup")` is `["soup"]`,
   and `order("tea")` is `["soup", "tea"]`: there is one tray for all guests, made when Python
   read the `def` line. With `tray = []` as the first line inside the function every guest gets
   a fresh one. Where is your tray made?
"""

# %%
def my_dense(a_in, W, b, g, a_out=[]):
    for j in range(W.shape[1]):
        z = np.dot(W[:, j], a_in) + b[j]
        a_out.append(g(z))
    return np.array(a_out)


# %%
outputs = []


def my_dense(a_in, W, b, g):
    for j in range(W.shape[1]):
        z = np.dot(W[:, j], a_in) + b[j]
        outputs.append(g(z))
    return np.array(outputs)


# %%
def my_dense(a_in, W, b, g, a_out=list()):
    units = W.shape[1]
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out.append(g(z))
    return a_out


# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    outside = facts.free | set(facts.parameters[4:])
    answer = facts.working
    kept = (answer.grown | answer.filled) & outside - facts.given
    return bool(kept) and not facts.raises("NameError", "UnboundLocalError")
