#!/bin/bash
# Prints what a build costs in CPU time: a cold process (30 runs, median) and
# one document of a batch in a warm process (10 runs, median). Typst takes part
# where its compiler is installed (README.md).
# An idle machine gives steadier figures.
set -euo pipefail
cd "$(dirname "$0")/.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
go build -o "$dir/wogreport" ./cmd/wogreport
go build -o "$dir/link" bench/link.go

# median of the numbers on standard input
median() { sort -n | awk '{v[NR]=$1} END {print (NR%2 ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2)}'; }

# cpu COMMAND...: milliseconds of user and system time
cpu() {
	local TIMEFORMAT='%3U %3S'
	{ time "$@" >/dev/null 2>&1; } 2>&1 | awk '{print 1000*($1+$2)}'
}

rows="link:a process that only links the packages
version:wogreport --version
cold:cold build, PDF and results.json"
if node -e "require('@myriaddreamin/typst-ts-node-compiler')" 2>/dev/null; then
	rows="$rows
node:node, which only begins
typst:Typst in node, an article alike from results.json"
	"$dir/wogreport" build --quiet --outputs json -o "$dir/typst"
	cp bench/article.typ "$dir/typst"
fi

# One after the other in turns, so that all meet the same minutes.
for _ in $(seq 30); do
	cpu "$dir/link" >>"$dir/link.ms"
	cpu "$dir/wogreport" --version >>"$dir/version.ms"
	cpu "$dir/wogreport" build --outputs pdf,json -o "$dir/out" >>"$dir/cold.ms"
	if [[ $rows == *typst* ]]; then
		cpu node -e 0 >>"$dir/node.ms"
		cpu node bench/typst.cjs "$dir/typst" >>"$dir/typst.ms"
	fi
done
while read -r what; do
	printf '%-50s %6.1f ms CPU\n' "${what#*:}" "$(median <"$dir/${what%%:*}.ms")"
done <<<"$rows"

go test -c -o "$dir/bench.test" ./internal/build
for b in Batch Compile; do
	(cd internal/build && GOGC=400 "$dir/bench.test" -test.run '^$' -test.bench "^Benchmark$b\$" -test.benchtime 1s -test.count 10) |
		awk '{for (i=2; i<=NF; i++) if ($i == "cpu-ms/op") print $(i-1)}' | median |
		awk -v w="warm build ($b)" '{printf "%-50s %6.1f ms CPU\n", w, $1}'
done
