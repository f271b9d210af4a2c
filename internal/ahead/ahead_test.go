package ahead

import (
	"go/parser"
	"go/token"
	"reflect"
	"strings"
	"testing"
)

type thing struct {
	Name  string
	N     int
	Parts []thing
	Next  *thing
	Any   any
	Map   map[string]int
}

func (thing) Twice(n int) (int, error) { return 2 * n, nil }

var funcs = map[string]any{"shout": strings.ToUpper, "pad": func(s string, n ...int) string { return s }}

// made compiles one file of blocks, of which "root" gets a *thing.
func made(text string) (string, []string, error) {
	code, left, err := Compile(Input{
		Package: "ahead", Command: "the test", Files: map[string]string{"a.md": text},
		Libraries: map[string][]string{"all": {"a.md"}}, Funcs: funcs,
		Roots: map[string]reflect.Type{"root": reflect.TypeFor[*thing](), "some.*": reflect.TypeFor[string]()},
	})
	return string(code), left, err
}

// The code is Go, and has what the template says.
func TestCompile(t *testing.T) {
	for template, want := range map[string]string{
		`{{define "root"}}A{{.Name}}{{end}}`:                                        `w.s(dot.Name)`,
		`{{define "root"}}{{.N}}{{end}}`:                                            `w.i(dot.N)`,
		`{{define "root"}}{{if and .Name (not .Parts)}}x{{end}}{{end}}`:             `if dot.Name != "" && !(len(dot.Parts) > 0) {`,
		`{{define "root"}}{{if .Next}}x{{else}}y{{end}}{{end}}`:                     `if dot.Next != nil {`,
		`{{define "root"}}{{.Twice 3}}{{end}}`:                                      `w.i(must(dot.Twice(3)))`,
		`{{define "root"}}{{3 | .Twice}}{{end}}`:                                    `w.i(must(dot.Twice(3)))`,
		`{{define "root"}}{{.Name | shout}}{{end}}`:                                 `w.s(w.f.shout(dot.Name))`,
		`{{define "root"}}{{pad .Name}}{{pad .Name 1 2}}{{end}}`:                    `w.s(w.f.pad(dot.Name, 1, 2))`,
		`{{define "root"}}{{printf "a/%s" .Name}}{{end}}`:                           `w.s("a/" + dot.Name)`,
		`{{define "root"}}{{printf "%02d" .N}}{{end}}`:                              `fmt.Sprintf("%02d", dot.N)`,
		`{{define "root"}}{{range $i, $p := .Parts}}{{$i}}{{.Name}}{{end}}{{end}}`:  `for v2, d1 := range dot.Parts {`,
		`{{define "root"}}{{with .Next}}{{.Name}}{{$.N}}{{end}}{{end}}`:             `if v1 := dot.Next; v1 != nil {`,
		`{{define "root"}}{{if eq .Name "a" "b"}}x{{end}}{{end}}`:                   `dot.Name == "a" || dot.Name == "b"`,
		`{{define "root"}}{{(index .Parts 0).Name}}{{end}}`:                         `w.s(dot.Parts[0].Name)`,
		`{{define "root"}}{{template "b" .Next}}{{end}}{{define "b"}}{{.N}}{{end}}`: `aBThing(w, dot.Next)`,
		`{{define "root"}}{{template "b"}}{{end}}{{define "b"}}words{{end}}`:        `w.s("words")`,
		`{{define "some.text"}}{{.}}{{end}}`:                                        `func aSomeTextString(w *words, dot string) {`,
	} {
		code, _, err := made(template)
		if err != nil {
			t.Errorf("%s: %v", template, err)
			continue
		}
		if _, err := parser.ParseFile(token.NewFileSet(), "", code, 0); err != nil {
			t.Errorf("%s: %v", template, err)
		}
		if !strings.Contains(code, want) {
			t.Errorf("%s: the code has no %q:\n%s", template, want, code)
		}
	}
}

// What cannot be compiled is refused with its place, and all of it at once.
func TestRefused(t *testing.T) {
	for template, want := range map[string]string{
		"{{define \"root\"}}\n{{.Nmae}}{{end}}":                                                    `a.md:2:2: block "root" for *ahead.thing: .Nmae: there is no field or method Nmae in *ahead.thing`,
		`{{define "root"}}{{.Any}}{{end}}`:                                                         "a value of type interface {} cannot be written",
		`{{define "root"}}{{range .Map}}x{{end}}{{end}}`:                                           "there is no range over map[string]int",
		`{{define "root"}}{{if eq .N "a"}}x{{end}}{{end}}`:                                         "int and string are not compared",
		`{{define "root"}}{{shout .N}}{{end}}`:                                                     "a value of type int is no string",
		`{{define "root"}}{{shout}}{{end}}`:                                                        "0 arguments where 1 are expected",
		`{{define "root"}}{{html .Name}}{{end}}`:                                                   "this function is not known",
		`{{define "root"}}{{.Name.X}}{{end}}`:                                                      "there is no field or method X in string",
		`{{define "root"}}{{.Next.Next.Missing}}{{template "b"}}{{end}}{{define "b"}}{{.}}{{end}}`: "there is no field or method Missing",
		`{{define "root"}}{{if}}{{end}}{{end}}`:                                                    "missing value for if",
	} {
		if _, _, err := made(template); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", template, err, want)
		}
	}
	_, _, err := made(`{{define "root"}}{{.A}}{{end}}{{define "some.x"}}{{.B}}{{end}}`)
	if err == nil || !strings.Contains(err.Error(), " A in ") || !strings.Contains(err.Error(), " B in ") {
		t.Errorf("not both problems: %v", err)
	}
}

// Blocks that nothing runs are told of, if they need data.
func TestLeft(t *testing.T) {
	code, left, err := made(`{{define "idle"}}{{.Name}}{{end}}{{define "word"}}x{{end}}`)
	if err != nil || len(left) != 1 || left[0] != "a.md: idle" || !strings.Contains(code, `case "word":`) {
		t.Errorf("left %q, %v", left, err)
	}
}

// A block of a later file stands in the place of an earlier one's, also where the
// earlier file calls it.
func TestLibraries(t *testing.T) {
	code, _, err := Compile(Input{
		Package: "ahead", Command: "the test",
		Files: map[string]string{
			"base.md": `{{define "root"}}{{template "b" .}}{{end}}{{define "b"}}base {{.Name}}{{end}}`,
			"own.md":  `{{define "b"}}own {{.N}}{{end}}`,
		},
		Libraries: map[string][]string{"plain": {"base.md"}, "other": {"base.md", "own.md"}},
		Roots:     map[string]reflect.Type{"root": reflect.TypeFor[*thing]()},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"case \"other\":\n\t\townBThing(w, dot)", "case \"plain\":\n\t\tbaseBThing(w, dot)"} {
		if !strings.Contains(string(code), want) {
			t.Errorf("the code has no %q:\n%s", want, code)
		}
	}
}
