package remark

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wogreport/internal/lang"
)

// written are the sentences that the program makes remarks of.
func written(t *testing.T) (sentences map[string]string, code string) {
	t.Helper()
	sentences = map[string]string{}
	files, err := filepath.Glob("../*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") || strings.HasPrefix(path, "../remark/") {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), "remark.") && !strings.HasPrefix(path, "../columns/") {
			continue
		}
		all.Write(data)
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, data, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if f, ok := call.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "Of" {
				if pkg, ok := f.X.(*ast.Ident); ok && pkg.Name == "remark" {
					if lit, ok := call.Args[0].(*ast.BasicLit); ok {
						text, _ := strconv.Unquote(lit.Value)
						sentences[text] = set.Position(lit.Pos()).String()
					}
				}
			}
			return true
		})
	}
	return sentences, all.String()
}

var verb = regexp.MustCompile(`%(?:\[(\d+)\])?[a-z]`)

// verbs are what a sentence takes from its values, in the order of these.
func verbs(format string) []string {
	out := map[int]string{}
	for i, m := range verb.FindAllStringSubmatch(format, -1) {
		at := i
		if m[1] != "" {
			n, _ := strconv.Atoi(m[1])
			at = n - 1
		}
		out[at] = m[0][len(m[0])-1:]
	}
	var list []string
	for _, at := range slices.Sorted(maps.Keys(out)) {
		list = append(list, strconv.Itoa(at)+out[at])
	}
	return list
}

// TestTranslations: every sentence has its translation, which takes the same values; and
// none is left of a sentence that is gone.
func TestTranslations(t *testing.T) {
	sentences, code := written(t)
	if len(sentences) < 80 {
		t.Fatalf("only %d sentences found: does this test still see how remarks are made?", len(sentences))
	}
	for l, table := range translations {
		for en, at := range sentences {
			other, ok := table[en]
			switch {
			case !ok && en != "%s" && en != "%s: %s" && en != "%s: %s; %s":
				t.Errorf("%s: %s has no %q", at, l, en)
			case ok && !slices.Equal(verbs(en), verbs(other)):
				t.Errorf("%s: %q takes other values than %q", l, other, en)
			}
		}
		for en := range table {
			if _, ok := sentences[en]; !ok && !strings.Contains(code, strconv.Quote(en)) {
				t.Errorf("%s: nobody says %q", l, en)
			}
		}
	}
}

// TestIn: what a sentence speaks of is said in the same language.
func TestIn(t *testing.T) {
	r := Of("ASSUMED: %s", Of("%d more run against the others; they are marked in the study file", 3))
	if got := r.In(lang.ID); got != "DIANGGAP: 3 butir lain juga berlawanan arah; tandanya ada di dalam berkas studi" {
		t.Error(got)
	}
	if got := r.String(); got != "ASSUMED: 3 more run against the others; they are marked in the study file" {
		t.Error(got)
	}
	if !(Remark{}).IsZero() || r.IsZero() {
		t.Error("only the zero Remark says nothing")
	}
}
