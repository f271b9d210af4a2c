package web

import (
	"regexp"
	"strings"
	"testing"
)

// TestTake: a study reads the only file of answers that was given beside it, whatever the
// name of the one that it was drafted for, and says so.
func TestTake(t *testing.T) {
	p := &page{t: t}
	p.ask(Request{Do: "open"}, File{"jawaban.csv", madeUp()})
	drafted := p.ask(Request{Do: "draft", Title: "Judul"}).State.Text
	table := "Angkatan,Tempat\nAngkatan 1,Surabaya\nAngkatan 2,Malang\n"
	for name, c := range map[string]struct {
		change [2]string
		files  []File
		given  string
		key    string
	}{
		"file":          {[2]string{}, []File{{"jawaban (1).csv", madeUp()}}, "jawaban (1).csv", "file: jawaban (1).csv\n"},
		"of a folder":   {[2]string{"file: jawaban.csv", "file: data/jawaban.csv"}, []File{{"data/lain.csv", madeUp()}}, "data/lain.csv", "file: data/lain.csv\n"},
		"short":         {[2]string{}, []File{{"lain.csv", madeUp()}}, "lain.csv", "responses: lain.csv\n"},
		"list":          {[2]string{"file: jawaban.csv", "files: [jawaban.csv]"}, []File{{"lain.csv", madeUp()}}, "lain.csv", "files: [lain.csv]\n"},
		"table":         {[2]string{"responses:\n", "cohorts: angkatan.csv\nresponses:\n"}, []File{{"angkatan.csv", []byte(table)}, {"lain.csv", madeUp()}}, "lain.csv", "file: lain.csv\n"},
		"two of them":   {[2]string{}, []File{{"lain.csv", madeUp()}, {"lagi.csv", madeUp()}}, "", "file: jawaban.csv\n"},
		"the named one": {[2]string{}, []File{{"jawaban.csv", madeUp()}, {"lagi.csv", madeUp()}}, "", "file: jawaban.csv\n"},
		"none":          {[2]string{}, []File{{"logo.png", nil}}, "", "file: jawaban.csv\n"},
	} {
		text := strings.Replace(drafted, c.change[0], c.change[1], 1)
		if name == "short" {
			text = regexp.MustCompile(`responses:\n(  .*\n)+`).ReplaceAllString(strings.Replace(drafted, "reports: by-cohort", "reports: together", 1), "responses: jawaban.csv\n")
		}
		if text == drafted && c.change != [2]string{} {
			t.Fatalf("%s: the draft is\n%s", name, drafted)
		}
		q := &page{t: t}
		a := q.ask(Request{Do: "open"}, append(c.files, File{"study.yaml", []byte(text)})...)
		switch {
		case c.given == "" && a.Taken != nil, c.given != "" && (a.Taken == nil || a.Taken.Given != c.given):
			t.Errorf("%s: taken is %+v", name, a.Taken)
		case !strings.Contains(a.State.Text, c.key):
			t.Errorf("%s: not %q in\n%s", name, c.key, a.State.Text)
		}
		if b := q.ask(Request{Do: "build", Formats: []string{"json"}}); (c.given != "" || name == "the named one") != (len(b.files) == 1) {
			t.Errorf("%s: built %q, %+v", name, b.names(), b.Problems)
		}
	}
	// One after the other, too.
	q := &page{t: t}
	q.ask(Request{Do: "open"}, File{"study.yaml", []byte(drafted)})
	if a := q.ask(Request{Do: "open", Add: true}, File{"lain.csv", madeUp()}); a.Taken == nil || a.Taken.Named != "jawaban.csv" {
		t.Errorf("taken is %+v", a.Taken)
	}
}
