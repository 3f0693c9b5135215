#!/usr/bin/env bash
# The part to grade is in $partId, the submission in /shared/submission, results go to /shared.
set -euo pipefail
export PYTHONPATH="${GRADER_KIT:-/grader/kit}" PYTHONDONTWRITEBYTECODE=1
exec "${GRADER_PYTHON:-python3}" -P -m grader.package.platform_run coursera "${GRADER_ROOT:-/shared}"
