package draft

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/diag/diagtest"
	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// TestCases drafts a study for each file of testdata/cases and compares what a
// reader has to get right with the .want beside it: who and what is read, on
// which scale, what is asked, what is left out and why. The names of the folders
// are the kinds of files; a line of NOTE says what is right in all of them.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*/*.*")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases")
	}
	for _, file := range files {
		if filepath.Ext(file) == ".want" || filepath.Ext(file) == ".txt" {
			continue
		}
		d, l := Make("testdata/cases/study.yaml", []string{file}, Options{})
		got := outline(t, file, d, l)
		golden := file + ".want"
		if *diagtest.Update {
			if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil || got != string(want) {
			t.Errorf("%s: the draft says\n%s\nnot\n%s", file, got, want)
		}
	}
}

// outline is what a draft says, without the remarks that explain the format.
func outline(t *testing.T, file string, d *Draft, l diag.List) string {
	t.Helper()
	var b strings.Builder
	for _, p := range l {
		fmt.Fprintf(&b, "%s: %s [%s]\n", p.Severity, strings.ReplaceAll(p.Message, file, filepath.Base(file)), p.Code)
	}
	if d == nil {
		return b.String()
	}
	text, unordered := withNumbers(d.Text)
	st, l := study.Parse("testdata/cases/study.yaml", text)
	if st == nil || st.Accept(l).HasErrors() {
		t.Errorf("%s: the draft is no study: %v\n%s", file, l, d.Text)
		return ""
	}
	table, l := responses.Read(st)
	for _, p := range l {
		if p.Severity == diag.Error {
			t.Errorf("%s: the draft does not read its answers: %v", file, p)
		}
	}
	fmt.Fprintf(&b, "respondents: %d, kind: %s, languages: %v\n", table.N, st.Kind, st.Languages)
	k := 0
	for _, c := range st.Constructs {
		fmt.Fprintf(&b, "%s (%s) on %s\n", c.ID, c.Label.In(lang.ID), scaleText(c.Scale, unordered))
		for _, it := range c.Items {
			read := 0
			for _, code := range table.Columns[k].Codes {
				if code != responses.Missing {
					read++
				}
			}
			k++
			reverse := ""
			if it.Reverse {
				reverse = ", reversed"
			}
			fmt.Fprintf(&b, "  %s %s: %d%s\n", it.ID, it.Statement.In(lang.ID), read, reverse)
		}
	}
	if st.Responses.Long != (study.Long{}) {
		fmt.Fprintf(&b, "long: %+v\n", st.Responses.Long)
	}
	for _, o := range [][]string{append([]string{"missing:"}, st.Responses.Missing...), append([]string{"outside:"}, st.Responses.Outside...)} {
		if len(o) > 1 {
			fmt.Fprintln(&b, strings.Join(o, " "))
		}
	}
	if st.Responses.Cohort != "" {
		fmt.Fprintf(&b, "cohort: %s\n", st.Responses.Cohort)
	}
	for _, a := range d.Asked {
		fmt.Fprintf(&b, "asks (%s): %s\n  since: %s\n  else: %s\n  of: %s\n", a.Kind, a.What, a.Why, a.Other, a.Where)
		for _, o := range a.Options {
			fmt.Fprintf(&b, "  answer: %s\n", o.Text.In(lang.ID))
		}
	}
	for _, a := range append(d.Assumed, d.Against...) {
		fmt.Fprintf(&b, "says: %s\n", a)
	}
	end := string(d.Text[bytes.LastIndex(d.Text, []byte("\n\n")):])
	for _, line := range strings.Split(end, "\n") {
		if rest, ok := strings.CutPrefix(line, "#   "); ok {
			fmt.Fprintf(&b, "not an item: %s\n", rest)
		}
	}
	return b.String()
}

// withNumbers is a draft with a number for each point of which it does not know the
// order, and reports whether there are such points.
func withNumbers(text []byte) (out []byte, unordered bool) {
	out, _ = study.Number(text, func(labels []string) (numbers []int) {
		unordered = true
		for i := range labels {
			numbers = append(numbers, i+1)
		}
		return numbers
	})
	return out, unordered
}

func scaleText(s study.Scale, unordered bool) string {
	var points []string
	for _, p := range s.Points {
		if unordered {
			points = append(points, p.Label.In(lang.ID))
			continue
		}
		points = append(points, strings.TrimSpace(fmt.Sprintf("%d %s", p.Value, p.Label.In(lang.ID))))
	}
	text := strings.Join(points, " < ")
	if unordered {
		slices.Sort(points)
		text = "points without an order: " + strings.Join(points, ", ")
	}
	if s.Bare {
		text = fmt.Sprintf("%d to %d", s.Min(), s.Max())
	}
	if s.Down {
		text += " (numbered downwards)"
	}
	return text
}
