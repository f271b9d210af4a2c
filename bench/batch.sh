#!/bin/bash
# Prints what a run by cohort costs: the time from start to end, the CPU time of
# all threads, the largest memory, for 1,000 cohorts of 65 answers to 5 items,
# PDF and results.json of each (medians of 5 runs); of a second run, which finds
# all up to date; and the memory for five times as many cohorts.
set -euo pipefail
cd "$(dirname "$0")/.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
go build -o "$dir/wogreport" ./cmd/wogreport
mkdir "$dir/agency" "$dir/large"
go run bench/agency.go "$dir/agency"
go run bench/agency.go -cohorts 5000 "$dir/large"

# median of the numbers on standard input
median() { sort -n | awk '{v[NR]=$1} END {print (NR%2 ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2)}'; }

# cost RUNS COMMAND...: medians; OUT in the command is a folder of its own for each
# run. None is deleted before the end: ext4 makes files slowly for some minutes
# after thousands were deleted, which nobody does before a run.
made=0
cost() {
	local runs=$1 n
	shift
	: >"$dir/times"
	for ((n = 0; n < runs; n++)); do
		made=$((made + 1))
		/usr/bin/time -a -o "$dir/times" -f '%e %U %S %M' "${@//OUT/$dir/out$made}" >/dev/null
	done
	printf '%6.2f s, %6.2f s CPU, %4.0f MB\n' \
		"$(awk '{print $1}' "$dir/times" | median)" \
		"$(awk '{print $2+$3}' "$dir/times" | median)" \
		"$(awk '{print $4/1024}' "$dir/times" | median)"
}
by=("$dir/wogreport" build --by --quiet)
printf '%-40s' "1,000 cohorts"
cost 5 "${by[@]}" -o OUT "$dir/agency/study.yaml"
printf '%-40s' "1,000 cohorts, one at once (-j 1)"
cost 3 "${by[@]}" -o OUT -j 1 "$dir/agency/study.yaml"
printf '%-40s' "1,000 cohorts, all up to date"
cost 5 "${by[@]}" -o "$dir/out1" "$dir/agency/study.yaml"
printf '%-40s' "5,000 cohorts"
cost 1 "${by[@]}" -o OUT "$dir/large/study.yaml"
