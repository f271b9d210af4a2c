package report

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// A problem that shows only when the templates have been carried out stands at
// the line and column where it was written, also where the same words stand
// elsewhere before.
func TestPlacesInTemplates(t *testing.T) {
	const key = `study.yaml:2:1: error: no reference has the key "x" [unknown-reference]`
	for name, c := range map[string]struct {
		study, article, section, want string
	}{
		"a figure that is not":                          {"", "Text.\n\nfigure:P9 is no picture.\n\n  ![](figure:P9)\n", "", `article.en.md:5:7: error: there is no figure "P9" [unknown-figure]`},
		"a table that is not":                           {"", "![](table:none)\n", "", `article.en.md:1:5: error: there is no table "none" [unknown-table]`},
		"a link in a line":                              {"", "See (#x) and [](#x).\n", "", `article.en.md:1:16: error: nothing in the document is called "x" [unknown-target]`},
		"a name made by a block":                        {"", "\n{{if true}}{{ref \"figure:P9\"}}{{end}}\n", "", `article.en.md:2:`},
		"the second of two keys":                        {"references: {a: A (2001)}\n", "As [@a; @x] says.\n", "", `article.en.md:1:9: error: no reference has the key "x" [unknown-reference]`},
		"a class of a heading":                          {"", "# A\n\n## B {#b .odd}\n", "", `article.en.md:3:10: error: a heading cannot be of the class "odd" [unknown-class]`},
		"in a section":                                  {"", "{{.Section \"introduction\"}}\n", "One.\n\n- [@x]\n", `introduction.md:3:4: error: no reference has the key "x" [unknown-reference]`},
		"in a section with marks":                       {"", "{{.Section \"introduction\"}}\n", "{{int .N}}\n\n[](#nowhere)\n", `introduction.md:3:3: error: nothing in the document is called "nowhere" [unknown-target]`},
		"in a block of the author's, twice carried out": {"", "{{range .Items}}{{template \"mine\" .}}\n\n{{end}}{{define \"mine\"}}\n![](figure:no){{end}}", "", `article.en.md:4:5: error: there is no figure "no" [unknown-figure]`},
		"in a title":                                    {"title: 'T [@x]'\n", "![](title:)\n", "", key},
		"in a label":                                    {"abstract: x\n", "{{range .Constructs}}{{.Label}}{{end}}\n", "", `study.yaml:5:15: error: no reference has the key "x" [unknown-reference]`},
		"in a reference":                                {"abstract: x\nreferences:\n  a: 'A [@x] (2001)'\n", "[@a]\n\n![](references:)\n", "", `study.yaml:4:3: error: no reference has the key "x" [unknown-reference]`},
		"between angle marks":                           {"", "[a](<javascript:x>)\n", "", `article.en.md:1:6: error: a link cannot lead to "javascript:x" [bad-link]`},
		"a picture in a line":                           {"", "A ![](figure:P1) b\n", "", `article.en.md:1:7: error: a figure or table cannot stand inside a line [picture-in-text]`},
		"what marks are made of is no mark":             {"", "[a](\uFDD09:9:9\uFDD1#zz) [](#zz)\n", "", `article.en.md:1:5: error: a link cannot lead to "9:9:9#zz" [bad-link]`},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write := func(file, text string) {
				t.Helper()
				if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			label, title := "c", "title: T\n"
			if strings.Contains(name, "label") {
				label = "'L [@x]'"
			}
			if strings.Contains(c.study, "title:") {
				title = ""
			}
			write("study.yaml", "languages: [en]\n"+c.study+title+"scale: {min: 1, max: 3}\nconstructs: [{label: "+label+", id: c, items: [P1, P2]}]\nresponses: a.csv\ntemplates: .\nsections: {introduction: introduction.md}\n")
			write("introduction.md", c.section)
			write("article.en.md", c.article)
			write("a.csv", "P1,P2\n1,2\n2,3\n3,3\n1,1\n")
			st, ds := study.Load(filepath.Join(dir, "study.yaml"))
			if ds.HasErrors() {
				t.Fatal(ds)
			}
			table, ds := responses.Read(st)
			if ds.HasErrors() {
				t.Fatal(ds)
			}
			_, _, ds = Compose(st, analysis.Run(st, table), testOptions)
			got := ""
			for _, d := range strings.Split(strings.ReplaceAll(printed(ds), dir+string(filepath.Separator), ""), "\n") {
				if strings.Contains(d, ": error: ") {
					got = d
					break
				}
			}
			if got != c.want && !(strings.HasSuffix(c.want, ":") && strings.HasPrefix(got, c.want)) {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
