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
cp THIRD_PARTY_NOTICES "$program/THIRD_PARTY_NOTICES.txt"
CGO_ENABLED=0 go build -tags wogpage -ldflags='-s -w' -o "$out" ./cmd/wogreport
echo "$out: with the page; the program in it takes $(stat -c %s "$program/wogreport.wasm.gz") bytes as gzip"
