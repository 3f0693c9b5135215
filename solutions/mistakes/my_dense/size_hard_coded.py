"""A layer always has as many units as in the example.

1: Call your function with a layer of two units, then with one of five. What comes back each time?
   Look for numbers in your code that count units.
2: Your code holds a fixed number of units, so it fits some layers only. For others there is an
   output too many or too few, an index out of bounds, or a check that fails. In this network the
   layers have 25, 15 and 1 units, and one function has to do for all of them. Which argument
   knows how many units its layer has?
3: A program prints name tags: `for k in range(12): print(guests[k])`. It was right for a party
   of 12. With 9 guests it stops with an error, with 20 it leaves out 8. `range(len(guests))`
   asks the list itself how long it is. Go through your code and ask of each number: where did I
   get it from, and who could tell me for any layer?
"""

# %%
def my_dense(a_in, W, b, g):
    units = 3
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = 25
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(3)
    for j in range(3):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(3)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(3):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(3)
    a_out[0] = g(np.dot(W[:, 0], a_in) + b[0])
    a_out[1] = g(np.dot(W[:, 1], a_in) + b[1])
    a_out[2] = g(np.dot(W[:, 2], a_in) + b[2])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(a_in, W[:, j]) + b[j]) for j in range(3)])


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(25)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out[:units]


# %% recognised by
from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    x, w, b = facts.first(3)

    def number(part: Part) -> bool:
        return isinstance(part.constant, int) and part.constant > 1

    fixed = {put.target.name for put in facts.assignments if number(put.value)} - {""}

    def size(part: Part) -> bool:
        return number(part) or part.name in fixed

    def of_a_unit(part: Part, counter: str) -> bool:
        picked = part.index and (len(part.index) == 1 or part.value.name == w)
        return bool(picked) and part.value.name in (w, b) and part.index[-1].name == counter

    def loop_of_units(loop: Part) -> bool:
        head = loop.iterated
        known = head.function == "range" and any(map(size, head.args[-1:]))
        return known and any(of_a_unit(part, loop.counter) for part in loop.parts)

    columns = {
        pick.index[-1].number
        for pick in facts.picks_of(w)
        if len(pick.index) > 1 and pick.index[-1].number is not None
    }
    unrolled = len(columns) > 1 and not any(
        pick.index[-1].names & facts.counters for pick in facts.picks_of(w)
    )
    answers = [put.value for put in facts.assignments if put.target.name in facts.returned]
    arrays = [call for call in answers if call.called in ("zeros", "empty", "ones", "full")]
    made = facts.sizes_written_out or any(call.method and size(call.arg(0)) for call in arrays)
    return x in facts.used and bool(unrolled or made or any(map(loop_of_units, facts.repeating)))
