package words

import (
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/limits"
	"wogreport/internal/markdown"
)

// TestBudget: templates that would never end, or give more text than anybody
// reads, end in one error that says so; higher limits let them go on.
func TestBudget(t *testing.T) {
	long := `{{$a := "xxxxxxxxxx"}}{{range 12}}{{$a = print $a $a}}{{end}}`
	for name, c := range map[string]struct{ text, says string }{
		"a loop":             {`{{range 10000000000}}{{end}}`, "steps"},
		"loops in loops":     {strings.Repeat(`{{range 100}}`, 8) + strings.Repeat(`{{end}}`, 8), "steps"},
		"a block in itself":  {`{{define "f"}}{{template "f" .}}{{end}}{{template "f" 1}}`, "without end"},
		"a block twice":      {`{{define "f"}}{{if .}}{{template "f" (sub . 1)}}{{template "f" (sub . 1)}}{{end}}{{end}}{{template "f" 40}}`, "steps"},
		"widths":             {`{{printf "%999999d" 1}}`, "of text"},
		"a star":             {`{{printf "%*d" 999999 1}}`, "of text"},
		"a repeated verb":    {long + `{{printf "` + strings.Repeat(`%[1]s`, 1000) + `" $a}}`, "of text"},
		"doubling":           {`{{$a := "xxxxxxxxxx"}}{{range 100}}{{$a = print $a $a}}{{end}}`, "of text"},
		"escaping":           {long + `{{range 1000000}}{{$b := html $a}}{{end}}`, "of text"},
		"comparing":          {long + `{{$b := print $a}}{{range 1000000}}{{if eq $a $b}}{{end}}{{end}}`, "of text"},
		"capitals":           {long + `{{range 1000000}}{{$b := upper $a}}{{end}}`, "of text"},
		"text":               {`{{range 10000000}}word {{end}}`, "steps"},
		"the counters' name": {`{{wogreport_leave}}`, "not defined"},
	} {
		run := func(l limits.Limits) (diag.List, bool) {
			var ds diag.List
			w := Load(Options{Kind: "article", Language: lang.EN, Limits: l}, &ds)
			if !w.Parse("s", markdown.Source{File: "s.md", Text: c.text}) {
				return ds, false
			}
			_, ok := w.Execute("s", nil)
			return ds, ok
		}
		ds, ok := run(limits.Limits{})
		code := "template-budget"
		if c.says == "not defined" {
			code = "template-error"
		}
		if ok || len(ds) != 1 || ds[0].Code != code || !strings.Contains(ds[0].Message, c.says) || ds[0].Pos.File != "s.md" || ds[0].Pos.Line != 1 {
			t.Errorf("%s: %v %v", name, ok, ds)
		}
		if name == "widths" {
			if ds, ok := run(limits.Times(20)); !ok {
				t.Errorf("%s, with higher limits: %v", name, ds)
			}
		}
	}
}

// TestCountedTemplates: counting changes nothing of what a template gives.
func TestCountedTemplates(t *testing.T) {
	var ds diag.List
	w := Load(Options{Kind: "article", Language: lang.EN}, &ds)
	const text = `{{define "b"}}[{{.}}]{{end}}{{with $x := 3}}{{template "b" $x}}{{end}}{{range $i, $n := .}}{{if eq $i 1}}{{continue}}{{end}}{{if or (eq $n nil) (gt (len (print $n)) 9)}}{{break}}{{end}}{{$n | printf "%v;"}}{{else}}none{{end}}{{if and (eq 1 1) (ne "a" "b")}}{{(index . 0) | printf "%03d"}}{{end}}`
	if !w.Parse("s", markdown.Source{File: "s.md", Text: text}) {
		t.Fatal(ds)
	}
	got, ok := w.Execute("s", []any{1, 2, "drei", nil, 5})
	if want := "[3]1;drei;001"; !ok || markdown.Unmarked(got) != want {
		t.Errorf("%q, %v, want %q", got, ds, want)
	}
}
