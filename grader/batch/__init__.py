"""A class at a time: what was handed in, graded as many at a time as there are processors."""
