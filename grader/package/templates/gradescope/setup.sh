#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the image: it installs what grading needs.
set -euo pipefail
root="${GRADER_ROOT:-/autograder}"
home="${GRADER_HOME:-/opt/grader}"

# The newest Python that fits, with what makes an environment.
fits() { "$1" -c 'import sys, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; }
pick() { for name in python3.13 python3.12 python3.11 python3; do
  if command -v "$name" >/dev/null && fits "$name"; then echo "$name"; return 0; fi; done; return 1; }

if ! python="$(pick)"; then
  apt-get update
  for package in python3.12-venv python3.11-venv python3-venv; do
    apt-get install -y --no-install-recommends "$package" && pick >/dev/null && break
  done
  if ! python="$(pick)"; then  # an older Ubuntu: a Python of our own
    apt-get install -y --no-install-recommends python3-pip
    python3 -m pip install --quiet uv
    python3 -m uv python install 3.12
    python="$(python3 -m uv python find 3.12)"
  fi
fi

"$python" -m venv "$home"
"$home/bin/python" -m pip install --quiet --no-cache-dir --requirement "$root/source/kit/@REQUIREMENTS@"
chmod -R a+rX "$home"

# For the log of the image: how safe it is to grade here.
PYTHONPATH="$root/source/kit" PYTHONDONTWRITEBYTECODE=1 "$home/bin/python" -P -m grader doctor || true
