package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// eachFile visits the files of the program's own code, or of its tests with their data.
func eachFile(t *testing.T, tests bool, visit func(path string)) {
	t.Helper()
	for _, root := range []string{".", "../cmd"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			isTest := strings.HasSuffix(path, "_test.go") || strings.Contains(filepath.ToSlash(path), "/testdata/")
			if isTest == tests && (tests || strings.HasSuffix(path, ".go")) {
				visit(path)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// reportedCodes are the codes of all diagnostics, with a place where each is reported.
func reportedCodes(t *testing.T) map[string]string {
	t.Helper()
	codes := map[string]string{}
	eachFile(t, false, func(path string) {
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			for _, lit := range diagnosticCodes(n) {
				if code, err := strconv.Unquote(lit.Value); err == nil {
					codes[code] = set.Position(lit.Pos()).String()
				}
			}
			return true
		})
	})
	if len(codes) < 30 {
		t.Fatalf("only %d codes found: does this test still see how they are reported?", len(codes))
	}
	return codes
}

// TestEveryDiagnosticIsTested holds the program to a test beside the input
// that causes it for every code of a diagnostic: the code stands in an expected
// output, or in a test.
func TestEveryDiagnosticIsTested(t *testing.T) {
	var expected strings.Builder
	eachFile(t, true, func(path string) {
		if data, err := os.ReadFile(path); err == nil && path != "codes_test.go" {
			expected.Write(data)
		}
	})
	text := expected.String()
	for code, at := range reportedCodes(t) {
		if code == "no-template" { // every kind has its templates built in; without, it is a mistake of ours
			continue
		}
		if !slices.ContainsFunc([]string{"[" + code + "]", `[` + code + `\]`, `"` + code + `"`, " " + code + ": "}, func(s string) bool { return strings.Contains(text, s) }) {
			t.Errorf("%s: no test expects [%s]", at, code)
		}
	}
}

// TestEveryCodeIsTranslated holds that the page says in Indonesian of every code what it
// means and what to do about it.
func TestEveryCodeIsTranslated(t *testing.T) {
	page, err := os.ReadFile("../web/page/codes.js")
	if err != nil {
		t.Fatal(err)
	}
	codes, advice, ok := strings.Cut(string(page), "\nexport const advice")
	if !ok {
		t.Fatal("web/page/codes.js has no advice")
	}
	for code, at := range reportedCodes(t) {
		for what, list := range map[string]string{"head": codes, "advice": advice} {
			if !strings.Contains(list, "\n  "+code+": ") && !strings.Contains(list, "\n  '"+code+"': ") {
				t.Errorf("%s: web/page/codes.js has no %s for %s", at, what, code)
			}
		}
	}
}

// TestTranslatedSentencesAreSaid holds that the sentences which the page has in Indonesian
// are those of the program: each is one of its literals, or of its expected outputs.
func TestTranslatedSentencesAreSaid(t *testing.T) {
	var said []string
	verbs := regexp.MustCompile(`%[+#.\d]*[a-zA-Z]`)
	filled := func(format string) string {
		return verbs.ReplaceAllStringFunc(format, func(verb string) string {
			return map[byte]string{'d': "7", 'g': "7", 'q': `"x"`}[verb[len(verb)-1]] + map[bool]string{true: "x"}[!strings.ContainsAny(verb, "dgq")]
		})
	}
	eachFile(t, false, func(path string) {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if text, err := strconv.Unquote(lit.Value); err == nil {
					said = append(said, filled(text))
				}
			}
			return true
		})
	})
	expected := regexp.MustCompile(`(?m)(?:(?:error|warning): (.*) \[[a-z-]+\]|hint: (.*))$`)
	eachFile(t, true, func(path string) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range expected.FindAllStringSubmatch(string(data), -1) {
			said = append(said, m[1]+m[2])
		}
	})
	page, err := os.ReadFile("../web/page/messages.js")
	if err != nil {
		t.Fatal(err)
	}
	patterns := regexp.MustCompile(`(?m)^  \[/(.*)/(s?), `).FindAllSubmatch(page, -1)
	if len(patterns) < 30 {
		t.Fatalf("only %d sentences found", len(patterns))
	}
	for _, m := range patterns {
		re := regexp.MustCompile("(?s)" + string(m[1]))
		if !slices.ContainsFunc(said, re.MatchString) && !slices.ContainsFunc(composed, re.MatchString) {
			t.Errorf("web/page/messages.js: the program does not say  %s", m[1])
		}
	}
}

// composed are sentences that the program puts together from several literals, and that no
// expected output has.
var composed = []string{
	"the file lain.xlsx is not among the files that were given",
	"the fonts have no glyph for U+1F44D in what respondents wrote; a box is shown instead",
	"2 cells hold formulas without their values, and count as empty: Answers!B3, Answers!B4",
	"2 rows are hidden or filtered out in the workbook; their answers are read all the same",
	"2 rows are hidden or filtered out in the workbook; their answers are left out",
	"P3 (r 0.1) runs against the other items and may be worded the other way round",
	"P3 (r 0.1), P4 (r 0.2) run against the other items and may be worded the other way round",
	"this report counts all answers, also those of 2 cohorts with fewer than 5 respondents",
}

// diagnosticCodes are the codes that a node reports: the second argument of
// Errorf and Warnf of a diag.List, and the codes in tables of them.
func diagnosticCodes(n ast.Node) []*ast.BasicLit {
	var out []*ast.BasicLit
	literal := func(e ast.Expr) {
		if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			out = append(out, lit)
		}
	}
	switch n := n.(type) {
	case *ast.CallExpr:
		if f, ok := n.Fun.(*ast.SelectorExpr); ok && (f.Sel.Name == "Errorf" || f.Sel.Name == "Warnf") && len(n.Args) >= 3 {
			literal(n.Args[1])
		}
	case *ast.KeyValueExpr:
		if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Code" {
			literal(n.Value)
		}
	case *ast.CompositeLit:
		list, ok := n.Type.(*ast.ArrayType)
		if !ok {
			break
		}
		row, ok := list.Elt.(*ast.StructType)
		if !ok || len(row.Fields.List[0].Names) == 0 || row.Fields.List[0].Names[0].Name != "code" {
			break
		}
		for _, e := range n.Elts {
			if c, ok := e.(*ast.CompositeLit); ok && len(c.Elts) > 0 {
				literal(c.Elts[0])
			}
		}
	}
	return out
}
