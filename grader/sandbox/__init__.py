"""The grader's side of the border: starting children, asking them, ending them."""
