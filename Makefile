# What a person types. Everything that is needed beyond Swift is installed on the way.
SHELL := /bin/bash
PACKAGES := libcmark-dev libssl-dev libxml2-dev pkg-config
PROGRAM := .build/release/parallax

BROWSER := chromium chromium-driver

.PHONY: report test bench format lint manual screenshots packages browser build clean

report: build
	$(PROGRAM) report

test: packages browser
	swift test

# BENCH_CORPUS: a file or folder of articles; a folder with corpus.jsonl, corpus.txt and lexicons is run beside rivals too. Without it, an invented one.
BENCH_FOLDER := $(if $(wildcard $(BENCH_CORPUS)/corpus.txt),$(BENCH_CORPUS),.build/bench-corpus)

bench: packages build
	swift build -c release --product benchmarks
	.build/release/benchmarks
	@[ -f $(BENCH_FOLDER)/corpus.txt ] || .build/release/benchmarks corpus $(BENCH_FOLDER)
	@if command -v python3 >/dev/null; then python3 Scripts/bench-rivals.py $(BENCH_FOLDER) $(PROGRAM); else echo "python3 is not there: rivals are not run"; fi
	@if command -v valgrind >/dev/null; then Scripts/bench-instructions.sh $(BENCH_FOLDER) $(PROGRAM); else echo "valgrind is not there: instructions are not counted"; fi

format:
	swift format --in-place --parallel --recursive Package.swift Sources Tests Benchmarks

lint:
	swift format lint --strict --parallel --recursive Package.swift Sources Tests Benchmarks

manual: packages
	@mkdir -p .build/manual
	swift package --allow-writing-to-package-directory generate-manual --output-directory .build/manual
	@echo "The manual page: man -l .build/manual/parallax.1"

build: packages
	swift build -c release --product parallax

# Installs only what is missing; sudo only where the user is not root.
packages:
	@missing=(); for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' "$$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$$package"); \
	done; \
	if [ $${#missing[@]} -gt 0 ]; then \
	  echo "Installing $${missing[*]}"; \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y --no-install-recommends "$${missing[@]}"; \
	fi

# Without a browser the tests of the page skip, and say so.
browser:
	@command -v chromium >/dev/null && command -v chromedriver >/dev/null || { \
	  echo "Installing $(BROWSER)"; \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y --no-install-recommends $(BROWSER); \
	} || echo "Chromium could not be installed: the tests of the page will be skipped."

# The report on the seeds at three widths, light and dark.
screenshots: packages browser
	PARALLAX_SCREENSHOTS=docs/screenshots swift test --filter ScreenshotTests
	@ls docs/screenshots

clean:
	swift package clean
