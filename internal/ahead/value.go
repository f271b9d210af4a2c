package ahead

import (
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

// value is a pipeline: what a command gives is the last argument of the next.
func (f *fn) value(p *parse.PipeNode) expr {
	var last *expr
	for _, cmd := range p.Cmds {
		e := f.command(cmd, last)
		last = &e
	}
	return *last
}

// condition is a pipeline as a condition.
func (f *fn) condition(p *parse.PipeNode) string {
	if len(p.Cmds) == 1 {
		return f.test(p.Cmds[0])
	}
	return f.truth(p, f.value(p))
}

// test is a command, or an argument of one, as a condition: "and", "or" and
// "not" of whatever has a truth.
func (f *fn) test(n parse.Node) string {
	var args []parse.Node
	switch n := n.(type) {
	case *parse.CommandNode:
		args = n.Args
	case *parse.PipeNode:
		if len(n.Cmds) == 1 {
			return f.test(n.Cmds[0])
		}
	}
	if len(args) == 1 {
		if p, ok := args[0].(*parse.PipeNode); ok {
			return f.test(p)
		}
	}
	if len(args) > 1 {
		if id, ok := args[0].(*parse.IdentifierNode); ok {
			switch id.Ident {
			case "and", "or":
				var all []string
				for _, a := range args[1:] {
					all = append(all, f.test(a))
				}
				return "(" + strings.Join(all, map[string]string{"and": " && ", "or": " || "}[id.Ident]) + ")"
			case "not":
				return "!(" + f.test(args[1]) + ")"
			}
		}
	}
	if cmd, ok := n.(*parse.CommandNode); ok {
		return f.truth(n, f.command(cmd, nil))
	}
	return f.truth(n, f.operand(n))
}

// command is one command of a pipeline; final is what the one before gave.
func (f *fn) command(cmd *parse.CommandNode, final *expr) expr {
	first, args := cmd.Args[0], cmd.Args[1:]
	switch n := first.(type) {
	case *parse.IdentifierNode:
		return f.apply(n, args, final)
	case *parse.FieldNode:
		return f.fields(n, f.dot, n.Ident, args, final)
	case *parse.VariableNode:
		return f.fields(n, f.variable(n, n.Ident[0]), n.Ident[1:], args, final)
	case *parse.ChainNode:
		return f.fields(n, f.operand(n.Node), n.Field, args, final)
	}
	if len(args) > 0 || final != nil {
		f.fail(cmd, "this takes no arguments")
	}
	return f.operand(first)
}

// operand is an argument, or a command that is one word.
func (f *fn) operand(n parse.Node) expr {
	switch n := n.(type) {
	case *parse.DotNode:
		return f.dot
	case *parse.BoolNode:
		return expr{code: strconv.FormatBool(n.True), typ: boolType, constant: true}
	case *parse.StringNode:
		return expr{code: strconv.Quote(n.Text), typ: stringType, constant: true, text: n.Text}
	case *parse.NumberNode:
		switch {
		case n.IsInt:
			return expr{code: strconv.FormatInt(n.Int64, 10), typ: intType, constant: true}
		case n.IsFloat:
			return expr{code: n.Text, typ: floatType, constant: true}
		}
	case *parse.FieldNode:
		return f.fields(n, f.dot, n.Ident, nil, nil)
	case *parse.VariableNode:
		return f.fields(n, f.variable(n, n.Ident[0]), n.Ident[1:], nil, nil)
	case *parse.ChainNode:
		return f.fields(n, f.operand(n.Node), n.Field, nil, nil)
	case *parse.IdentifierNode:
		return f.apply(n, nil, nil)
	case *parse.PipeNode:
		return f.value(n)
	}
	f.fail(n, "this kind of value is not known")
	return expr{}
}

// fields follows names of fields and methods; the last takes the arguments.
func (f *fn) fields(n parse.Node, on expr, names []string, args []parse.Node, final *expr) expr {
	for i, name := range names {
		if i < len(names)-1 {
			on = f.field(n, on, name, nil, nil)
		} else {
			on = f.field(n, on, name, args, final)
		}
	}
	if len(names) == 0 && (len(args) > 0 || final != nil) {
		f.fail(n, "this takes no arguments")
	}
	return on
}

func (f *fn) field(n parse.Node, on expr, name string, args []parse.Node, final *expr) expr {
	if on.typ == nil {
		f.fail(n, "there is no data")
	}
	of := on.typ
	m, ok := of.MethodByName(name)
	if !ok && of.Kind() != reflect.Pointer && of.Kind() != reflect.Interface {
		m, ok = reflect.PointerTo(of).MethodByName(name)
	}
	if ok {
		receiver := 1
		if of.Kind() == reflect.Interface {
			receiver = 0
		}
		return f.result(n, on.code+"."+name, m.Type, receiver, args, final)
	}
	if len(args) > 0 || final != nil {
		f.fail(n, "%s is no method of %s", name, of)
	}
	if of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	if of.Kind() == reflect.Struct {
		if field, ok := of.FieldByName(name); ok && field.IsExported() {
			return expr{code: on.code + "." + name, typ: field.Type}
		}
	}
	f.fail(n, "there is no field or method %s in %s", name, on.typ)
	return expr{}
}

// result is the call of a function of a type whose parameters begin at one.
func (f *fn) result(n parse.Node, code string, t reflect.Type, at int, args []parse.Node, final *expr) expr {
	var given []expr
	for _, a := range args {
		given = append(given, f.operand(a))
	}
	if final != nil {
		given = append(given, *final)
	}
	params := t.NumIn() - at
	if len(given) < params && !(t.IsVariadic() && len(given) == params-1) || len(given) > params && !t.IsVariadic() {
		f.fail(n, "%d arguments where %d are expected", len(given), params)
	}
	var out []string
	for i, e := range given {
		var p reflect.Type
		if t.IsVariadic() && i >= params-1 {
			p = t.In(t.NumIn() - 1).Elem()
		} else {
			p = t.In(at + i)
		}
		out = append(out, f.argument(n, e, p))
	}
	code += "(" + strings.Join(out, ", ") + ")"
	switch {
	case t.NumOut() == 1:
		return expr{code: code, typ: t.Out(0)}
	case t.NumOut() == 2 && t.Out(1) == errorType:
		return expr{code: "must(" + code + ")", typ: t.Out(0)}
	}
	f.fail(n, "this gives no value")
	return expr{}
}

// argument is a value as a parameter takes it.
func (f *fn) argument(n parse.Node, e expr, p reflect.Type) string {
	switch {
	case e.typ == nil:
		f.fail(n, "there is no data")
	case e.constant && p.Kind() == reflect.Float64 && e.typ == intType,
		e.constant && e.typ.Kind() == p.Kind(),
		e.typ.AssignableTo(p):
		return e.code
	case e.typ.Kind() == reflect.Pointer && e.typ.Elem().AssignableTo(p):
		return "*" + e.code
	}
	f.fail(n, "a value of type %s is no %s", e.typ, p)
	return ""
}

// apply is the call of a function: one of text/template or of the input's.
func (f *fn) apply(n *parse.IdentifierNode, args []parse.Node, final *expr) expr {
	if function, ok := f.c.Funcs[n.Ident]; ok {
		return f.result(n, "w.f."+n.Ident, reflect.TypeOf(function), 0, args, final)
	}
	if final != nil {
		f.fail(n, "a pipeline into this is not known")
	}
	operands := func(least int) []expr {
		var out []expr
		for _, a := range args {
			out = append(out, f.operand(a))
		}
		if len(out) < least {
			f.fail(n, "%d arguments where %d are expected", len(out), least)
		}
		return out
	}
	switch n.Ident {
	case "len":
		e := operands(1)[0]
		switch e.typ.Kind() {
		case reflect.Slice, reflect.Map, reflect.String:
			return expr{code: "len(" + e.code + ")", typ: intType}
		}
		f.fail(n, "a value of type %s has no length", e.typ)
	case "index":
		es := operands(2)
		if len(es) == 2 && es[0].typ.Kind() == reflect.Slice && es[1].typ.Kind() == reflect.Int {
			return expr{code: es[0].code + "[" + es[1].code + "]", typ: es[0].typ.Elem()}
		}
		f.fail(n, "only an index of a slice is known")
	case "printf":
		return f.sprintf(n, operands(1))
	case "eq", "ne", "lt", "le", "gt", "ge":
		return f.compare(n, operands(2))
	case "not":
		return expr{code: "!(" + f.test(args[0]) + ")", typ: boolType}
	case "and", "or":
		for _, e := range operands(1) {
			if e.typ != boolType {
				f.fail(n, "as a value only of conditions")
			}
		}
		return expr{code: f.test(&parse.CommandNode{NodeType: parse.NodeCommand, Args: append([]parse.Node{n}, args...)}), typ: boolType}
	}
	f.fail(n, "this function is not known")
	return expr{}
}

// sprintf puts strings into a format that has nothing but %s and the like.
func (f *fn) sprintf(n parse.Node, es []expr) expr {
	format, rest := es[0], es[1:]
	parts := strings.Split(format.text, "%s")
	if format.constant && len(parts) == len(rest)+1 && !strings.Contains(strings.Join(parts, ""), "%") {
		var sum []string
		for i, part := range parts {
			if part != "" {
				sum = append(sum, strconv.Quote(part))
			}
			if i < len(rest) {
				if rest[i].typ.Kind() != reflect.String || rest[i].typ.Implements(stringer) {
					f.fail(n, "%%s of a value of type %s", rest[i].typ)
				}
				sum = append(sum, converted(rest[i], stringType))
			}
		}
		return expr{code: strings.Join(sum, " + "), typ: stringType}
	}
	code := "fmt.Sprintf(" + format.code
	for _, e := range rest {
		code += ", " + e.code
	}
	return expr{code: code + ")", typ: stringType}
}

// compare compares basic values: eq with any of several, the others with one.
func (f *fn) compare(n *parse.IdentifierNode, es []expr) expr {
	op := map[string]string{"eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}[n.Ident]
	if len(es) > 2 && n.Ident != "eq" {
		f.fail(n, "%d arguments where 2 are expected", len(es))
	}
	basic := map[reflect.Kind]reflect.Type{reflect.Bool: boolType, reflect.Int: intType, reflect.Float64: floatType, reflect.String: stringType}
	a := es[0]
	var any []string
	for _, b := range es[1:] {
		k := a.typ.Kind()
		if k != b.typ.Kind() || basic[k] == nil || k == reflect.Bool && op != "==" && op != "!=" {
			f.fail(n, "%s and %s are not compared", a.typ, b.typ)
		}
		if a.typ == b.typ || a.constant || b.constant {
			any = append(any, a.code+" "+op+" "+b.code)
		} else {
			any = append(any, converted(a, basic[k])+" "+op+" "+converted(b, basic[k]))
		}
	}
	return expr{code: "(" + strings.Join(any, " || ") + ")", typ: boolType}
}
