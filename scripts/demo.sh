#!/bin/sh
# The day of 27 July 2017 in Kota Bandar Lampung, played with the program's own commands:
# 15,000 cards printed, 5,000 of them brought to the door by officers of Satpol PP.
# Every person in it is invented. Usage: scripts/demo.sh FOLDER
set -eu

folder=${1:-demo}
here=$(cd "$(dirname "$0")/.." && pwd)
hantar="$here/.build/release/hantar"
export HANTAR_MAPS="$here/maps"
export HANTAR_WORKSPACE="$folder/office"
export HANTAR_LANG="${HANTAR_LANG:-en}"

# The clock of the day that is played.
at() { export HANTAR_NOW="2017-07-${1}T${2}:00+07:00"; }

# Shows a command as a user would type it, then runs it.
run() {
  printf '\n\033[1m$ hantar %s\033[0m\n' "$*"
  "$hantar" "$@"
}

say() { printf '\n== %s\n' "$*"; }

rm -rf "$folder"
mkdir -p "$folder/documents" "$folder/couriers" "$folder/bundles"

say "Thursday 20 July: 15,000 cards lie printed in the office"
at 20 16:00
run init "$HANTAR_WORKSPACE" --region 18.71
run sample cards --count 15000 --door 5000 --seed 2017 --printed-until 2017-07-20 --out "$folder/cards.csv"
run import cards "$folder/cards.csv"
run sample couriers --count 110 --organisation "Satpol PP" --seed 2017 --out "$folder/couriers.csv"
run import couriers "$folder/couriers.csv"

say "Wednesday evening: the dispatcher plans Thursday"
at 26 19:00
run plan --date 2017-07-27 --seed 1
run run list --date 2017-07-27 --limit 8

say "Thursday 27 July, 07:30: the handover, from Disdukcapil to Satpol PP to each officer"
at 27 07:30
run handover create --date 2017-07-27 --to "Satpol PP"
run handover sign --date 2017-07-27 --giver "Kepala Disdukcapil" --taker "Kasat Pol PP"
run handover print --date 2017-07-27 --out "$folder/documents"
run run print --date 2017-07-27 --out "$folder/documents"
run run export --date 2017-07-27 --format bundle --out "$folder/bundles"
run run export --date 2017-07-27 --format geojson --out "$folder/documents"
run run export --date 2017-07-27 --format gpx --out "$folder/documents"

say "08:10: the first officer opens the run on a telephone; there is no signal"
first=R-20170727-1-001
export HANTAR_POCKET="$folder/couriers/$first.pocket"
at 27 08:10
run courier open "$folder/bundles/$first.run"
run courier next
card=$("$hantar" courier next --ids | head -n 1)
at 27 08:14
run courier deliver "$card" --to self --proof signature --proof old-card
at 27 08:22
run courier next
card=$("$hantar" courier next --ids | head -n 1)
at 27 08:25
run courier fail "$card" --reason NOT_HOME

say "16:00: the other officers type in their signed sheets; six have no signal yet"
at 27 16:00
run courier enter --sample-seed 2017 --pocket "$HANTAR_POCKET"
