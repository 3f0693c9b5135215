"""What a function has worked out is handed back without a `return`.

1: Put a call of your function into a name, and print the type of that name. What comes back?
   Look at the last line of your function.
2: Your function works, and then hands back nothing: the answer is None. Numbers on the screen
   are for people; the next layer cannot read them. And the names inside a function are gone
   when it ends. Which word hands a result to the caller?
3: Ann asks Bo for the total of 3 and 4. Bo works it out on his own sheet, or says it aloud to
   the room, and goes away. Ann still has no slip in her hand: `def total(a, b): print(a + b)`
   shows 7, but `bill = total(3, 4)` is None. With `return a + b`, the 7 is in `bill`. What is
   in the hand of your caller?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    print(a_out)


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out.append(g(z))
    print(np.array(a_out))


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    a_out = g(z)
    return print(a_out)


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    a_out


# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    x, _, _, g = facts.first(4)
    begun = x in facts.used or g in facts.used
    return begun and not facts.raised and not facts.gives_back
