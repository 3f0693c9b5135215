"""The proof of an assignment: right answers get all points, wrong ones do not, hints are true."""
