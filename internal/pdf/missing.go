package pdf

import (
	"fmt"
	"slices"
	"strings"

	"wogreport/internal/diag"
	"wogreport/internal/document"
)

// noGlyph is a block with the runes in it that no font has, as they came.
type noGlyph struct {
	node  document.Block
	runes []rune
}

// missing notes a rune that no font has.
func (c *composer) missing(r rune, node document.Block) {
	c.missed++
	if p, ok := node.(*document.Paragraph); ok && p.Private {
		node = private
	}
	i, ok := c.noGlyphOf[node]
	if !ok {
		i = len(c.noGlyph)
		c.noGlyph = append(c.noGlyph, noGlyph{node: node})
		c.noGlyphOf[node] = i
	}
	if n := &c.noGlyph[i]; !slices.Contains(n.runes, r) {
		n.runes = append(n.runes, r)
	}
}

// private stands for all that respondents wrote.
var private = &document.Paragraph{Private: true}

// mostNamed is how many runes a warning names.
const mostNamed = 5

// warnMissing warns of the missing runes, once for each block.
func (c *composer) warnMissing() {
	for _, n := range c.noGlyph {
		var names []string
		for _, r := range n.runes[:min(len(n.runes), mostNamed)] {
			names = append(names, fmt.Sprintf("%U", r))
		}
		list := strings.Join(names, ", ")
		if more := len(n.runes) - mostNamed; more > 0 {
			list += fmt.Sprintf(" and %d more", more)
		}
		c.problem.Warnf(diag.Pos{}, "no-glyph", "the fonts have no glyph for %s in %s; a box is shown instead", list, blockName(n.node))
	}
}

// blockName says which block a warning is about.
func blockName(b document.Block) string {
	name := func(kind, id string, text []document.Span) string {
		const letters = 30
		switch t := []rune(plainText(text)); {
		case id != "":
			return fmt.Sprintf("the %s %q", kind, id)
		case len(t) > letters:
			return fmt.Sprintf("the %s that begins %q", kind, string(t[:letters]))
		case len(t) > 0:
			return fmt.Sprintf("the %s %q", kind, string(t))
		}
		return "a " + kind
	}
	switch b := b.(type) {
	case *document.Heading:
		return name("heading", b.ID, b.Text)
	case *document.Paragraph:
		if b.Private {
			return "what respondents wrote"
		}
		return name("paragraph", b.ID, b.Text)
	case *document.Table:
		return name("table", b.ID, b.Caption.Text)
	case *document.Figure:
		return name("figure", b.ID, b.Caption.Text)
	case *document.Footnote:
		return "footnote " + b.Number
	case *document.List:
		return "a list"
	case *document.Letterhead:
		return "the letterhead"
	case *document.Signatures:
		return "a signature"
	case *document.TitleBlock:
		return "the title block"
	case *document.Abstract:
		return "an abstract"
	}
	return "the running lines"
}
