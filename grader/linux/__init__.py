"""The protections of Linux, called through ctypes since Python does not offer them.

These are mechanisms only; ``child.lockdown`` decides which of them a child gets, and with which
limits. Each function raises OSError where the kernel lacks the mechanism or does not allow it.
"""
