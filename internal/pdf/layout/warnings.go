package layout

import (
	"fmt"
	"strings"

	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/pdf/typeset"
)

// mostNamed is how many runes a warning names.
const mostNamed = 5

// GlyphWarnings says, once for each block, which of its characters no font has.
// Texts of figures are set while they are drawn, so it is asked after that.
func GlyphWarnings(missing []typeset.Missing) (problems diag.List) {
	for _, m := range missing {
		var names []string
		for _, r := range m.Runes[:min(len(m.Runes), mostNamed)] {
			names = append(names, fmt.Sprintf("%U", r))
		}
		list := strings.Join(names, ", ")
		if more := len(m.Runes) - mostNamed; more > 0 {
			list += fmt.Sprintf(" and %d more", more)
		}
		problems.Warnf(diag.Pos{}, "no-glyph", "the fonts have no glyph for %s in %s; a box is shown instead", list, blockName(m.Block))
		if p, ok := m.Block.(*document.Paragraph); ok && p.Private {
			problems.Hintf("the rest of the comment is printed; where the box must not stay, take such signs (emoji, say) out of the comments in the file of answers")
			continue
		}
		problems.Hintf("write the text there in other letters; the spelling of the answers stays under  also  of a point, or as the column of an item")
	}
	return problems
}

// warnCut warns, once, that a text is not shown to its end.
func (bs *blockSetter) warnCut(what, hint string) {
	for _, d := range bs.problem {
		if d.Code == "text-cut" && strings.HasPrefix(d.Message, what+" ") {
			return
		}
	}
	bs.problem.Warnf(diag.Pos{}, "text-cut", "%s has no room for its text, which is cut short", what)
	bs.problem.Hintf("%s", hint)
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
