package report

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"wogreport/internal/citation"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/study"
	"wogreport/internal/words"
	"wogreport/templates"
)

// Works that built-in words cite are listed where they are cited, once, and under
// the study's own entry where it has one.
func TestMethodSources(t *testing.T) {
	widoyoko := "[reference] Widoyoko, E. P. (2012). *Teknik"
	for _, c := range []struct {
		name       string
		change     func(*study.Study)
		has, lacks []string
	}{
		{"cited beside the study's own", func(st *study.Study) {},
			[]string{widoyoko, "[reference] Rahmadi", "[Widoyoko, 2012](#ref:widoyoko2012)"}, []string{"Cohen"}},
		{"the study has an entry of its own", func(st *study.Study) {
			st.References = append(st.References, study.Reference{Key: "w", Text: lang.Same("Widoyoko, E. P. (2012). My own entry.")})
		}, []string{"[reference] Widoyoko, E. P. (2012). My own entry.", "[Widoyoko, 2012](#ref:w)"}, []string{widoyoko, "#ref:widoyoko2012"}},
		{"nothing else in the list", func(st *study.Study) { st.References = nil }, []string{widoyoko, "{section:references}"}, nil},
	} {
		text := doctest.Dump(compose(t, func(st *study.Study) {
			st.Languages = []lang.Tag{lang.ID}
			st.Sections = nil
			st.Interpretation.On = true
			c.change(st)
		}))
		for _, s := range c.has {
			if strings.Count(text, s) == 0 {
				t.Errorf("%s: the document does not have %q", c.name, s)
			}
		}
		for _, s := range c.lacks {
			if strings.Contains(text, s) {
				t.Errorf("%s: the document has %q", c.name, s)
			}
		}
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "article.id.md"), []byte("Teks.\n\n{{if .HasSources}}\n# Pustaka {#references}\n\n![](references:)\n{{end}}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	text := doctest.Dump(compose(t, func(st *study.Study) {
		st.Languages, st.Sections, st.References, st.Templates = []lang.Tag{lang.ID}, nil, nil, dir
	}))
	if strings.Contains(text, "{section:references}") {
		t.Error("a list without entries has a heading")
	}
}

// A template of the study's own without a reference list has no links into it.
func TestMethodSourcesWithoutAList(t *testing.T) {
	dir := t.TempDir()
	src, err := templates.FS.ReadFile("article.id.md")
	if err != nil {
		t.Fatal(err)
	}
	own := strings.ReplaceAll(string(src), "![](references:)", "")
	if err := os.WriteFile(filepath.Join(dir, "article.id.md"), []byte(own), 0o644); err != nil {
		t.Fatal(err)
	}
	text := doctest.Dump(compose(t, func(st *study.Study) {
		st.Languages, st.Sections, st.References, st.Templates = []lang.Tag{lang.ID}, nil, nil, dir
		st.Interpretation.On = true
	}))
	if !strings.Contains(text, "(Widoyoko, 2012)") || strings.Contains(text, "#ref:") {
		t.Error("a citation of a work that no list has is missing or a link")
	}
}

// Every citation in the built-in words is of a work that is known, and each is
// cited by its authors and a year.
func TestTemplatesCiteKnownWorks(t *testing.T) {
	cites := regexp.MustCompile(`\[@([^\]]+)\]`)
	found := 0
	for _, name := range words.Files() {
		if name == "README.md" {
			continue
		}
		src, err := templates.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range cites.FindAllSubmatch(src, -1) {
			found++
			if _, ok := citation.Work(string(m[1])); !ok {
				t.Errorf("%s cites %q, which is no known work", name, m[1])
			}
		}
	}
	if found < 14 {
		t.Errorf("%d citations were found", found)
	}
	year := regexp.MustCompile(`^\p{Lu}[^,]+, \d{4}$`)
	for _, r := range citation.Works {
		if label := citation.Label(r.Text.In(lang.EN), lang.EN); !year.MatchString(label) {
			t.Errorf("%s is cited as %q", r.Key, label)
		}
	}
	if got := citation.Linked("George & Mallery (2003)", lang.EN); !strings.HasPrefix(got, "George and Mallery (") || !strings.HasSuffix(got, " ([2003](#ref:george-mallery2003))") {
		t.Errorf("the citation of a preset is %q", got)
	}
}
