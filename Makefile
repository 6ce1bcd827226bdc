# The commands of this project. `make start` and `make test` set up all they need.
.DEFAULT_GOAL := help
.PHONY: help start test check format bench docs lock mutation clean

bin := .venv/bin

help: ## list the commands
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*##/\t/' | expand -t 12

start: ## set up and serve the app with a demonstration clinic
	@tools/setup runtime
	@$(bin)/needlecare serve --demo

test: ## set up and run all checks and tests
	@tools/setup dev
	@$(MAKE) --no-print-directory check
	$(bin)/pytest -q -n auto
	tools/test_postgresql

check: ## format, lint, types, import contracts, knowledge, generated documents
	@tools/setup dev
	$(bin)/ruff format --check .
	$(bin)/ruff check .
	$(bin)/mypy
	$(bin)/lint-imports
	$(bin)/needlecare knowledge check
	$(bin)/python tools/generate_docs.py --check

format: ## put the code in its ordinary form
	@tools/setup dev
	$(bin)/ruff format .
	$(bin)/ruff check --fix .

docs: ## write the generated documents anew
	@tools/setup dev
	$(bin)/python tools/generate_docs.py

bench: ## print the benchmark tables
	@tools/setup dev
	$(bin)/python -m bench

mutation: ## mutation testing of condition and triage (slow, by hand)
	@tools/setup mutation
	$(bin)/python tools/mutation.py

lock: ## renew the hashed lock files (needs uv)
	tools/lock

clean: ## remove what set-up and tests made
	rm -rf .venv .uv .pytest_cache .mypy_cache .ruff_cache .hypothesis mutants
