# %% [markdown]
# # Reading 2: The model
#
# *About 12 minutes. Layers, the names for everything in them, and forward propagation: the way of
# one example through a network, with numbers you can check by hand.*
#
# Reading 1 said what a network is for. Now it becomes exact enough to compute.

# %% tags=["remove-cell"]
# OPENING

# %% tags=["remove-cell"]
import numpy as np
from autils import load_data, load_weights, sigmoid
import tensorflow as tf
from pictures import activations, decision_map, diagram, network
from pictures.card import BLUE, GREY, ORANGE, card

# %% [markdown]
# ## A layer
#
# A **layer** is a group of units that all receive the same list of numbers. Each unit has weights
# and a bias of its own, and puts out one number. So a layer turns one list of numbers into another
# list, which has one number for each of its units.
#
# Here is a layer of three units with two inputs, followed by a layer of one unit.

# %% tags=["hide-input"]
diagram(
    [["x₁ = 2", "x₂ = 1"], ["unit 1", "unit 2", "unit 3"], ["unit 1"]],
    ["input", "layer 1", "layer 2"],
)

# %% [markdown]
# Let us compute it for the input $\vec{x} = (2, 1)$, with the sigmoid everywhere. Each row is a
# unit of layer 1:
#
# | unit | weights | bias | $z$ | $a = g(z)$ |
# | --- | --- | --- | --- | --- |
# | 1 | (1, −1) | −1 | 1 · 2 − 1 · 1 − 1 = 0 | 0.50 |
# | 2 | (0.5, 1) | 0 | 0.5 · 2 + 1 · 1 + 0 = 2 | 0.88 |
# | 3 | (−1, 0) | 1 | −1 · 2 + 0 · 1 + 1 = −1 | 0.27 |
#
# Layer 1 puts out the list $(0.50, 0.88, 0.27)$. This list, and nothing else, is the input of
# layer 2. Its one unit has the weights $(2, 1, {-3})$ and the bias $-1$:
#
# $$z = 2 \cdot 0.50 + 1 \cdot 0.88 - 3 \cdot 0.27 - 1 = 0.07$$
#
# $$a = g(0.07) = 0.52$$
#
# The network's answer is 0.52. If a yes or no is wanted, one compares it with a **threshold**,
# often 0.5: the answer is at least 0.5, so yes. The threshold is not part of the network. The
# network gives its estimate, and whoever uses it decides.
#
# > **Stop and predict.** All three units of layer 1 received the same $(2, 1)$. Why are their
# > outputs not the same? And what has to be true so that two units always put out the same?
#
# <details><summary>Answer</summary>
#
# They have different weights and biases, so each asks a different question about the same input.
# Two units with equal weights *and* equal bias give equal outputs for every input. If the next layer
# weighs both alike as well, training changes both in the same way, and they stay twins for ever.
# That is why training starts from *random* weights.
# </details>
#
# ## Names
#
# With several layers, "the weights of unit 2" is not enough: of which layer? The layer's number is
# written above, in square brackets, so that nobody takes it for a power.
#
# | | read | in the example |
# | --- | --- | --- |
# | $\vec{x}$ or $\vec{a}^{[0]}$ | the input | (2, 1) |
# | $\vec{w}_2^{[1]}$ | weights of unit 2 in layer 1 | (0.5, 1) |
# | $b_2^{[1]}$ | its bias | 0 |
# | $a_2^{[1]}$ | its activation | 0.88 |
# | $\vec{a}^{[1]}$ | all activations of layer 1 | (0.50, 0.88, 0.27) |
# | $\vec{a}^{[2]}$ | what layer 2, the last one, puts out | (0.52) |
#
# One formula then says what every unit of every layer does. For unit $j$ of layer $l$:
#
# $$a_j^{[l]} = g\left(\vec{w}_j^{[l]} \cdot \vec{a}^{[l-1]} + b_j^{[l]}\right)$$
#
# Read it aloud once: *the activation of unit j in layer l is g of: its weights times the
# activations of the layer before, plus its bias.* The small $l-1$ is the important part. A layer
# looks at the layer before it. It does not look back at the input, unless it is the first.
#
# **Counting layers.** The input is called layer 0 and is not counted: it has no units, no weights,
# and computes nothing. The network above has two layers, one hidden and one output layer.
#
# **Counting from 1 or 0.** People number units from 1, Python numbers from 0. Unit 1 in the text
# is at index 0 in code. Much confusion ends once that is said.
#
# ## More layers
#
# A network with five inputs and layers of four, three and one unit looks like this.

# %% tags=["hide-input"]
network([5, 4, 3, 1])

# %% [markdown]
# Every unit is joined to all numbers of the column before it. Such layers are called **dense**.
# Each line in the picture is one weight; each circle from layer 1 on has one bias.
#
# **How many numbers does it learn?** Layer 1 has 4 units with 5 weights each and 4 biases: 24.
# Layer 2 has 3 units with 4 weights each and 3 biases: 15. Layer 3 has 3 weights and 1 bias: 4.
# Together 24 + 15 + 4 = 43 **parameters**.
#
# > **Stop and predict.** You add a fifth unit to layer 1. How many parameters does the network have
# > now? More than 43 + 6?
#
# <details><summary>Answer</summary>
#
# The new unit brings 5 weights and a bias: 6. But it also puts out a number that each of the 3
# units of layer 2 now weighs: 3 more. Together 43 + 6 + 3 = 52. A unit costs on both of its sides.
# </details>
#
# **How many units should one take?** There is no formula. The number of inputs and of outputs
# follows from the question. In between one tries: more units can make finer distinctions, but need
# more examples and more computing. In the practice lab there are 25 and 15 hidden units; other
# sizes near these do as well. A common habit is to get narrower towards the output.
#
# ## Why the activation function matters
#
# Leave $g$ out for a moment, so that a unit puts out $z$ itself. Let a first unit compute
# $2x + 1$, and a second one, fed by the first, compute $3a - 4$. Together:
#
# $$3(2x + 1) - 4 = 6x - 1$$
#
# That is again a weight and a bias. Two layers without an activation function do what one layer
# can do; so do a hundred. It takes a bend, such as the sigmoid's, between the layers to get more.
#
# And this is what "more" looks like. Two units look at one number $x$. One switches on near 2, the
# other near 5. The output weighs the first with a plus and the second with a minus, and says yes
# only between the two.

# %% tags=["hide-input"]
x = np.linspace(0, 8, 400)
first, second = sigmoid(4 * (x - 2)), sigmoid(4 * (x - 5))
output = sigmoid(8 * first - 8 * second - 4)
alt = (
    "Three curves over x from 0 to 8. Unit 1 rises from 0 to 1 near x = 2, unit 2 near x = 5. "
    "The output is near 0 up to 2, near 1 between 2 and 5, and near 0 again after 5."
)
with card(6.5, 3.4, alt) as figure:
    ax = figure.subplots()
    ax.plot(x, first, color=BLUE, linestyle="--", label="hidden unit 1")
    ax.plot(x, second, color=BLUE, linestyle=":", label="hidden unit 2")
    ax.plot(x, output, color=ORANGE, linewidth=3.5, label="output")
    ax.set(xlabel="x", ylabel="activation", ylim=(-0.05, 1.1))
    ax.set_title("Two steps make a range")
    figure.legend(loc="outside right upper")

# %% [markdown]
# With two inputs, each hidden unit draws a soft line across the plane: on one side it is near 1,
# on the other near 0. The next layer combines the sides. Three lines are enough to fence in a
# triangle, something no single line can do.

# %% tags=["hide-input"]
directions = np.array([[0.0, 8.0, -8.0], [8.0, -5.0, -5.0]])  # a column for each line
fence = tf.keras.Sequential(
    [
        tf.keras.Input(shape=(2,)),
        tf.keras.layers.Dense(3, activation="sigmoid"),
        tf.keras.layers.Dense(1, activation="sigmoid"),
    ]
)
fence.set_weights([directions, np.array([8.0, 8.0, 8.0]), np.full((3, 1), 12.0), np.array([-30.0])])


def lines_and_fence(points):
    """What the three hidden units and the output say about points (m, 2): (m, 4)."""
    return np.hstack([fence.layers[0](points), fence(points)])


decision_map(
    lines_and_fence,
    (-4, 4),
    (-3, 3),
    threshold=0.5,
    title=["unit 1", "unit 2", "unit 3", "output"],
    xlabel="x₁",
    ylabel="x₂",
)

# %% [markdown]
# ## Forward propagation
#
# To get a network's answer, one starts with the input and computes layer after layer, always from
# what the layer before put out:
#
# $$\vec{x} \;\rightarrow\; \vec{a}^{[1]} \;\rightarrow\; \vec{a}^{[2]} \;\rightarrow\;
# \dots \;\rightarrow\; \text{answer}$$
#
# This is **forward propagation**, since the numbers move forward, from left to right. Using a
# trained network this way is called **inference**. Training needs a second movement, from right to
# left, that finds out how each weight should change. That is next week's subject.
#
# Here is one real digit on its way through the network of the practice lab: 400 pixels, then 25
# numbers, then 15, then one.

# %% tags=["hide-input"]
X, y = load_data()
reader = tf.keras.Sequential(
    [tf.keras.Input(shape=(400,))]
    + [tf.keras.layers.Dense(units, activation="sigmoid") for units in (25, 15, 1)]
)
reader.set_weights(load_weights())
stages = [X[510:511]]
for layer in reader.layers:
    stages.append(layer(stages[-1]).numpy())
activations([stage[0] for stage in stages])

# %% [markdown]
# Look at how the lists get shorter. The network does not shrink the picture; it no longer has a
# picture after the first step. It has 25 answers to 25 questions, then 15 answers to questions
# about those, then one.
#
# ## Common misunderstandings
#
# **"Only the last layer's weights matter, it makes the prediction."** The last layer sees nothing
# but what the layers before made of the input. Change one weight of layer 1, and one activation
# changes, and with it everything to the right of it.
#
# **"A hidden unit passes on yes or no."** It passes on its activation, a number such as 0.27. The
# decision by a threshold comes once, at the very end, and outside.
#
# **"The bias can be left out."** Put in all zeros. Without a bias every $z$ of the first layer is 0
# then, and each of its sigmoid units puts out 0.5, whatever its weights. The bias lets a unit have
# an opinion of its own.
#
# **"$a^{[2]}$ is $a$ squared."** The brackets say it: the activations of layer 2.
#
# ## What to take along
#
# - A layer turns a list of numbers into another list, one number for each of its units.
# - The input of a layer is the output of the layer before; the input itself is layer 0.
# - Parameters of a layer: (numbers in) times (units) weights, and (units) biases.
# - Without an activation function many layers are worth no more than one.
# - Forward propagation computes layer after layer; the threshold comes after it.
#
# **Where you practise it:** a unit, and units in a row, in
# `Labs/C2_W1_Lab01_Neurons_and_Layers.ipynb`; counting parameters, and one digit's way through the
# network, in the practice lab, `C2_W1_Assignment.ipynb`.
