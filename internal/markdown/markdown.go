// Package markdown owns the way from Markdown to the blocks of the document
// model: CommonMark with tables, footnotes, citations and directives that place
// figures and tables. What a document alone knows a Converter asks for, with
// the place where it was written.
package markdown

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pattern"
)

// markdown parses CommonMark with tables, footnotes ([^1]), heading attributes
// and citations ([@key]). HTML is text here, and there is no code by indenting: a
// template indents what it likes, and so may an author.
var markdown = newMarkdown()

func newMarkdown() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(noteParser{}, 999),
			util.Prioritized(anyIndent{parser.NewParagraphParser()}, 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(noteMarkParser{}, 101),
			util.Prioritized(citationParser{}, 150),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewEmphasisParser(), 500),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
			util.Prioritized(tableParser{}, 200),
		),
		parser.WithHeadingAttribute(),
	)
}

// anyIndent is the parser of paragraphs, also of such as begin with four blanks.
type anyIndent struct{ parser.BlockParser }

func (anyIndent) CanAcceptIndentedLine() bool { return true }

// citation is [@key] or [@key; @key] in the syntax tree; its keys have their marks.
type citation struct {
	ast.BaseInline
	keys []string
}

var citationKind = ast.NewNodeKind("Citation")

func (*citation) Kind() ast.NodeKind           { return citationKind }
func (c *citation) Dump(source []byte, lv int) { ast.DumpHelper(c, source, lv, nil, nil) }

var citationForm = pattern.New(`^\[(@[^\s\];,]+(?:\s*[;,]\s*@[^\s\];,]+)*)\]`)

type citationParser struct{}

func (citationParser) Trigger() []byte { return []byte{'['} }

func (citationParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("[@")) {
		return nil
	}
	m := citationForm.FindSubmatch(line)
	if m == nil {
		return nil
	}
	block.Advance(len(m[0]))
	c := &citation{}
	for _, k := range strings.FieldsFunc(string(m[1]), func(r rune) bool { return r == ';' || r == ',' || unicode.IsSpace(r) }) {
		c.keys = append(c.keys, strings.TrimPrefix(k, "@"))
	}
	return c
}

// Converter turns Markdown into blocks of the document model. What a document
// alone knows (a figure by its id, a reference by its key) it asks for, with the
// place where it stands.
type Converter struct {
	Lang lang.Tag
	// Place gives the blocks that ![](kind:name) stands for.
	Place func(at Place, kind, name string) []document.Block
	// Cite gives the text and the link of a reference.
	Cite func(at Place, key string) (label, link string, ok bool)
	// Problem reports something wrong with a part of the text, which is given for
	// texts without marks.
	Problem func(at Place, part, code, message, hint string)
	// Heading makes a heading's id unique.
	Heading func(id string) string
	// Class gives a heading the looks of a class ({.chapter}).
	Class func(at Place, name string, h *document.Heading)
	// Target is told where a link leads to a part of the document ("#figure:P1").
	Target func(at Place, link string)
	// Footnote numbers a footnote and gives its id.
	Footnote func() (number, id string, fill func([]document.Span))

	src   []byte
	notes map[*noteNode]*note // of the text, once something refers to them
}

// Blocks converts a Markdown text.
func (c Converter) Blocks(src string) []document.Block {
	c.src = []byte(src)
	root := markdown.Parse(text.NewReader(c.src))
	return c.children(root)
}

// Spans converts a Markdown text of one paragraph.
func (c Converter) Spans(src string) []document.Span {
	if src == "" {
		return nil
	}
	if bare(src) {
		return tidy([]document.Span{{Text: unescaped(src)}})
	}
	c.src = []byte(src)
	var out []document.Span
	root := markdown.Parse(text.NewReader(c.src))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if _, note := n.(*noteNode); note {
			continue
		}
		if len(out) > 0 {
			out = append(out, document.Span{Text: " "})
		}
		out = append(out, c.inline(n, 0, "")...)
	}
	return tidy(out)
}

// bare reports whether a text is surely without Markdown, but for signs that a
// backslash makes literal: most labels, heads and counts are, and need no parser.
func bare(src string) bool {
	digits := 0
	for digits < len(src) && '0' <= src[digits] && src[digits] <= '9' {
		digits++
	}
	if digits > 0 {
		if src = src[digits:]; src != "" && (src[0] == '.' || src[0] == ')') {
			return false // a list
		}
	} else if r, _ := utf8.DecodeRuneInString(src); !unicode.IsLetter(r) {
		return false
	}
	return !strings.ContainsAny(src, "*_[]`&<!|~\n\r\t\x00")
}

// unescaped is a text without the backslashes before its signs and with the
// characters that its entities ("&copy;") stand for.
func unescaped(src string) string {
	i := strings.IndexAny(src, "\\&\x00")
	if i < 0 {
		return src
	}
	b := append(make([]byte, 0, len(src)), src[:i]...)
	for i < len(src) {
		switch {
		case src[i] == '\\' && i+1 < len(src) && util.IsPunct(src[i+1]):
			b = append(b, src[i+1])
			i += 2
			continue
		case src[i] == '&':
			if s, n := entity(src[i:]); n > 0 {
				b = append(b, s...)
				i += n
				continue
			}
		case src[i] == 0: // which CommonMark has no place for
			b = append(b, "\uFFFD"...)
			i++
			continue
		}
		b = append(b, src[i])
		i++
	}
	return string(b)
}

// entity is what the entity at the start of a text stands for, and how long it is
// there; 0 if there is none.
func entity(src string) (text string, length int) {
	end := strings.IndexByte(src[:min(len(src), 40)], ';') // the longest name has 31 letters
	if end < 2 {
		return "", 0
	}
	name := src[1:end]
	if number, ok := strings.CutPrefix(name, "#"); ok {
		base, most := 10, 7 // digits that CommonMark takes
		if strings.HasPrefix(number, "x") || strings.HasPrefix(number, "X") {
			number, base, most = number[1:], 16, 6
		}
		r, err := strconv.ParseUint(number, base, 32)
		if err != nil || len(number) > most {
			return "", 0
		}
		return string(util.ToValidRune(rune(r))), end + 1
	}
	if e, ok := util.LookUpHTML5EntityByName(name); ok {
		return string(e.Characters), end + 1
	}
	return "", 0
}

func (c *Converter) children(n ast.Node) []document.Block {
	var out []document.Block
	for ch := n.FirstChild(); ch != nil; ch = ch.NextSibling() {
		out = append(out, c.block(ch)...)
	}
	return out
}

func (c *Converter) block(n ast.Node) []document.Block {
	switch n := n.(type) {
	case *ast.Heading:
		spans := tidy(c.inline(n, 0, ""))
		id := slug(document.Plain(document.WithoutNotes(spans)))
		if v, ok := n.AttributeString("id"); ok {
			if b, ok := v.([]byte); ok {
				id = string(b)
			}
		}
		h := &document.Heading{ID: c.Heading(id), Level: min(n.Level, 3), Text: spans, Lang: c.Lang}
		if v, ok := n.AttributeString("class"); ok {
			if b, ok := v.([]byte); ok {
				line := n.Lines()
				_, at := unmarked(string(line.Value(c.src)))
				c.Class(at, string(b), h)
			}
		}
		return []document.Block{h}
	case *ast.Paragraph, *ast.TextBlock:
		if img := loneImage(n); img != nil {
			return c.directive(img)
		}
		if spans := tidy(c.inline(n, 0, "")); len(spans) > 0 {
			return []document.Block{&document.Paragraph{Text: spans, Lang: c.Lang}}
		}
		return nil
	case *ast.List:
		l := &document.List{Ordered: n.IsOrdered(), Start: n.Start}
		for it := n.FirstChild(); it != nil; it = it.NextSibling() {
			if blocks := c.children(it); len(blocks) > 0 || !holdsNote(it) {
				l.Items = append(l.Items, blocks)
			}
		}
		if len(l.Items) > 0 {
			return []document.Block{l}
		}
		return nil
	case *ast.Blockquote:
		if blocks := c.children(n); len(blocks) > 0 {
			return []document.Block{&document.Quote{Blocks: blocks}}
		}
		return nil
	case *ast.FencedCodeBlock:
		var b strings.Builder
		for i := range n.Lines().Len() {
			s := n.Lines().At(i)
			b.Write(s.Value(c.src))
		}
		return []document.Block{&document.Paragraph{Text: []document.Span{{Text: strings.TrimRight(asWritten(b.String()), "\n"), Style: document.Monospace}}, Lang: c.Lang}}
	case *tableNode:
		return []document.Block{c.table(n)}
	}
	return nil // a thematic break has no place on a journal's page
}

// loneImage is the image that a paragraph consists of, or nil.
func loneImage(n ast.Node) *ast.Image {
	var img *ast.Image
	for ch := n.FirstChild(); ch != nil; ch = ch.NextSibling() {
		i, ok := ch.(*ast.Image)
		if !ok || img != nil {
			return nil
		}
		img = i
	}
	return img
}

func (c *Converter) directive(img *ast.Image) []document.Block {
	dest, at := unmarked(string(img.Destination))
	kind, name, ok := strings.Cut(dest, ":")
	if !ok {
		c.Problem(at, dest, "unknown-picture", strconv.Quote(dest)+" is not something a report can show", "![](figure:ITEM) and ![](table:validity) place what the analysis made")
		return nil
	}
	return c.Place(at, kind, name)
}

func (c *Converter) table(n *tableNode) document.Block {
	t := &document.Table{Plain: true, Columns: n.columns}
	var row []document.Cell
	for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
		row = append(row, document.Cell{Text: tidy(c.inline(cell, 0, ""))})
		if len(row) < len(n.columns) {
			continue
		}
		if t.Head == nil {
			t.Head = [][]document.Cell{row}
		} else {
			t.Rows = append(t.Rows, row)
		}
		row = nil
	}
	return t
}

// inline collects the spans under n.
func (c *Converter) inline(n ast.Node, style document.Style, link string) []document.Span {
	var out []document.Span
	for ch := n.FirstChild(); ch != nil; ch = ch.NextSibling() {
		switch ch := ch.(type) {
		case *ast.Text:
			s := literalOf(ch.Segment.Value(c.src), ch.IsRaw())
			if ch.HardLineBreak() {
				s += "\n"
			} else if ch.SoftLineBreak() {
				s += " "
			}
			out = append(out, document.Span{Text: s, Style: style, Link: link})
		case *ast.String:
			out = append(out, document.Span{Text: literalOf(ch.Value, ch.IsRaw()), Style: style, Link: link})
		case *ast.CodeSpan:
			out = append(out, document.Span{Text: c.code(ch), Style: style | document.Monospace, Link: link})
		case *ast.Emphasis:
			s := document.Italic
			if ch.Level > 1 {
				s = document.Bold
			}
			out = append(out, c.inline(ch, style^s, link)...)
		case *ast.Link:
			out = append(out, c.link(ch, style)...)
		case *ast.AutoLink:
			out = append(out, c.autoLink(ch, style))
		case *noteMark:
			if number, id := c.noteOf(ch.to); id != "" { // a note within itself has none
				out = append(out, document.Span{Text: number, Style: style&^document.Subscript | document.Superscript, Link: "#" + id})
			}
		case *citation:
			out = append(out, c.citation(ch, style)...)
		case *ast.Image:
			dest, at := unmarked(string(ch.Destination))
			c.Problem(at, dest, "picture-in-text", "a figure or table cannot stand inside a line", "put ![]("+dest+") in a paragraph of its own")
		default:
			out = append(out, c.inline(ch, style, link)...)
		}
	}
	return out
}

// code is the text of a code span.
func (c *Converter) code(n *ast.CodeSpan) string {
	var b strings.Builder
	for t := n.FirstChild(); t != nil; t = t.NextSibling() {
		if t, ok := t.(*ast.Text); ok {
			b.Write(t.Segment.Value(c.src))
		}
	}
	code := asWritten(b.String())
	if inTable(n) { // where a bar needs a backslash
		code = strings.ReplaceAll(code, `\|`, "|")
	}
	return code
}

// formula begins, in the place of an address, the words of a formula for readers who
// do not see it: [r = |z|/√N](<formula:r is the absolute value of z …>).
const formula = "formula:"

// link is a link with its words; without words, the name of what it leads to,
// which is known when everything has its number.
func (c *Converter) link(n *ast.Link, style document.Style) []document.Span {
	dest, at := unmarked(string(n.Destination))
	if strings.HasPrefix(dest, "#") && c.Target != nil {
		c.Target(at, dest)
	}
	if n.FirstChild() == nil {
		return []document.Span{{Style: style, Link: dest}}
	}
	if len(dest) > maxAddress {
		c.Problem(at, dest[:40], "bad-link", fmt.Sprintf("a link cannot lead to an address of more than %d bytes", maxAddress), "no program follows one")
		dest = ""
	}
	if alt, ok := strings.CutPrefix(dest, formula); ok {
		spans := c.inline(n, style, "")
		for i := range spans {
			spans[i].Alt = strings.TrimSpace(asWritten(alt))
		}
		return spans
	}
	if scheme, _, ok := strings.Cut(dest, ":"); ok && !safeScheme(scheme) {
		c.Problem(at, dest, "bad-link", "a link cannot lead to "+strconv.Quote(dest), "links lead to http:, https: and mailto: addresses, and with # to parts of the report")
		dest = ""
	}
	return c.inline(n, style, dest)
}

// maxAddress is how long the address of a link may be: browsers take no longer
// ones, and each line that the link stands on holds it.
const maxAddress = 2000

// autoLink is an address between angle brackets.
func (c *Converter) autoLink(n *ast.AutoLink, style document.Style) document.Span {
	text := string(n.Label(c.src))
	to := text
	if n.AutoLinkType == ast.AutoLinkEmail {
		to = "mailto:" + text
	}
	if scheme, _, _ := strings.Cut(to, ":"); !safeScheme(scheme) || len(to) > maxAddress {
		to = ""
	}
	return document.Span{Text: text, Style: style, Link: to}
}

// asWritten is a text without what was put into it on its way here.
func asWritten(s string) string { return Unmarked(authorsLabels(s)) }

// literalOf is the text of a node; a raw one's has no escapes.
func literalOf(b []byte, raw bool) string {
	if raw {
		return asWritten(string(b))
	}
	return unescaped(asWritten(string(b)))
}

// inTable reports whether a node stands in the cell of a table.
func inTable(n ast.Node) bool {
	for ; n != nil; n = n.Parent() {
		if _, ok := n.(*cellNode); ok {
			return true
		}
	}
	return false
}

func (c *Converter) citation(n *citation, style document.Style) []document.Span {
	out := []document.Span{{Text: "(", Style: style}}
	for i, key := range n.keys {
		if i > 0 {
			out = append(out, document.Span{Text: "; ", Style: style})
		}
		key, at := unmarked(key)
		label, link, ok := c.Cite(at, key)
		if !ok {
			continue
		}
		out = append(out, document.Span{Text: label, Style: style, Link: link})
	}
	return append(out, document.Span{Text: ")", Style: style})
}

// safeScheme reports whether a reader may be led to an address by a click.
// What is no scheme at all (a colon after a slash) leads nowhere.
func safeScheme(s string) bool {
	switch strings.ToLower(s) {
	case "http", "https", "mailto":
		return true
	}
	return strings.ContainsAny(s, "/?#")
}

// slug makes an id from a heading's text.
func slug(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	if s := strings.Trim(b.String(), "-"); s != "" {
		return "section:" + s
	}
	return "section"
}
