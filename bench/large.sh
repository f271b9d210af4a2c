#!/bin/bash
# Prints what large files of answers cost beside yardsticks: time from start to end, CPU
# time of all threads, largest memory (medians of RUNS runs, 3 unless set, in turns), and
# the ratio of the CPU time to the first line's, which does nothing but read the cells.
# R's data.table, pandas and DuckDB take part where they are installed (README.md).
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${RUNS:-3}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
go build -o "$dir/wogreport" ./cmd/wogreport
for tool in large csv rows; do
	go build -o "$dir/$tool" "bench/$tool.go"
done

# median of the numbers on standard input
median() { sort -n | awk '{v[NR]=$1} END {print (NR%2 ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2)}'; }

# make NAME OPTION...: a study of that name
make() {
	mkdir "$dir/$1"
	"$dir/large" "${@:2}" "$dir/$1"
}

# table HEAD: what the commands of the list "rows" (NAME TAB COMMAND) cost
table() {
	local n name command first=
	rm -f "$dir"/*.times
	for ((n = 0; n < runs; n++)); do
		while IFS=$'\t' read -r name command; do
			/usr/bin/time -a -o "$dir/${name//[^a-zA-Z]/-}.times" -f '%e %U %S %M' bash -c "$command" >/dev/null 2>"$dir/problems" || {
				cat "$dir/problems"
				echo "$name failed"
				exit 1
			}
		done <<<"$rows"
	done
	printf '\n%-34s %8s %10s %10s %8s\n' "$1" "time" "CPU" "memory" "ratio"
	while IFS=$'\t' read -r name command; do
		local cpu
		cpu=$(awk '{print $2+$3}' "$dir/${name//[^a-zA-Z]/-}.times" | median)
		first=${first:-$cpu}
		printf '%-34s %6.2f s %8.2f s %7.0f MB %8.2f\n' "$name" "$(awk '{print $1}' "$dir/${name//[^a-zA-Z]/-}.times" | median)" "$cpu" \
			"$(awk '{print $4/1024}' "$dir/${name//[^a-zA-Z]/-}.times" | median)" "$(awk "BEGIN {print $cpu/$first}")"
	done <<<"$rows"
}

# others FILE: the yardsticks that are installed
others() {
	Rscript -e 'library(data.table)' >/dev/null 2>&1 && printf '%s\t%s\n' "R data.table" "Rscript -e 'd <- data.table::fread(\"$1\")'"
	python3 -c 'import pandas' 2>/dev/null && printf '%s\t%s\n' pandas "python3 -c 'import pandas; pandas.read_csv(\"$1\")'"
	node -e "require('@duckdb/node-api')" 2>/dev/null && printf '%s\t%s\n' DuckDB "node bench/duckdb.cjs $1"
	true
}

make codes
make labels -labels
make by -cohorts 5000
make wide -people 100000 -items 300
for study in "codes:1,000,000 × 25, one digit" "labels:1,000,000 × 25, labels" "by:the same with 5,000 cohorts" "wide:100,000 × 300, one digit"; do
	at="$dir/${study%%:*}"
	rows="encoding/csv	$dir/csv $at/answers.csv
bare read	cat $at/answers.csv
wogreport build, results.json	$dir/wogreport build --quiet --outputs json -o $at/out $at/study.yaml
wogreport inspect	$dir/wogreport inspect $at/answers.csv
$(others "$at/answers.csv")"
	rows=${rows%$'\n'}
	table "${study#*:}"
done

make workbook -people 100000 -items 30 -xlsx
make texts -people 100000 -items 30 -labels -xlsx
for study in "workbook:workbook, 100,000 × 30, numbers" "texts:workbook, 100,000 × 30, labels"; do
	at="$dir/${study%%:*}"
	rows="excelize's rows	$dir/rows $at/answers.xlsx
wogreport build, results.json	$dir/wogreport build --quiet --outputs json -o $at/out $at/study.yaml"
	table "${study#*:}"
done
