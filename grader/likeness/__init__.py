"""Which submissions are alike: fingerprints of code, and pairs that share rare ones."""
