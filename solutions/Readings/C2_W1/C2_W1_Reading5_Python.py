# %% [markdown]
# # Reading 5: Python
#
# *About 14 minutes. Forward propagation without TensorFlow: the steps of a unit in Python, the
# pattern that makes a layer out of units, and how to find out whether your code is right.*
#
# In the practice lab you write a layer yourself, and then a network. Why, if TensorFlow has both?
# Because one day a network will answer nonsense, and then it helps to know what happens in those
# lines. This reading gives you the pieces, on other examples. Putting them together is your part.

# %% tags=["remove-cell"]
# OPENING

# %% tags=["remove-cell"]
import numpy as np
from autils import sigmoid
from pictures import diagram, tables

# %% [markdown]
# ## One unit
#
# From reading 2 you know this unit: weights (1, −1), bias −1. For the input (2, 1) it had $z = 0$
# and $a = 0.5$. In Python the input and the weights are vectors:

# %%
x = np.array([2.0, 1.0])
weights = np.array([1.0, -1.0])
bias = -1.0

# %% [markdown]
# A unit takes three steps. The **first** multiplies each input by its weight and sums up. Step by
# step that is

# %%
total = 0.0
for number, weight in zip(x, weights):
    total = total + weight * number
print(total)

# %% [markdown]
# and because it is needed so often, NumPy has a word for it, the **dot product**:

# %%
print("dot:", np.dot(weights, x))
print("*:  ", weights * x)

# %% [markdown]
# Mind the difference. `*` multiplies number by number and leaves you with as many numbers as you
# had. `dot` sums them up as well, so one number remains.
#
# The **second** step adds the bias, once. The **third** passes the result through the activation
# function.

# %%
total = np.dot(weights, x)
z = total + bias
a = sigmoid(z)
print("z =", z, "  a =", a)

# %% [markdown]
# The order of the three steps matters, and so does how often each is done:
#
# | what somebody wrote | what comes out | why it is wrong |
# | --- | --- | --- |
# | `sigmoid(z)`, as above | 0.5 | it is right |
# | `sigmoid(total) + bias` | −0.27 | the bias comes after the sigmoid; below 0, which a sigmoid never is |
# | `sigmoid(sum(weights * x + bias))` | 0.27 | the bias is added once for each input |
# | `z` | 0 | the last step is missing |
#
# > **Stop and predict.** A unit has 400 inputs, one for each pixel, and the bias is added as in the
# > third row. By how much is $z$ wrong if the bias is 0.5?
#
# <details><summary>Answer</summary>
#
# The bias is added 400 times instead of once: 399 times too often. So $z$ is too large by 199.5,
# and the sigmoid of nearly every image is 1.
# </details>
#
# ## A function as an argument
#
# Sometimes you want the sigmoid, at other times another activation function. So a layer does not
# choose; it is *given* the function, under the name `g`. In Python a function can be handed over
# like a number:

# %%
def show(g):
    print([round(float(g(z)), 2) for z in (-1.0, 0.0, 2.0)])


show(sigmoid)
show(np.tanh)
show(lambda z: z)

# %% [markdown]
# The last one is a small function without a name; it returns what it gets. Note the brackets.
# `show(sigmoid)` hands the function over. `sigmoid(z)` calls it. `show(sigmoid())`
# would call it without a number, which is an error. In Keras the activation is a string,
# `"sigmoid"`; here it is the function itself, without quotes.
#
# ## Where a layer keeps its numbers
#
# The layer of reading 2 has three units with two inputs each. Its weights are the matrix $W$ of
# shape (2, 3), **a unit in each column**; its biases are a vector of shape (3,). The picture shows
# what belongs to unit 2, which Python calls number 1.

# %% tags=["hide-input"]
W = np.array([[1.0, 0.5, -1.0], [-1.0, 1.0, 0.0]])
b = np.array([-1.0, 0.0, 1.0])
diagram(
    [["x₁", "x₂"], ["unit 1", "unit 2", "unit 3"]],
    ["input", "layer"],
    marked=(1, 1),
)
tables([W, b], ["W", "b"], [(slice(None), 1), 1])

# %% [markdown]
# Why (2, 3) and not (3, 2)? Both could be used, and other books do. Here the rows belong to the
# inputs and the columns to the units, as in Keras. So `W.shape` says how many numbers come in, and
# then how many come out.
#
# How do you get a column out of a table? Here is another table, of rain in millimetres: two days,
# three towns.

# %%
rain = np.array([[3.0, 0.0, 4.0], [1.0, 2.0, 6.0]])
print("day 0, every town:", rain[0])
print("every day, town 2:", rain[:, 2])
print("shape:", rain.shape)

# %% [markdown]
# In `rain[:, 2]` the colon stands where the row's number would, and means "all of them". Beware of
# `rain[:][2]`: `rain[:]` is the whole table again, so `[2]` would look for a third *row*.
#
# ## The pattern: a slot for each
#
# Computing one number for each of several things follows a pattern: make room for the results, then
# go through the things and fill one slot at a time. The rain of each day:

# %%
def rain_of_each_day(rain):
    totals = np.zeros(len(rain))  # a slot for each day
    for day in range(len(rain)):
        totals[day] = np.sum(rain[day])
    return totals


print(rain_of_each_day(rain))

# %% [markdown]
# Seven millimetres on day 0, nine on day 1. Small changes break it, each in a way of its own. If
# you know what they look like, you find them fast:
#
# | change | result | what it shows |
# | --- | --- | --- |
# | `return` moved into the loop | [7, 0] | the function ends with the first slot |
# | `np.zeros` moved into the loop | [0, 9] | each turn starts with new, empty slots |
# | `range(len(rain) - 1)` | [7, 0] | the last slot is never reached |
# | `totals = ...` without `[day]` | 9 | the name now means one number; the slots are lost |
# | a running sum that is not set back to 0 | [7,&nbsp;16] | something of day 0 survived into day 1 |
#
# In a layer, the slots belong to the units. Now it is your turn to plan.
#
# > **Stop and plan.** Take a sheet of paper with two columns. What does a layer do *once*? What
# > does it do *once for each unit*? Write it in words, and say for each step which of `a_in`, `W`,
# > `b` and `g` it needs.
#
# <details><summary>A plan to compare with</summary>
#
# | once | for each unit |
# | --- | --- |
# | find out how many units there are (`W` knows) | take the unit's weights (from `W`) and its bias (from `b`) |
# | make room for one number a unit | weigh and sum up the inputs (`a_in`), add the bias |
# | at the very end, hand the numbers back | apply the activation function (`g`), fill the unit's slot |
# </details>
#
# And here is the layer of reading 2 at work: after the first unit, after the second, after the
# third. Watch the column and the slot.

# %% tags=["hide-input"]
slots = [0.50, 0.88, 0.27]
for unit in range(3):
    filled = [*slots[: unit + 1], *[0.0] * (2 - unit)]
    tables(
        [[2, 1], W, b, filled],
        ["input", "W", "b", "output"],
        [None, (slice(None), unit), unit, unit],
    )

# %% [markdown]
# ## From layers to a network
#
# A network is layers in a row. The pattern is that of any chain: each step works on what the step
# before it made. Changing money twice is such a chain.

# %%
def exchange(amount, rate):
    return amount * rate


euros = 200.0
pounds = exchange(euros, 0.9)
yen = exchange(pounds, 190.0)
print(pounds, "pounds,", yen, "yen")

# %% [markdown]
# Whoever writes `exchange(euros, 190.0)` in the second line changes the euros once more, as if they
# were pounds. Python does not complain: 38,000 yen is a number like any other. It is the same with
# layers. If two layers happen to have equal sizes, a mix-up stays silent; with different sizes
# Python says `shapes ... not aligned`, and you should be grateful for it. So write the sizes above
# your code before you begin, for instance 400 → 25 → 15 → 1, and check that the output of each line
# is the input of the next.
#
# For a chain of any length, a loop passes the result on:

# %%
amount = 200.0
for rate in (0.9, 190.0, 0.006):
    amount = exchange(amount, rate)
print("after three exchanges:", round(amount, 2))

# %% [markdown]
# One name, `amount`, is enough here, because each step needs nothing but the result before it.
# Keras' `Sequential` works in just this way.
#
# ## Is it right? Four inputs that tell
#
# Right numbers for one example prove little. These four tests are quick and find most mistakes.
#
# 1. **All zeros in.** The weights do not matter then, so each unit must put out $g$ of its bias.
#    For the layer above: $g({-1}) = 0.27$, $g(0) = 0.50$, $g(1) = 0.73$. If the three are equal,
#    look at how you use `b`.
# 2. **Another activation function.** With `lambda z: z` the layer must put out $z$ itself: 0, 2 and
#    −1 for the input (2, 1). If the result stays the same as before, your code does not use `g`.
# 3. **Different sizes.** Two inputs and three units, then three inputs and two units, then one
#    unit. In square tables rows and columns can be mixed up unnoticed.
# 4. **Twice the same.** Call it a second time with the same arguments. The result must not change,
#    and neither may the arguments.
#
# And then the best test: put the same weights into Keras. Two ways to the same numbers seldom share
# a mistake.
#
# ## Common misunderstandings
#
# **"Unit 2 looks at input 2."** Count the orange lines in the picture: each unit is joined to
# *every* input. A unit has as many weights as there are inputs.
#
# **"The number of units is how long the input is."** Two different numbers. Only if they happen to
# be equal does it make no difference, which is why test 3 is on the list.
#
# **"Printing is returning."** A function that prints its result and returns nothing gives its
# caller `None`. What the next layer needs must be returned.
#
# **"It works with the numbers in my notebook."** A function should only use its arguments. If it
# reads a variable from another cell, it is right for that one example and wrong for all others.
#
# **"A layer should round to yes or no."** The next layer wants the number 0.27, not a 0.
#
# ## What to take along
#
# - A unit: weigh and sum, add the bias once, apply $g$.
# - `*` keeps many numbers, `dot` makes one of them.
# - $W$ has a row for each input and a column for each unit.
# - A layer fills a slot for each unit; a network passes on what each layer put out.
# - Test with zeros, another $g$, uneven sizes, and a second call.
#
# **Where you practise it:** in `Labs/C2_W1_Lab03_CoffeeRoasting_Numpy.ipynb`, and in the practice
# lab, `C2_W1_Assignment.ipynb`, where you write the layer and the network.
