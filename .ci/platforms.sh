#!/usr/bin/env bash
# Numbers are the same on every processor: the goldens of reports hold what three
# studies print, digit by digit, and those of internal/results their results.json
# to 1e-11. They are run with fused multiplication (GOAMD64=v3), on arm64 under
# qemu, and as WebAssembly under Node. Needs Go and a Debian-like system.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD

need=()
command -v qemu-aarch64-static >/dev/null || need+=(qemu-user-static)
command -v node >/dev/null || need+=(nodejs)
if [ ${#need[@]} -gt 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${need[@]}" >/dev/null
fi

tests='^(TestExample|TestAppendix|TestService|TestEvaluation|TestComparison|TestEveryNumberIsInTheResults|TestSameEverywhere|TestEqualsR|TestGolden)$'
bin=$(mktemp -d)
trap 'rm -r "$bin"' EXIT

# run NAME COMMAND… runs the tests of a platform, built by now, with a command.
run() {
  local name=$1 package
  shift
  for package in report results; do
    (cd "internal/$package" && "$@" "$bin/$name/$package.test" -test.run "$tests" >"$bin/log" 2>&1) || {
      cat "$bin/log"
      echo "$name: internal/$package differs"
      exit 1
    }
  done
  echo "$name"
}

build() { # build NAME
  mkdir "$bin/$1"
  CGO_ENABLED=0 go test -vet=off -c -ldflags='-s -w' -o "$bin/$1/" ./internal/report ./internal/results
}

if grep -q -w avx2 /proc/cpuinfo && grep -q -w fma /proc/cpuinfo; then
  GOAMD64=v3 build v3
  run v3 env
else
  echo "v3: this processor has none of its instructions"
fi

GOARCH=arm64 build arm64
run arm64 qemu-aarch64-static
# A PDF is the same to the byte, whatever the processor, the time zone and how many run.
CGO_ENABLED=0 go build -o "$bin/here" ./cmd/wogreport
GOARCH=arm64 CGO_ENABLED=0 go build -o "$bin/there" ./cmd/wogreport
for study in "$root/study.yaml" "$root/examples/agency/study.yaml"; do
  "$bin/here" build "$study" --quiet --outputs pdf -o "$bin/pdf-here"
  (cd /tmp && TZ=Asia/Tokyo GOMAXPROCS=1 qemu-aarch64-static "$bin/there" build "$(realpath --relative-to=/tmp "$study")" --quiet --outputs pdf -o "$bin/pdf-there")
done
diff -r "$bin/pdf-here" "$bin/pdf-there"
echo "arm64: the same PDFs"
# What decides a printed digit has no product and sum in one instruction; the one
# line left belongs to a library and serves no interval of 95%.
fused=$(GOARCH=arm64 go build -gcflags=-S ./internal/analysis 2>&1 | grep -E '\bFN?M(ADD|SUB)D\b' | grep -F "$root/internal/analysis/" || true)
if [ -n "$fused" ]; then
  echo "a product and a sum are fused; convert the product, as internal/analysis/portable.go says:"
  grep -oE '\([^)]*\)' <<<"$fused" | sort -u
  exit 1
fi

GOOS=js GOARCH=wasm build wasm
run wasm env -i "PATH=$PATH" node --stack-size=8192 "$(go env GOROOT)/lib/wasm/wasm_exec_node.js"
