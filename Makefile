# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help demo test pure check lint types examples docs docs-check native sanitize bench bench-check bench-note update clean

help: ## say what each target does
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

NATIVE := $(wildcard stylelint/native/*.[ch])

.venv/use: pyproject.toml hatch_build.py $(NATIVE)
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/develop: pyproject.toml hatch_build.py
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch .venv/use $@ .venv/native

# Where there is no compiler, it is Python that runs.
.venv/native: .venv/develop $(NATIVE)
	$(BIN)/python hatch_build.py || true
	@touch .venv/use $@

native: .venv/develop ## compile what is in C, for this environment
	$(BIN)/python hatch_build.py
	@touch .venv/native

demo: .venv/use ## set up, and lint the example drafts
	@cd examples && ../$(BIN)/stylelint check --exit-zero --statistics

test: .venv/native ## set up, and run all tests
	$(BIN)/python -m pytest

pure: .venv/native ## the tests of what is in C too, in Python alone
	STYLELINT_NATIVE=0 $(BIN)/python -m pytest -q tests/anatomy tests/checks tests/readers tests/test_golden.py tests/test_scanner.py tests/test_factors.py

check: lint types examples docs-check bench-check test pure ## all that CI runs

lint: .venv/develop ## ruff: faults and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/develop ## mypy --strict
	$(BIN)/mypy

examples: .venv/native ## the examples in all rulebooks
	$(BIN)/stylelint test rules/*.yml examples/house/*.yml

docs: .venv/native ## write the generated pages anew
	$(BIN)/python docs/generate.py

docs-check: .venv/native ## are the generated pages up to date?
	$(BIN)/python docs/generate.py --check

# In a copy, so that what is installed stays as it is.  Python takes all memory from malloc, which is watched.
SANITIZED := $(CURDIR)/build/sanitized
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-wrapv -g -O1

sanitize: .venv/develop ## run what is in C under the sanitizers of addresses and undefined behaviour
	rm -rf $(SANITIZED)
	mkdir -p $(SANITIZED)
	cp -R hatch_build.py pyproject.toml stylelint rules tests examples docs $(SANITIZED)
	STYLELINT_NATIVE=1 CFLAGS="$(SANITIZE)" $(BIN)/python $(SANITIZED)/hatch_build.py
	cd $(SANITIZED) && LD_PRELOAD=$$($(CC) -print-file-name=libasan.so) ASAN_OPTIONS=detect_leaks=0 \
		PYTHONMALLOC=malloc PYTHONPATH=$(SANITIZED) $(CURDIR)/$(BIN)/python -m pytest -q -p no:cacheprovider \
		tests/native tests/test_modes.py tests/test_golden.py tests/test_properties.py tests/anatomy tests/checks tests/readers

bench: .venv/native ## measure start, throughput, growth, memory, the cache, peers
	$(BIN)/python benchmarks/run.py --json benchmarks/results.json

bench-check: .venv/native ## count calls and imports, and compare with what is noted
	$(BIN)/python benchmarks/count.py

bench-note: .venv/native ## note the counts of this state; say in the commit why they have grown
	$(BIN)/python benchmarks/count.py --note

update: .venv/native ## write the golden reports anew; read the difference
	$(BIN)/python -m pytest tests/test_golden.py --update

clean: ## remove what was made
	rm -rf stylelint/native/_compiled* .venv .hypothesis .pytest_cache .mypy_cache .ruff_cache dist build
