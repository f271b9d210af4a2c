package analysis_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// TestReversals names the items that run against the others, both halves where
// there are two, and none where the study scores them in reverse.
func TestReversals(t *testing.T) {
	for _, c := range []struct{ items, signs, want string }{
		{"P1, P2, P3, P4", "++-+", "P3 (r −1.00) runs against the other items and may be worded the other way round"},
		{"P1, P2, {id: P3, reverse: true}, P4", "++-+", ""},
		{"P1, P2, P3, P4", "+-+-", "P1, P3 on one side, P2, P4 on the other; P2, P4 may be"},
		{"{id: P1, statement: Loket ini rumit}, P2", "-+", "P2 on one side, P1 on the other; by its words P1 is worded the other way round"},
		{"P1, P2, P3, P4", "++++", ""},
	} {
		dir := t.TempDir()
		rows := []string{"P1,P2,P3,P4"}
		for k := range 20 {
			v := 1 + k%5
			var cells []string
			for _, sign := range c.signs + strings.Repeat("+", 4-len(c.signs)) {
				if sign == '-' {
					cells = append(cells, fmt.Sprint(6-v))
				} else {
					cells = append(cells, fmt.Sprint(v))
				}
			}
			rows = append(rows, strings.Join(cells, ","))
		}
		if err := os.WriteFile(filepath.Join(dir, "a.csv"), []byte(strings.Join(rows, "\n")), 0o600); err != nil {
			t.Fatal(err)
		}
		st, l := study.Parse(filepath.Join(dir, "study.yaml"), []byte("title: T\nscale: {min: 1, max: 5}\nconstructs: [{id: c, items: ["+c.items+"]}]\nresponses: a.csv\n"))
		if len(l) > 0 {
			t.Fatal(l)
		}
		table, l := responses.Read(st)
		if len(l) > 0 {
			t.Fatal(l)
		}
		found := analysis.Reversals(st, table)
		if c.want == "" && len(found) > 0 || c.want != "" && (len(found) != 1 || found[0].Code != "runs-against" || !strings.Contains(found[0].Message, c.want)) {
			t.Errorf("%s %s: found %v", c.items, c.signs, found)
		}
	}
}

// TestRepeated: an item with the answers of another of its construct in every row is warned of once.
func TestRepeated(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.csv"), []byte("P1,P2,P3\n"+strings.Repeat("4,2,4\n2,4,2\n5,5,5\n", 7)), 0o600); err != nil {
		t.Fatal(err)
	}
	for keys, want := range map[string]string{
		"[{id: c, items: [P1, P2, P3]}]":                      "items P1 and P3 have the same answers in every row",
		"[{id: c, items: [P1, P2, {id: P3, reverse: true}]}]": "",
		"[{id: c, items: [P1, P2]}, {id: d, items: [P3]}]":    "",
	} {
		st, l := study.Parse(filepath.Join(dir, "study.yaml"), []byte("title: T\nscale: {min: 1, max: 5}\nconstructs: "+keys+"\nresponses: a.csv\n"))
		if len(l) > 0 {
			t.Fatal(l)
		}
		table, l := responses.Read(st)
		if len(l) > 0 {
			t.Fatal(l)
		}
		found := ""
		_, ds := analysis.RunAndWarn(st, table)
		for _, d := range ds {
			if d.Code == "repeated-answers" {
				found += d.Message
			}
		}
		if found != want {
			t.Errorf("%s: found %q, want %q", keys, found, want)
		}
	}
}
