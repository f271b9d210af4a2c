package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"wogreport/internal/document"
)

// What authors write beyond CommonMark: footnotes and tables. goldmark has
// extensions for both, but to import them compiles, before the program does
// anything, the regular expressions of all its extensions, which was a twentieth
// of a single build.

// noteNode is a footnote, which stands where its author put it:
//
//	[^label]: Text, and more of it on lines that are indented.
//
// It is shown where a noteMark refers to it.
type noteNode struct {
	ast.BaseBlock
	label string
}

// noteMark is [^label] in a line.
type noteMark struct {
	ast.BaseInline
	to *noteNode
}

var (
	noteKind     = ast.NewNodeKind("Note")
	noteMarkKind = ast.NewNodeKind("NoteMark")
	notesKey     = parser.NewContextKey() // map[string]*noteNode
)

func (*noteNode) Kind() ast.NodeKind           { return noteKind }
func (n *noteNode) Dump(source []byte, lv int) { ast.DumpHelper(n, source, lv, nil, nil) }
func (*noteMark) Kind() ast.NodeKind           { return noteMarkKind }
func (n *noteMark) Dump(source []byte, lv int) { ast.DumpHelper(n, source, lv, nil, nil) }

// labelOf is the label of [^label] at the start of a text, and how long that is.
func labelOf(s []byte) (label string, length int) {
	if !bytes.HasPrefix(s, []byte("[^")) {
		return "", 0
	}
	end := bytes.IndexAny(s[2:min(len(s), maxLabel)], "[]\n")
	if end < 0 || s[2+end] != ']' || util.IsBlank(s[2:2+end]) {
		return "", 0
	}
	return string(s[2 : 2+end]), end + 3
}

// noteParser reads footnotes.
type noteParser struct{}

func (noteParser) Trigger() []byte { return []byte{'['} }

func (noteParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 {
		return nil, parser.NoChildren
	}
	label, n := labelOf(line[at:])
	if n == 0 || at+n >= len(line) || line[at+n] != ':' {
		return nil, parser.NoChildren
	}
	node := &noteNode{label: label}
	notes := pc.ComputeIfAbsent(notesKey, func() any { return map[string]*noteNode{} }).(map[string]*noteNode)
	if notes[label] == nil { // of two with one label the first counts
		notes[label] = node
	}
	reader.AdvanceAndSetPadding(at+n+1-segment.Padding, segment.Padding)
	return node, parser.HasChildren
}

func (noteParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	at, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if at < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(at, padding)
	return parser.Continue | parser.HasChildren
}

func (noteParser) Close(ast.Node, text.Reader, parser.Context) {}
func (noteParser) CanInterruptParagraph() bool                 { return true }
func (noteParser) CanAcceptIndentedLine() bool                 { return false }

// noteMarkParser reads the marks of the footnotes that there are.
type noteMarkParser struct{}

// Trigger has the sign that would make an image of what is in brackets.
func (noteMarkParser) Trigger() []byte { return []byte{'!', '['} }

func (noteMarkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	before := 0
	if len(line) > 0 && line[0] == '!' {
		before = 1
	}
	label, n := labelOf(line[before:])
	if n == 0 {
		return nil
	}
	notes, _ := pc.Get(notesKey).(map[string]*noteNode)
	note := notes[label]
	if note == nil {
		return nil
	}
	if before > 0 {
		parent.AppendChild(parent, ast.NewTextSegment(segment.WithStop(segment.Start+before)))
	}
	block.Advance(before + n)
	return &noteMark{to: note}
}

// holdsNote reports whether a footnote stands directly under a node.
func holdsNote(n ast.Node) bool {
	for ch := n.FirstChild(); ch != nil; ch = ch.NextSibling() {
		if _, ok := ch.(*noteNode); ok {
			return true
		}
	}
	return false
}

// tableNode is a table; its children are its cells, row by row, of which the first
// is the head.
type tableNode struct {
	ast.BaseBlock
	columns []document.Column
}

// cellNode is a cell of a table.
type cellNode struct{ ast.BaseBlock }

var (
	tableKind = ast.NewNodeKind("Table")
	cellKind  = ast.NewNodeKind("TableCell")
)

func (*tableNode) Kind() ast.NodeKind           { return tableKind }
func (n *tableNode) Dump(source []byte, lv int) { ast.DumpHelper(n, source, lv, nil, nil) }
func (*cellNode) Kind() ast.NodeKind            { return cellKind }
func (n *cellNode) Dump(source []byte, lv int)  { ast.DumpHelper(n, source, lv, nil, nil) }

// tableParser makes tables of paragraphs that have a line of columns,
//
//	| Head | Head |
//	| :--- | ---: |
//	| cell | cell |
//
// as GitHub does, but for a head with too few cells, which is filled up. What comes before the head stays a paragraph.
type tableParser struct{}

func (tableParser) Transform(p *ast.Paragraph, reader text.Reader, _ parser.Context) {
	source, lines := reader.Source(), p.Lines()
	for i := 1; i < lines.Len(); i++ {
		at := lines.At(i)
		columns := tableColumns(string(at.Value(source)))
		if columns == nil {
			continue
		}
		head := rowCells(lines.At(i-1), source)
		if len(head) > len(columns) {
			return
		}
		t := &tableNode{columns: columns}
		t.add(head)
		for j := i + 1; j < lines.Len(); j++ {
			t.add(rowCells(lines.At(j), source))
		}
		p.Parent().InsertAfter(p.Parent(), p, t)
		if i == 1 {
			p.Parent().RemoveChild(p.Parent(), p)
			return
		}
		lines.SetSliced(0, i-1)
		last := lines.At(i - 2)
		lines.Set(i-2, last.TrimRightSpace(source))
		return
	}
}

// add adds a row: more cells than columns are left out, fewer filled up.
func (t *tableNode) add(row []text.Segment) {
	for i := range t.columns {
		cell := &cellNode{}
		if i < len(row) {
			cell.Lines().Append(row[i])
		}
		t.AppendChild(t, cell)
	}
}

// tableColumns reads the line under a table's head; nil if it is none.
func tableColumns(line string) []document.Column {
	if width, _ := util.IndentWidth([]byte(line), 0); width > 3 {
		return nil
	}
	line = strings.TrimSpace(line)
	if !strings.ContainsAny(line, "|:") {
		return nil
	}
	line = strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|")
	var out []document.Column
	for c := range strings.SplitSeq(line, "|") {
		c = strings.TrimSpace(c)
		rule, left := strings.CutPrefix(c, ":")
		rule, right := strings.CutSuffix(rule, ":")
		if rule == "" || strings.Trim(rule, "-") != "" {
			return nil
		}
		column := document.Column{Wrap: true}
		switch {
		case left && right:
			column.Align = document.AlignCenter
		case right:
			column.Align = document.AlignRight
		}
		out = append(out, column)
	}
	return out
}

// rowCells are the cells of a line, without the blanks around them.
func rowCells(line text.Segment, source []byte) []text.Segment {
	line = line.TrimLeftSpace(source)
	line = line.TrimRightSpace(source)
	s := line.Value(source)
	bar := func(i int) bool { return s[i] == '|' && (i == 0 || s[i-1] != '\\') }
	from, end := 0, len(s)
	if end > 0 && bar(0) {
		from++
	}
	if end > from && bar(end-1) {
		end--
	}
	var out []text.Segment
	for i := from; i <= end; i++ {
		if i < end && !bar(i) {
			continue
		}
		if i < end || i > from {
			cell := text.NewSegment(line.Start+from, line.Start+i)
			cell = cell.TrimLeftSpace(source)
			out = append(out, cell.TrimRightSpace(source))
		}
		from = i + 1
	}
	return out
}
