# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help demo test check lint types examples docs docs-check native bench bench-check bench-note update clean

help: ## say what each target does
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

NATIVE := hatch_build.py $(wildcard stylelint/native/*.[ch])

.venv/use: pyproject.toml $(NATIVE)
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/develop: pyproject.toml $(NATIVE)
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ .venv/use

native: ## compile what is in C, for this environment
	$(BIN)/python hatch_build.py

demo: .venv/use ## set up, and lint the example drafts
	@cd examples && ../$(BIN)/stylelint check --exit-zero --statistics

test: .venv/develop ## set up, and run all tests
	$(BIN)/python -m pytest

check: lint types examples docs-check bench-check test ## all that CI runs

lint: .venv/develop ## ruff: faults and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/develop ## mypy --strict
	$(BIN)/mypy

examples: .venv/develop ## the examples in all rulebooks
	$(BIN)/stylelint test rules/*.yml examples/house/*.yml

docs: .venv/develop ## write the generated pages anew
	$(BIN)/python docs/generate.py

docs-check: .venv/develop ## are the generated pages up to date?
	$(BIN)/python docs/generate.py --check

bench: .venv/develop ## measure start, throughput, growth, memory, the cache, peers
	$(BIN)/python benchmarks/run.py --json benchmarks/results.json

bench-check: .venv/develop ## count calls and imports, and compare with what is noted
	$(BIN)/python benchmarks/count.py

bench-note: .venv/develop ## note the counts of this state; say in the commit why they have grown
	$(BIN)/python benchmarks/count.py --note

update: .venv/develop ## write the golden reports anew; read the difference
	$(BIN)/python -m pytest tests/test_golden.py --update

clean: ## remove what was made
	rm -rf .venv .hypothesis .pytest_cache .mypy_cache .ruff_cache dist build
