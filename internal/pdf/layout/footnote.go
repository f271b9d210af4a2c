package layout

import (
	"wogreport/internal/document"
	"wogreport/internal/pdf/typeset"
)

// attachNotes gives each footnote to the piece of the flow that refers to it
// first. What has no room at the foot of a page follows the paragraph instead.
func (bs *blockSetter) attachNotes(pieces []piece) []piece {
	if len(bs.doc.Footnotes) == 0 {
		return pieces
	}
	notes := map[string]*document.Footnote{}
	for _, n := range bs.doc.Footnotes {
		notes["#"+n.ID] = n
	}
	var out, late []piece
	for i := range pieces {
		p := pieces[i]
		left := bs.depth / 3
		var attach func(*typeset.Run)
		attach = func(r *typeset.Run) {
			n, ok := notes[r.Link]
			if !ok {
				return
			}
			delete(notes, r.Link)
			b, lines := bs.note(n)
			if b.Height > left {
				late = append(late, lines...)
			} else {
				left -= b.Height
				p.notes = append(p.notes, b)
			}
			b.eachLink(attach) // a note may refer to another
		}
		p.eachLink(attach)
		out = append(out, p)
		if len(late) > 0 && !p.keep && (i+1 == len(pieces) || pieces[i+1].box == nil || p.box == nil || pieces[i+1].box.Block != p.box.Block) {
			out = append(out, late...)
			late = nil
		}
	}
	return append(out, late...)
}

// note is a footnote in one box, and line by line.
func (bs *blockSetter) note(n *document.Footnote) (*Box, []piece) {
	style := bs.styles.note
	from := document.Source{Block: n}
	spans := append([]document.Span{{Text: n.Number, Style: document.Superscript}, {Text: "\u00a0"}}, n.Text...)
	lines := bs.Set(spans, style, or(n.Lang, bs.doc.Language), n, bs.column)
	b := &Box{Block: n, anchors: []anchor{{n.ID, 0}}}
	b.Height = b.lines(lines, style, from, 0, 0)
	f := bs.spaced(bs.linesFlow(lines, style, from, bounds{width: bs.column}), bs.styles.line/2)
	f[0].box.anchors = b.anchors
	return b, f
}
