# Few verbs. Each makes the environment first if it is not there: only Python 3.11-3.13 is needed.
PYTHON ?= python3
FILE ?= examples/submit.ipynb
BIN := .venv/bin

.PHONY: grade test check prove platforms build docs clean

grade: .venv/ready  ## grade the sample submission, or FILE=...
	@$(BIN)/grader $(FILE)

test: .venv/ready  ## run all tests
	$(BIN)/python -m pytest

check: .venv/ready  ## lint, types, notebooks up to date
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/grader build --check

prove: .venv/ready  ## try every known mistake and accepted answer: about five minutes on two cores
	$(BIN)/grader verify

platforms: .venv/ready  ## try exports with the platforms' own programs, which are installed for it
	@$(BIN)/python -m pip install -qq --editable ".[platforms]"
	$(BIN)/python -m pytest tests/test_formats.py tests/test_packages.py tests/test_sheets.py

build: .venv/ready  ## make the notebooks from their sources
	$(BIN)/grader build

docs: .venv/ready  ## write the references of commands and public names, and pages in build/docs
	$(BIN)/python docs/make_reference.py

.venv/ready: setup.cfg pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(None if (3, 11) <= sys.version_info[:2] <= (3, 13) else \
	  "$(PYTHON) is Python %d.%d; TensorFlow is there for 3.11 to 3.13: make PYTHON=python3.13" \
	  % sys.version_info[:2])'
	@echo "making .venv with TensorFlow and the rest: a few minutes, once"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -qq --upgrade pip
	@$(BIN)/python -m pip install -qq --editable ".[dev]"
	@touch $@

clean:
	rm -rf .venv build dist *.egg-info
