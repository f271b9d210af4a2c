package workbook

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// outside is a study with answers outside its scale.
func outside(t testing.TB, more string) Input {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.csv"), []byte("No,P1,P2\n1,A,B\n2,N/A,B\n3,N/A,\n4,B,A\n5,N/A,N/A\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	st, ds := study.Parse(filepath.Join(dir, "study.yaml"), []byte("title: T\nlanguages: [en]\nscale: {1: A, 2: B}\nconstructs: [{id: c, items: [P1, P2]}]\nresponses: {file: a.csv, outside: N/A}\n"+more))
	if ds.HasErrors() {
		t.Fatal(ds)
	}
	table, ds := responses.Read(st)
	if ds.HasErrors() {
		t.Fatal(ds)
	}
	return Input{Study: st, Results: analysis.Run(st, table), Answers: table}
}

// TestOutside: answers outside the scale have a column of their own among the
// frequencies, and are not missing on the sheet of quality.
func TestOutside(t *testing.T) {
	f := open(t, write(t, outside(t, "")))
	frequencies := read(t, f, "Frequencies", true, "Item")
	quality := read(t, f, "Quality", true, "Level", "Construct", "Item")
	for _, c := range []struct {
		g               *grid
		row, head, want string
	}{
		{frequencies, "P1", "Outside the scale: N/A", "3"},
		{frequencies, "P1", "n", "2"},
		{frequencies, "P1", "Missing", "0"},
		{frequencies, "P2", "Outside the scale: N/A", "1"},
		{frequencies, "P2", "Missing", "1"},
		{quality, "item c P1", "Answers outside the scale", "3"},
		{quality, "item c P1", "Missing", "0"},
		{quality, "item c P2", "Missing", "1"},
		{quality, "construct c", "Answered", "2"},
		{quality, "construct c", "Answers outside the scale", "2"},
		{quality, "construct c", "Missing", "1"},
	} {
		if got := c.g.at(c.row, c.head); got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.row, c.head, got, c.want)
		}
	}
	in := outside(t, "")
	in.Results.Quality.Hidden = 3
	if got := read(t, open(t, write(t, in)), "Quality", true, "Level").at("study", "Rows hidden in the workbook"); got != "3" {
		t.Errorf("%q rows are hidden", got)
	}
	f = open(t, write(t, outside(t, "privacy: {min_cell: 2}\n")))
	frequencies = read(t, f, "Frequencies", true, "Item")
	if got, note := frequencies.at("P2", "Outside the scale: N/A"), frequencies.at("P2", "Note"); got != undefinedMark || !strings.Contains(note, "it would reveal a count that is too small") {
		t.Errorf("a small count outside the scale is %q, its note %q", got, note)
	}
}
