"""Classroom 50's runner starts this in the student's checkout; it writes result.json there.

The kit lies beside this file. Students can fetch it, so it holds public cases only.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

BUNDLE = Path(os.environ.get("CLASSROOM50_BUNDLE_DIR") or Path(__file__).parent).resolve()
KIT = BUNDLE / "kit"
NEEDS = ("click", "IPython", "jinja2", "matplotlib", "msgspec", "numpy", "tensorflow", "yaml")


def python() -> str:
    """An interpreter with the libraries: this one, or one in an environment made for it."""
    look = f"import importlib.util as u; raise SystemExit(not all(map(u.find_spec, {NEEDS!r})))"
    if subprocess.run([sys.executable, "-c", look], check=False).returncode == 0:
        return sys.executable
    home = Path(os.environ.get("RUNNER_TEMP") or tempfile.gettempdir()) / "grader"
    made = home / "bin" / "python"
    if not made.exists():
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
    needed = ["--requirement", str(KIT / "@REQUIREMENTS@")]
    subprocess.run([made, "-m", "pip", "install", "--quiet", *needed], check=True)
    return str(made)


def main() -> int:
    """Grade the checkout; an exit code other than 0 is published as an error, not as a score."""
    environment = {**os.environ, "PYTHONPATH": str(KIT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [python(), "-P", "-m", "grader.package.platform_run", "classroom50", str(Path.cwd())]
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
