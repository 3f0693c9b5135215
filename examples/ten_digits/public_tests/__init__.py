"""A model with ten outputs: what a student may see of its cases."""

ASSIGNMENT = {
    "title": "Ten digits with Keras",
    "preload": ("tensorflow", "keras"),
    "points": 10,
}
