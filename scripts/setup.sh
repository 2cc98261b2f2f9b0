#!/bin/sh
# Installs the Debian packages that Hantar builds and runs with, and any others named as arguments;
# says nothing when all are there.
set -eu

packages="libgeos-dev libsqlite3-dev zlib1g-dev libbz2-dev libexpat1-dev libqrencode-dev libjs-leaflet libjs-chart.js pkg-config $*"

missing=""
for package in $packages; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

root=""
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || {
    echo "setup: these packages are missing:$missing; run as root: apt-get install$missing" >&2
    exit 1
  }
  root=sudo
fi

echo "setup: installing$missing" >&2
export DEBIAN_FRONTEND=noninteractive
$root apt-get update -qq
# shellcheck disable=SC2086 # the list is meant to be split into words
$root apt-get install -y -qq --no-install-recommends $missing >/dev/null
