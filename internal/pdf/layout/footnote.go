package layout

import (
	"wogreport/internal/pdf/typeset"
	"strings"

	"wogreport/internal/document"
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
		f := pieces[i]
		room := bs.depth / 3
		var attach func(*typeset.Run)
		attach = func(r *typeset.Run) {
			n, ok := notes[r.Link]
			if !ok {
				return
			}
			delete(notes, r.Link)
			s, lines := bs.note(n)
			if s.Height > room {
				late = append(late, lines...)
			} else {
				room -= s.Height
				f.notes = append(f.notes, s)
			}
			s.eachLink(attach) // a note may refer to another
		}
		f.eachLink(attach)
		out = append(out, f)
		if len(late) > 0 && !f.keep && (i+1 == len(pieces) || pieces[i+1].box == nil || f.box == nil || pieces[i+1].box.Block != f.box.Block) {
			out = append(out, late...)
			late = nil
		}
	}
	return append(out, late...)
}

// note is a footnote in one piece, and line by line.
func (bs *blockSetter) note(n *document.Footnote) (*Box, []piece) {
	style := bs.styles.note
	spans := append([]document.Span{{Text: n.Number, Style: document.Superscript}, {Text: "\u00a0"}}, n.Text...)
	lines := bs.Set(spans, style, or(n.Lang, bs.doc.Language), n, bs.column)
	s := &Box{Block: n, anchors: []anchor{{n.ID, 0}}}
	s.Height = s.lines(lines, style, 0, 0)
	f := bs.spaced(bs.linesFlow(lines, style, bounds{width: bs.column}, n), bs.styles.line/2)
	f[0].box.anchors = s.anchors
	return s, f
}

// eachLink visits the runs of text that lead to a place in the document.
func (f *piece) eachLink(visit func(*typeset.Run)) {
	slabs := []*Box{f.box, f.beside}
	if t := f.table; t != nil {
		slabs = append(append([]*Box{t.caption, t.head}, t.rows...), t.note)
	}
	for _, s := range slabs {
		if s != nil {
			s.eachLink(visit)
		}
	}
}

func (s *Box) eachLink(visit func(*typeset.Run)) {
	for _, tx := range s.Texts {
		for i := range tx.Line.Runs {
			if r := &tx.Line.Runs[i]; strings.HasPrefix(r.Link, "#") {
				visit(r)
			}
		}
	}
}
