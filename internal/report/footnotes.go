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
		n.number = "…" // a note that refers to itself has no id yet
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
// other sections, with which it becomes one text. Missing are labels to which no
// footnote belongs; they stay as they are.
func ownNotes(section, text string) (own string, missing []string) {
	if !strings.Contains(text, "[^") {
		return text, nil
	}
	defined := map[string]bool{}
	for _, m := range noteHere.FindAllStringSubmatch(text, -1) {
		defined[m[1]] = true
	}
	own = noteLabel.ReplaceAllStringFunc(text, func(mark string) string {
		before, label, _ := strings.Cut(mark, "[^")
		label = strings.TrimSuffix(label, "]")
		if !defined[label] {
			missing = append(missing, label)
			return mark
		}
		return before + "[^" + section + "-" + label + "]"
	})
	return own, missing
}

// noteHere is the label of a footnote where the note is.
var noteHere = pattern.New(`(?m)^[ \t]*\[\^([^\]\s]+)\]:`)
