package words

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"text/template"
	"text/template/parse"

	"wogreport/internal/diag"
	"wogreport/internal/limits"
)

// What the words of one report in one language may cost. A loop over the items
// of a study of a thousand, with a table row for each, takes some 50,000 steps.
// Steps are counted, not timed, so that a template ends alike on every machine:
// each turn of a loop of the author's, each call of a block of theirs, and each
// piece of text that any template gives.
const (
	maxSteps  = 1_000_000
	maxBytes  = 32 << 20 // of all texts, those within others counted again
	maxValue  = 64 << 10 // of one text that a function makes
	maxNested = 1000     // blocks of the author's within each other
	maxDepth  = 20       // texts that call each other through functions
)

// budget is what the words have cost so far.
type budget struct {
	limits       limits.Limits
	steps, bytes int64
	nested       int
	over         bool // all that comes now is refused
	told         bool // a diagnostic says so
}

// overBudget is the error of templates that cost too much.
type overBudget string

func (e overBudget) Error() string { return string(e) }

func (b *budget) end(format string, args ...any) error {
	b.over = true
	return overBudget(fmt.Sprintf(format, args...))
}

// spend counts steps, and bytes of text.
func (b *budget) spend(steps, bytes int64) error {
	b.steps += steps
	b.bytes += bytes
	switch {
	case b.over:
		return overBudget("")
	case b.steps > b.limits.Of(maxSteps):
		return b.end("the templates take more than %d steps, the limit for a report", b.limits.Of(maxSteps))
	case b.bytes > b.limits.Of(maxBytes):
		return b.end("the templates give more than %d MB of text, the limit for a report", b.limits.Of(maxBytes)>>20)
	}
	return nil
}

// made counts the bytes of a text that a function is about to make, at most.
func (b *budget) made(bytes int64) error {
	if bytes > b.limits.Of(maxValue) {
		return b.end("a function of the templates may give more than %d kB of text, the limit for one", b.limits.Of(maxValue)>>10)
	}
	return b.spend(1, bytes)
}

// enter counts a block that is called, which leave ends.
func (b *budget) enter() (string, error) {
	if b.nested++; b.nested > maxNested {
		return "", b.endless()
	}
	return "", b.spend(1, 0)
}

func (b *budget) leave() string { b.nested--; return "" }

func (b *budget) step() (string, error) { return "", b.spend(1, 0) }

// value counts a value that a pipeline gave, and passes it on.
func (b *budget) value(v reflect.Value) (reflect.Value, error) {
	at := v
	for at.Kind() == reflect.Interface {
		at = at.Elem()
	}
	switch at.Kind() {
	case reflect.String:
		return v, b.spend(1, int64(at.Len()))
	case reflect.Slice, reflect.Map:
		return v, b.spend(1+int64(at.Len()), 0)
	}
	return v, b.spend(1, 0)
}

const endless = overBudget("templates and sections call each other without end")

func (b *budget) endless() error {
	b.over = true
	return endless
}

// The functions by which a template counts what it does. An author's text may
// not hold the names.
const (
	stepFunc  = "wogreport_step"
	enterFunc = "wogreport_enter"
	leaveFunc = "wogreport_leave"
	valueFunc = "wogreport_value"
)

var ownFuncs = []string{stepFunc, enterFunc, leaveFunc, valueFunc, needFunc}

// table is the functions that count, and those of text/template that make
// texts as long as an author likes.
func (b *budget) table() template.FuncMap {
	return template.FuncMap{
		stepFunc: b.step, enterFunc: b.enter, leaveFunc: b.leave, valueFunc: b.value,
		"printf": func(format string, args ...any) (string, error) {
			if err := b.made(formatted(format, args)); err != nil {
				return "", err
			}
			return fmt.Sprintf(format, args...), nil
		},
		"print":    b.counted(fmt.Sprint),
		"println":  b.counted(fmt.Sprintln),
		"html":     b.counted(template.HTMLEscaper),
		"js":       b.counted(template.JSEscaper),
		"urlquery": b.counted(template.URLQueryEscaper),
	}
}

// counted is a function that prints its arguments, which escaping may make six
// times as long.
func (b *budget) counted(f func(...any) string) func(...any) (string, error) {
	return func(args ...any) (string, error) {
		n := int64(0)
		for _, a := range args {
			n += printed(a)
		}
		if err := b.made(n); err != nil {
			return "", err
		}
		s := f(args...)
		return s, b.spend(0, max(0, int64(len(s))-n))
	}
}

// printed is how long a value is as text.
func printed(a any) int64 {
	switch a := a.(type) {
	case string:
		return int64(len(a))
	case []byte:
		return int64(len(a))
	case int, int64, float64, bool:
		return 20
	}
	return int64(len(fmt.Sprint(a)))
}

// formatted is how long a text is at most that fmt makes of a format: each verb
// gives one argument, and each number in the format may be a width.
func formatted(format string, args []any) int64 {
	longest, widths := int64(20), int64(0)
	for _, a := range args {
		longest = max(longest, printed(a))
		if n, ok := a.(int); ok && strings.Contains(format, "*") {
			widths = max(widths, int64(n), -int64(n))
		}
	}
	total, number := int64(len(format)), int64(0)
	for i := range len(format) {
		switch c := format[i]; {
		case c >= '0' && c <= '9':
			number = min(10*number+int64(c-'0'), maxFormat)
			continue
		case c == '%':
			total += 4 * longest
		case c == '*':
			total += min(widths, maxFormat)
		}
		total += number
		number = 0
	}
	return total + number
}

// maxFormat is the largest width that fmt knows.
const maxFormat = 1_000_000

// countTree puts the functions that count into an author's template: into each
// turn of a loop, around the whole, and behind each value that it computes.
func countTree(root *parse.ListNode) {
	if root == nil || parse.IsEmptyTree(root) {
		return
	}
	countList(root)
	root.Nodes = append(append([]parse.Node{call(enterFunc, root.Pos)}, root.Nodes...), call(leaveFunc, root.Pos))
}

func countList(list *parse.ListNode) {
	if list == nil {
		return
	}
	branch := func(b *parse.BranchNode) {
		countPipe(b.Pipe)
		countList(b.List)
		countList(b.ElseList)
	}
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			countPipe(n.Pipe)
		case *parse.TemplateNode:
			countPipe(n.Pipe)
		case *parse.IfNode:
			branch(&n.BranchNode)
		case *parse.WithNode:
			branch(&n.BranchNode)
		case *parse.RangeNode:
			branch(&n.BranchNode)
			n.List.Nodes = append([]parse.Node{call(stepFunc, n.Pos)}, n.List.Nodes...)
		}
	}
}

// comparing are the functions that read whole texts and give none.
var comparing = []string{"eq", "ne", "lt", "le", "gt", "ge", "mentions"}

// countPipe counts what a pipeline gives, and what it compares.
func countPipe(p *parse.PipeNode) {
	if p == nil {
		return
	}
	for _, c := range p.Cmds {
		f, ok := c.Args[0].(*parse.IdentifierNode)
		compares := ok && slices.Contains(comparing, f.Ident)
		for i, a := range c.Args {
			switch a := a.(type) {
			case *parse.PipeNode:
				countPipe(a)
			case *parse.ChainNode:
				if inner, ok := a.Node.(*parse.PipeNode); ok {
					countPipe(inner)
				}
			case *parse.VariableNode, *parse.FieldNode, *parse.DotNode:
				if compares {
					first := &parse.CommandNode{NodeType: parse.NodeCommand, Pos: c.Pos, Args: []parse.Node{a}}
					c.Args[i] = &parse.PipeNode{NodeType: parse.NodePipe, Pos: c.Pos, Line: p.Line, Cmds: []*parse.CommandNode{first, command(valueFunc, c.Pos)}}
				}
			}
		}
	}
	p.Cmds = append(p.Cmds, command(valueFunc, p.Pos))
}

// call is an action that calls a function.
func call(name string, pos parse.Pos) parse.Node {
	return &parse.ActionNode{NodeType: parse.NodeAction, Pos: pos, Pipe: &parse.PipeNode{NodeType: parse.NodePipe, Pos: pos, Cmds: []*parse.CommandNode{command(name, pos)}}}
}

func command(name string, pos parse.Pos) *parse.CommandNode {
	return &parse.CommandNode{NodeType: parse.NodeCommand, Pos: pos, Args: []parse.Node{parse.NewIdentifier(name).SetPos(pos)}}
}

// overspent reports, once, that the templates cost too much.
func (w *Words) overspent(pos diag.Pos, err overBudget) {
	if w.budget.told || err == "" {
		return
	}
	w.budget.told = true
	w.diags.Errorf(pos, "template-budget", "%s", string(err))
	if err == endless {
		w.diags.Hintf("a block or a section calls itself: take out one of the calls")
		return
	}
	w.diags.Hintf("%s", limits.Hint)
}
