# %% [markdown]
# # Reading 6: Will it ever think?
#
# *About 10 minutes. Speculations on artificial general intelligence: what people mean by it, what
# speaks for it and against it, and how to read a prediction. No formulas.*
#
# The networks of this week borrow their name from the brain. So the question suggests itself: if
# one builds them large enough, will they one day think as we do? Nobody knows. This reading gives
# you arguments and sources, so that you can form an opinion of your own, and change it later.

# %% tags=["remove-cell"]
# OPENING

# %% tags=["remove-cell"]
import numpy as np
from autils import load_data, load_weights
import tensorflow as tf
from pictures.card import BLUE, INK, ORANGE, card
from pictures.digits import upright

# %% [markdown]
# ## Two meanings of one word
#
# **Narrow** intelligence does one kind of thing: it recommends films, reads a postcode, plays
# chess. Since 2012 it has made great progress. Programs have beaten masters of Go (David
# Silver and others, 2016) and predicted how proteins fold (John Jumper and others, 2021).
#
# **General** intelligence, often called AGI, would do whatever a human mind can do, including what
# it was never trained for. Here the trouble begins, since there is no agreement on what would
# count. Shane Legg and Marcus Hutter (2007) collected some seventy definitions of intelligence and
# proposed one of their own. François Chollet (2019) argues that skill at a task proves little,
# because skill can be bought with enough data; what counts is how fast something *new* is learned.
# Meredith Ringel Morris and others (2023) suggest levels instead of a yes or no: how well, and in
# how many fields.
#
# It is easy to mistake progress in the first for progress in the second. That *many* narrow tasks
# have been solved does not by itself tell how far away the general one is. It does not show that it
# is far away, either. Language models have blurred the line: one program writes verse, explains a
# proof and corrects code. Sébastien Bubeck and others (2023) saw "sparks" of general intelligence
# in one of them; Emily Bender and others (2021) warned that such a model puts words together by
# their likelihood, without reference to meaning, and that we read the meaning into it.
#
# ## How narrow is narrow?
#
# Take the network of the practice lab. It tells handwritten zeros from ones, and of the 1000 it was
# trained on it gets nearly all right. What does it say about things that are neither? It has only
# one output, so it must call everything a zero or a one.
#
# > **Stop and predict.** It is shown random noise, a face, a one that lies on its side, and a zero
# > moved three pixels to the right. Will it answer near 0.5, "I cannot tell"?

# %% tags=["hide-input"]
X, y = load_data()
reader = tf.keras.Sequential(
    [tf.keras.Input(shape=(400,))]
    + [tf.keras.layers.Dense(units, activation="sigmoid") for units in (25, 15, 1)]
)
reader.set_weights(load_weights())

zero, one = upright(X[0]), upright(X[500])
noise = np.random.default_rng(0).uniform(size=(20, 20))
face = np.zeros((20, 20))
face[6:8, [6, 7, 12, 13]] = face[13:15, 6:14] = face[12, [5, 6, 13, 14]] = 1
squares = np.indices((20, 20)).sum(axis=0) // 2 % 2
cross = np.maximum(np.eye(20), np.eye(20)[::-1])
cross = np.maximum(cross, np.roll(cross, 1, axis=1))
shown = {
    "a zero": zero,
    "a one": one,
    "one on its side": np.rot90(one),
    "zero, moved": np.roll(zero, 3, axis=1),
    "noise": noise,
    "a face": face,
    "pattern": squares,
    "a cross": cross,
}
images = np.array([image.T.ravel() for image in shown.values()])
answers = reader.predict(images, verbose=0).ravel()


def verdict(answer):
    """What the network takes it for, and how sure it is."""
    return f"{'one' if answer >= 0.5 else 'zero'}, {max(answer, 1 - answer):.0%} sure"


said = [f"{name}: {verdict(answer)}" for name, answer in zip(shown, answers)]
alt = f"Eight pictures with what the network says. {'; '.join(said)}."
with card(8.4, 5.2, alt) as figure:
    figure.get_layout_engine().set(hspace=0.06)
    for ax, (name, image), answer in zip(figure.subplots(2, 4).flat, shown.items(), answers):
        ax.imshow(image, cmap="gray_r", vmin=0, vmax=1)
        ax.set(xticks=[], yticks=[])
        ax.spines[:].set(visible=True)
        ax.set_title(name, color=INK)
        ax.set_xlabel(verdict(answer), weight="bold", color=ORANGE if answer >= 0.5 else BLUE)

# %% [markdown]
# It is about as sure of nonsense as of digits. The number near 0 or 1 that we took for confidence
# means: *if it is one of the two, then this one*. The network has no idea that anything else
# exists, and moving a zero by three pixels, which would not mislead a child, makes it a one: in its
# examples every zero stood in the middle.
#
# That is not a fair picture of large networks, which are much harder to fool. But it is a fair
# reminder: what looks like knowing may be a boundary drawn between two heaps of examples.
#
# ## Does likeness with the brain help?
#
# **What is alike.** There are many simple parts; knowledge sits in the strength of their
# connections; it is learned from experience.
#
# **What is not.** A unit is one line of arithmetic, a nerve cell a living thing with a rich
# chemistry of its own. How a brain adjusts its connections is only partly understood, and it is
# probably not by the method you learn next week. And there is the number. A brain has about 86
# billion nerve cells (Frederico Azevedo and others, 2009).

# %% tags=["hide-input"]
counts = {
    "practice lab's network": 41,
    "roundworm (White and others, 1986)": 302,
    "fruit fly (Dorkenwald and others, 2024)": 139_255,
    "mouse (Herculano-Houzel and others, 2006)": 71_000_000,
    "human (Azevedo and others, 2009)": 86_000_000_000,
}
alt = "Bars on a logarithmic scale. Units or nerve cells: " + "; ".join(
    f"{name} {count:,}" for name, count in counts.items()
)
with card(8.4, 3.0, alt) as figure:
    ax = figure.subplots()
    ax.barh(list(counts), list(counts.values()), color=[ORANGE] + [BLUE] * 4, height=0.6)
    for name, count in counts.items():
        ax.text(1.6 * count, name, f"{count:,}", va="center")
    ax.set(xscale="log", xlim=(1, 3e14), xlabel="units, or nerve cells (log scale)")
    ax.invert_yaxis()

# %% [markdown]
# Be careful with such pictures, ours included. A bar chart invites the thought that one has only to
# make the orange bar longer. But a unit is not a nerve cell. Of the roundworm we know every one of
# its 302 cells and, nearly all, how they are joined, and still nobody can fully predict what the
# worm will do. Large language models have hundreds of billions of weights (175 billion in that of
# Tom Brown and others, 2020), and whether that is many or few in comparison depends on what you
# choose to compare.
#
# ## A reason for hope: one way of learning?
#
# Perhaps there is no need to imitate the brain in every detail. Some experiments suggest that much
# of its outer layer, the cortex, learns by similar means, whatever it is given to learn.
#
# - In young ferrets the nerves from the eye were led to the part that normally hears. Cells there
#   came to respond to what the eye saw (Mriganka Sur and others, 1988), and the animals used it to
#   see (Laurie von Melchner and others, 2000).
# - Blind people learned to recognise objects from a camera's picture that was pressed, point by
#   point, on the skin of their backs (Paul Bach-y-Rita and others, 1969).
# - Some blind people find their way by clicking with the tongue and listening to the echo; when
#   they do, areas that serve seeing in others are active (Lore Thaler and others, 2011).
#
# In 1978 Vernon Mountcastle had proposed that all parts of it work on one common principle. If
# so, there might be one learning method, or a few, that a machine could use as well.
#
# **And reasons for doubt.** The rewired ferrets saw less well than others, so what a part of the
# brain is made for does matter. A child needs few examples and learns about a world it can touch;
# Brenden Lake and others (2017) list what today's networks lack for that, such as a sense of
# causes. Hans Moravec (1988) noticed that what is hard for us, like chess, is easy for machines,
# and that what a toddler does without thinking is hard for them. And John Searle (1980) holds that
# following rules, however cleverly, is not understanding at all. Each of these has been disputed,
# some for decades.
#
# ## How to read a prediction
#
# | who, when | predicted | for |
# | --- | --- | --- |
# | Alan Turing, 1950 | after five minutes of talk people take a machine for a human in 30 of 100 cases | about 2000 |
# | John McCarthy and others, 1955 | "a significant advance" in one or more of the main problems | one summer |
# | Herbert Simon, 1965 | machines do any work a man can do | 1985 |
# | Ray Kurzweil, 2005 | machines reach human intelligence | 2029 |
# | 352 researchers, asked by Katja Grace and others, 2018 | a chance of one half to do every task better than people | about 2061 |
# | 2778 researchers, asked by Katja Grace and others, 2024 | the same | about 2047 |
#
# These were, and are, people who knew their field well. Look at the last two rows: the same
# question, a few years apart, and the answer moved by more than a decade. The single answers within
# each survey lie further apart than that. What such a table shows is not when it will be. It shows
# how unsure we are.
#
# When you read the next prediction, ask: What exactly is to happen, and could one tell whether it
# has? What is it based on, a trend, a feeling, an interest? How did earlier predictions by the same
# method turn out? And does the writer say how unsure they are?
#
# > **Stop and think.** Which *one* thing, if a machine could do it, would convince you that it is
# > intelligent in general? Write it down with a date, and look at it in five years.
#
# <details><summary>Something to compare with</summary>
#
# Good candidates are new to the machine, need several skills at once, and cannot be learned by
# heart from examples: to come into a strange kitchen and make coffee, to learn a trade from a
# master, to find a question nobody has asked. Beware of one trap. Playing chess was once on such
# lists. When a machine did it, it was taken off. Was it a bad test, or do we move the goal?
# </details>
#
# ## Meanwhile
#
# One can leave the question open and still do good work. Narrow networks help to find tumours, to
# translate and to forecast the weather. They also make mistakes with great assurance, as you have
# seen, and repeat what was unfair in their examples. Whoever builds one is responsible for it
# today, whatever will be possible one day.
#
# ## What to take along
#
# - Narrow and general intelligence are different things; what "general" means is not agreed.
# - A network's confident number is no proof of knowledge, least of all far from its examples.
# - Likeness with the brain is a source of ideas, not an argument.
# - Experiments with rewired senses suggest a common way of learning; they do not prove it.
# - Predictions have often been confident and wrong. Ask what they rest on.
#
# **Where you practise it:** digits that the network gets wrong, or is least sure of, in the
# practice lab, `C2_W1_Assignment.ipynb`. Try it on a picture that is no digit.
#
# ## References
#
# - Azevedo, F. A. C., and others (2009). Equal numbers of neuronal and nonneuronal cells make the
#   human brain an isometrically scaled-up primate brain. *Journal of Comparative Neurology* 513.
# - Bach-y-Rita, P., and others (1969). Vision substitution by tactile image projection. *Nature* 221.
# - Bender, E. M., and others (2021). On the dangers of stochastic parrots: can language models be
#   too big? *FAccT '21*.
# - Brown, T., and others (2020). Language models are few-shot learners. *NeurIPS* 33.
# - Bubeck, S., and others (2023). Sparks of artificial general intelligence: early experiments with
#   GPT-4. arXiv:2303.12712.
# - Chollet, F. (2019). On the measure of intelligence. arXiv:1911.01547.
# - Dorkenwald, S., and others (2024). Neuronal wiring diagram of an adult brain. *Nature* 634.
# - Grace, K., and others (2018). When will AI exceed human performance? Evidence from AI experts.
#   *Journal of Artificial Intelligence Research* 62.
# - Grace, K., and others (2024). Thousands of AI authors on the future of AI. arXiv:2401.02843.
# - Herculano-Houzel, S., and others (2006). Cellular scaling rules for rodent brains. *PNAS* 103.
# - Jumper, J., and others (2021). Highly accurate protein structure prediction with AlphaFold.
#   *Nature* 596.
# - Kurzweil, R. (2005). *The Singularity Is Near*. Viking.
# - Lake, B. M., and others (2017). Building machines that learn and think like people. *Behavioral
#   and Brain Sciences* 40.
# - Legg, S., and Hutter, M. (2007). A collection of definitions of intelligence. arXiv:0706.3639.
# - McCarthy, J., and others (1955). A proposal for the Dartmouth summer research project on
#   artificial intelligence.
# - Moravec, H. (1988). *Mind Children*. Harvard University Press.
# - Morris, M. R., and others (2023). Levels of AGI: operationalizing progress on the path to AGI.
#   arXiv:2311.02462.
# - Mountcastle, V. B. (1978). An organizing principle for cerebral function. In *The Mindful Brain*.
#   MIT Press.
# - Searle, J. R. (1980). Minds, brains, and programs. *Behavioral and Brain Sciences* 3.
# - Silver, D., and others (2016). Mastering the game of Go with deep neural networks and tree
#   search. *Nature* 529.
# - Simon, H. A. (1965). *The Shape of Automation for Men and Management*. Harper & Row.
# - Sur, M., and others (1988). Experimentally induced visual projections into auditory thalamus and
#   cortex. *Science* 242.
# - Thaler, L., and others (2011). Neural correlates of natural human echolocation in early and late
#   blind echolocation experts. *PLoS ONE* 6.
# - Turing, A. M. (1950). Computing machinery and intelligence. *Mind* 59.
# - von Melchner, L., and others (2000). Visual behaviour mediated by retinal projections directed to
#   the auditory pathway. *Nature* 404.
# - White, J. G., and others (1986). The structure of the nervous system of the nematode
#   *Caenorhabditis elegans*. *Philosophical Transactions of the Royal Society B* 314.
