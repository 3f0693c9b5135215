"""The grader's side of the protocol: starting children, asking them, ending them."""
