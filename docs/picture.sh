#!/usr/bin/env bash
# Makes docs/page.png, the picture in the README, from the example's report:
# the first page and the page with the first charts, side by side.
# Needs pdftoppm (poppler-utils) and montage (imagemagick).
set -euo pipefail
cd "$(dirname "$0")/.."
tmp=$(mktemp -d)
go run ./cmd/wogreport build --quiet -o "$tmp" --outputs pdf
pdftoppm -r 70 -png "$tmp/laporan.pdf" "$tmp/p"
montage "$tmp/p-1.png" "$tmp/p-5.png" -tile 2x1 -geometry +6+6 -background '#cccccc' "$tmp/m.png"
convert "$tmp/m.png" +dither -colors 64 -define png:compression-level=9 -strip docs/page.png
rm -r "$tmp"
