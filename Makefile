# Everything that is done with Rawi from a clone. `make help` lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3; do command -v $$name && break; done)

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help install demo test check benchmark bench docs clean

help: ## List the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | while IFS=$$'\t' read -r name text; do printf '  make %-10s %s\n' "$$name" "$$text"; done

install: $(STAMP) ## Make the environment in .venv and install Rawi with its development tools

$(STAMP): pyproject.toml scripts/make_venv.sh
	@bash scripts/make_venv.sh "$(PYTHON)" "$(VENV)"
	@echo "Installing Rawi and what it needs into $(VENV) (a few minutes the first time) ..."
	@$(BIN)/python -m pip install --quiet --quiet --editable '.[dev]'
	@touch $@

demo: $(STAMP) ## Read the sample reports: tables here, one HTML page each and a case in demo/
	@mkdir -p demo
	@$(BIN)/rawi read examples/reports/d02.txt --published 2023-02-10 --outlet "موقع زيتونة الشمال"
	@$(BIN)/rawi read examples/reports.jsonl --output demo/claims.txt
	@echo "All sample reports, a page each:"
	@$(BIN)/rawi read examples/reports.jsonl --format html --output demo
	@echo "A case of all of them and of six stories, each told by several outlets:"
	@$(BIN)/rawi add demo/case.rawi examples/reports.jsonl examples/stories.jsonl --quiet
	@$(BIN)/rawi corroborate demo/case.rawi --quiet
	@$(BIN)/rawi stories demo/case.rawi --least 2 --limit 5
	@echo "The tables of all reports are in demo/claims.txt. Open demo/index.html in a browser."

test: $(STAMP) ## Run all tests
	@$(BIN)/python -m pytest -n 2

check: $(STAMP) ## What CI runs: format, lint, types, import order, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2

benchmark: $(STAMP) ## Score the reading on the annotated reports; fails below the floors
	@$(BIN)/python scripts/benchmark.py --check
	@$(BIN)/python scripts/benchmark_stories.py

bench: $(STAMP) ## Measure speed, cold start, memory, and how a case grows
	@$(BIN)/python scripts/bench.py
	@$(BIN)/python scripts/bench_case.py

docs: $(STAMP) ## Generate docs/cli.md
	@$(BIN)/python scripts/build_cli_docs.py

clean: ## Remove the environment and what the commands made
	rm -rf $(VENV) demo .pytest_cache .mypy_cache .ruff_cache .hypothesis .bench
