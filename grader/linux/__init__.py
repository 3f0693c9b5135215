"""The protections of Linux, called through ctypes since Python does not offer them.

Mechanisms only; which of them a child gets, and with which limits, is said in ``child.lockdown``.
Each function raises OSError where the kernel has not, or does not allow, what it asks for.
"""
