"""What Linux offers and Python does not: its protections, called through ctypes.

Mechanisms only; which of them a child gets, and with which limits, is said in ``child.lockdown``.
Each function raises OSError where the kernel has not, or does not allow, what it asks for.
"""
