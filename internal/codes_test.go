package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestEveryDiagnosticIsTested holds the program to a test beside the input
// that causes it for every code of a diagnostic: the code stands in an expected
// output, or in a test.
func TestEveryDiagnosticIsTested(t *testing.T) {
	codes := map[string]string{} // where each is reported
	var expected strings.Builder
	for _, root := range []string{".", "../cmd"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil || d.IsDir():
				return err
			case strings.HasSuffix(path, "_test.go"), strings.Contains(filepath.ToSlash(path), "/testdata/"):
				if data, err := os.ReadFile(path); err == nil && path != "codes_test.go" {
					expected.Write(data)
				}
			case strings.HasSuffix(path, ".go"):
				set := token.NewFileSet()
				file, err := parser.ParseFile(set, path, nil, 0)
				if err != nil {
					return err
				}
				ast.Inspect(file, func(n ast.Node) bool {
					for _, lit := range diagnosticCodes(n) {
						code, err := strconv.Unquote(lit.Value)
						if err == nil {
							codes[code] = set.Position(lit.Pos()).String()
						}
					}
					return true
				})
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(codes) < 30 {
		t.Fatalf("only %d codes found: does this test still see how they are reported?", len(codes))
	}
	text := expected.String()
	for code, at := range codes {
		if code == "no-template" { // every kind has its templates built in; without, it is a mistake of ours
			continue
		}
		if !slices.ContainsFunc([]string{"[" + code + "]", `[` + code + `\]`, `"` + code + `"`, " " + code + ": "}, func(s string) bool { return strings.Contains(text, s) }) {
			t.Errorf("%s: no test expects [%s]", at, code)
		}
	}
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
