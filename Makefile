# Needs Python 3.11 to 3.14 and make (GNU make 3.81 will do). `make help` lists what there is.
# Another Python: make report PYTHON=python3.12
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
READY = $(VENV)/.ready
# How many damaged files `make fuzz` reads, and which; the real reports are among their sources where there are any.
COUNT ?= 2000
SEED ?= 1

.DEFAULT_GOAL := help
.PHONY: help report test fuzz lab lint lock clean

help: ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r name what; do printf '%-14s %s\n' "$$name" "$$what"; done

# Both run whatever the other does, and the worse exit code is the recipe's. Make itself then ends with 2 and prints it.
report: $(READY) ## data/raw -> tables -> notebooks -> reports/latest/index.html
	@built=0; rendered=0; \
	$(BIN)/township build || built=$$?; \
	$(BIN)/township report || rendered=$$?; \
	[ $$built -gt $$rendered ] && exit $$built; exit $$rendered

test: $(READY) ## the tests, without the slow ones
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist worksteal

fuzz: $(READY) ## damaged files of every format, read with the limits on (make fuzz COUNT=100000 SEED=2)
	@$(BIN)/python tests/fuzz.py --count $(COUNT) --seed $(SEED) --samples data/raw $(addsuffix /reports,$(TOWNSHIP_REAL_REPORTS))

lab: $(READY) ## JupyterLab in notebooks/
	@cd notebooks && "$(abspath $(BIN))/jupyter" lab

lint: $(READY) ## ruff, mypy and the layers
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

lock: $(READY) ## requirements.lock anew from pyproject.toml (newest of all: make lock OPTIONS=--upgrade)
	@$(BIN)/python scripts/lock.py $(OPTIONS)

clean: ## away with .venv and caches; tables and reports stay
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find township_analysis tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment: made once, brought up to date when the lock or pyproject.toml change.
$(READY): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo "There is no $(PYTHON). Install Python 3.11 or later, or name one: make $(MAKECMDGOALS) PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; (3, 11) <= v < (3, 15) or sys.exit("%s is Python %d.%d; 3.11 to 3.14 is needed. Name another: make PYTHON=python3.12 ..." % ((sys.executable,) + v))'
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); echo "No virtual environment could be made. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Installing what requirements.lock names into $(VENV) (a few minutes the first time) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $(READY)
