#!/usr/bin/env bash
# The program with the page in it: makes the program as WebAssembly and a program for
# this machine, or for GOOS and GOARCH, that holds it. Usage: release/build.sh [FILE]
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-bin/wogreport$(go env GOEXE)}

program=web/program # not committed
mkdir -p "$program" "$(dirname "$out")"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# Two packages of others link what is large and seldom needed; copies of their modules
# have the smaller ones instead. The whole fonts lie beside the page, which fetches one
# when a text needs it.
folder() { go list -f '{{.Dir}}' "$1"; }
cp go.mod go.sum "$tmp/"
smaller() { # smaller MODULE PACKAGE: its only file is release/smaller/NAME.go.txt
  local name=${2##*/} copy=$tmp/${1##*/}
  cp -r "$(go list -m -f '{{.Dir}}' "$1")" "$copy"
  chmod -R u+w "$copy"
  cp "release/smaller/$name.go.txt" "$copy/$2/$name.go"
  go mod edit -replace "$1=$copy" "$tmp/go.mod"
}
go mod download gonum.org/v1/plot golang.org/x/net codeberg.org/go-fonts/liberation
smaller gonum.org/v1/plot font/liberation
smaller golang.org/x/net html/charset
GOOS=js GOARCH=wasm go build -modfile "$tmp/go.mod" -tags wogfetch -trimpath -ldflags='-s -w' -o "$program/wogreport.wasm" ./web/wasm
# libdeflate's gzip is 4 % smaller than gzip -9, which is just short of 10 MB.
if command -v libdeflate-gzip >/dev/null; then
  libdeflate-gzip -12 <"$program/wogreport.wasm" >"$program/wogreport.wasm.gz"
else
  gzip -9nc "$program/wogreport.wasm" >"$program/wogreport.wasm.gz"
  echo "without libdeflate-gzip (Debian: libdeflate-tools) the page is larger to fetch"
fi
rm "$program/wogreport.wasm"
for face in Serif-{Regular,Bold,Italic,BoldItalic} Sans-{Regular,Bold,Italic,BoldItalic} Mono-Regular; do
  package=liberation$(tr -d - <<<"$face" | tr A-Z a-z)
  gzip -9nc "$(folder "codeberg.org/go-fonts/liberation/$package")/Liberation$face.ttf" >"$program/Liberation$face.ttf.gz"
done
cp "$(go env GOROOT)/lib/wasm/wasm_exec.js" "$program/"
npm install --silent --no-fund --no-audit --omit=optional --prefix "$tmp" pdfjs-dist@5.6.205
for part in pdf pdf.worker; do # hosts know what .js is
  cp "$tmp/node_modules/pdfjs-dist/legacy/build/$part.min.mjs" "$program/$part.min.js"
done
cp "$tmp/node_modules/pdfjs-dist/LICENSE" "$program/pdfjs-license.txt"
cp THIRD_PARTY_NOTICES "$program/THIRD_PARTY_NOTICES.txt"
CGO_ENABLED=0 go build -tags wogpage -ldflags='-s -w' -o "$out" ./cmd/wogreport
echo "$out: with the page; the program in it takes $(stat -c %s "$program/wogreport.wasm.gz") bytes as gzip"
