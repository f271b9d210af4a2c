#!/usr/bin/env bash
# Makes the program with the page and tests it in headless Chromium (CHROMIUM, or
# /usr/bin/chromium). Needs Go, Node with npm, and Python. Usage: run.sh [PICTURES]
set -euo pipefail
cd "$(dirname "$0")/../.."
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
npm install --silent --no-fund --no-audit --prefix "$tmp/modules" playwright-core@1.65.1 axe-core@4.14.1
bash release/build.sh "$tmp/wogreport"
node web/test/page.mjs "$tmp/wogreport" "$tmp/modules" "${1:-$tmp/pictures}"
node web/test/served.mjs "$tmp/wogreport" "$tmp/modules" "${1:-$tmp/pictures}"
