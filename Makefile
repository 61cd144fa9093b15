# `make` installs what is missing, builds the program and runs its main job on the bundled content; `make test` tests it. Both share one build, which
# is quick to make. `make build` makes the optimised program, which takes three times as long to build and runs five times as fast.

SWIFT ?= swift
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
# The C libraries that the program is built on, and Python, whose mail parser the tests hold messages against.
PACKAGES := libcmark-dev libssl-dev libyaml-dev pkg-config python3 python3-venv
# Mail readers that the tests hold messages against.
READERS := mblaze gir1.2-gmime-3.0 python3-gi
TESTS := $(SWIFT) test --disable-xctest

.PHONY: all build run test test-proofs test-address test-browser fuzz benchmark-markup format format-check deps readers clean

all: run

run: deps
	$(SWIFT) build --product playbook
	.build/debug/playbook build

build: deps
	$(SWIFT) build --configuration release --static-swift-stdlib -debug-info-format none --product playbook

test: deps readers .venv/installed
	$(TESTS)

# The long proofs, of which `make test` runs a little: random libraries, mutated files, hostile messages. PROOFS=20 runs a twentieth.
PROOFS ?= 1
test-proofs: deps readers .venv/installed
	PLAYBOOK_PROOFS=$(PROOFS) $(TESTS) --filter 'PlaybookProofTests|ReaderTests'

# The tests under the address sanitizer, in a build folder of their own; not those that only start the program again and again.
test-address: deps readers .venv/installed
	LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/leaks.supp:print_suppressions=0 \
		$(TESTS) --sanitize=address --scratch-path .build-address --skip 'CrashTests|HostileTests'

# The built site in a real browser. Chromium comes from Debian, the rest from PyPI into .venv. The site is built a second time with an
# address below a path, and a third time from a large corpus of other people's Markdown where that is at hand.
BROWSER := .build/browser
BELOW := .build/below
CORPUS := ../shared/corpus/engineering-playbook
SITE := .build/release/playbook build --as-of 2026-11-10
LYCHEE := .venv/bin/lychee --offline --include-fragments --no-progress
test-browser: build .venv/ready browser
	$(SITE) --output $(BROWSER)
	rm -rf $(BELOW) && mkdir -p $(BELOW)/root/docs && cp -r content $(BELOW)/content
	sed -i 's|^  base_url:.*|  base_url: "https://playbook.helios.example/docs/playbook/"|' $(BELOW)/content/playbook.yml
	$(SITE) --content $(BELOW)/content --output $(BELOW)
	mv $(BELOW)/_site $(BELOW)/root/docs/playbook
	.venv/bin/python Tests/Browser/test_search.py $(BROWSER)/_site
	.venv/bin/python Tests/Browser/test_pages.py $(BROWSER)/_site
	.venv/bin/python Tests/Browser/test_print.py $(BROWSER)/_site
	.venv/bin/python Tests/Browser/test_policy.py $(BROWSER)/_site
	.venv/bin/python Tests/Browser/test_below.py $(BELOW)/root
	.venv/bin/python Tests/Browser/test_digests.py $(BROWSER)/_digests/2026-11
	python3 Tests/Mail/spam.py $(BROWSER)/_digests/2026-11
	$(LYCHEE) --root-dir $(CURDIR)/$(BROWSER)/_site "$(BROWSER)/_site/**/*.html"
	$(LYCHEE) --root-dir $(CURDIR)/$(BELOW)/root "$(BELOW)/root/**/*.html"
	.venv/bin/python Tests/Browser/test_markup.py $(BROWSER)/_site
	@if [ -d $(CORPUS) ]; then $(MAKE) test-corpus; else echo "SKIPPED: the validator on the corpus, for there is no $(CORPUS)"; fi

# The validator on what other people wrote. Links that are broken there already stay so.
.PHONY: test-corpus
test-corpus:
	mkdir -p .build/corpus/content && ln -sfn $(abspath $(CORPUS)) .build/corpus/content/chapters
	$(SITE) --content .build/corpus/content --output .build/corpus --rule broken-link=warning 2> .build/corpus/findings.txt || { cat .build/corpus/findings.txt; exit 1; }
	.venv/bin/python Tests/Browser/test_markup.py .build/corpus/_site

# Every type of page at three widths, light and dark, to look at.
.PHONY: screenshots
screenshots: build .venv/ready browser
	$(SITE) --output $(BROWSER)
	.venv/bin/python Tests/Browser/screenshots.py $(BROWSER)/_site .build/screenshots

.PHONY: browser
browser:
	@{ command -v chromium && command -v java && command -v spamassassin; } > /dev/null || \
		{ $(SUDO) apt-get update && $(SUDO) apt-get install --yes --no-install-recommends chromium default-jre-headless spamassassin; }

.venv/ready: Tests/Browser/requirements.txt
	python3 -m venv .venv
	.venv/bin/pip install --quiet --requirement $<
	touch $@

# Hostile Markdown under the address sanitizer; SECONDS=600 for a long run.
SECONDS ?= 60
SEED ?= 1
fuzz: deps
	LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/leaks.supp:print_suppressions=0 \
		$(SWIFT) run --sanitize=address --scratch-path .build-address \
		markup-fuzz --seconds $(SECONDS) --seed $(SEED) content $(wildcard ../shared/spec/*.json)

# Whether the time a byte of Markdown costs stays the same from 10 kB to 10 MB.
benchmark-markup: deps
	$(SWIFT) run --configuration release markup-scaling

format:
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

format-check:
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

# The validators that the tests hold the program against.
.venv/installed: Tests/requirements.txt | deps
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --requirement Tests/requirements.txt
	touch $@

deps:
	@pkg-config --exists libcmark libcrypto yaml-0.1 && python3 -c 'import ensurepip' || \
		{ $(SUDO) apt-get update && $(SUDO) apt-get install --yes --no-install-recommends $(PACKAGES); }

readers:
	@command -v mshow > /dev/null && /usr/bin/python3 -c 'import gi; gi.require_version("GMime", "3.0")' 2> /dev/null || \
		{ $(SUDO) apt-get update && $(SUDO) apt-get install --yes --no-install-recommends $(READERS); }

clean:
	rm -rf .build .build-address _site _digests
