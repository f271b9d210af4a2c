package responses

import (
	"path/filepath"
	"slices"
	"testing"

	"wogreport/internal/study"
)

// given is a study with its answers in a.csv.
func given(t *testing.T, keys, answers string) *study.Study {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "a.csv", []byte(answers))
	st, l := study.Parse(filepath.Join(dir, "study.yaml"), []byte(keys))
	if l.HasErrors() {
		t.Fatal(l)
	}
	return st
}

// TestOutside tells the three kinds of no point apart: empty, missing by code,
// and answered outside the scale.
func TestOutside(t *testing.T) {
	st := given(t, `
title: T
scale: {1: Tidak Setuju, 2: Setuju}
constructs: [{id: c, items: [P1, P2]}]
responses: {file: a.csv, missing: ["99"], outside: [Tidak berlaku, "N/A (8)"], exclude: empty}
`, "P1,P2\nSetuju,Setuju\n,99\n,tidak berlaku\n99,Setuju\nN/A (8),Tidak Setuju\nTidak Berlaku.,\n")
	table, l := Read(st)
	if len(l) > 0 {
		t.Fatal(l)
	}
	// The second row is empty, and left out; who answered outside the scale is not.
	if table.N != 5 {
		t.Errorf("there are %d rows", table.N)
	}
	p1, p2 := table.Columns[0], table.Columns[1]
	if !slices.Equal(p1.Codes, []uint8{2, 0, 0, 0, 0}) || !slices.Equal(p1.ByCode, []int{2}) || !slices.Equal(p1.Outside[0], []int{4}) || !slices.Equal(p1.Outside[1], []int{3}) {
		t.Errorf("P1 is %+v", p1)
	}
	if !slices.Equal(p2.Codes, []uint8{2, 0, 2, 1, 0}) || len(p2.ByCode) != 0 || !slices.Equal(p2.Outside[0], []int{1}) || len(p2.Outside[1]) != 0 {
		t.Errorf("P2 is %+v", p2)
	}
}

// TestDirection scores a scale that is numbered downwards by its numbers and by its labels.
func TestDirection(t *testing.T) {
	st := given(t, `
title: T
scale: {1: Sangat Setuju, 2: Setuju, 3: Tidak Setuju}
direction: down
constructs: [{id: c, items: [P1, P2]}]
responses: a.csv
`, "P1,P2\n1,Sangat Setuju\n3,Tidak Setuju\n2,2 - Setuju\n")
	table, l := Read(st)
	if len(l) > 0 {
		t.Fatal(l)
	}
	for _, c := range table.Columns {
		var got []int
		for _, k := range c.Codes {
			got = append(got, st.Constructs[0].Scale.Points[k-1].Value)
		}
		if !slices.Equal(got, []int{3, 1, 2}) {
			t.Errorf("%s is scored %v, not 3 1 2", c.Item, got)
		}
	}
}
