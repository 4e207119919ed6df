# Everything sets itself up: the only needs are make and any Python from 3.11 on.
#
#   make study                 the app on the shipped deck; its address is printed
#   make study DOCS=path       also drafts of cards from the documents at that path
#   make study PORT=9000       at another port
#   make test                  what has to pass before a change is shared
#   make measure               facts covered and cards right, on the documents of tests/facts
#   make measure CASES=gout    also what is missing in that one

VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000

export DOCS

# The first Python that is new enough and can make an environment.
FIND_PYTHON = for python in $(PYTHON) python3 python3.13 python3.12 python3.11 python; do \
	"$$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
		2>/dev/null && break; python=; done; \
	test -n "$$python" || { echo "studyapp needs Python 3.11 or later with venv" \
		"(Debian: apt install python3-venv)." >&2; exit 1; }
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: study test measure
.DELETE_ON_ERROR:

# The deck of a folder is named by its whole path too, so that two folders called 'notes' give
# two decks.
study: $(VENV)/app.stamp
	@if [ -n "$$DOCS" ]; then \
		place="$$($(BIN)/python -c 'import os; print(os.path.realpath(os.environ["DOCS"]))')" && \
		name="$${place##*/}" && name="$${name%.txt}" && name="$${name%.md}" && \
		name="$${name%.docx}" && name="$${name%.pdf}" && \
		deck="build/$$name-$$(printf %s "$$place" | cksum | cut -d ' ' -f 1).md" && mkdir -p build && \
		$(BIN)/studyapp build "$$DOCS" --title "$$name" --output "$$deck" && \
		$(BIN)/studyapp import "$$deck" --drafts --documents "$$DOCS"; \
	fi
	@$(BIN)/studyapp serve --port $(PORT)

test: $(VENV)/test.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --dist loadfile

measure: $(VENV)/test.stamp
	@$(BIN)/python -m tests.facts.measure $(CASES)

$(VENV)/bin/python:
	@$(FIND_PYTHON); echo "Making an environment in $(VENV) ..."; "$$python" -m venv $(VENV)

# Installed once, and again when what is asked for changes.
$(VENV)/app.stamp: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing studyapp into $(VENV) (the first time takes half a minute) ..."
	@$(PIP) --editable .
	@touch $@

$(VENV)/test.stamp: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing studyapp and what its tests need into $(VENV) ..."
	@$(PIP) --editable '.[test]'
	@touch $(VENV)/app.stamp $@
