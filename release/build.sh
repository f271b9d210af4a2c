#!/usr/bin/env bash
# The program with the page in it: makes the program as WebAssembly and a program for
# this machine, or for GOOS and GOARCH, that holds it. Usage: release/build.sh [FILE]
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-bin/wogreport$(go env GOEXE)}

program=web/program # not committed
mkdir -p "$program" "$(dirname "$out")"
GOOS=js GOARCH=wasm go build -ldflags='-s -w' -o "$program/wogreport.wasm" ./web/wasm
gzip -9nf "$program/wogreport.wasm"
cp "$(go env GOROOT)/lib/wasm/wasm_exec.js" "$program/"
pdfjs=$(mktemp -d)
trap 'rm -rf "$pdfjs"' EXIT
npm install --silent --no-fund --no-audit --omit=optional --prefix "$pdfjs" pdfjs-dist@5.6.205
for part in pdf pdf.worker; do # hosts know what .js is
  cp "$pdfjs/node_modules/pdfjs-dist/legacy/build/$part.min.mjs" "$program/$part.min.js"
done
cp "$pdfjs/node_modules/pdfjs-dist/LICENSE" "$program/pdfjs-license.txt"
cp THIRD_PARTY_NOTICES "$program/THIRD_PARTY_NOTICES.txt"
CGO_ENABLED=0 go build -tags wogpage -ldflags='-s -w' -o "$out" ./cmd/wogreport
echo "$out: with the page; the program in it takes $(stat -c %s "$program/wogreport.wasm.gz") bytes as gzip"
