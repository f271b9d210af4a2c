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

func writeStudy(t *testing.T, files map[string]string) string {
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
		g := generator{rand.New(rand.NewPCG(a, b))}
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

// generator makes studies of tokens.
type generator struct{ *rand.Rand }

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
		out = append(out, pick(g, "Kerja", "sama", "*a*", "**b**", "[@a]", "[@none]", "[](#figure:P1)", "[](#table:items)", "[x](#none)", "[x](http://a.b/c)", "[x](javascript:1)", "<b>",
			"&amp;", "{{.}}", "`c`", "[^1]", "![](figure:P1)", "r = 0,5", "20%", "\u05d0\u05d1", "字", "👍", "e\u0301", "\u00ad", strings.Repeat("panjang", 1+g.IntN(40)), "http://a.b/"+strings.Repeat("c/", g.IntN(50)), "_", "#", "1.", "|"))
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
	y.WriteString(g.maybe(fmt.Sprintf("privacy: {min_group: %d}\n", g.IntN(8))))
	y.WriteString(g.maybe(fmt.Sprintf("references: {a: %s}\n", g.texts())))
	y.WriteString(g.maybe("groups: [Unit]\n"))
	y.WriteString(g.maybe("sections: {introduction: s.md, discussion: s.md}\n"))
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
	a.WriteString("Angkatan,Unit")
	for i := range items {
		fmt.Fprintf(&a, ",P%d", i+1)
	}
	for range g.IntN(40) {
		fmt.Fprintf(&a, "\n\"%s\",%s", strings.ReplaceAll(pick(g, cohorts...), `"`, `""`), pick(g, "X", "Y", "Z", ""))
		for range items {
			a.WriteString("," + pick(g, "1", "2", "3", "3", "Setuju", "Tidak", "", "9"))
		}
	}
	return map[string]string{"study.yaml": y.String(), "a.csv": a.String() + "\n", "s.md": g.text() + "\n\n" + g.text() + "\n"}
}
