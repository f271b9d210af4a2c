#!/usr/bin/env bash
# Makes the pictures of the page in docs/web.md from those that its test takes.
# Needs convert (imagemagick) and what web/test/run.sh needs.
set -euo pipefail
cd "$(dirname "$0")/.."
tmp=${1:-$(mktemp -d)} # pictures of a run that there was
[ -e "$tmp/watch.png" ] || bash web/test/run.sh "$tmp"
small() { convert "$tmp/$1.png" -resize "$3" +dither -colors 64 -define png:compression-level=9 -strip "docs/$2.png"; }
small watch web 1000x
small 2-form web-form 900x
small 5-asked web-asked 390x
small 7-cohorts web-cohorts 900x
small 9-text web-text 1000x
small 10-identity web-identity 900x
small 13-differing web-cohort-table 900x
