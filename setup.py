"""A Python that cannot be used is refused here, before pip fetches any library; see setup.cfg."""

import sys

from setuptools import setup

if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    sys.exit(f"This needs Python 3.11, 3.12 or 3.13, and here is {sys.version}.")
setup()
