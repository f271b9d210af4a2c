package study

import (
	"math/rand"
	"slices"
	"strings"
	"testing"
)

// TestCompareNames sorts shuffled names of cohorts; each line is in order.
func TestCompareNames(t *testing.T) {
	for _, want := range []string{
		"Angkatan 1|Angkatan 2|Angkatan 9|Angkatan 10",
		"Angkatan I|Angkatan II|Angkatan IV|Angkatan V|Angkatan IX|Angkatan X|Angkatan XII",
		"I|II|III|IV|IX|X|XI|XII",
		"2024-10-02|2024-10-12|2024-11-01",
		"Batch 2A|Batch 2B|Batch 10A",
		"Kelas A|Kelas B|Kelas C|Kelas D",
		"2023/1|2023/2|2024/1",
		"Gelombang I 2023|Gelombang II 2023|Gelombang II 2024",
		"PKA 1|PKA 2|PKP 1",
	} {
		names := strings.Split(want, "|")
		rand.New(rand.NewSource(3)).Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		slices.SortFunc(names, CompareNames)
		if got := strings.Join(names, "|"); got != want {
			t.Errorf("the order is %s, not %s", got, want)
		}
	}
}
