package report

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// written composes the example in English with files of the author's: templates by
// their names, sections by theirs.
func written(t *testing.T, files map[string]string, change func(*study.Study)) (string, *document.Document, diag.List) {
	t.Helper()
	dir := t.TempDir()
	st, res := load(t, func(st *study.Study) {
		st.Languages = []lang.Tag{lang.EN}
		st.Sections = map[string]lang.Text{}
		for name, text := range files {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(name, ".en.") {
				st.Templates = dir
			} else {
				st.Sections[strings.TrimSuffix(name, ".md")] = lang.Text{lang.EN: filepath.Join(dir, name)}
			}
		}
		if change != nil {
			change(st)
		}
	})
	doc, _, ds := Compose(st, res, testOptions)
	if doc == nil {
		return "", nil, ds
	}
	return doctest.Dump(doc), doc, ds
}

// said are problems as "file:line code".
func said(ds diag.List) []string {
	var out []string
	for _, d := range ds {
		out = append(out, strings.TrimPrefix(d.Pos.String()[strings.LastIndex(d.Pos.String(), "/")+1:], "/")+" "+d.Code)
	}
	return out
}

// What an author puts in the place of built-in words is what the report says,
// wherever it stands and whatever calls it.
func TestOwnBlocks(t *testing.T) {
	for name, c := range map[string]struct {
		files      map[string]string
		has, lacks string
		problems   []string
	}{
		"called by other blocks, defined in a section": {
			map[string]string{"introduction.md": `{{define "validity.text"}}MY WORDS{{end}}Mine.`}, "MY WORDS", "complete responses, df", nil},
		"emptied": {
			map[string]string{"results.en.md": `{{define "discussion.note"}}{{/* none */}}{{end}}`}, "Cronbach", "perceptions of those", nil},
		"a file without blocks of its own is the built-in one": {
			map[string]string{"article.en.md": "\n"}, "Cronbach", "", nil},
		"with a byte order mark": {
			map[string]string{"words.en.md": "\uFEFF{{define \"word.table\"}}Chart{{end}}"}, "Chart\u00a01", "Table\u00a01", nil},
		"misspelt": {
			map[string]string{"words.en.md": "{{define \"word.table\"}}Chart{{end}}\n{{define \"word.tabel\"}}x{{end}}"}, "Chart\u00a01", "", []string{"words.en.md:2 unknown-block"}},
		"a block that another calls is no mistake": {
			map[string]string{"words.en.md": `{{define "word.table"}}{{template "mine"}}{{end}}{{define "mine"}}Chart{{end}}`}, "Chart\u00a01", "", nil},
		"without an end": {
			map[string]string{"words.en.md": "\n{{define \"word.table\"}}{{range 999999}}" + strings.Repeat("x", 999) + "{{end}}{{end}}"}, "", "", []string{"words.en.md:2 template-error"}},
		"sections of nothing": {
			map[string]string{"introduction.md": " \n\t\n", "literature.md": `{{define "x"}}y{{end}}`}, "", "INTRODUCTION", nil},
	} {
		text, doc, ds := written(t, c.files, nil)
		if got := said(ds); !slices.Equal(got, c.problems) {
			t.Errorf("%s: problems %q, want %q\n%s", name, got, c.problems, printed(ds))
		}
		if doc == nil && !ds.HasErrors() || !strings.Contains(text, c.has) || c.lacks != "" && strings.Contains(text, c.lacks) {
			t.Errorf("%s: the report does not have %q, or has %q:\n%s", name, c.has, c.lacks, text)
		}
	}
}

// A block that a kind of report has anew stays so beside a copy of the file that
// has it for all kinds, and who changes it there is told where it belongs.
func TestOwnBlocksOfAnotherKind(t *testing.T) {
	results, err := os.ReadFile("../../templates/results.id.md")
	if err != nil {
		t.Fatal(err)
	}
	plain, _ := evaluation(t, nil)
	for name, c := range map[string]struct {
		text string
		told bool
	}{
		"a copy":            {string(results), false},
		"one with a change": {strings.Replace(string(results), `{{define "method.sample" -}}`, `{{define "method.sample" -}}Ubah. `, 1), true},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "results.id.md"), []byte(c.text), 0o644); err != nil {
			t.Fatal(err)
		}
		doc, ds := evaluation(t, func(st *study.Study) { st.Templates = dir })
		if doctest.Dump(doc) != doctest.Dump(plain) {
			t.Errorf("%s: the report is another", name)
		}
		told := slices.ContainsFunc(ds, func(d diag.Diagnostic) bool { return d.Code == "unused-block" && d.Pos.Line > 1 })
		if told != c.told {
			t.Errorf("%s: told %v\n%s", name, told, printed(ds))
		}
	}
}

// Footnotes in quotations, in lists, in headings and in each other.
func TestFootnotesAnywhere(t *testing.T) {
	text, doc, ds := written(t, map[string]string{
		"introduction.md": "A[^1] and B[^l].\n\n> [^1]: In a quotation, see[^2].\n\n- [^l]: In a list.\n\n[^2]: Another.\n\nCode `x[^1]` and \\\\[^1], not \\[^1].\n\n## Head[^h] {#head}\n\nSee [](#head).\n\n[^h]: Of it:\n\n    - one\n    - two\n\n    | a | b |\n    |---|---|\n    | c | d |\n",
		"literature.md":   "C[^1].\n\n> [^1]: Of the other section.\n",
	}, func(st *study.Study) {
		st.Abstract = lang.Text{lang.EN: "Short[^9]."}
	})
	if got, want := said(ds), []string{"study.yaml:"}; len(got) != 1 || !strings.HasPrefix(got[0], want[0]) || !strings.HasSuffix(got[0], "unknown-footnote") {
		t.Errorf("problems %q", got)
	}
	var notes []string
	for _, n := range doc.Footnotes {
		notes = append(notes, n.Number+" "+document.Plain(n.Text))
	}
	want := []string{"1 In a quotation, see2.", "2 Another.", "3 In a list.", "4 Of it: one; two a; b; c; d", "5 Of the other section."}
	if !slices.Equal(notes, want) {
		t.Errorf("footnotes %q, want %q", notes, want)
	}
	for _, s := range []string{"Code x[^1] and", "not [^1]", `\`, "[Head](#section:head)", "Short[^9]"} {
		if !strings.Contains(text, s) {
			t.Errorf("the report does not have %q:\n%s", s, text)
		}
	}
	if strings.Contains(text, markdown.OwnMark) || strings.Contains(text, "\n-\n") {
		t.Error("the report shows the program's labels")
	}
}

// An unknown target is said where it is linked to, not where its name is a word.
func TestUnknownTargetPlace(t *testing.T) {
	_, _, ds := written(t, map[string]string{"introduction.md": "The word tabel.", "literature.md": "See [](#tabel)."}, nil)
	if got := said(ds); !slices.Equal(got, []string{"literature.md:1:7 unknown-target"}) {
		t.Errorf("problems %q", got)
	}
}

// Addresses in angle brackets are links, and what else stands there is text.
func TestAutoLinks(t *testing.T) {
	text, _, ds := written(t, map[string]string{"introduction.md": "See <https://example.org/a_b> or <who@example.org>, not <script> or <javascript:x>."}, nil)
	if len(ds) > 0 {
		t.Error(printed(ds))
	}
	for _, s := range []string{"[https://example.org/a_b](https://example.org/a_b)", "[who@example.org](mailto:who@example.org)", "not <script> or javascript:x."} {
		if !strings.Contains(text, s) {
			t.Errorf("the report does not have %q:\n%s", s, text)
		}
	}
}

// A footer that has the page's number itself has no second one.
func TestOwnPageNumber(t *testing.T) {
	for footer, want := range map[string]string{"p. {page} of {pages}": "[footer] p. {page} of {pages} |  |", "Mine": "[footer] Mine | {page} |"} {
		text, _, _ := written(t, nil, func(st *study.Study) { st.Layout.Footer = lang.Same(footer) })
		if !strings.Contains(text, want) {
			t.Errorf("%q: the footer is not %q:\n%s", footer, want, text[:400])
		}
	}
}

// Where everybody answered an item, nothing in the report speaks of chance for it,
// whatever others have left out.
func TestEverybodyAnswered(t *testing.T) {
	for _, gaps := range []int{0, 60} { // in the third item, of which then no majority can be said
		_, res := load(t, nil)
		st, _ := load(t, func(st *study.Study) { st.Languages, st.Method.Population = []lang.Tag{lang.EN}, res.N })
		table, ds := responses.Read(st)
		if ds.HasErrors() {
			t.Fatal(printed(ds))
		}
		for i := range gaps {
			table.Columns[2].Codes[i] = responses.Missing
		}
		doc, _, ds := Compose(st, analysis.Run(st, table), testOptions)
		if doc == nil {
			t.Fatal(printed(ds))
		}
		text := doctest.Dump(doc)
		_, conclusion, _ := strings.Cut(text, "# CONCLUSION")
		if !strings.Contains(conclusion, "Since the whole population answered") || strings.Contains(conclusion, "With 95% confidence") || strings.Contains(conclusion, "random sample") {
			t.Errorf("%d gaps: the conclusion is\n%s", gaps, conclusion)
		}
	}
}

// Words for a workbook run blocks of an author's that read the numbers of a
// caveat, and say where one fails.
func TestWordsForAWorkbook(t *testing.T) {
	dir := t.TempDir()
	text := "{{define \"caveat.small-n\"}}Only {{param . \"n\"}} of {{.Name}} [@holm1979]{{end}}\n{{define \"sheet.readme\"}}{{.Foo}}{{end}}"
	if err := os.WriteFile(filepath.Join(dir, "words.en.md"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	st, _ := load(t, func(st *study.Study) { st.Languages, st.Templates = []lang.Tag{lang.EN}, dir })
	own, problems := Words(st, study.NewFiles(dir))
	c := analysis.Caveat{Code: analysis.CaveatSmallN, Item: "P1", Params: map[string]float64{"n": 7}}
	if got := own[lang.EN].Term(c.Term(), c); got != "Only 7 of P1 [@holm1979]" {
		t.Errorf("the caveat is %q", got)
	}
	if len(*problems) > 0 {
		t.Errorf("problems: %v", *problems)
	}
	if own[lang.EN].Term("sheet.readme", nil); len(*problems) != 1 || (*problems)[0].Pos.Line != 2 {
		t.Errorf("problems: %v", *problems)
	}
}
