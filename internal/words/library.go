package words

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"
	"text/template"
	"text/template/parse"

	"wogreport/internal/markdown"
	"wogreport/internal/memo"
)

// library is the built-in templates of a report kind and language, cut into
// their "define" blocks. A block is parsed when a document first comes to a call of
// it: a report takes a part of them only, and parsing all was a quarter of what a
// single build did. Documents share the trees, which nobody changes.
type library struct {
	src    map[string]markdown.Source // by the file's name
	blocks map[string]*block          // by the block's name; a file's own text by the file's name
}

// block is a template of a library.
type block struct {
	name, file string  // of the block and of the file it stands in
	text       string  // of the file
	from, to   int     // the block in it
	before     int     // lines of the file
	cut        []piece // of a file's own text: what other blocks are
	once       sync.Once
	tree       *parse.Tree
	err        error
}

// libraries are those that were cut already, by the files they consist of.
var libraries = memo.New[string, *library](16)

// libraryOf cuts built-in files into blocks; a later file's blocks replace those
// of earlier ones.
func libraryOf(folder fs.FS, names []string) (*library, error) {
	key := strings.Join(names, "\x00")
	if l, ok := libraries.Get(key); ok {
		return l, nil
	}
	l := &library{src: map[string]markdown.Source{}, blocks: map[string]*block{}}
	for _, name := range names {
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		l.src[name] = markdown.Source{File: "templates/" + name, Text: string(text)}
		for _, b := range cutBlocks(name, string(text)) {
			l.blocks[b.name] = b
		}
	}
	libraries.Put(key, l)
	return l, nil
}

// piece is a part of a text.
type piece struct{ from, to int }

// cutBlocks finds the "define" blocks of a file, and what is left without them.
func cutBlocks(file, text string) []*block {
	var out []*block
	own := &block{name: file, file: file, text: text, to: len(text)}
	depth, from, name := 0, 0, ""
	lines, counted := 0, 0 // of the text so far
	for at := 0; ; {
		i := strings.Index(text[at:], "{{")
		if i < 0 {
			break
		}
		start := at + i
		word, end := action(text, start)
		at = end
		switch word {
		case "define":
			if depth == 0 {
				from = start
				_, name, _ = strings.Cut(text[start:end], `"`)
				name, _, _ = strings.Cut(name, `"`)
			}
			depth++
		case "if", "range", "with", "block":
			if depth > 0 { // within a definition
				depth++
			}
		case "end":
			if depth == 0 {
				break
			}
			if depth--; depth == 0 {
				lines += strings.Count(text[counted:from], "\n")
				counted = from
				out = append(out, &block{name: name, file: file, text: text, from: from, to: end, before: lines})
				own.cut = append(own.cut, piece{from, end})
			}
		}
	}
	return append(out, own)
}

// source is the block's text, with as many lines before it as in its file, so
// that a problem has its place.
func (b *block) source() string {
	var s strings.Builder
	s.Grow(b.before + b.to - b.from)
	for range b.before {
		s.WriteByte('\n')
	}
	at := b.from
	for _, p := range b.cut {
		s.WriteString(b.text[at:p.from])
		for range strings.Count(b.text[p.from:p.to], "\n") {
			s.WriteByte('\n')
		}
		at = p.to
	}
	s.WriteString(b.text[at:b.to])
	return s.String()
}

// action is the first word of the action that begins at start, "" of a comment,
// and where the action ends.
func action(text string, start int) (word string, end int) {
	body := strings.TrimLeft(strings.TrimPrefix(text[start+2:], "-"), " \t\r\n")
	closing := "}}"
	if strings.HasPrefix(body, "/*") {
		closing = "*/"
	}
	n := strings.Index(text[start:], closing)
	if n < 0 {
		return "", len(text)
	}
	end = start + n + len(closing)
	if closing == "*/" {
		return "", end
	}
	word, _, _ = strings.Cut(body[:min(len(body), 12)], " ")
	word, _, _ = strings.Cut(word, "}")
	return strings.TrimSpace(word), end
}

// parsed is the block's tree.
func (b *block) parsed() (*parse.Tree, error) {
	b.once.Do(func() {
		t := parse.New(b.file)
		t.Mode = parse.SkipFuncCheck // functions are those of the document that runs it
		trees := map[string]*parse.Tree{}
		src := b.source()
		if _, b.err = t.Parse(src, "", "", trees); b.err != nil {
			return
		}
		b.tree = trees[b.name]
		if b.tree == nil { // a file's text may be empty
			b.tree = t
		}
		markTree(b.tree.Root, builtinPlacer(b.file, src))
		askBefore(b.tree.Root)
	})
	return b.tree, b.err
}

// needFunc is the function by which a built-in block asks for another that it is
// about to call.
const needFunc = "wogreport_need"

// askBefore puts {{if wogreport_need "NAME"}} around each call of a template.
func askBefore(list *parse.ListNode) {
	if list == nil {
		return
	}
	branch := func(b *parse.BranchNode) {
		askBefore(b.List)
		askBefore(b.ElseList)
	}
	for i, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.IfNode:
			branch(&n.BranchNode)
		case *parse.RangeNode:
			branch(&n.BranchNode)
		case *parse.WithNode:
			branch(&n.BranchNode)
		case *parse.TemplateNode:
			ask := command(needFunc, n.Pos)
			ask.Args = append(ask.Args, &parse.StringNode{NodeType: parse.NodeString, Pos: n.Pos, Quoted: strconv.Quote(n.Name), Text: n.Name})
			list.Nodes[i] = &parse.IfNode{BranchNode: parse.BranchNode{
				NodeType: parse.NodeIf, Pos: n.Pos, Line: n.Line,
				Pipe: &parse.PipeNode{NodeType: parse.NodePipe, Pos: n.Pos, Line: n.Line, Cmds: []*parse.CommandNode{ask}},
				List: &parse.ListNode{NodeType: parse.NodeList, Pos: n.Pos, Nodes: []parse.Node{n}},
			}}
		}
	}
}

// called adds the names of the templates that a node calls.
func called(n parse.Node, to []string) []string {
	branch := func(b *parse.BranchNode) {
		to = called(b.List, to)
		if b.ElseList != nil {
			to = called(b.ElseList, to)
		}
	}
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			break
		}
		for _, child := range n.Nodes {
			to = called(child, to)
		}
	case *parse.IfNode:
		branch(&n.BranchNode)
	case *parse.RangeNode:
		branch(&n.BranchNode)
	case *parse.WithNode:
		branch(&n.BranchNode)
	case *parse.TemplateNode:
		to = append(to, n.Name)
	}
	return to
}

// interpreter is the templates that text/template carries out.
func (w *Words) interpreter() *template.Template {
	if w.tmpl == nil {
		w.tmpl = template.New("").Option("missingkey=error").Funcs(w.budget.table()).Funcs(functions{w}.table(w.Funcs)).
			Funcs(template.FuncMap{needFunc: func(name string) bool { w.need(name); return true }})
	}
	return w.tmpl
}

// builtin is a built-in block, nil if there is none of the name.
func (w *Words) builtin(name string) *block {
	if w.library == nil {
		l, err := libraryOf(folderOf(w.lang), w.files)
		if err != nil { // loadWords has said so
			l = &library{}
		}
		w.library = l
	}
	return w.library.blocks[name]
}

// source is the text of a template of the study's own, or of a built-in file.
func (w *Words) source(name string) (markdown.Source, bool) {
	if s, ok := w.src[name]; ok {
		return s, true
	}
	return w.builtinFile(name)
}

// builtinFile is the text of a built-in file.
func (w *Words) builtinFile(name string) (markdown.Source, bool) {
	w.builtin(name)
	s, ok := w.library.src[name]
	return s, ok
}

// own is a block of the author's: also an empty one, but not the text of a file
// around its blocks.
func (w *Words) own(name string) *parse.Tree {
	if w.tmpl == nil || w.given[name] {
		return nil
	}
	t := w.tmpl.Lookup(name)
	if t == nil || t.Tree == nil || parse.IsEmptyTree(t.Root) && slices.Contains(w.files, name) {
		return nil
	}
	return t.Tree
}

// need puts a block or a term into the document's templates, if nothing of the
// study's own stands in its place; of what is its own, all that it calls. Built-in
// blocks ask for others themselves.
func (w *Words) need(name string) {
	if w.ready[name] {
		return
	}
	w.ready[name] = true
	if w.literal[name] {
		delete(w.literal, name)
		w.parseText(name)
		w.ready[name] = true
		return
	}
	if t := w.own(name); t != nil {
		for _, n := range called(t.Root, nil) {
			w.need(n)
		}
		return
	}
	var tree *parse.Tree
	var err error
	if t := w.term(name); t != nil {
		tree = termTree(name, t.text)
	} else if b := w.builtin(name); b != nil {
		tree, err = b.parsed()
	} else {
		return
	}
	if err == nil {
		_, err = w.interpreter().AddParseTree(name, tree)
	}
	if err != nil {
		w.report(err)
		return
	}
	w.given[name] = true
}

// termTree is a term as a block that templates can call; its places stay as they are.
func termTree(name, text string) *parse.Tree {
	t := parse.New(name)
	t.Root = &parse.ListNode{NodeType: parse.NodeList, Nodes: []parse.Node{&parse.TextNode{NodeType: parse.NodeText, Text: []byte(text)}}}
	return t
}
