package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Every expression that the program gives to pattern.New, most of which no run
// compiles, is one, and is written where this test can read it.
func TestPatterns(t *testing.T) {
	found := 0
	for _, root := range []string{".", "../cmd"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || len(call.Args) != 1 {
					return true
				}
				f, ok := call.Fun.(*ast.SelectorExpr)
				if !ok || f.Sel.Name != "New" {
					return true
				}
				if pkg, ok := f.X.(*ast.Ident); !ok || pkg.Name != "pattern" {
					return true
				}
				found++
				expression, ok := constant(file, call.Args[0])
				if !ok {
					t.Errorf("%s: the expression is not written out", set.Position(call.Pos()))
				} else if _, err := regexp.Compile(expression); err != nil {
					t.Errorf("%s: %v", set.Position(call.Pos()), err)
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if found < 20 {
		t.Errorf("only %d patterns found", found)
	}
}

// constant is a text of literals, constants of the file and sums of them.
func constant(file *ast.File, e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil
	case *ast.BinaryExpr:
		a, ok1 := constant(file, e.X)
		b, ok2 := constant(file, e.Y)
		return a + b, ok1 && ok2 && e.Op == token.ADD
	case *ast.Ident:
		if e.Obj == nil {
			return "", false
		}
		spec, ok := e.Obj.Decl.(*ast.ValueSpec)
		if ok && len(spec.Values) == 1 {
			return constant(file, spec.Values[0])
		}
	}
	return "", false
}
