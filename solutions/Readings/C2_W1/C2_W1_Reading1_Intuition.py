# %% [markdown]
# # Reading 1: Intuition
#
# *About 12 minutes. What a neuron computes, why one puts many of them into layers, and what such a
# network sees in a picture.*
#
# You know linear and logistic regression. That is all you need: a neuron is a logistic regression
# with a new name, and a network is many of them, each feeding on what others found out.

# %% tags=["remove-cell"]
# OPENING

# %% tags=["remove-cell"]
import numpy as np
from autils import load_data, load_weights, sigmoid
import tensorflow as tf
from pictures import diagram
from pictures.card import BLUE, GREY, INK, ORANGE, blue_to_orange, card
from pictures.digits import upright

# %% [markdown]
# ## A neuron you already know
#
# A potter sells mugs at a market and has noted, for each kind, its price $x$ and whether all of
# them were sold by noon. Logistic regression has found the weight $w = {-0.8}$ and the bias
# $b = 12$. So for a mug of 10 euros
#
# $$z = w x + b = {-0.8} \cdot 10 + 12 = 4$$
#
# $$a = g(z) = \frac{1}{1 + e^{-4}} = 0.98$$
#
# and the potter can count on selling out. Check two more by hand: at 15 euros $z$ is 0 and $a$ is
# 0.5, at 20 euros $z$ is $-4$ and $a$ is 0.02.
#
# This *is* a neuron. It takes numbers in, weighs them, adds a bias, and sends one number out. We
# call that number its **activation**, $a$, and $g$, here the sigmoid, its **activation function**.
# A neuron in a network is also called a **unit**.

# %% tags=["hide-input"]
price = np.linspace(5, 25, 200)
alt = (
    "A curve that falls from 1 to 0 as the price rises from 5 to 25 euros, shaped like an S. "
    "Three points are marked: 0.98 at 10 euros, 0.50 at 15 euros, 0.02 at 20 euros."
)
with card(6.5, 3.4, alt) as figure:
    ax = figure.subplots()
    ax.plot(price, sigmoid(-0.8 * price + 12), color=BLUE)
    for x in (10, 15, 20):
        a = sigmoid(-0.8 * x + 12)
        ax.plot(x, a, "o", color=ORANGE, markersize=9)
        ax.annotate(f"{x} euros: {a:.2f}", (x + 0.4, a + 0.04))
    ax.set(xlabel="price in euros", ylabel="activation a", ylim=(-0.05, 1.15))
    ax.set_title("One unit: how likely is it that the mugs sell out?")

# %% [markdown]
# ## What this has to do with brains
#
# The name is borrowed. A nerve cell receives signals from other cells, and when enough of them
# arrive it sends a signal on. In 1943 Warren McCulloch and Walter Pitts wrote that down as a
# formula: sum up what comes in, and fire above a threshold. In 1958 Frank Rosenblatt described the
# perceptron, in which the weights are learned from examples. In 1986 David Rumelhart, Geoffrey
# Hinton and Ronald Williams showed how several layers can learn together, by the method that is
# still used, and which you meet next week.
#
# For a long time networks stayed small and other methods were often better. Two things changed
# that: far more data, since so much of what we do leaves digital traces, and processors for
# graphics, which happen to be good at just the sums a network needs. In 2012 a large network by
# Alex Krizhevsky, Ilya Sutskever and Geoffrey Hinton won a contest in recognising photographs by a
# wide margin. Speech, text and many other fields followed.
#
# Real nerve cells are far more complicated than $g(wx + b)$, and how a brain learns is only partly
# understood. So take the brain as where the idea came from, not as proof that it works. What we
# build is a formula, and formulas can be checked.
#
# ## Demand, with more than one question
#
# Back to selling. Will a concert sell out? We know four things about it:
#
# | | input | in this example |
# | --- | --- | --- |
# | $x_1$ | ticket price, euros | 30 |
# | $x_2$ | cost of getting there, euros | 10 |
# | $x_3$ | posters, hundreds | 4 |
# | $x_4$ | what critics gave the band, stars | 4 |
#
# We could feed all four to one unit. But think of how you would decide yourself. You would not go
# straight from posters to an answer. You would ask questions in between: can people *afford* it?
# Have they *heard* of it? Do they think it is *worth it*? Each of these is a small judgement based
# on some of the inputs, so each can be a unit. A last unit turns the three judgements into the
# answer.

# %% tags=["hide-input"]
diagram(
    [["price", "travel", "posters", "stars"], ["affordable", "known", "worth it"], ["sells out"]],
    ["inputs", "hidden layer", "output layer"],
)

# %% [markdown]
# Suppose the units have these weights (a dot stands for zero):
#
# | unit | price | travel | posters | stars | bias |
# | --- | --- | --- | --- | --- | --- |
# | affordable | −0.1 | −0.1 | · | · | 5 |
# | known | · | · | 0.5 | 0.25 | −3 |
# | worth it | 0.05 | · | · | 1 | −3.5 |
#
# Multiply, sum up, add the bias, and take the sigmoid:
#
# | unit | $z$ | $a = g(z)$ |
# | --- | --- | --- |
# | affordable | −3 − 1 + 5 = 1 | 0.73 |
# | known | 2 + 1 − 3 = 0 | 0.50 |
# | worth it | 1.5 + 4 − 3.5 = 2 | 0.88 |
#
# The last unit sees *only* these three activations. Its weights are 3, 2 and 4, its bias is −5:
#
# $$z = 3 \cdot 0.73 + 2 \cdot 0.50 + 4 \cdot 0.88 - 5 = 1.71$$
#
# $$a = g(1.71) = 0.85$$
#
# An 85 % chance that the concert sells out. The three units in the middle form a **hidden layer**,
# hidden because no data table has a column for "affordable": the data say what the concert cost
# and whether it sold out, never what came between. The inputs are often called the **input layer**,
# the last unit the **output layer**.
#
# > **Stop and predict.** The price doubles to 60 euros, all else stays. Which of the three hidden
# > activations change, and in which direction? Decide before you unfold the answer.
#
# <details><summary>Answer</summary>
#
# *Affordable* falls: its $z$ is now −6 − 1 + 5 = −2, so $a$ = 0.12. *Known* does not look at the
# price and stays at 0.50. *Worth it* rises, because this unit has learned that what costs more is
# thought to be better: $z$ = 3 + 4 − 3.5 = 3.5, so $a$ = 0.97. The last unit weighs both and gets
# 3 · 0.12 + 2 · 0.50 + 4 · 0.97 − 5 = 0.24, which is a chance of 0.56.
# </details>
#
# Two effects that pull in opposite directions: that is what one unit cannot do. In a single
# logistic regression the price has *one* weight. If it is negative, a higher price always means a
# lower chance. The network's answer rises first, since people distrust a cheap concert, and falls
# later.

# %% tags=["hide-input"]
price = np.linspace(0, 100, 300)
affordable = sigmoid(-0.1 * price - 0.1 * 10 + 5)
worth_it = sigmoid(0.05 * price + 4 - 3.5)
chance = sigmoid(3 * affordable + 2 * 0.5 + 4 * worth_it - 5)
alt = (
    "Three curves over the ticket price from 0 to 100 euros. The unit affordable falls from near "
    "1 to 0. The unit worth it rises from 0.6 to 1. The output starts at "
    f"{chance[0]:.2f}, rises to {chance.max():.2f} at {price[chance.argmax()]:.0f} euros, and "
    f"falls to {chance[-1]:.2f}."
)
with card(6.5, 3.6, alt) as figure:
    ax = figure.subplots()
    ax.plot(price, affordable, color=BLUE, linestyle="--", label="hidden unit: affordable")
    ax.plot(price, worth_it, color=BLUE, linestyle=":", label="hidden unit: worth it")
    ax.plot(price, chance, color=ORANGE, linewidth=3.5, label="output: sells out")
    ax.set(xlabel="ticket price in euros", ylabel="activation", ylim=(0, 1.05))
    ax.set_title("Two units that only rise or fall; together they do both")
    ax.legend(loc="lower left")

# %% [markdown]
# ## Nobody writes the questions down
#
# Naming the units "affordable" and "known" made the example easy to follow. It also hides the best
# part, and invites some misunderstandings.
#
# **"Somebody decides which inputs a unit gets."** No. In the networks of this course every unit of
# a layer gets *every* input. If an input does not matter to a unit, its weight becomes small.
#
# **"Somebody tells a unit what to look for."** No. You choose how many layers there are and how
# many units each has. The weights are learned, all of them together, from examples of inputs and
# right answers. What a hidden unit ends up looking for is whatever helped to get the answers
# right. Often it has no name.
#
# **"Each unit has a cost of its own, like a logistic regression."** No. There is one cost for the
# whole network, and it compares the *output* with the right answer. The hidden units are changed
# in whichever way lowers it.
#
# **"A hidden activation is a prediction."** No. It is a number that is useful to the next layer,
# nothing else. Only the output layer answers your question.
#
# So a network is a logistic regression that makes its own features. In regression you had to
# invent a feature such as "length times width" yourself. Here the hidden layer finds its features,
# and the last unit is the old logistic regression on top of them.
#
# ## Recognising images
#
# To a computer a picture is a table of numbers. The digits of this week's practice lab have 20 by
# 20 pixels; 0 is white paper, 1 is black ink. Written one after the other, they are a list of 400
# numbers, and that list is the input $\vec{x}$.

# %% tags=["hide-input"]
X, y = load_data()
digit = upright(X[3])
patch = digit[2:8, 7:13]
alt = (
    "Left, a handwritten zero of 20 by 20 pixels in which a square of 6 by 6 pixels is framed. "
    "Right, this square enlarged, with a number between 0.0 (white) and 1.0 (black) in each pixel."
)
with card(7.4, 3.8, alt) as figure:
    left, right = figure.subplots(1, 2)
    left.imshow(digit, cmap="gray_r", vmin=0, vmax=1)
    left.plot([6.5, 12.5, 12.5, 6.5, 6.5], [1.5, 1.5, 7.5, 7.5, 1.5], color=ORANGE)
    left.set_title("what we see: 20 x 20 pixels")
    right.imshow(patch, cmap="gray_r", vmin=0, vmax=1)
    for (row, column), ink in np.ndenumerate(patch):
        colour = "white" if ink > 0.5 else INK
        right.text(column, row, f"{ink:.1f}", ha="center", va="center", color=colour)
    right.set_title("what the network gets: numbers")
    for ax, colour in ((left, GREY), (right, ORANGE)):
        ax.set(xticks=[], yticks=[])
        ax.spines[:].set(visible=True, color=colour, linewidth=1.5)

# %% [markdown]
# > **Stop and predict.** How many inputs does a photograph of 1000 by 1000 pixels have? And if each
# > pixel consists of red, green and blue? How many weights does *one* unit of the first layer have
# > then?
#
# <details><summary>Answer</summary>
#
# 1000 · 1000 is a million inputs, and with three colours three million. A unit has one weight for
# each input: three million, and one bias. That is why image networks in practice use layers that
# look at small patches. The idea stays the same.
# </details>
#
# What do hidden units make of such a list? Researchers who looked into networks for faces found an
# order in them: units of the first layer respond to short edges in one direction, later ones to
# parts such as an eye or a nose, still later ones to whole faces (Honglak Lee and others, 2009).
# Trained on cars instead, such a network found parts of cars. Nobody had told it what an eye or a
# wheel is.
#
# Let us look into a network of our own. It has 25 units in its first layer and tells zeros from
# ones; its trained weights are those of the practice lab. For six of the units, we sort the 1000
# digits by the unit's activation and take the 50 that excite it most. Each picture shows how their
# average differs from the average digit.

# %% tags=["hide-input"]
weights = load_weights()
first_layer = tf.keras.layers.Dense(25, activation="sigmoid")
first_layer.build((None, 400))
first_layer.set_weights(weights[:2])
activations = first_layer(X).numpy()
liveliest = np.sort(np.argsort(-activations.std(axis=0))[:6])  # these differ most between digits
alt = (
    "Six small pictures, one for each of six hidden units. Orange marks where the digits that "
    "excite the unit have more ink than the average digit, blue where they have less."
)
with card(8.6, 2.2, alt) as figure:
    for unit, ax in zip(liveliest, figure.subplots(1, 6)):
        favourites = np.argsort(-activations[:, unit])[:50]
        difference = X[favourites].mean(axis=0) - X.mean(axis=0)
        ax.imshow(upright(difference), cmap=blue_to_orange(), vmin=-0.8, vmax=0.8)
        ax.set_title(f"unit {unit}")
        ax.set(xticks=[], yticks=[])

# %% [markdown]
# Orange means more ink than usual, blue less. Some units like rings, and dislike a stroke down
# the middle; others the reverse. They were never told that there are rings and strokes. With only
# two kinds of digits to tell apart, not much more is needed; do not expect tidy edges, eyes and
# noses in so small a network.
#
# ## What to take along
#
# - A unit computes $a = g(\vec{w} \cdot \vec{x} + b)$. With the sigmoid it is a logistic
#   regression.
# - A layer is several units that get the same inputs. They differ in weights and bias, and so in
#   what they put out.
# - Hidden layers make features out of inputs; the output layer answers, using these features alone.
# - You choose the sizes; training on examples finds the weights, with one cost for the whole
#   network.
# - An image is a long list of numbers, and is treated like any other input.
#
# **Where you practise it:** a unit as linear and as logistic regression in
# `Labs/C2_W1_Lab01_Neurons_and_Layers.ipynb`; digits as pictures and as numbers, and what hidden
# units learned, in the practice lab, `C2_W1_Assignment.ipynb`.
