# `make` installs what is missing, builds the program and runs its main job on the bundled content; `make test` tests it.

SWIFT ?= swift
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
# The C libraries that the program is built on, and Python, whose mail parser the tests hold messages against.
PACKAGES := libcmark-dev libyaml-dev pkg-config python3
TESTS := $(SWIFT) test --disable-xctest

.PHONY: all build run test test-address test-browser format format-check deps clean

all: run

run: build
	.build/release/playbook build

build: deps
	$(SWIFT) build --configuration release --product playbook

test: deps
	$(TESTS)

# The same tests under the address sanitizer, in a build folder of their own.
test-address: deps
	LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/leaks.supp:print_suppressions=0 \
		$(TESTS) --sanitize=address --scratch-path .build-address

# The built site in a real browser. Chromium comes from Debian, the rest from PyPI into .venv.
test-browser: build .venv/ready
	command -v chromium > /dev/null || { $(SUDO) apt-get update && $(SUDO) apt-get install --yes --no-install-recommends chromium; }
	.build/release/playbook build --as-of 2026-11-10 --output .build/browser
	.venv/bin/python Tests/Browser/test_search.py .build/browser/_site

.venv/ready: Tests/Browser/requirements.txt
	python3 -m venv .venv
	.venv/bin/pip install --quiet --requirement $<
	touch $@

format:
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

format-check:
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

deps:
	@pkg-config --exists libcmark yaml-0.1 && command -v python3 > /dev/null || \
		{ $(SUDO) apt-get update && $(SUDO) apt-get install --yes --no-install-recommends $(PACKAGES); }

clean:
	rm -rf .build .build-address _site _digests
