package analysis

import (
	"os"
	"path/filepath"
	"testing"

	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// TestPublishedDownward: published counts stand by the numbers that people ticked,
// also on a scale that is numbered downwards.
func TestPublishedDownward(t *testing.T) {
	for _, direction := range []string{"down", "up"} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "a.csv"), []byte("P1,P2\n1,1\n1,2\n2,3\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		st, l := study.Parse(filepath.Join(dir, "study.yaml"), []byte(`
title: T
scale: {1: Sangat Setuju, 2: Setuju, 3: Tidak Setuju}
direction: `+direction+`
constructs: [{id: c, items: [P1, P2]}]
responses: a.csv
published: {items: {P1: {counts: {1: 2, 2: 1, 3: 0}, percents: {1: 66.7}}, P2: {counts: {1: 1}}}}
`))
		if l.HasErrors() {
			t.Fatal(l)
		}
		table, l := responses.Read(st)
		if l.HasErrors() {
			t.Fatal(l)
		}
		if ds := ComparePublished(st.Published, Run(st, table)); len(ds) > 0 {
			t.Errorf("%s: %v", direction, ds)
		}
	}
}
