# Two commands for a newcomer: `make tour` shows what this is, `make test` proves that it works. Each does its own set-up.
# `make test-all` also runs what takes long by what it has to do: other programs, second engines, browsers, much at random.

PYTHON ?= python3
BIN := .venv/bin
TESTS := $(BIN)/python -m pytest -n auto --dist worksteal

# The many processes that the tests start share what one of them has compiled.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: tour test test-long test-all lint oldest site bundle browser fuzz consumers field conformance mutants generated format bench clean

tour: .venv/tour
	$(BIN)/qontology tour

test: lint
	$(TESTS) -m 'not long'

test-long: .venv/test
	$(TESTS) -m long

test-all: lint
	$(TESTS)

lint: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

site: .venv/test
	$(BIN)/qontology site -o site

# What runs in the page of the explorer, out of explorer/; needs Node.js and the package registry of it.
bundle:
	cd explorer && npm ci --ignore-scripts --no-audit --no-fund && npm run check && npm run build

# With the oldest versions that pyproject.toml allows of what users install; `make test` takes the newest, whose faults
# are not those of the oldest.
oldest: .venv/test
	$(BIN)/python tools/components.py oldest > .venv/oldest.txt
	$(PYTHON) -m venv .venv/oldest
	.venv/oldest/bin/python -m pip install --quiet --disable-pip-version-check --constraint .venv/oldest.txt \
	    --editable '.[all]' hypothesis packaging pytest
	.venv/oldest/bin/python -m pytest tests/tables tests/turtle tests/reading tests/sparql tests/knowledge/test_copies.py \
	    tests/exchange/test_serialize.py tests/exchange/test_json_ld.py tests/shacl/test_pyshacl_engine.py \
	    tests/validation/test_completion.py tests/curation/test_template.py tests/consumers/test_data_frames.py \
	    tests/consumers/test_owlready2.py -k "not known_fault"

# What drives a browser in the tests of the site; the browser itself, Chromium, is the system's.
browser: .venv/test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[browser]'

consumers: .venv/test
	$(BIN)/python tools/fetch_consumers.py

field: .venv/test
	$(BIN)/python tools/fetch_field.py

fuzz: .venv/test
	QONTOLOGY_FUZZ=$(or $(FUZZ),2000) $(BIN)/python -m pytest tests/cli/test_fuzz.py tests/cli/test_endpoint_faults.py -n auto

conformance: .venv/test
	$(BIN)/python -m pytest tests/shacl/conformance

mutants: .venv/mutants
	$(BIN)/python tools/mutants.py $(MODULES)

generated: .venv/test
	$(BIN)/python tools/generate.py

format: .venv/test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/qontology fmt ontology data shapes docs/examples

bench: .venv/test
	$(BIN)/python -m bench

clean:
	rm -rf .venv .consumers .field dist build

.venv/tour: pyproject.toml
	@sh tools/environment.sh "$(PYTHON)" "$(or $(MAKECMDGOALS),tour)"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/test: pyproject.toml
	@sh tools/environment.sh "$(PYTHON)" "$(or $(MAKECMDGOALS),tour)"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

.venv/mutants: .venv/test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[mutants]'
	touch $@
