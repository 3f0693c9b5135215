# %% [markdown]
# # Reading 7: Vectorisation (optional)
#
# *About 12 minutes. Why networks compute so fast: one product of two tables in place of many turns
# of a loop. Its rules, and its code.*
#
# A layer can be written with a loop over its units, and that is a good way to understand it. It is
# not how libraries do it. This reading is about the way they do.

# %% tags=["remove-cell"]
# OPENING

# %% tags=["remove-cell"]
import numpy as np
from pictures import tables
from pictures.card import BLUE, ORANGE, card

# %% [markdown]
# ## How networks are computed efficiently
#
# Take the first layer of the practice lab: 400 inputs, 25 units, 1000 images. Each unit makes 400
# multiplications for each image, so there are
#
# $$1000 \cdot 25 \cdot 400 = 10\,000\,000$$
#
# multiplications, and nothing can be saved there. What can be saved is the talking. Python reads a
# line, finds out what kind of things its names stand for, looks for the right operation, carries it
# out, and begins anew with the next line, ten million times if need be. The multiplication itself
# is the smallest part of that.
#
# To **vectorise** means to say it once: "multiply these two tables". NumPy hands the whole job to
# code that was written for just that. It knows that all entries are numbers of one kind, lying next
# to each other, and lets the processor take several of them in each step. On a graphics processor
# it is thousands at a time. That is much of the reason why large networks are possible at all.
#
# Seconds depend on the computer, so here is how often Python has to be told something, for layer 1
# and all images:

# %% tags=["hide-input"]
ways = ["number by number", "unit by unit, with dot", "all at once"]
times = [1000 * 25 * 400, 1000 * 25, 1]
alt = (
    "Three bars on a logarithmic scale. Number by number Python is told what to do 10,000,000 "
    "times, unit by unit 25,000 times, all at once 1 time."
)
with card(7.2, 2.5, alt) as figure:
    ax = figure.subplots()
    ax.barh(ways, times, color=[BLUE, BLUE, ORANGE], height=0.6)
    for way, count in zip(ways, times):
        ax.text(1.3 * count, way, f"{count:,}", va="center", weight="bold")
    ax.set(xscale="log", xlim=(0.7, 2e9), xlabel="turns of a loop, or calls (log scale)")
    ax.invert_yaxis()

# %% [markdown]
# ## A product of two tables
#
# Forget networks for a moment; we go shopping. Two shops sell bread, milk and cheese:
#
# | prices | shop 0 | shop 1 |
# | --- | --- | --- |
# | bread | 3 | 2 |
# | milk | 1 | 2 |
# | cheese | 6 | 5 |
#
# and two people know what they need:
#
# | baskets | bread | milk | cheese |
# | --- | --- | --- | --- |
# | Ada | 2 | 1 | 0 |
# | Ben | 1 | 0 | 2 |
#
# What does Ada pay in shop 1? Two breads for 2 each, one milk for 2, no cheese: $2 \cdot 2 + 1
# \cdot 2 + 0 \cdot 5 = 6$. That is a dot product, of *her row* of the baskets and *that shop's
# column* of the prices. Do it for both people and both shops, put the results into a table with a
# row for each person and a column for each shop, and you have the **matrix product** of the two
# tables.

# %% tags=["hide-input"]
baskets = np.array([[2.0, 1.0, 0.0], [1.0, 0.0, 2.0]])
prices = np.array([[3.0, 2.0], [1.0, 2.0], [6.0, 5.0]])
result = np.array([[7.0, 6.0], [15.0, 12.0]])
tables(
    [baskets, prices, result],
    ["baskets", "prices", "to pay"],
    [0, (slice(None), 1), (0, 1)],
    ["×", "="],
)

# %% [markdown]
# > **The entry in row i and column j of the result is the dot product of row i of the first table
# > and column j of the second.**
#
# Check one more by hand. Ben in shop 0: $1 \cdot 3 + 0 \cdot 1 + 2 \cdot 6 = 15$.
#
# ## The rules
#
# Write the two shapes next to each other:
#
# (2, **3**) × (**3**, 2) → (2, 2)
#
# **The inner numbers must agree.** A basket has as many entries as the price list has products. If
# not, there is nothing to multiply them with, and NumPy refuses.
#
# **The outer numbers are the shape of the result.** People by products, times products by shops,
# gives people by shops. What is inside disappears; it was summed over.
#
# **The order matters.** Prices times baskets is (3, 2) × (2, 3), which gives a table of shape (3,
# 3). It can be computed, and it means nothing. When two tables are square, both orders even give
# the same shape, and no error warns you. Ask each time: what do the rows of the first table stand
# for, and what do its columns?
#
# **Turning a table over** makes rows of columns: (2, 3) becomes (3, 2). What comes out is the table's
# *transpose*; NumPy writes `.T`. Sometimes a table has to be turned so that the inner numbers meet.
# For a vector `.T` does nothing, for a vector has neither rows nor columns.
#
# > **Stop and predict.** Which of these can be computed, and what shape comes out?
# >
# > 1. (4, 3) × (3, 5)
# > 2. (3, 4) × (3, 5)
# > 3. (1, 400) × (400, 25)
# > 4. (3, 1) × (3, 1)
#
# <details><summary>Answer</summary>
#
# 1. (4, 5).
# 2. Cannot be computed: 4 and 3 do not agree. With the first table turned over it can.
# 3. (1, 25): one image and 25 units, for instance.
# 4. Cannot be computed: 1 and 3 do not agree. If you want the dot product of two columns, turn the
#    first over: (1, 3) × (3, 1) gives (1, 1).
# </details>
#
# ## The code
#
# NumPy has a function for it, `np.matmul`, and a sign for it, `@`. They do the same.

# %%
baskets = np.array([[2, 1, 0], [1, 0, 2]])
prices = np.array([[3, 2], [1, 2], [6, 5]])
print(np.matmul(baskets, prices))
print(baskets @ prices)

# %% [markdown]
# What if the inner numbers do not agree? NumPy's message is long, but it tells you all you need, at
# its end:

# %%
try:
    np.matmul(baskets, prices.T)
except ValueError as error:
    print(error)

# %% [markdown]
# *Size 2 is different from 3*: the second table has 2 rows, and the first has 3 columns. Printing
# both shapes before the line that fails is the quickest way to see why.
#
# **`*` is something else.** It multiplies entry by entry and sums up nothing. It needs two tables
# of the same shape, or shapes that can be stretched to one.
#
# **Stretching a row.** That last remark is useful. When a vector is added to a table, NumPy adds it
# to *every row*, as if it were written there again and again. It is called **broadcasting**. Four
# thermometers, say, were read on three days, and each is known to show a little too much or too
# little:

# %%
readings = np.array([[20, 21, 19, 22], [18, 19, 17, 20], [25, 26, 24, 27]])
correction = np.array([0.5, -0.5, 1.0, -1.0])
print(readings + correction)

# %% tags=["hide-input"]
tables(
    [readings, correction, readings + correction],
    ["readings", "correction", "sum"],
    [(1, slice(None)), slice(None), (1, slice(None))],
    ["+", "="],
)

# %% [markdown]
# Shapes are lined up at their *last* number: (3, 4) and (4,). So the correction belongs to columns,
# that is, to thermometers. A correction for each *day* would have to be a column of shape (3, 1).
# With (3,) NumPy refuses, unless there happen to be as many days as thermometers; then it silently
# takes one for the other.
#
# **Functions of tables.** NumPy's functions, and those made of them, take a whole table and work on
# each entry. So does this week's `sigmoid`. `math.exp`, in contrast, takes one number only.

# %%
print(np.exp(np.array([[0.0, 1.0], [-1.0, 2.0]])).round(2))

# %% [markdown]
# ## And a layer?
#
# Read the tables again, with other words.
#
# | in the shop | in a layer | shape |
# | --- | --- | --- |
# | a basket, a row for each person | the inputs, a row for each example | $(m, n)$ |
# | the prices, a column for each shop | the weights, a column for each unit | $(n, j)$ |
# | what each person pays in each shop | the weighted sums of each example in each unit | $(m, j)$ |
# | a correction for each thermometer | a bias for each unit | $(j,)$ or $(1, j)$ |
#
# Everything a layer needs is on this page: a product, a row that is added to every row, a function
# that works on every entry. You know from reading 5 in which order a unit does these things. In the
# practice lab you say it for all units and all examples at once, in two lines or so.
#
# What you get is worth noticing. The examples stay independent: row 2 of the result depends on row
# 2 of the input and on nothing else. There is no mean over the examples, and no division by $m$;
# those belong to the cost, not to a layer. And one example is no special case: it is a table with
# one row.
#
# > **Stop and predict.** A table of 1000 images goes through layers of 25, 15 and 1 units. Write
# > down the shapes of all that is computed. Which number stays the same all the way?
#
# <details><summary>Answer</summary>
#
# (1000, 400) × (400, 25) gives (1000, 25). Times (25, 15) gives (1000, 15). Times (15, 1) gives
# (1000, 1). The 1000 stays: as many rows come out as went in. The inner numbers always meet,
# because each layer has a row of weights for each unit of the layer before.
# </details>
#
# ## Common misunderstandings
#
# **"The formula says $\vec{w} \cdot \vec{x}$, so the weights come first."** For two vectors the
# order does not matter. For tables it does: look where the inner numbers meet.
#
# **"The bias may as well be added to the weights."** Put in all zeros. The product is zero then,
# whatever was added to the weights, but a layer must still show its bias.
#
# **"Vectorised code computes something better."** It computes the same, up to rounding in the last
# digit. It is only told in fewer words.
#
# **"I should always turn the first table over."** Elsewhere an example is often a *column*, and then
# a transpose appears. Here an example is a row already.
#
# ## What to take along
#
# - Row i times column j, summed up: entry (i, j) of the product.
# - Inner numbers must agree, outer numbers remain, order matters.
# - `np.matmul(A, B)` and `A @ B` are this product; `A * B` is not.
# - A vector is added to every row, lined up at the last axis.
# - Rows are examples, from the input to the answer.
#
# **Where you practise it:** in the optional last part of the practice lab,
# `C2_W1_Assignment.ipynb`.
