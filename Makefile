# Every target sets up what it needs: a virtual environment in .venv, the locked libraries, Qt's system libraries.
PYTHON ?= python3
BIN := .venv/bin
APP := $(BIN)/tpe-guide
ARGS ?=
# A file of tests stays with one process, for what its tests share; each process takes about 400 MB. The files come in
# the order of tests/conftest.py: the longest first.
ON_EVERY_CORE := -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

.DEFAULT_GOAL := help
.PHONY: help run test proofs fuzz torture soak lint types contracts check-content check bench bundle tour compare-tours readme-pictures show-pages renew-pages messages release lock clean ready

help:  ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' Makefile | while IFS='|' read -r name words; do \
		printf '  make %-16s %s\n' "$$name" "$$words"; done

run:  ## open the app; ARGS="--page tingling" opens it there
	@$(PYTHON) tools/bootstrap.py --window
	@if $(BIN)/python -m tpe_guide.ui.shell.display; then \
		exec $(APP) $(ARGS); \
	else \
		exec sh tools/show-without-display.sh $(APP); \
	fi

test: ready  ## run the whole test suite, with no screen; ARGS="tests/diary -k save" picks some
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(if $(ARGS),$(ARGS),$(ON_EVERY_CORE))

proofs:  ## the slow proofs: real print queues, a screen reader and its bus, a voice, judges of FHIR, HTML, EPUB, the golden pages; installs what those take
	@$(PYTHON) tools/bootstrap.py --proofs
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m slow $(ARGS)

lint: ready  ## layout and lint of the code
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

types: ready  ## static types
	@$(BIN)/mypy

contracts: ready  ## imports run one way, and only the face knows Qt
	@$(BIN)/lint-imports --no-logo

check-content: ready  ## every sentence of the guide: sources, numbers, links, length
	@$(APP) content check

check: lint types contracts check-content test  ## everything that CI runs

bench: ready  ## speed and memory, each figure beside its floor
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks $(ARGS)

fuzz: ready  ## random taps and keys on home and kiosk, 400,000 in all; ARGS="--seeds 2 --events 2000" takes minutes
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m fuzz $(ARGS)

torture: ready  ## the diary killed, damaged and written by two at once; ARGS="--kills 20 --courses 20" takes a minute
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m torture $(ARGS)

soak: ready  ## visits to the real kiosk, and what is left of them in memory; ARGS="--visits 20" takes two minutes
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m torture.visits $(if $(ARGS),$(ARGS),--visits 1000)

bundle:  ## a folder in dist/ that runs without Python
	@$(PYTHON) tools/bootstrap.py --bundle
	@$(BIN)/python packaging/bundle.py

tour: ready  ## a picture of every screen, in out/tour
	@$(APP) tour --out out/tour $(ARGS)

compare-tours: ready  ## what differs between the tours in the folders A and B: make compare-tours A=before B=after
	@$(BIN)/python tools/compare_tours.py $(A) $(B)

readme-pictures: ready  ## the pictures that README.md shows
	@sh tools/readme-pictures.sh $(APP)

messages: ready  ## all that the program says, for translators: out/tpe-guide.pot, and each language in assets/locale
	@$(BIN)/python tools/messages.py

release: ready  ## check, build, commit and tag: make release VERSION=0.2.0; ARGS=--dry-run takes it all back
	@$(BIN)/python tools/release.py $(VERSION) $(ARGS)

show-pages:  ## what differs on the nurse's pages of the golden corpus, before and now, in out/paper; ARGS="five_of_seven" shows one
	@$(BIN)/python -m tests.summary.goldens show $(ARGS)

renew-pages:  ## keep the pages of the golden corpus as they look now
	@$(BIN)/python -m tests.summary.goldens renew $(ARGS)

lock:  ## look for newer libraries and write requirements.lock
	@$(PYTHON) -m venv build/lock
	@build/lock/bin/pip install --quiet --disable-pip-version-check uv
	@build/lock/bin/uv pip compile pyproject.toml --no-config --universal --python-version 3.11 \
		--extra dev --extra bundle --upgrade --generate-hashes --quiet \
		--custom-compile-command "make lock" --output-file requirements.lock

clean:  ## remove what was built, not the environment
	rm -rf build dist out .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache src/tpe_guide/compiled

ready:
	@$(PYTHON) tools/bootstrap.py
