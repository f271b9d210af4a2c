package ahead

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
	"unicode"
)

// fn is a function in the making. Its mistakes are panics of type problem.
type fn struct {
	c    *compiler
	unit unit
	file string
	b    strings.Builder
	dot  expr
	vars []variable // in scope, the innermost last
	n    int        // names given so far
}

// variable is a template's variable and the Go variable that holds it.
type variable struct {
	name string
	expr expr
}

// expr is a Go expression and its type. That of a constant is its default type;
// text is what a constant string says.
type expr struct {
	code     string
	typ      reflect.Type
	constant bool
	text     string
}

// problem is what cannot be compiled.
type problem struct{ error }

var (
	boolType   = reflect.TypeFor[bool]()
	intType    = reflect.TypeFor[int]()
	floatType  = reflect.TypeFor[float64]()
	stringType = reflect.TypeFor[string]()
	errorType  = reflect.TypeFor[error]()
	stringer   = reflect.TypeFor[fmt.Stringer]()
)

// function is the body of the function of a block for a type.
func (c *compiler) function(u unit) (code string, err error) {
	f := &fn{c: c, unit: u, file: u.file, dot: expr{code: "dot", typ: u.dot}}
	defer func() {
		r := recover()
		if p, ok := r.(problem); ok {
			err = p.error
		} else if r != nil {
			panic(r)
		}
	}()
	f.vars = []variable{{"$", f.dot}}
	f.list(u.tree.Root)
	return used(f.b.String()), nil
}

// used leaves out the lines "_ = NAME" that keep a variable which the template does
// not use, where something after them does.
func used(code string) string {
	var b strings.Builder
	for code != "" {
		line, rest, _ := strings.Cut(code, "\n")
		if name, ok := strings.CutPrefix(line, "_ = "); !ok || !hasWord(rest, name) {
			b.WriteString(line + "\n")
		}
		code = rest
	}
	return b.String()
}

// hasWord reports whether a name stands in code.
func hasWord(code, name string) bool {
	letter := func(s string, i int) bool {
		return i >= 0 && i < len(s) && (s[i] == '_' || unicode.IsLetter(rune(s[i])) || unicode.IsDigit(rune(s[i])))
	}
	for at := 0; ; {
		i := strings.Index(code[at:], name)
		if i < 0 {
			return false
		}
		from, end := at+i, at+i+len(name)
		if !letter(code, from-1) && !letter(code, end) {
			return true
		}
		at = end
	}
}

func (f *fn) printf(format string, args ...any) { fmt.Fprintf(&f.b, format, args...) }

// fail ends the function: a node cannot be compiled.
func (f *fn) fail(n parse.Node, format string, args ...any) {
	place, _ := f.unit.tree.ErrorContext(n)
	panic(problem{fmt.Errorf("%s: block %q for %v: %s: %s", place, f.unit.name, f.unit.dot, n, fmt.Sprintf(format, args...))})
}

// name is a new Go variable.
func (f *fn) name(prefix string) string {
	f.n++
	return prefix + strconv.Itoa(f.n)
}

func (f *fn) text(s string) {
	if s != "" {
		f.printf("w.s(%s)\n", strconv.Quote(s))
	}
}

func (f *fn) list(l *parse.ListNode) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		f.node(n)
	}
}

// scope compiles what has variables and a dot of its own.
func (f *fn) scope(dot expr, l *parse.ListNode) {
	vars, outer := len(f.vars), f.dot
	f.dot = dot
	f.list(l)
	f.vars, f.dot = f.vars[:vars], outer
}

func (f *fn) node(n parse.Node) {
	switch n := n.(type) {
	case *parse.TextNode:
		f.text(string(n.Text))
	case *parse.CommentNode:
	case *parse.ActionNode:
		f.action(n)
	case *parse.IfNode:
		f.branch(&n.BranchNode, false)
	case *parse.WithNode:
		f.branch(&n.BranchNode, true)
	case *parse.RangeNode:
		f.loop(n)
	case *parse.BreakNode:
		f.printf("break\n")
	case *parse.ContinueNode:
		f.printf("continue\n")
	case *parse.TemplateNode:
		f.call(n)
	default:
		f.fail(n, "this kind of node is not known")
	}
}

// action is {{pipe}}, which writes a value, or sets variables.
func (f *fn) action(n *parse.ActionNode) {
	e := f.value(n.Pipe)
	switch {
	case len(n.Pipe.Decl) == 0:
		f.write(n, e)
	case n.Pipe.IsAssign:
		name := n.Pipe.Decl[0].Ident[0]
		f.printf("%s = %s\n", f.variable(n, name).code, e.code)
	default:
		v := f.declare(n.Pipe.Decl[0].Ident[0], e.typ)
		f.printf("%s := %s\n_ = %s\n", v.code, e.code, v.code)
	}
}

// declare brings a variable into scope.
func (f *fn) declare(name string, t reflect.Type) expr {
	e := expr{code: f.name("v"), typ: t}
	f.vars = append(f.vars, variable{name, e})
	return e
}

func (f *fn) variable(n parse.Node, name string) expr {
	for i := len(f.vars) - 1; i >= 0; i-- {
		if f.vars[i].name == name {
			return f.vars[i].expr
		}
	}
	f.fail(n, "there is no variable %s", name)
	return expr{}
}

// write writes a text or a whole number, as text/template would.
func (f *fn) write(n parse.Node, e expr) {
	if e.typ == nil {
		f.fail(n, "there is no data")
	}
	own := e.typ.Implements(stringer) || e.typ.Implements(errorType)
	switch k := e.typ.Kind(); {
	case k == reflect.String && !own:
		f.printf("w.s(%s)\n", converted(e, stringType))
	case k == reflect.Int && !own:
		f.printf("w.i(%s)\n", converted(e, intType))
	default:
		f.fail(n, "a value of type %s cannot be written; a function may format it", e.typ)
	}
}

// converted is an expression as a basic type.
func converted(e expr, t reflect.Type) string {
	if e.typ == t || e.constant {
		return e.code
	}
	return t.String() + "(" + e.code + ")"
}

// truth is a condition that holds if text/template takes the value for true.
func (f *fn) truth(n parse.Node, e expr) string {
	if e.typ == nil {
		f.fail(n, "there is no data")
	}
	switch e.typ.Kind() {
	case reflect.Bool:
		return e.code
	case reflect.String:
		return e.code + ` != ""`
	case reflect.Int, reflect.Float64:
		return e.code + " != 0"
	case reflect.Slice, reflect.Map:
		return "len(" + e.code + ") > 0"
	case reflect.Pointer, reflect.Func:
		return e.code + " != nil"
	case reflect.Struct:
		return "true"
	}
	f.fail(n, "a value of type %s is no condition", e.typ)
	return ""
}

// branch is {{if}} or {{with}}.
func (f *fn) branch(n *parse.BranchNode, with bool) {
	vars := len(f.vars)
	dot := f.dot
	switch {
	case len(n.Pipe.Decl) > 0 || with:
		e := f.value(n.Pipe)
		v := expr{code: f.name("v"), typ: e.typ}
		if len(n.Pipe.Decl) > 0 {
			v = f.declare(n.Pipe.Decl[0].Ident[0], e.typ)
		}
		if with {
			dot = v
		}
		f.printf("if %s := %s; %s {\n_ = %s\n", v.code, e.code, f.truth(n.Pipe, v), v.code)
	default:
		f.printf("if %s {\n", f.condition(n.Pipe))
	}
	f.scope(dot, n.List)
	if n.ElseList != nil {
		f.printf("} else {\n")
		f.scope(f.dot, n.ElseList)
	}
	f.printf("}\n")
	f.vars = f.vars[:vars]
}

// loop is {{range}} over a slice.
func (f *fn) loop(n *parse.RangeNode) {
	vars := len(f.vars)
	e := f.value(n.Pipe)
	if e.typ == nil || e.typ.Kind() != reflect.Slice {
		f.fail(n.Pipe, "there is no range over %v", e.typ)
	}
	all := e.code
	if n.ElseList != nil {
		all = f.name("all")
		f.printf("if %s := %s; len(%s) > 0 {\n", all, e.code, all)
	}
	index, elem := "_", expr{code: f.name("d"), typ: e.typ.Elem()}
	switch decl := n.Pipe.Decl; len(decl) {
	case 1:
		f.vars = append(f.vars, variable{decl[0].Ident[0], elem})
	case 2:
		i := f.declare(decl[0].Ident[0], intType)
		index = i.code
		f.vars = append(f.vars, variable{decl[1].Ident[0], elem})
	}
	f.printf("for %s, %s := range %s {\n_ = %s\n", index, elem.code, all, elem.code)
	if index != "_" {
		f.printf("_ = %s\n", index)
	}
	f.scope(elem, n.List)
	f.printf("}\n")
	f.vars = f.vars[:vars]
	if n.ElseList != nil {
		f.printf("} else {\n")
		f.scope(f.dot, n.ElseList)
		f.printf("}\n")
	}
}
