package internal_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"wogreport/internal/analysis"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/pdf"
	"wogreport/internal/pdf/judge"
	"wogreport/internal/report"
	"wogreport/internal/responses"
	"wogreport/internal/results"
	"wogreport/internal/study"
	"wogreport/internal/words"
	"wogreport/internal/workbook"
	"wogreport/templates"
)

// pseudo is a language that nobody speaks. Its words are the English ones with
// every term between ⟨ and ⟩, its marks those of no other language here.
var pseudo = lang.Language{
	Tag: "xx", Name: "Pseudo", Report: "xx-report", Decimal: "·", Group: "’",
	Months:   [12]string{"Xa", "Xb", "Xc", "Xd", "Xe", "Xf", "Xg", "Xh", "Xi", "Xj", "Xk", "Xl"},
	Chapters: lang.Arabic, And: "&&", Or: "||", EtAl: "xx-al.",
	Classes: map[string][]string{
		"mean": {"m1", "m2", "m3", "m4", "m5"}, "tcr": {"t1", "t2", "t3", "t4", "t5"},
		"george-mallery": {"g1", "g2", "g3", "g4", "g5", "g6"}, "guilford": {"u1", "u2", "u3", "u4", "u5"},
	},
}

// The language is registered before anything asks which there are.
func init() {
	pseudo.Words = pseudoWords()
	lang.Register(pseudo)
}

func pseudoWords() fs.FS {
	folder := fstest.MapFS{}
	for _, name := range words.Files() {
		if !strings.Contains(name, ".en.") {
			continue
		}
		text, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			panic(err)
		}
		text = regexp.MustCompile(`(\d)\.(\d)`).ReplaceAll(text, []byte("$1·$2")) // limits in sentences
		text = bytes.ReplaceAll(text, []byte("(tingkat capaian responden)"), nil)
		if strings.HasPrefix(name, "terms.") {
			term := regexp.MustCompile(`(?m)^([^#\n][^=\n]*) = (.*)$`)
			text = term.ReplaceAll(text, []byte("$1 = ⟨$2⟩"))
		}
		folder[strings.Replace(name, ".en.", ".xx.", 1)] = &fstest.MapFile{Data: text}
	}
	return folder
}

// A folder of words and one registration make a language: the article, an
// evaluation and the names of classes have its words and its marks, and nothing
// falls back to those of another.
func TestPseudoLanguage(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var answers strings.Builder
	answers.WriteString("P1,P2,P3,G\n")
	for i := range 1300 {
		answers.WriteString([]string{"1,2,1,a\n", "2,2,3,b\n", "3,3,2,a\n", "4,3,4,b\n", "4,4,3,a\n", "5,5,5,b\n", "5,4,,a\n"}[i%7])
	}
	write("a.csv", answers.String())
	for _, kind := range []string{"article", "evaluation"} {
		write("study.yaml", `
kind: `+kind+`
title: Title
program: {xx: the programme}
languages: [xx]
scale: {min: 1, max: 5}
constructs:
  - {id: c, label: {xx: usefulness}, items: [{id: P1, statement: {xx: One}}, {id: P2, statement: {xx: Two}}, {id: P3, statement: {xx: Three}}]}
groups: [{column: G, label: {xx: place}}]
method: {population: 2000}
document: {place: {xx: Town}, date: 2026-03-05}
interpretation: true
analysis: {appendix: true}
responses: a.csv
`)
		st, ds := study.Load(filepath.Join(dir, "study.yaml"))
		if ds.HasErrors() {
			t.Fatal(ds)
		}
		table, ds := responses.Read(st)
		if ds.HasErrors() {
			t.Fatal(ds)
		}
		res := analysis.Run(st, table)
		doc, _, ds := report.Compose(st, res, report.Options{})
		if doc == nil {
			t.Fatal(ds)
		}
		var page, book, numbers bytes.Buffer
		if _, err := pdf.Write(&page, doc, pdf.DefaultOptions()); err != nil || page.Len() == 0 {
			t.Errorf("%s: the PDF has %d bytes: %v", kind, page.Len(), err)
		}
		judge.Rules(t, kind, page.Bytes())
		if err := workbook.Write(&book, workbook.Input{Study: st, Results: res}); err != nil || book.Len() == 0 {
			t.Errorf("%s: the workbook has %d bytes: %v", kind, book.Len(), err)
		}
		if err := results.Encode(&numbers, res); err != nil || !strings.Contains(numbers.String(), `"xx": "m`) {
			t.Errorf("%s: results.json does not name the classes in the language: %v", kind, err)
		}
		text := strings.NewReplacer("~", " ", "\u00a0", " ").Replace(doctest.Dump(doc))
		for _, want := range []string{"⟨Table⟩ 1", "⟨Cronbach’s alpha", "1’300", "·"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the report lacks %q", kind, want)
			}
		}
		if kind == "evaluation" && (!strings.Contains(text, "⟨CHAPTER 1⟩") || !strings.Contains(text, "5 Xc 2026")) {
			t.Errorf("%s: chapters are not numbered, or the day not written, as the language does it", kind)
		}
		for _, foreign := range []string{`\d[.,]\d`, ` dan `, ` and G`, `Sangat`, `Very (high|low)`, `Tabel`, `responden\b`, `Maret`, `March`, `, 1 and 2`} {
			for _, line := range strings.Split(text, "\n") {
				if m := regexp.MustCompile(foreign).FindString(line); m != "" && !strings.Contains(line, "[reference]") {
					t.Errorf("%s: %q is not the language's: %s", kind, m, line)
				}
			}
		}
	}
}
