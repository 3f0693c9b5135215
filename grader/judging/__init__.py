"""From an observation to a verdict, and to words that help."""
