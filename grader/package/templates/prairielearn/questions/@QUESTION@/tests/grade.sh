#!/usr/bin/env bash
# The entrypoint in the image: the submission is in /grade/student, results go to /grade/results.
set -euo pipefail
root="${GRADER_ROOT:-/grade}"
mkdir -p "$root/results"
export PYTHONPATH="$root/tests/kit" PYTHONDONTWRITEBYTECODE=1
exec "${GRADER_PYTHON:-python3}" -P -m grader.package.platform_run prairielearn "$root"
