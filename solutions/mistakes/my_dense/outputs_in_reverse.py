"""New outputs go in front of the older ones.

1: Compare your answer with the right one in the quick check, number by number. The numbers may
   be right: what about their order?
2: Your outputs come out back to front: unit 0 is at the end. Each unit has the place with its
   own number. Look at the place where a new output is put, or at what happens to the order
   afterwards.
3: Three runners cross the line: Ann, Bo, Cem. `names.insert(0, name)` puts each newcomer in
   front, so the list ends as Cem, Bo, Ann. `names.append(name)` puts each behind the others:
   Ann, Bo, Cem. With numbered places, `places[k] = name` keeps the order, `places[-k - 1] =
   name` turns it around. What does your line do?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[units - 1 - j] = g(z)
    return a_out
