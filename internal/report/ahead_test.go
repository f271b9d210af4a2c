package report

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"wogreport/internal/ahead"
	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/study"
	"wogreport/templates"
)

const generated = "ahead_gen.go"

// roots are the blocks that the program runs, by the type of their data.
var roots = map[reflect.Type][]string{
	reflect.TypeFor[*ComparedView]():      {"caption.group-pairs", "caption.group-scores", "caption.group-tests", "caption.groups", "groups.text", "note.group-pairs", "note.group-scores", "note.group-tests", "note.groups"},
	reflect.TypeFor[*ComparisonView]():    {"caption.cohorts", "caption.moves", "caption.statements", "note.moves"},
	reflect.TypeFor[*ConstructView]():     {"alt.summary", "caption.describe", "caption.frequency", "caption.interpretation", "caption.item-total", "caption.items", "caption.questionnaire", "caption.scale-statistics", "caption.share-intervals", "caption.validity", "conclusion.text", "discussion.text", "evaluation.conclusion", "evaluation.construct", "interpretation.text", "note.frequency", "note.interpretation", "note.item-total", "note.scale-statistics", "note.share-intervals", "reliability.result", "validity.result", "validity.text"},
	reflect.TypeFor[*GroupingView]():      {"groups.caveats"},
	reflect.TypeFor[*ItemView]():          {"alt.item", "caption.item", "item.lead", "item.text"},
	reflect.TypeFor[*ScoreView]():         {"note.scores"},
	reflect.TypeFor[*View]():              {"abstract", "alt.importance", "caption.ikm", "caption.importance", "caption.overview", "caption.quality", "cover.above", "cover.cohort", "cover.number", "cover.period", "cover.place", "cover.year", "discussion.note", "evaluation.compare", "frequency.text", "groups.method", "ikm.text", "importance.text", "indices.summary", "note.ikm", "note.importance", "note.overview", "note.quality", "signature.date", "summary.instrument", "title.cohort", "article.id.md", "article.en.md", "comparison.id.md", "comparison.en.md", "evaluation.id.md", "evaluation.en.md"},
	reflect.TypeFor[ComparisonPartView](): {"caption.scores", "caption.heat", "caption.trend", "alt.scores", "alt.heat", "alt.trend"},
	reflect.TypeFor[GroupPartView]():      {"caption.group-means", "alt.groups"},
	reflect.TypeFor[PartView]():           {"caption.summary"},
	reflect.TypeFor[ScoreTableView]():     {"caption.scores-of"},
	reflect.TypeFor[caveatView]():         {"caveat.*"},
	reflect.TypeFor[string]():             {"note.undefined", "title.comparison", "word.appendix", "word.appendix-named", "word.chapter", "word.chapter-named", "word.number", "word.volume", "word.pages"},
}

func aheadInput(t *testing.T) ahead.Input {
	t.Helper()
	in := ahead.Input{
		Package: "report", Tags: "!interpreted", Command: "go generate ./internal/report",
		Files: map[string]string{}, Libraries: map[string][]string{},
		Roots: map[string]reflect.Type{}, Funcs: functions{}.table(),
	}
	for typ, names := range roots {
		for _, name := range names {
			in.Roots[name] = typ
		}
	}
	for _, l := range []string{"id", "en"} {
		for _, kind := range []string{"article", "evaluation", "comparison"} {
			files := libraryFiles(kind, l)
			in.Libraries[kind+"."+l] = files
			for _, name := range files {
				text, err := templates.FS.ReadFile(name)
				if err != nil {
					t.Fatal(err)
				}
				in.Files[name] = string(text)
			}
		}
	}
	return in
}

// The code that carries out the built-in templates is made from them as they are.
func TestTemplatesAreCompiled(t *testing.T) {
	code, left, err := ahead.Compile(aheadInput(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(left) > 0 {
		t.Errorf("nothing runs these blocks:\n%s", strings.Join(left, "\n"))
	}
	if *update {
		if err := os.WriteFile(generated, code, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	have, err := os.ReadFile(generated)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, code) {
		t.Errorf("%s is not what the templates say now; go generate ./internal/report makes it anew", generated)
	}
}

// TestRareBlocks has those blocks say something that no other test does: those
// of an evaluation in two languages, and of a journal with a cohort and pages.
func TestRareBlocks(t *testing.T) {
	for _, ls := range [][]lang.Tag{{lang.ID, lang.EN}, {lang.EN, lang.ID}} {
		doc, ds := evaluation(t, func(st *study.Study) { st.Languages, st.Layout.Parallel = ls, true })
		if text := dump(doc); ds.HasErrors() || !strings.Contains(text, "The mean rating") || !strings.Contains(text, "Rata-rata penilaian") {
			t.Errorf("%v: an evaluation in both languages says it in one only, or not without problems:\n%s", ls, printed(ds))
		}
		article := compose(t, func(st *study.Study) {
			st.Languages, st.Cohort, st.Journal.Pages = ls[:1], "Angkatan I", "1–12"
		})
		if text := dump(article); !strings.Contains(text, ": Angkatan I") || !strings.Contains(text, " 1–12") {
			t.Errorf("an article in %s lacks its cohort or its pages", ls[0])
		}
	}
}

// blocksCompared counts how often the tests compared a block, by its name;
// blocksDiffer says what was not the same.
var (
	blocksCompared = map[string]int{}
	blocksDiffer   []string
)

// Whatever the tests of this package have compiled blocks say, text/template
// says it, too; and they have each block say something.
func TestMain(m *testing.M) {
	checkBlock = func(w *words, name string, data any, text string) {
		check := checkBlock
		checkBlock = nil // what the block calls in turn was compared already
		defer func() { checkBlock = check }()
		again := *w
		again.replaced, again.tmpl, again.ready, again.diags = true, nil, map[string]bool{}, &diag.List{}
		again.f.w = &again
		want, ok := again.interpret(name, data)
		// Of the definitions in a file only the lines are left, which Markdown does not see.
		if trim := func(s string) string { return strings.TrimLeft(s, "\n") }; !ok || trim(want) != trim(text) {
			blocksDiffer = append(blocksDiffer, fmt.Sprintf("compiled, the block %s says\n%s\nand the template\n%s\n%v", name, text, want, *again.diags))
		}
		blocksCompared[name]++
	}
	code := m.Run()
	for _, d := range blocksDiffer {
		fmt.Fprintln(os.Stderr, d)
		code = 1
	}
	all := true
	for _, part := range []string{"run", "skip", "list", "fuzz"} {
		all = all && flag.Lookup("test."+part).Value.String() == ""
	}
	if all && code == 0 {
		for _, names := range roots {
			for _, name := range names {
				if blocksCompared[name] == 0 && !strings.HasSuffix(name, "*") {
					fmt.Fprintf(os.Stderr, "no test has the block %s say anything\n", name)
					code = 1
				}
			}
		}
	}
	os.Exit(code)
}
