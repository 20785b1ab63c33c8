# Two commands matter: `make demo` and `make test`. Everything they need is made by them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help setup demo test lint format lock parts screenshots bench chaos clean

# install(lock file, words): by hash, and say how long it took.
install = { printf '  Installing $(2) … '; began=$$(date +%s); \
  $(BIN)/pip install -qq --require-hashes --requirement requirements/$(1).txt && \
  echo "$$(( $$(date +%s) - began )) s  (requirements/$(1).txt)"; }

help: ## Show what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("ConnectLeads needs Python 3.11 or newer; this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv $(VENV)

# A stamp holds what was installed, so that a changed lock file installs again and an unchanged one costs nothing.
$(VENV)/local.stamp: requirements/local.txt | $(BIN)/python
	@test -f $(VENV)/dev.stamp || $(call install,local,what runs)
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt | $(BIN)/python
	@$(call install,dev,what tests and checks)
	@touch $@

setup: $(VENV)/local.stamp ## Prepare .venv
	@$(BIN)/python manage.py compile_translations --verbosity 0

demo: $(VENV)/local.stamp ## Run the whole product with a website to visit (CHECK=1 walks the journey and ends)
	@exec $(BIN)/python manage.py demo $(if $(CHECK),--check)

test: $(VENV)/dev.stamp ## Lint, then run every test on the embedded engines
	@sh tests/install_chromium.sh
	@$(MAKE) --no-print-directory lint
	@$(BIN)/python manage.py compile_translations --verbosity 0
	$(BIN)/python -m pytest

lint: $(VENV)/dev.stamp ## Format, style, types, map of rooms, migrations, translations, known holes
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run --skip-checks
	$(BIN)/python manage.py check_translations
	$(BIN)/bandit -q -c pyproject.toml -r connectleads consent tracking enrichment dashboard manage.py
	$(BIN)/python -m tests.known_holes

format: $(VENV)/dev.stamp ## Put the code in form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/dev.stamp ## Measure against nginx on one core; results in var/bench.json (ONLY=accept runs one group)
	$(BIN)/python -m benchmarks $(ONLY)

chaos: $(VENV)/dev.stamp ## Break an installation by random schedules and compare (SCHEDULES=100 SEED=1)
	$(BIN)/python -m tests.chaos $(if $(SCHEDULES),--schedules $(SCHEDULES)) $(if $(SEED),--seed $(SEED))

screenshots: $(VENV)/dev.stamp ## Take the pictures in docs/ from a running demo
	$(BIN)/python -m tests.screenshots

lock: ## Compile requirements/*.txt anew from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --extra local --extra dev $(LOCK) -o requirements/dev.txt
	uv pip compile pyproject.toml --extra local $(LOCK) -c requirements/dev.txt -o requirements/local.txt
	uv pip compile pyproject.toml $(LOCK) -c requirements/dev.txt -o requirements/run.txt
LOCK := --generate-hashes --no-emit-index-url --no-annotate --no-header --universal --python-version 3.11

parts: $(VENV)/dev.stamp ## Write the list of all libraries that run (SBOM, CycloneDX) to var/parts.json
	@mkdir -p var && $(BIN)/python -m tests.parts_list > var/parts.json

clean: ## Remove the environment and everything the demo and the tests stored
	rm -rf $(VENV) var
