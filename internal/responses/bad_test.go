package responses

import (
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/diag/diagtest"
)

// TestBadInput reads the answers of testdata/bad. A line %% divides the keys
// of the study that the case is about from its answers.
func TestBadInput(t *testing.T) {
	dir := t.TempDir()
	diagtest.Run(t, "testdata/bad/*.txt", func(t *testing.T, in diagtest.Section) diag.List {
		keys, answers, _ := strings.Cut(in.Text, "%%\n")
		write(t, dir, "answers.csv", []byte(strings.ReplaceAll(answers, "<TAB>", "\t")))
		table, l := readIn(t, dir, strings.TrimSpace(keys))
		if len(l) == 0 {
			t.Errorf("%s: nothing found wrong", in.Name)
		}
		whole(t, table)
		for i := range l {
			l[i].Pos.File = relative(l[i].Pos.File, dir)
			l[i].Message = relative(l[i].Message, dir)
		}
		return l
	})
}

// whole fails unless every column has a code for every row.
func whole(t *testing.T, table *Table) {
	t.Helper()
	if table.places.n != table.N {
		t.Errorf("%d places of %d rows", table.places.n, table.N)
	}
	for _, c := range table.Columns {
		if len(c.Codes) != table.N {
			t.Errorf("%d codes of %d rows", len(c.Codes), table.N)
		}
	}
	for name, values := range table.Groups {
		if len(values) != table.N {
			t.Errorf("group %s: %d values of %d rows", name, len(values), table.N)
		}
	}
}

// TestNothingPrivateIsEchoed hands names, addresses, numbers and comments to
// every column and looks for them in the messages.
func TestNothingPrivateIsEchoed(t *testing.T) {
	private := []string{
		"Budi Santoso", "Siti Aminah", "Agus Salim", "Dewi Lestari", "Joko Susilo", "Rina Marlina", "Hasan Basri",
		"budi@example.org", "0812 3456 7890", "198701012010011001",
		"Saya merasa pelatihan ini terlalu singkat", "Mentor saya, Pak Rahmat, tidak membantu",
	}
	for _, order := range []string{"P1,P2", "P2,P1"} {
		text := order + "\n"
		for i, p := range private {
			answer := []string{"Setuju", "SS", "2", ""}[i%4]
			text += `"` + p + `",` + answer + "\n"
		}
		dir := t.TempDir()
		write(t, dir, "answers.csv", []byte(text))
		_, l := readIn(t, dir, "")
		if !l.HasErrors() {
			t.Error("a column of names passes for answers")
		}
		for _, p := range private {
			if strings.Contains(printed(l, dir), p) {
				t.Errorf("%q is echoed in\n%s", p, printed(l, dir))
			}
		}
	}
	// One stray comment among answers.
	dir := t.TempDir()
	for _, p := range append(private, "kata Pak Rahmat", "Rahmat", "lihat ibu sri") {
		write(t, dir, "answers.csv", []byte("P1,P2\nSetuju,Setuju\n\""+p+"\",Setuju\nSetuju,Setuju\n"))
		_, l := readIn(t, dir, "")
		if s := printed(l, dir); strings.Contains(s, p) || !strings.HasPrefix(s, "answers.csv:3:1: error: a text of ") {
			t.Errorf("a stray text gives\n%s", s)
		}
	}
}

// TestFewTextsOffTheScale has columns of one to three texts, most of which are
// no answers: who wrote them may be told from them, however often they occur.
func TestFewTextsOffTheScale(t *testing.T) {
	for _, cells := range []string{"Budi\n", "Budi\nSiti\n", "Budi\nBudi\nBudi\nBudi\n", "Budi\nSiti\nBudi\nSetuju\n", "Budi\n7\nBudi\n"} {
		dir := t.TempDir()
		write(t, dir, "answers.csv", []byte("P1,P2\n"+strings.ReplaceAll(cells, "\n", ",Setuju\n")))
		_, l := readIn(t, dir, "")
		if s := printed(l, dir); len(l) != 1 || l[0].Code != "not-answers" || strings.Contains(s, "Budi") || strings.Contains(s, "Siti") {
			t.Errorf("%q gives\n%s", cells, s)
		}
	}
}
