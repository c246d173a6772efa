# make site   builds the demonstration site into site/, as of the day of its last records
# make test   sets up what the tests need and runs them all
# make check  style and types   ·   make schemas, make rules, make lock, make bench
# make accessibility   the browser tests, and what they found into the accessibility statement
# make fuzz   the properties of reading and of files on 100,000 inputs, for a night
# make drill  kills and refuses builds by the thousand   ·   make dependencies asks for known faults
# make coverage  branches that no test takes   ·   make mutants  faults that no test notices
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --require-hashes --only-binary :all:

# The many short runs of the program in its tests do not compile it again each time.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: site test fuzz check drill coverage mutants dependencies schemas rules accessibility lock bench clean

site: .venv/site
	$(BIN)/ita build . --today 2568-06-30

test: .venv/browser check
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

fuzz: .venv/dev
	$(BIN)/python -m pytest -n 2 tests/test_reading.py tests/test_files.py --hypothesis-profile fuzz

check: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

drill: .venv/dev
	ITA_DRILL=1 $(BIN)/python -m pytest -n 2 tests/test_drill.py tests/test_publish_faults.py

coverage: .venv/dev
	$(BIN)/python -m pytest -n 2 --dist loadfile --ignore tests/browser \
	  --cov generator --cov-branch --cov-report term:skip-covered

mutants: .venv/dev
	$(BIN)/python -m tests.mutants

dependencies: .venv/audit
	for lock in requirements*.lock; do \
	  .venv/audit-env/bin/pip-audit --require-hashes --disable-pip -r $$lock || exit 1; \
	done

schemas: .venv/site
	$(BIN)/ita schema

rules: .venv/dev
	$(BIN)/python -m pytest tests/test_rule_pages.py --update-golden

accessibility: .venv/browser
	$(BIN)/python -m pytest -n 2 --dist loadfile tests/browser --record

bench: .venv/bench
	$(BIN)/python -m bench.run

.venv/site: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) -r requirements.lock
	$(BIN)/python -m pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation -e .
	touch $@

.venv/dev: .venv/site requirements-dev.lock
	$(PIP) -r requirements-dev.lock
	touch $@

.venv/browser: .venv/dev tests/browser/package-lock.json tests/browser/setup.sh
	tests/browser/setup.sh
	touch $@

.venv/bench: .venv/dev requirements-bench.lock
	$(PIP) -r requirements-bench.lock
	touch $@

.venv/audit: requirements-audit.lock
	mkdir -p .venv
	$(PYTHON) -m venv .venv/audit-env
	.venv/audit-env/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes --only-binary :all: -r requirements-audit.lock
	touch $@

# The lock files are made anew with uv: pip install uv, then make lock.
lock:
	for name in requirements requirements-dev requirements-bench requirements-audit; do \
	  uv pip compile --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	    --quiet $$name.in -o $$name.lock || exit 1; \
	done

clean:
	rm -rf build site screenshots .venv
