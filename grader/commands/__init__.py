"""Sub-commands of their own size."""
