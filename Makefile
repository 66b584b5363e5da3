# make run    install what is missing, build, serve the demo territory
# make test   install what is missing, run every test
# make bench  measure against the peers (docs/benchmarks.md)
# make format put the sources in the house format
SHELL := /bin/bash
DATA ?= data
PORT ?= 8080
BINARY := .build/release/arpent
SOURCES := Package.swift scripts/setup $(shell find Sources -type f)

.PHONY: run build test bench format clean

run: build
	@exec $(BINARY) serve --demo --data "$(DATA)" --port $(PORT)

build: $(BINARY)

$(BINARY): $(SOURCES)
	@scripts/setup
	@echo "==> Building (the first time takes some minutes)" >&2
	@swift build -c release --product arpent
	@touch $@

test:
	@scripts/setup test
	@echo "==> Formatting" >&2
	@swift format lint --strict --recursive --parallel --configuration .swift-format Sources Tests Package.swift
	@echo "==> Building the tests (the first time takes some minutes)" >&2
	@swift build --build-tests
	@swift test --skip-build --no-parallel

bench: build
	@Benchmarks/run

format:
	@swift format --in-place --recursive --parallel --configuration .swift-format Sources Tests Package.swift

clean:
	@rm -rf .build
