"""Reading what was handed in, and finding what of it has to run."""
