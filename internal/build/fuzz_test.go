package build

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wogreport/internal/costtest"
	"wogreport/internal/pdf/judge"
)

const fuzzedScale = `scale:
  - {value: 3, code: S, label: {id: Setuju, en: Agree}}
  - {value: 2, code: R, label: {id: Ragu, en: Undecided}}
  - {value: 1, code: T, label: {id: Tidak, en: Disagree}}
`

// buildAll builds what a study in a folder gives, for all answers and by cohort.
func buildAll(t *testing.T, dir string) {
	in, ds := Load(filepath.Join(dir, "study.yaml"))
	if in == nil {
		if !ds.HasErrors() {
			t.Error("there is no study, and no error says why")
		}
		return
	}
	in.KeepAnswers()
	b, ds := in.Compile()
	if !ds.HasErrors() {
		for _, o := range b.Outputs([]string{"pdf", "json", "xlsx"}) {
			checkOutput(t, o)
		}
	}
	if in.Study.Responses.Cohort == "" {
		return
	}
	c, ds := in.Cohorts(CohortOptions{Formats: []string{"pdf", "json", "xlsx"}})
	if c == nil || ds.HasErrors() {
		return
	}
	if _, err := c.Checksums(); err != nil {
		t.Error(err)
	}
	reports := Reports{Folders: make([]string, len(c.Each))}
	for i, each := range c.Each {
		p := c.Plan(i)
		if p.Make == nil {
			continue
		}
		outputs, ds := p.Make()
		if ds.HasErrors() {
			reports.Failed = append(reports.Failed, each.Name)
			continue
		}
		for _, o := range outputs {
			checkOutput(t, o)
		}
		reports.Folders[i] = fmt.Sprint(i)
	}
	beside, _, err := c.Beside(reports)
	if err != nil {
		t.Log(err)
	}
	for _, o := range beside {
		checkOutput(t, o)
	}
}

// checkOutput writes an output, which is what its name says.
func checkOutput(t *testing.T, o Output) {
	var b bytes.Buffer
	if err := o.Write(io.Writer(&b)); err != nil {
		t.Errorf("%s: %v", o.Name, err)
		return
	}
	data := b.Bytes()
	ok := true
	switch filepath.Ext(o.Name) {
	case ".pdf":
		ok = bytes.HasPrefix(data, []byte("%PDF-")) && bytes.HasSuffix(data, []byte("%%EOF\n"))
		if bytes.Contains(data, []byte("<pdfaid:part>")) { // not with  standard: none
			judge.Rules(t, o.Name, data)
		}
	case ".json":
		ok = json.Valid(data) && !bytes.Contains(data, []byte("NaN"))
	case ".xlsx":
		ok = bytes.HasPrefix(data, []byte("PK"))
	}
	if !ok {
		t.Errorf("%s is broken: %q", o.Name, data[:min(len(data), 200)])
	}
}

func writeStudy(t testing.TB, files map[string]string) string {
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// FuzzSection prints any section of an author's.
func FuzzSection(f *testing.F) {
	for _, s := range []string{
		"# A\n\n- a\n  - b\n\n> c[^1]\n\n[^1]: d **e** `f`\n", "|a|b|\n|:-|-:|\n|c|d|\n\n![](figure:P1) [](#figure:P1) [@a] <http://a.b>\n",
		`{{range .Items}}{{.ID}} {{num .Mean 2}}{{end}}{{.Section "introduction"}}`, "[a](http://b \"c\")\n[a]: <d> 'e'\n\n***a*_b_**\n",
		strings.Repeat(">", 60), strings.Repeat("[a](", 50), strings.Repeat("*a_", 50), "{{define \"x\"}}{{template \"x\"}}{{end}}{{template \"x\"}}",
		"|a|b|\n|:-|-:|\n", // a head alone
	} {
		f.Add(s)
	}
	study := "title: T\n" + fuzzedScale + "constructs: [{id: c, label: L, items: [{id: P1, statement: Satu}, {id: P2, statement: Dua}]}]\nresponses: a.csv\nsections: {introduction: s.md}\nreferences: {a: \"A. (2000). B.\"}\n"
	answers := "P1,P2\n3,2\n1,2\n3,3\n2,1\n1,1\n2,3\n"
	f.Fuzz(func(t *testing.T, section string) {
		dir := writeStudy(t, map[string]string{"study.yaml": study, "a.csv": answers, "s.md": section})
		costtest.Watch(t, func() { buildAll(t, dir) })
	})
}

// FuzzStudies builds studies that are put together of the words that studies
// have, alone and by cohort.
func FuzzStudies(f *testing.F) {
	for i := range uint64(30) {
		f.Add(i, i*i)
	}
	f.Fuzz(func(t *testing.T, a, b uint64) {
		g := newGenerator(a, b)
		files := g.study()
		dir := writeStudy(t, files)
		defer func() {
			if t.Failed() {
				t.Logf("the study is\n%s\n%s", files["study.yaml"], files["a.csv"])
			}
		}()
		costtest.Watch(t, func() { buildAll(t, dir) })
	})
}

// TestGenerator: most studies that the generator makes are built, so that FuzzStudies
// tries more than the checks.
func TestGenerator(t *testing.T) {
	const studies = 60
	built := 0
	for i := range uint64(studies) {
		in, ds := Load(filepath.Join(writeStudy(t, newGenerator(i, i*i).study()), "study.yaml"))
		if ds.HasErrors() {
			continue
		}
		if _, ds = in.Compile(); !ds.HasErrors() {
			built++
		}
	}
	if built < studies/2 {
		t.Errorf("of %d studies %d are built", studies, built)
	}
}

// generator makes studies of tokens.
type generator struct {
	*rand.Rand
	wrong bool // among the tokens are those that no study may have
}

// newGenerator makes a study in four with what no study may have: the others are built.
func newGenerator(a, b uint64) generator {
	g := generator{Rand: rand.New(rand.NewPCG(a, b))}
	g.wrong = g.IntN(4) == 0
	return g
}

func (g generator) maybe(text string) string {
	if g.IntN(3) > 0 {
		return ""
	}
	return text
}

func pick[T any](g generator, of ...T) T { return of[g.IntN(len(of))] }

// text is a text with what a text may hold.
func (g generator) text() string {
	var out []string
	for range 1 + g.IntN(4) {
		if g.wrong && g.IntN(8) == 0 {
			out = append(out, pick(g, "[@none]", "[](#table:items)", "[x](#none)", "[x](javascript:1)", "{{.}}", "![](figure:P1)", "[^1]"))
		}
		out = append(out, pick(g, "Kerja", "sama", "*a*", "**b**", "[@a]", "[](#figure:P1)", "[x](http://a.b/c)", "<b>",
			"&amp;", "`c`", "r = 0,5", "20%", "\u05d0\u05d1", "字", "👍", "e\u0301", "\u00ad", strings.Repeat("panjang", 1+g.IntN(40)), "http://a.b/"+strings.Repeat("c/", g.IntN(50)), "_", "#", "1.", "|"))
	}
	return strings.Join(out, " ")
}

// texts is a text, or one for each language, as YAML.
func (g generator) texts() string {
	if g.IntN(2) == 0 {
		return fmt.Sprintf("%q", g.text())
	}
	return fmt.Sprintf("{id: %q, en: %q}", g.text(), g.text())
}

// study is a study and its files.
func (g generator) study() map[string]string {
	var y strings.Builder
	add := func(format string, args ...any) { fmt.Fprintf(&y, format, args...) }
	add("title: %s\n%s", g.texts(), fuzzedScale)
	y.WriteString(g.maybe("kind: evaluation\n"))
	y.WriteString(pick(g, "", "languages: [id]\n", "languages: [en, id]\n", "languages: [en]\n"))
	y.WriteString(g.maybe(fmt.Sprintf("authors: [{name: %q}]\n", g.text())))
	y.WriteString(g.maybe(fmt.Sprintf("abstract: %s\n", g.texts())))
	y.WriteString(g.maybe(fmt.Sprintf("layout: {columns: %d, parallel: %v}\n", 1+g.IntN(2), g.IntN(2) == 0)))
	y.WriteString(g.maybe(fmt.Sprintf("analysis: {missing: %s, appendix: %v}\n", pick(g, "listwise", "pairwise"), g.IntN(2) == 0)))
	y.WriteString(g.maybe(fmt.Sprintf("privacy: {min_group: %d, min_cell: %d}\n", g.IntN(8), g.IntN(4))))
	if !g.wrong {
		add("references: {a: \"A. (2000). %s.\"}\n", strings.Repeat("B ", g.IntN(30)))
	}
	y.WriteString(pick(g, "", "groups: [Unit]\n", fmt.Sprintf("groups:\n  - {column: Unit, answers: %v, values: {X: %q, Y: {id: A, en: B}}}\n  - {column: Usia, classes: [20, 30]}\n", g.IntN(2) == 0, g.text())))
	y.WriteString(g.maybe(fmt.Sprintf("profile: [{column: Usia, classes: [21, 26], chart: true}, {column: Unit, label: %s}]\n", g.texts())))
	y.WriteString(pick(g, "", "", "scores: azwar\n", fmt.Sprintf("scores: {unit: mean, classes: [{from: 1, label: %q}, {from: 2.5, label: B}]}\n", g.text()), "scores: {unit: sum, classes: [{from: 0, label: A}, {from: 3, label: B}]}\n"))
	y.WriteString(pick(g, "", "", "neutral: 2\n", "split: 2\n"))
	y.WriteString(g.maybe(pick(g, "interpretation: false\n", "interpretation: {boxes: true, tcr: riduwan}\n", "interpretation: {classes: none, reliability: guilford}\n")))
	y.WriteString(g.maybe("comments: Saran\n"))
	y.WriteString(g.maybe("sections: {introduction: s.md, discussion: t.md}\n"))
	add("constructs:\n")
	items := 0
	for c := range 1 + g.IntN(3) {
		add("  - id: c%d\n    label: %s\n    items:\n", c, g.texts())
		for range 1 + g.IntN(4) {
			items++
			add("      - {id: P%d, statement: %s%s}\n", items, g.texts(), g.maybe(", reverse: true"))
		}
	}
	add("responses: {file: a.csv, cohort: Angkatan%s}\n", g.maybe(", exclude: [duplicates, straightliners]"))
	cohorts := []string{pick(g, "I", "2023", "A/B", g.text()), pick(g, "II", "2024", "..", g.text()), "III"}
	if g.IntN(3) == 0 {
		add("cohorts: {%q: {period: %s, population: %d, title: %s}}\n", cohorts[0], g.texts(), g.IntN(40), g.texts())
	}
	var a strings.Builder
	a.WriteString("Angkatan,Unit,Usia,Saran")
	for i := range items {
		fmt.Fprintf(&a, ",P%d", i+1)
	}
	for range g.IntN(40) {
		fmt.Fprintf(&a, "\n\"%s\",%s,%s,\"%s\"", strings.ReplaceAll(pick(g, cohorts...), `"`, `""`), pick(g, "X", "Y", "Z", ""), pick(g, "19", "25", "31", "40", "-", ""), strings.ReplaceAll(pick(g, "", g.text()), `"`, `""`))
		for range items {
			answer := pick(g, "1", "2", "3", "3", "Setuju", "Tidak", "")
			if g.wrong && g.IntN(20) == 0 {
				answer = "9"
			}
			a.WriteString("," + answer)
		}
	}
	return map[string]string{"study.yaml": y.String(), "a.csv": a.String() + "\n", "t.md": g.text() + "\n", "s.md": g.text() + "\n\n" + g.maybe("![](figure:P1)\n\n") + g.text() + "[^1]\n\n[^1]: " + g.text() + "\n"}
}
