//go:build !race

package costtest

// slower is how many times as long everything takes under the race detector.
const slower = 1
