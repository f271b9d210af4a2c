package workbook

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"wogreport/internal/analysis"
	"wogreport/internal/compare"
	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
	"wogreport/internal/study"
	"wogreport/internal/words"
)

var place = regexp.MustCompile(`\{[\w-]*(?::\d)?\}`)

// TestReadme: the first sheet explains each sheet and column there is, no
// word of the files is unused, and no place is left unfilled.
func TestReadme(t *testing.T) {
	used := map[string]bool{}
	hidden := outside(t, "")
	hidden.Results.Quality.Hidden = 1
	hidden.Study.Profile = []study.Grouping{{ID: "age", Column: "Age", Label: lang.Same("Age")}}
	hidden.Results.Profile = []analysis.Profile{{ID: "age", Unknown: 1, Values: []analysis.ProfileValue{{Value: "20", N: 2, Percent: analysis.Of(100)}}}}
	for _, in := range []Input{made(t, twoScales, twoScalesRows...), example(t), service(t), hidden} {
		b := newBook(in)
		answers, err := b.answers(in.Answers)
		if err != nil {
			t.Fatal(err)
		}
		sheets := append([]*sheet{b.coding(), b.scale(), {key: chartsKey, name: b.tab(chartsKey, 0)}, answers}, b.statistics()...)
		for _, f := range b.frequencies() {
			sheets = append(sheets, f.sheet)
		}
		one := compare.Of(b.Study, b.Results)
		cohorts := CohortsInput{Study: b.Study, Comparison: &compare.Comparison{Cohorts: []compare.Summary{one}}, Links: []string{"I/s.pdf"}}
		sheets = append(sheets, b.cohorts(cohorts), b.cohortItems(cohorts), b.cohortTrend(cohorts.Comparison), b.cohortMoves(cohorts.Comparison))
		readme := b.readme(sheets)
		for _, s := range append(sheets, readme) {
			used["sheet "+s.key] = true
			for _, c := range s.columns {
				used["column "+c.key] = true
				explained := slices.ContainsFunc(readme.rows, func(r row) bool {
					head, ok := r.cells[1].(lang.Text)
					return ok && r.cells[0] == s.name && reflect.DeepEqual(head, b.anyHead(c))
				})
				if !explained && c.key != "explanation" {
					t.Errorf("%s: %s is not explained", s.name, c.key)
				}
			}
		}
		for _, r := range readme.rows {
			if text, _ := r.cells[2].(string); strings.TrimSpace(text) == "" {
				t.Errorf("%v, %v: there is no explanation", r.cells[0], r.cells[1])
			}
			for _, c := range r.cells {
				if s := fmt.Sprint(c); place.MatchString(s) {
					t.Errorf("a place is not filled: %s", s)
				}
			}
		}
	}
	for _, key := range words.Keys(lang.EN) {
		if k, ok := strings.CutPrefix(key, "sheet-about."); ok && !used["sheet "+k] {
			t.Errorf("the sheet %s is described, but does not exist", k)
		}
		if k, ok := strings.CutPrefix(key, "about."); ok && !used["column "+k] {
			t.Errorf("the column %s is described, but does not exist", k)
		}
	}
}

// TestLanguages: a workbook in one language has no word of the other, and the
// first language comes first.
func TestLanguages(t *testing.T) {
	text := func(langs ...lang.Tag) string {
		f := open(t, write(t, example(t, langs...)))
		var all strings.Builder
		for _, s := range f.GetSheetList() {
			fmt.Fprintf(&all, "[%s]\n", s)
			rows, err := f.GetRows(s)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range rows {
				fmt.Fprintln(&all, strings.Join(r, "|"))
			}
		}
		return all.String()
	}
	for _, c := range []struct {
		langs     []lang.Tag
		says, not []string
	}{
		{[]lang.Tag{lang.ID}, []string{"[Validitas]", "r terkoreksi", "Sangat Setuju", "Data sintetis", "tidak"}, []string{"Valid /", "Validity", "Strongly", "Synthetic", "Read me", "Critical", "|no|"}},
		{[]lang.Tag{lang.EN}, []string{"[Validity]", "Corrected r", "Strongly agree", "Synthetic data"}, []string{"Butir", "Setuju", "sintetis", "Catatan", "Penerapan", "|tidak"}},
		{[]lang.Tag{lang.ID, lang.EN}, []string{"[Validitas - Validity]", "r tabel\nCritical r", "tidak / no"}, nil},
		{[]lang.Tag{lang.EN, lang.ID}, []string{"[Validity - Validitas]", "Critical r\nr tabel", "no / tidak"}, nil},
	} {
		got := text(c.langs...)
		for _, s := range c.says {
			if !strings.Contains(got, s) {
				t.Errorf("%v: the workbook lacks %q", c.langs, s)
			}
		}
		for _, s := range c.not {
			if strings.Contains(got, s) {
				t.Errorf("%v: the workbook has %q", c.langs, s)
			}
		}
	}
}

// TestTabs: the names of sheets are ones that Excel takes.
func TestTabs(t *testing.T) {
	for _, langs := range [][]lang.Tag{{lang.ID}, {lang.EN}, {lang.ID, lang.EN}, {lang.EN, lang.ID}} {
		b := newBook(example(t, langs...))
		for _, term := range words.Keys(langs[0]) {
			key, ok := strings.CutPrefix(term, "sheet.")
			if !ok {
				continue
			}
			name := b.tab(key, 0)
			if key == "frequencies" {
				name = b.tab(key, 100)
			}
			if n := utf8.RuneCountInString(name); n > 31 || strings.ContainsAny(name, `:\/?*[]'`) {
				t.Errorf("%q (%d letters) cannot name a sheet", name, n)
			}
		}
	}
}

// Names of sheets that an author's words give are made such as Excel takes, and no
// sheet is lost.
func TestOwnTabs(t *testing.T) {
	in := example(t, lang.EN)
	var ds diag.List
	own := "sheet.readme = Scale\nsheet.scale = scale\nsheet.validity = Test/Result\nsheet.reliability = Test/Result\nsheet.coding =\nsheet.quality = " + strings.Repeat("long ", 12) + "\n"
	in.Words = Words{lang.EN: words.Load(words.Options{Kind: "article", Language: lang.EN, Own: map[string]markdown.Source{"terms.en.txt": {File: "terms.en.txt", Text: own}}}, &ds)}
	names := open(t, write(t, in)).GetSheetList()
	if want := len(open(t, write(t, example(t, lang.EN))).GetSheetList()); len(names) != want || len(ds) > 0 {
		t.Errorf("%d of %d sheets: %q, %v", len(names), want, names, ds)
	}
	for _, n := range names {
		if utf8.RuneCountInString(n) > 31 || strings.ContainsAny(n, `:\/?*[]`) {
			t.Errorf("a sheet is called %q", n)
		}
	}
}
