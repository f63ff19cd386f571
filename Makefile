# Two commands do everything on a fresh machine: `make run` starts the program, `make test` proves it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PEERS := $(VENV)/.peers
BUILD := build

.PHONY: run test test-window test-papers test-forms test-domain peers benchmarks nightly references check documents clean

run: $(READY)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		mkdir -p $(BUILD) && \
		{ [ -e $(BUILD)/moveo.mktplan ] || $(BIN)/python main.py new $(BUILD)/moveo.mktplan --sample local-service; } && \
		$(BIN)/python main.py $(BUILD)/moveo.mktplan; \
	else \
		$(MAKE) --no-print-directory documents; \
	fi

documents: $(READY)
	@mkdir -p $(BUILD)
	@rm -f $(BUILD)/local-service.mktplan
	@$(BIN)/python main.py new $(BUILD)/local-service.mktplan --sample local-service
	@$(BIN)/python main.py write $(BUILD)/local-service.mktplan --kind annual --format docx,pdf --out $(BUILD)/

test: $(READY) check
	@$(MAKE) --no-print-directory -j2 test-forms test-window test-papers test-domain

# Four parts, two at a time; the last one takes whatever is not named in the others.
WINDOW := $(sort $(wildcard tests/wizards/test_[m-z]*.py)) tests/test_end_to_end.py
FORMS := tests/wizards
PAPERS := tests/writers tests/composing tests/drawing tests/cli
NOT_WINDOW := $(WINDOW:%=--ignore=%)
PYTEST := QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q

test-window:
	$(PYTEST) $(WINDOW)

test-papers:
	$(PYTEST) $(PAPERS)

test-forms:
	$(PYTEST) $(FORMS) $(NOT_WINDOW)

test-domain:
	$(PYTEST) tests --ignore=tests/benchmarks --ignore=tests/peers $(NOT_WINDOW) \
		$(FORMS:%=--ignore=%) $(PAPERS:%=--ignore=%)

# Our methods held against other people's packages, which the program itself does without.
peers: $(PEERS)
	$(BIN)/python -m pytest tests/peers -q

benchmarks: $(PEERS)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests/benchmarks --timeout=1800 \
		-o faulthandler_timeout=3600 -q -s

check: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

nightly: $(PEERS)
	PLANSMITH_NIGHTLY=1 QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --timeout=3600 \
		-o faulthandler_timeout=7200 -q tests

# The pictures that the window is held against: look at each before it is committed.
references: $(READY)
	PLANSMITH_RENEW=1 $(PYTEST) tests/wizards/test_screens.py -k look

$(READY): requirements.lock scripts/setup
	bash scripts/setup "$(PYTHON)" "$(VENV)"
	@touch $@

$(PEERS): $(READY) requirements-peers.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements-peers.lock
	@touch $@

clean:
	rm -rf $(BUILD) $(VENV)
