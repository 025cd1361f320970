# The whole interface of the checkout; each target makes the environment first. Another interpreter: make clean, then make PYTHON=python3.12 test
.PHONY: help demo test check lint format bench clean
.DEFAULT_GOAL := help
export PYTHON

bin := .venv/bin

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile

demo: .venv/.made ## simulate a small world, scan it, say where the report lies
	@$(bin)/hydrascope demo --out out/demo

test: lint ## every check and every test: what CI runs
	@$(bin)/pytest

check: lint ## the same without the slow tests
	@$(bin)/pytest -m 'not slow'

lint: .venv/.made ## style, types and import arrows
	@$(bin)/ruff check
	@$(bin)/ruff format --check
	@$(bin)/mypy
	@$(bin)/lint-imports

format: .venv/.made ## rewrite the code in the house style
	@$(bin)/ruff check --fix
	@$(bin)/ruff format

bench: .venv/.made ## how fast a scan is, beside DuckDB reading the same file
	@$(bin)/hydrascope simulate shapes --out out/bench
	@$(bin)/hydrascope bench speed --input out/bench

clean: ## remove what the other targets made
	rm -rf .venv out dist

.venv/.made: pyproject.toml uv.lock tools/environment
	@tools/environment
