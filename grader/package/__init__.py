"""``grader package``: everything that a platform has to be given, ready to upload.

Each platform is a folder of templates and a place in ``platforms.py``. What runs there is
``platform_run.py``, which finds the submission, grades it and writes the results.
"""

from __future__ import annotations

from grader.package.platforms import PLATFORMS, package_files, package_for

__all__ = ["PLATFORMS", "package_files", "package_for"]
