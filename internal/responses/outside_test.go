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

// TestDownwards warns of a scale whose best answer has the lowest number, and
// stops where classes would say the opposite, unless the study says its direction.
func TestDownwards(t *testing.T) {
	for _, c := range []struct{ keys, want string }{
		{"scale: {1: Sangat Setuju, 2: Setuju, 3: Tidak Setuju, 4: Sangat Tidak Setuju}", "warning"},
		{"scale: {1: Sangat Setuju, 2: Setuju, 3: Tidak Setuju, 4: Sangat Tidak Setuju}\ninterpretation: true", "error"},
		{"scale: {1: Very good, 2: Good, 3: Fair, 4: Poor}\ninterpretation: true", "error"},
		{"scale: {1: Sehr zufrieden, 2: Zufrieden, 3: Unzufrieden, 4: Sehr unzufrieden}\ninterpretation: true", "error"},
		{"scale: {1: Sangat Setuju, 2: Setuju, 3: Tidak Setuju, 4: Sangat Tidak Setuju}\ndirection: down\ninterpretation: true", ""},
		{"scale: {1: Sangat Setuju, 2: Setuju, 3: Tidak Setuju, 4: Sangat Tidak Setuju}\ndirection: up\ninterpretation: true", ""},
		{"scale: {1: Sangat Tidak Setuju, 2: Tidak Setuju, 3: Setuju, 4: Sangat Setuju}\ninterpretation: true", ""},
		{"scale: {1: Merah, 2: Biru, 3: Hijau, 4: Kuning}\ninterpretation: true", ""},
		{"scale: {min: 1, max: 4}\ninterpretation: true", ""},
		{"scale: {1: Ya, 2: Tidak}", ""},
	} {
		st := given(t, "title: T\n"+c.keys+"\nconstructs: [{id: c, items: [P1, P2]}]\nresponses: a.csv\n", "P1,P2\n1,2\n2,1\n")
		_, l := Read(st)
		got := ""
		if len(l) > 0 && l[0].Code == "downwards" {
			got = l[0].Severity.String()
		}
		if got != c.want || len(l) > 1 {
			t.Errorf("%s: found %v", c.keys, l)
		}
	}
}
