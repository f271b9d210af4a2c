//go:build !race

package costtest

// slower is how many times as long everything takes under the race detector.
const slower = 1

// Race is whether this is the race detector's build, in which times say little.
const Race = false
