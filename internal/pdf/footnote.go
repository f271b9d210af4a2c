package pdf

import (
	"strings"

	"wogreport/internal/document"
)

// attachNotes gives each footnote to the piece of the flow that refers to it
// first. What has no room at the foot of a page follows the paragraph instead.
func (c *composer) attachNotes(pieces []flow) []flow {
	if len(c.doc.Footnotes) == 0 {
		return pieces
	}
	notes := map[string]*document.Footnote{}
	for _, n := range c.doc.Footnotes {
		notes["#"+n.ID] = n
	}
	var out, late []flow
	for i := range pieces {
		f := pieces[i]
		room := c.depth / 3
		var attach func(*run)
		attach = func(r *run) {
			n, ok := notes[r.link]
			if !ok {
				return
			}
			delete(notes, r.link)
			s, lines := c.note(n)
			if s.height > room {
				late = append(late, lines...)
			} else {
				room -= s.height
				f.notes = append(f.notes, s)
			}
			s.eachLink(attach) // a note may refer to another
		}
		f.eachLink(attach)
		out = append(out, f)
		if len(late) > 0 && !f.keep && (i+1 == len(pieces) || pieces[i+1].slab == nil || f.slab == nil || pieces[i+1].slab.node != f.slab.node) {
			out = append(out, late...)
			late = nil
		}
	}
	return append(out, late...)
}

// note is a footnote in one piece, and line by line.
func (c *composer) note(n *document.Footnote) (*slab, []flow) {
	style := c.sheet.note
	spans := append([]document.Span{{Text: n.Number, Style: document.Superscript}, {Text: "\u00a0"}}, n.Text...)
	lines := c.set(spans, style, or(n.Lang, c.doc.Language), n, c.column)
	s := &slab{node: n, anchors: []anchor{{n.ID, 0}}}
	s.height = s.lines(lines, style, 0, 0)
	f := c.spaced(c.linesFlow(lines, style, box{width: c.column}, n), c.sheet.line/2)
	f[0].slab.anchors = s.anchors
	return s, f
}

// eachLink visits the runs of text that lead to a place in the document.
func (f *flow) eachLink(visit func(*run)) {
	slabs := []*slab{f.slab, f.beside}
	if t := f.table; t != nil {
		slabs = append(append([]*slab{t.caption, t.head}, t.rows...), t.note)
	}
	for _, s := range slabs {
		if s != nil {
			s.eachLink(visit)
		}
	}
}

func (s *slab) eachLink(visit func(*run)) {
	for _, tx := range s.texts {
		for i := range tx.line.runs {
			if r := &tx.line.runs[i]; strings.HasPrefix(r.link, "#") {
				visit(r)
			}
		}
	}
}
