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

// What is wrong with texts inside the study file, and with the author's links,
// is reported in its line.
func TestPlacesOfProblems(t *testing.T) {
	for text, want := range map[string]string{
		"abstract: {id: \"Ada {{int .Nn}} orang.\"}\n":                                      `study.yaml:1: error: there is no field "Nn" here [template-error]`,
		"abstract:\n  id: |\n    Satu.\n\n    Ada {{int .Nn}} orang.\n":                     `study.yaml:5: error: there is no field "Nn" here [template-error]`,
		"name: n\nabstract: |-  # teks\n  Ada {{.Nn}}.\n":                                   `study.yaml:3: error: there is no field "Nn" here [template-error]`,
		"abstract: \"[klik](javascript:alert)\"\n":                                          `study.yaml:1: error: a link cannot lead to "javascript:alert" [bad-link]`,
		"abstract: \"[surel](mailto:a@example.org) [a](https://example.org) [b](x/y:z)\"\n": "",
	} {
		dir := t.TempDir()
		write := func(name, s string) {
			t.Helper()
			if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		write("study.yaml", text+"title: T\nlanguages: [id]\nscale: {min: 1, max: 3}\nconstructs: [{id: c, items: [P1, P2]}]\nresponses: a.csv\n")
		write("a.csv", "P1,P2\n1,2\n2,3\n3,3\n1,1\n")
		st, ds := study.Load(filepath.Join(dir, "study.yaml"))
		if ds.HasErrors() {
			t.Fatalf("%s%v", text, ds)
		}
		table, ds := responses.Read(st)
		if ds.HasErrors() {
			t.Fatalf("%s%v", text, ds)
		}
		_, _, ds = Compose(st, analysis.Run(st, table), testOptions)
		got, _, _ := strings.Cut(strings.ReplaceAll(printed(ds), dir+string(filepath.Separator), ""), "\n")
		if got != want {
			t.Errorf("%s gives\n%s\nwant\n%s", text, got, want)
		}
	}
}
