#!/bin/sh
# Measures what the README promises about speed and memory, each figure beside a floor taken in
# the same run. Usage: scripts/bench.sh [FOLDER]
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
"$here/scripts/setup.sh" sqlite3 time bc

hantar="$here/.build/release/hantar"
folder=${1:-$(mktemp -d)}
export HANTAR_MAPS="$here/maps" HANTAR_LANG=en HANTAR_NOW=2020-02-28T08:00:00+07:00
mkdir -p "$folder"
cd "$folder"

# Prints the wall seconds and the peak kilobytes of a command; its own output goes to a log.
measure() { /usr/bin/time --format '%e %M' --output figures "$@" >log 2>&1 || { cat log >&2; exit 1; }; cat figures; }
row() { printf '| %-46s | %12s | %12s | %-30s |\n' "$@"; }
ratio() { echo "scale=2; $1 / $2" | bc; }

row 'what' 'measured' 'limit' 'against its floor'
row '---' '---:' '---:' '---'

# 191,000 cards of Kabupaten Bekasi, 2020. Floor: SQLite's own shell loading the same file into one
# table without a check, an index or a ledger.
rm -rf bekasi bare.sqlite
"$hantar" init bekasi --region 32.16 >/dev/null
"$hantar" sample cards -C bekasi --count 191000 --seed 1 --printed-until 2020-02-28 --out cards.csv >/dev/null
set -- $(measure "$hantar" import cards -C bekasi cards.csv)
seconds=$1 kilobytes=$2
set -- $(measure sqlite3 bare.sqlite '.import --csv cards.csv card')
row 'import of 191,000 cards: seconds' "$seconds" 10 "$(ratio "$seconds" "$1") x bare sqlite3 .import"
row 'import of 191,000 cards: peak MB' $((kilobytes / 1024)) 300 ''

# One look-up in that store. Floor: the start of the program itself.
card=$("$hantar" card search -C bekasi --kecamatan Cibitung --limit 1 --json | sed -n 's/.*"card": "\(.*\)".*/\1/p')
loop() { for _ in 1 2 3 4 5 6 7 8 9 10; do "$@" >/dev/null; done; }
start=$(date +%s%N); loop "$hantar" card show -C bekasi "$card"; show=$((($(date +%s%N) - start) / 10000000))
start=$(date +%s%N); loop "$hantar" --version; floor=$((($(date +%s%N) - start) / 10000000))
row 'card show among 191,000: milliseconds' "$show" 50 "$(ratio "$show" "$floor") x starting the program"

# 5,000 cards in the 20 kecamatan of Kota Bandar Lampung. Floor: the same plan's time at the doors,
# which no routing can shorten.
rm -rf lampung
export HANTAR_NOW=2017-07-26T19:00:00+07:00
"$hantar" init lampung --region 18.71 >/dev/null
"$hantar" sample cards -C lampung --count 5000 --seed 2017 --printed-until 2017-07-20 --out door.csv >/dev/null
"$hantar" import cards -C lampung door.csv >/dev/null
"$hantar" sample couriers -C lampung --count 110 --seed 2017 --out couriers.csv >/dev/null
"$hantar" import couriers -C lampung couriers.csv >/dev/null
for effort in quick normal; do
  limit=1
  [ "$effort" = quick ] || limit=10
  set -- $(measure "$hantar" plan -C lampung --date 2017-07-27 --effort "$effort")
  seconds=$1
  "$hantar" run list -C lampung --date 2017-07-27 --json >runs.json
  travel=$(sed -n 's/.*"travelSeconds": \([0-9]*\).*/\1/p' runs.json | paste -sd+ | bc)
  cards=$(sed -n 's/.*"cards": \([0-9]*\).*/\1/p' runs.json | paste -sd+ | bc)
  row "plan of 5,000 cards, $effort: seconds" "$seconds" "$limit" "$cards cards in runs, $((travel / 60)) min on the road"
done
"$hantar" report map -C lampung --date 2017-07-27 --out . >/dev/null
row 'map of that day: kilobytes' $(($(wc -c <map-2017-07-27.html) / 1024)) 5120 ''
