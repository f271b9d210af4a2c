package report

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"wogreport/internal/lang"
	"wogreport/internal/pattern"
)

// note is a footnote of a text, with its number once something refers to it.
type note struct {
	node       ast.Node
	number, id string
}

// findNotes collects the footnotes, which stand at the end of the tree.
func (c *converter) findNotes(root ast.Node) {
	list, ok := root.LastChild().(*east.FootnoteList)
	if !ok {
		return
	}
	c.notes = map[int]*note{}
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		if f, ok := n.(*east.Footnote); ok {
			c.notes[f.Index] = &note{node: f}
		}
	}
}

// noteOf is the number and the id of a footnote, given when first asked for.
func (c *converter) noteOf(index int) (number, id string) {
	n, ok := c.notes[index]
	if !ok {
		return "", ""
	}
	if n.number == "" {
		n.number = "…" // a note that refers to itself has no number yet
		var spans []Span
		for p := n.node.FirstChild(); p != nil; p = p.NextSibling() {
			if len(spans) > 0 {
				spans = append(spans, Span{Text: " "})
			}
			spans = append(spans, c.inline(p, 0, "")...)
		}
		n.number, n.id = c.footnote(tidy(spans))
	}
	return n.number, n.id
}

// footnote adds a footnote to the document.
func (c *composer) footnote(text []Span, l lang.Tag) (number, id string) {
	number = strconv.Itoa(len(c.footnotes) + 1)
	id = "footnote:" + number
	c.ids[id] = true
	c.footnotes = append(c.footnotes, &Footnote{ID: id, Number: number, Text: text, Lang: l})
	return number, id
}

// noteLabel is the label of a footnote, where the note is and where it is
// referred to.
var noteLabel = pattern.New(`(^|[^\\])\[\^([^\]\s]+)\]`)

// ownNotes makes the labels of a section's footnotes differ from those of the
// other sections, with which it becomes one text.
func ownNotes(section, text string) string {
	if !strings.Contains(text, "[^") {
		return text
	}
	return noteLabel.ReplaceAllString(text, "$1[^"+section+"-$2]")
}
