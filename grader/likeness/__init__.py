"""Which submissions are alike: their statements, how rare these are, and pairs that share them."""
