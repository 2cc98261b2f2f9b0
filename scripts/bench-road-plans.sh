#!/bin/sh
# Plans 5,000 cards twice, on straight lines and on roads, and measures both plans on the roads: on
# the sketch roads of Kota Bandar Lampung, and on the real roads of Jakarta with borders made up for
# the purpose. Usage: scripts/bench-road-plans.sh [FOLDER]; MAPS names the folder of real maps.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
"$here/scripts/setup.sh" time
hantar="$here/.build/release/hantar"
real=$(cd "$here" && realpath "${MAPS:-../shared/data/maps/osm}")
folder=${1:-$(mktemp -d)}
export HANTAR_LANG=en HANTAR_NOW=2017-07-26T19:00:00+07:00
mkdir -p "$folder"
cd "$folder"

# What a plan comes to on the roads: hours on the way.
hours() {
  "$hantar" roads measure -C town "$1" --json |
    awk -F'[:,]' '/travelSeconds/ { printf "%.1f h", $2 / 3600 } /legsWithoutWay/ { if ($2 > 0) printf " (%d legs without a way) ", $2 }'
}

# Usage: town NAME REGION ROADS; ROADS is a file, or nothing for a sketch.
town() {
  rm -rf town
  "$hantar" init town --region "$2" >/dev/null
  roads=$3
  if [ -z "$roads" ]; then
    roads=sketch.osm.gz
    "$hantar" sample roads -C town --out "$roads" >/dev/null
  fi
  "$hantar" import roads -C town "$roads" >/dev/null 2>&1
  "$hantar" sample cards -C town --count 5000 --seed 2017 --printed-until 2017-07-20 --out cards.csv >/dev/null
  "$hantar" import cards -C town cards.csv >/dev/null
  "$hantar" sample couriers -C town --count 110 --seed 2017 --out couriers.csv >/dev/null
  "$hantar" import couriers -C town couriers.csv >/dev/null
  mv town/roads roads.kept
  "$hantar" plan -C town --date 2017-07-27 >/dev/null
  mv roads.kept town/roads
  straight=$(hours 2017-07-27-1)
  /usr/bin/time --format '%e s' --output taken "$hantar" plan -C town --date 2017-07-27 >plan.txt
  "$hantar" check -C town 2017-07-27-2 >/dev/null
  printf '| %-34s | %10s | %10s | %8s |\n' "$1" "$straight" "$(hours 2017-07-27-2)" "$(cat taken)"
}

printf '| %-34s | %10s | %10s | %8s |\n' '5,000 cards, 110 couriers' 'straight' 'on roads' 'planned in'
printf '| --- | ---: | ---: | ---: |\n'
HANTAR_MAPS="$here/maps" town 'Kota Bandar Lampung, sketch roads' 18.71 ''
python3 "$here/Benchmarks/roads/trial_map.py" trial
export HANTAR_MAPS="$folder/trial"
town 'Jakarta, real roads of 2013' 31.71 "$real/id_jakarta_2013.osm.pbf"
