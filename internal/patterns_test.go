package internal_test

import (
	"fmt"
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

// TestPatterns compiles every expression that is given to pattern.New, since
// the program itself compiles each at its first use only.
func TestPatterns(t *testing.T) {
	found := 0
	for _, root := range []string{".", "../cmd"} {
		err := filepath.WalkDir(root, func(dir string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() {
				return err
			}
			set := token.NewFileSet()
			files, err := parsed(set, dir)
			if err != nil {
				return err
			}
			constants := constantsOf(files)
			for _, file := range files {
				ast.Inspect(file, func(n ast.Node) bool {
					call, ok := n.(*ast.CallExpr)
					if !ok || !isPatternNew(call.Fun) {
						return true
					}
					found++
					expression, err := text(call.Args[0], constants)
					if err == nil {
						_, err = regexp.Compile(expression)
					}
					if err != nil {
						t.Errorf("%s: %v", set.Position(call.Pos()), err)
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
	if found < 20 {
		t.Errorf("only %d patterns found: does this test still see how they are made?", found)
	}
}

// parsed are the files of a folder, tests left out.
func parsed(set *token.FileSet, dir string) (files []*ast.File, err error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

// constantsOf are the values of a package's constants by their names.
func constantsOf(files []*ast.File) map[string]ast.Expr {
	out := map[string]ast.Expr{}
	for _, file := range files {
		for _, d := range file.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.CONST {
				continue
			}
			for _, spec := range g.Specs {
				s := spec.(*ast.ValueSpec)
				for i := range s.Values {
					out[s.Names[i].Name] = s.Values[i]
				}
			}
		}
	}
	return out
}

func isPatternNew(e ast.Expr) bool {
	f, ok := e.(*ast.SelectorExpr)
	if !ok || f.Sel.Name != "New" {
		return false
	}
	x, ok := f.X.(*ast.Ident)
	return ok && x.Name == "pattern"
}

// text is the value of a constant expression: literals, constants of the
// package, and their sums.
func text(e ast.Expr, constants map[string]ast.Expr) (string, error) {
	switch e := e.(type) {
	case *ast.BasicLit:
		return strconv.Unquote(e.Value)
	case *ast.Ident:
		if value, ok := constants[e.Name]; ok {
			return text(value, constants)
		}
	case *ast.BinaryExpr:
		if e.Op != token.ADD {
			break
		}
		x, err := text(e.X, constants)
		if err != nil {
			return "", err
		}
		y, err := text(e.Y, constants)
		return x + y, err
	}
	return "", fmt.Errorf("the expression is not made of literals and constants of its package, so no test can compile it")
}
