#!/bin/sh
# The day of 27 July 2017 in Kota Bandar Lampung, played with the program's own commands:
# 15,000 cards printed, 5,000 of them brought to the door by officers of Satpol PP.
# Every person in it is invented. Usage: scripts/demo.sh FOLDER [PROGRAM [CARDS DOOR COURIERS]]
set -eu

folder=${1:-demo}
here=$(cd "$(dirname "$0")/.." && pwd)
hantar=${2:-$here/.build/release/hantar}
cards=${3:-15000} door=${4:-5000} couriers=${5:-75}
export HANTAR_MAPS="$here/maps"
export HANTAR_WORKSPACE="$folder/office"
export HANTAR_LANG="${HANTAR_LANG:-en}"
export HANTAR_OFFICER="A. Zainuddin"

# The clock of the day that is played.
at() { export HANTAR_NOW="2017-07-${1}T${2}:00+07:00"; }

bold='' plain=''
if [ -t 1 ]; then bold=$(printf '\033[1m') plain=$(printf '\033[0m'); fi

# Shows a command as a user would type it, then runs it.
run() {
  printf '\n%s$ hantar %s%s\n' "$bold" "$*" "$plain"
  "$hantar" "$@"
}

say() { printf '\n== %s\n' "$*"; }

rm -rf "$folder"
mkdir -p "$folder/documents" "$folder/couriers" "$folder/bundles"

say "Thursday 20 July 2017: $cards cards lie printed in the office of Disdukcapil"
at 20 16:00
run init "$HANTAR_WORKSPACE" --region 18.71
run sample roads --seed 2017 --out "$folder/roads.osm.gz"
run import roads "$folder/roads.osm.gz"
run sample cards --count "$cards" --door "$door" --seed 2017 --printed-until 2017-07-20 --out "$folder/cards.csv"
run import cards "$folder/cards.csv"
run sample couriers --count "$couriers" --organisation "Satpol PP" --seed 2017 --out "$folder/couriers.csv"
run import couriers "$folder/couriers.csv"

say "Wednesday evening: the dispatcher plans Thursday"
at 26 19:00
run plan --date 2017-07-27 --seed 1
run run list --date 2017-07-27 --limit 5

say "Thursday 27 July, 07:30: the handover, from Disdukcapil to Satpol PP to each officer"
at 27 07:30
run handover create --date 2017-07-27
run handover sign --date 2017-07-27 --giver "A. Zainuddin" --taker "Cik Raden"
run handover print --date 2017-07-27 --out "$folder/documents"
run run print --date 2017-07-27 --directions --out "$folder/documents"
run run labels --date 2017-07-27 --out "$folder/documents"

say "Every officer's telephone is enrolled once; from now on it signs all that it records"
printf '271849\n' >"$folder/couriers/pin"
export HANTAR_PIN_FILE="$folder/couriers/pin"
for courier in $("$hantar" run list --date 2017-07-27 --json | sed -n 's/.*"courier": "\(.*\)".*/\1/p'); do
  "$hantar" courier enrol --courier "$courier" --pocket "$folder/couriers/$courier.pocket"
done >"$folder/couriers/log.txt"
tail -n 2 "$folder/couriers/log.txt"
printf '\n%s$ hantar device enrol %s/couriers/*.device --unchecked%s\n' "$bold" "$folder" "$plain"
"$hantar" device enrol "$folder"/couriers/*.device --unchecked >"$folder/couriers/log.txt"
tail -n 2 "$folder/couriers/log.txt"
run run export --date 2017-07-27 --format bundle --out "$folder/bundles"
run run export --date 2017-07-27 --format geojson --out "$folder/documents"
run run export --date 2017-07-27 --format gpx --out "$folder/documents"

say "08:10: the first officer opens the run on a telephone; there is no signal"
first=R-20170727-1-001
courier_of() { "$hantar" run list --run "$1" --json | sed -n 's/.*"courier": "\(.*\)".*/\1/p'; }
pocket="$folder/couriers/$(courier_of $first).pocket"
at 27 08:10
run courier unlock --pocket "$pocket"
run courier open "$folder/bundles/$first.run" --pocket "$pocket"
run courier next --pocket "$pocket"
at 27 08:16
at_the_door="$folder/couriers/at-the-door.txt"
# The next stop says which command delivers it: which proofs it takes depends on its cards.
deliver=$("$hantar" courier next --pocket "$pocket" | sed -n 's/.*hantar \(courier deliver .*\)/\1/p')
# shellcheck disable=SC2086 # several words
run $deliver --pocket "$pocket" >"$at_the_door"
at 27 08:25
run courier fail --reason NOT_HOME --pocket "$pocket" >>"$at_the_door"
cat "$at_the_door"
run courier status --pocket "$pocket"

# One officer's day from here on: the signed sheet typed in, what is left brought back, a file made.
# Cards that were recorded at the door are crossed out on the sheet.
finish() {
  pocket="$folder/couriers/$(courier_of "$1").pocket"
  "$hantar" courier unlock --pocket "$pocket"
  "$hantar" courier open "$folder/bundles/$1.run" --pocket "$pocket"
  "$hantar" sample outcomes "$1" --seed 2017 --out "$folder/couriers/sheet.csv"
  grep -o 'KTP-[0-9-]*' "$at_the_door" | grep -v -F -f - "$folder/couriers/sheet.csv" >"$folder/couriers/$1.csv"
  "$hantar" courier enter "$folder/couriers/$1.csv" --pocket "$pocket"
  "$hantar" courier return --pocket "$pocket"
  "$hantar" courier bundle --pocket "$pocket" --out "$folder/bundles/$1.bundle"
  "$hantar" courier lock --pocket "$pocket"
}

say "16:30: the officers are back, type in their signed sheets and hand in what is left"
at 27 16:30
runs=$("$hantar" run list --date 2017-07-27 --json | sed -n 's/.*"run": "\(.*\)".*/\1/p')
late=$(echo "$runs" | tail -n 6)
ontime=$(echo "$runs" | sed "1d" | head -n -6)
for id in $ontime; do
  echo "\$ hantar courier open, enter, return, bundle   # $id"
  finish "$id"
done >"$folder/couriers/log.txt"
# The first officer worked card by card; the rest of the run comes from the sheet.
finish "$first" >>"$folder/couriers/log.txt" 2>&1
tail -n 5 "$folder/couriers/log.txt"

say "17:30: the bundles are merged; six officers have not come in yet"
at 27 17:30
run sync "$folder"/bundles/*.bundle
run report day --date 2017-07-27 --html "$folder/documents/day-report-evening.html"
run report map --date 2017-07-27 --out "$folder/documents"

say "Friday morning: the last six come in, and a bundle that was merged before comes again"
at 28 08:00
for id in $late; do finish "$id"; done >>"$folder/couriers/log.txt"
# shellcheck disable=SC2086 # one file for each run
run sync $(for id in $late; do echo "$folder/bundles/$id.bundle"; done) "$folder/bundles/$first.bundle"
run report day --date 2017-07-27 --html "$folder/documents/day-report.html"
run report map --date 2017-07-27 --out "$folder/documents"
run coverage
run review list
run report closing --date 2017-07-28 --html "$folder/documents/closing.html"
run report public --out "$folder/documents/public-report"

say "Can anyone have changed the record? A line to publish, and the proof of one card for a court"
run audit checkpoint
run audit verify
card=$("$hantar" card search --status needs-clerk --limit 1 --json | sed -n 's/.*"card": "\(.*\)".*/\1/p')
say "Where is my card? One that nobody could deliver:"
run card show "$card"
run card history "$card" --html "$folder/documents/card-story.html"
run audit prove "$card" --out "$folder/documents/$card.proof.json"
if command -v python3 >/dev/null; then
  printf '\n%s$ python3 docs/verify_proof.py %s%s\n' "$bold" "$folder/documents/$card.proof.json" "$plain"
  python3 "$here/docs/verify_proof.py" "$folder/documents/$card.proof.json"
fi

cat <<END

== Written to $folder
  office/                          the workspace: database, keys, ledger anchor
  documents/run-sheets-2017-07-27-1.html   run sheets to print, A4
  documents/handovers/             handover documents (BAST)
  documents/map-2017-07-27.html    the day on a map; opens offline in any browser
  documents/day-report.html        the day's report
  documents/labels-2017-07-27-1.html       labels with QR codes for the cards
  documents/closing.html, public-report.html   the closing per holder, and what may be published
  documents/gpx/, documents/*.geojson      the runs for navigators and map programs
  bundles/, couriers/              what went to the couriers and came back

== Try next
  export HANTAR_WORKSPACE=$folder/office PATH=$here/.build/release:\$PATH
  hantar card search siti --limit 5
  hantar coverage --kecamatan Kemiling
  hantar run show $first
  HANTAR_NOW=2017-07-28T09:00:00+07:00 hantar plan --date 2017-07-28
  hantar report day --date 2017-07-27 --lang id
END
