"""Proving an assignment: that right answers get everything, wrong ones not, and hints are true."""
