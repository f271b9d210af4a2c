package report

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// A whole folder of words as it was written before terms had catalogues of their
// own still makes every report: its sentences stand there, and its blocks in the place
// of terms, with the same figures as without it.
func TestFolderFromBeforeCatalogues(t *testing.T) {
	folder, err := filepath.Abs(filepath.Join("testdata", "folder"))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		change func(*study.Study)
		own    string // only the folder says so
	}{
		"article":  {func(*study.Study) {}, "sehingga tingkat responsnya 72,2%"},
		"appendix": {func(st *study.Study) { st.Analysis.Appendix, st.Interpretation.On = true, true }, "sehingga tingkat responsnya 72,2%"},
		"English":  {func(st *study.Study) { st.Languages = []lang.Tag{lang.EN} }, "a response rate of 72.2%. The sampling is described as"},
	} {
		without := doctest.Dump(compose(t, c.change))
		with := doctest.Dump(compose(t, func(st *study.Study) { c.change(st); st.Templates = folder }))
		if !strings.Contains(strings.ReplaceAll(with, "~", " "), c.own) || strings.Contains(without, c.own) {
			t.Errorf("%s: not the folder's sentences", name)
		}
		rowsStand(t, name, with, without)
	}
	with, ds := evaluation(t, func(st *study.Study) { st.Templates = folder })
	if with == nil || ds.HasErrors() {
		t.Fatalf("the evaluation: %s", printed(ds))
	}
	without, _ := evaluation(t, func(*study.Study) {})
	rowsStand(t, "the evaluation", doctest.Dump(with), doctest.Dump(without))
}

// besides reports whether a row about a construct's scale, of which the folder makes a table,
// stands in one with a column for each construct: its number beside the same words, and the
// ends of its interval somewhere.
func besides(without, row string) bool {
	cells := strings.Split(strings.TrimSuffix(row, "\n"), "  ")
	for line := range strings.Lines(without) {
		others := strings.Split(strings.TrimSuffix(line, "\n"), "  ")
		if len(others) < len(cells) || others[1] != cells[1] || strings.HasPrefix(cells[1], "|") && !slices.Contains(others, cells[2]) {
			continue
		}
		low, high, interval := strings.Cut(strings.TrimPrefix(cells[len(cells)-1], "| "), "–")
		return !interval || strings.Contains(without, "| "+low) && strings.Contains(without, "| "+high)
	}
	return false
}

// rowsStand holds that the heads and rows of all tables with a folder are those
// without it, which may have tables that the folder does not know.
func rowsStand(t *testing.T, name, with, without string) {
	t.Helper()
	n := 0
	for line := range strings.Lines(with) {
		if !strings.HasPrefix(line, "  |") && !strings.HasPrefix(line, "  !") {
			continue
		}
		if n++; !strings.Contains(without, line) && !besides(without, line) {
			t.Errorf("%s: with the folder a table has %q", name, line)
		}
	}
	if n < 20 {
		t.Errorf("%s: only %d rows", name, n)
	}
}
