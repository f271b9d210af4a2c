package docx

import (
	"fmt"
	"strconv"

	"wogreport/internal/document"
)

// note is a footnote on its way into the file.
type note struct {
	*document.Footnote
	id    int    // in the part of footnotes; 0: it has no place of its own yet
	name  string // the bookmark around its mark
	typed bool   // its mark is typed, as Word would count another
	told  bool   // it stands in the note that refers to it
}

// notes are the footnotes by their ID, those with a place in its order, and how many
// Word has counted.
type notes struct {
	of      map[string]*note
	placed  []*note
	inner   []*note // told in the note that is being written
	counted int
}

func newNotes(doc *document.Document) notes {
	n := notes{of: map[string]*note{}}
	for i, f := range doc.Footnotes {
		n.of[f.ID] = &note{Footnote: f, name: fmt.Sprintf("_Ref%09d", 200000001+i)}
	}
	return n
}

var noteLook = look{style: styleNoteMark}

// mark writes the mark of a footnote: the note's own where it is referred to first, a
// field that repeats it later. A footnote has none of its own: what it refers to first
// is told in it.
func (w *writer) mark(p *part, n *note, spans []document.Span, l look) {
	in := noteLook.in(l.lang)
	switch {
	case n.id > 0:
		p.field("NOTEREF "+n.name+" \\h", in, func() { p.plain(n.Number, in) })
		return
	case p != w.main && !n.told:
		n.told = true
		w.notes.inner = append(w.notes.inner, n)
		fallthrough
	case n.told:
		w.runs(p, spans, l)
		return
	}
	n.id = len(w.notes.placed) + 1
	w.notes.placed = append(w.notes.placed, n)
	if n.typed = strconv.Itoa(w.notes.counted+1) != n.Number; !n.typed {
		w.notes.counted++
	}
	custom := ""
	if n.typed {
		custom = "1"
	}
	w.names.around(p, n.name, func() {
		p.open("w:r")
		p.runProperties(0, in, false)
		p.empty("w:footnoteReference", "w:customMarkFollows", custom, "w:id", strconv.Itoa(n.id))
		if n.typed {
			p.runText(n.Number)
		}
		p.close("w:r")
	})
}

// footnotes writes the part of the footnotes, which begins with the two rules over them.
func (w *writer) footnotes() {
	if len(w.notes.placed) == 0 {
		return
	}
	p := w.pack.add("word/footnotes.xml", typeFootnotes)
	w.main.relate(relFootnotes, p.name, false)
	p.WriteString(xmlHead)
	p.open("w:footnotes", namespaces...)
	for i, kind := range []string{"separator", "continuationSeparator"} {
		p.open("w:footnote", "w:type", kind, "w:id", strconv.Itoa(i-1))
		p.open("w:p")
		p.open("w:r")
		p.empty("w:" + kind)
		p.close("w:r")
		p.close("w:p")
		p.close("w:footnote")
	}
	for _, n := range w.notes.placed {
		p.open("w:footnote", "w:id", strconv.Itoa(n.id))
		w.notes.inner = nil
		w.noteText(p, n, !n.typed)
		for i := 0; i < len(w.notes.inner); i++ {
			w.noteText(p, w.notes.inner[i], false)
		}
		p.close("w:footnote")
	}
	p.close("w:footnotes")
}

// noteText is the paragraph of a note, with its number as Word counts it or as typed.
func (w *writer) noteText(p *part, n *note, counted bool) {
	l := look{lang: or(n.Lang, w.doc.Language)}
	w.paragraph(p, para{style: styleFootnote}, func() {
		mark := noteLook.in(l.lang)
		if counted {
			p.open("w:r")
			p.runProperties(0, mark, false)
			p.empty("w:footnoteRef")
			p.close("w:r")
		} else {
			p.plain(n.Number, mark)
		}
		p.plain("\u00a0", l)
		w.spans(p, n.Text, l)
	})
}
