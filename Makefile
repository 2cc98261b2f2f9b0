# Every target installs what is missing first; that takes no time when nothing is.
SWIFT_FLAGS := --explicit-target-dependency-import-check error

.PHONY: help setup build test demo lint format bench bench-solver bench-report test-peers bench-optimiser \
  bench-regions bench-roads bench-custody bench-simulate fuzz soak clean

help:
	@echo "make demo    build, then run one delivery day in Kota Bandar Lampung"
	@echo "make test    build and run every test (what CI runs)"
	@echo "make build   build the release program: .build/release/hantar"
	@echo "make bench   measure speed and memory against their floors"
	@echo "make bench-solver SUITE=belgium PEERS='hantar pyvrp' PANEL=full   the optimiser and its peers"
	@echo "make bench-report   write the tables of the optimiser and its peers anew"
	@echo "make test-peers  test what measures the peers"
	@echo "make bench-optimiser FILES='a.vrp b.vrp' SECONDS=30 SEEDS=3   solve benchmark instances"
	@echo "make bench-regions   a million look-ups of a place in real boundaries"
	@echo "make bench-roads     the road network beside its peers"
	@echo "make bench-custody   confirmations, merging, verification and proofs beside their floors"
	@echo "make bench-simulate  the what-if simulation beside SimPy, and Bekasi 2020 200 times"
	@echo "make soak DAYS=10000   simulated days of couriers, carriers and an office in which everything fails"
	@echo "make fuzz FUZZ_SECONDS=600 FUZZ_SEED=1   change files at random and read them"
	@echo "make lint    check the formatting of all Swift code"
	@echo "make format  format all Swift code"

setup:
	@scripts/setup.sh

build: setup
	swift build -c release --product hantar $(SWIFT_FLAGS)

demo: build
	@scripts/demo.sh demo

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

test: setup lint
	swift build --build-tests $(SWIFT_FLAGS)
	swift test --skip-build

bench: build
	@scripts/bench.sh

# Without options the short panel of every suite, Hantar and the two strongest peers: about 35
# minutes. DRY_RUN=1 tells what would be run and how long it takes.
export PEERS ?= hantar pyvrp hgs
export SUITE PANEL BUDGET_SHARE INSTANCES FRESH DRY_RUN DATA CORE PROGRAM
bench-solver: setup
	@scripts/bench-solver.sh

bench-report:
	@scripts/bench-solver.sh report

test-peers:
	cd Benchmarks && python3 -m unittest discover --start-directory peers/tests --top-level-directory .

SECONDS := 30
SEEDS := 3
FILES := kecamatan:1 kecamatan:2
bench-optimiser: setup
	swift run -c release --package-path Benchmarks optimiser-benchmark $(SECONDS) $(SEEDS) $(FILES)

BOUNDARIES := $(wildcard ../shared/data/maps/boundaries/*_kelurahan.geojson)
bench-regions: setup
	swift run -c release --package-path Benchmarks region-benchmark $(BOUNDARIES)

export MAPS
bench-roads: build
	@scripts/bench-roads.sh
	@scripts/bench-road-plans.sh

# In FOLDER, which must be on the disk that is meant; by default on that of temporary files.
bench-custody: setup
	@scripts/bench-custody.sh $(FOLDER)

# OFFICES and RUNS say how often each is run; by default 20 times and 200 times.
bench-simulate: setup
	@scripts/bench-simulate.sh

DAYS := 10000
soak: setup
	swift run -c release --package-path Benchmarks exchange-soak $(DAYS)
	swift run -c release --package-path Benchmarks exchange-soak bytes

FUZZ_SECONDS := 600
FUZZ_SEED := 1
fuzz: setup
	swift run -c release --package-path Benchmarks format-fuzz $(FUZZ_SECONDS) $(FUZZ_SEED) Benchmarks/fuzz/*

clean:
	rm -rf .build demo
