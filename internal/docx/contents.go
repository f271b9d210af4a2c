package docx

import (
	"strconv"
	"strings"

	"wogreport/internal/document"
)

// contents writes a list of headings, tables or figures as the field that makes it, with
// what that shows: the pages are those of the PDF until Word counts its own.
func (w *writer) contents(b *document.Contents) {
	entries := w.doc.Entries(b.Of)
	code := w.contentsCode(b.Of, entries)
	p := w.main
	l := look{lang: w.doc.Language}
	var count counter
	for i, e := range entries {
		if e.Level > 0 && w.counts(e.Level, e.Label) {
			e.Label, e.Text = count.next(w, e.Level), w.unnumbered(e.Level, e.Text)
		}
		style, at := styleEntries, l
		if e.Level > 0 {
			style = styleContents(e.Level)
			at.bold = e.Level == 1
		}
		w.paragraph(p, para{style: style}, func() {
			if i == 0 && code != "" {
				p.fieldChar("begin", at)
				p.fieldCode(code, at)
				p.fieldChar("separate", at)
			}
			w.entry(e, at)
			if i == len(entries)-1 && code != "" {
				p.fieldChar("end", at)
			}
		})
	}
}

// contentsCode is the field that lists the headings of two levels, or the captions of a
// sequence; "" where there is none to list by.
func (w *writer) contentsCode(of document.ContentsKind, entries []document.Entry) string {
	if len(entries) == 0 {
		return ""
	}
	if of == document.ContentsHeadings {
		for level := 1; level <= 2; level++ { // a template's own styles of headings have only their level
			if s := w.pack.styles.template(styleHeading(level)); s != nil && !strings.EqualFold(s.Name, "heading "+strconv.Itoa(level)) {
				return `TOC \o "1-2" \h \z \u`
			}
		}
		return `TOC \o "1-2" \h \z`
	}
	word, _ := sequence(label(entries[0].Label))
	if word == "" {
		return ""
	}
	return `TOC \h \z \c "` + word + `"`
}

// entry is a line of the list, which leads to what it names.
func (w *writer) entry(e document.Entry, l look) {
	p := w.main
	name := w.names.of[e.ID]
	p.open("w:hyperlink", "w:anchor", name, "w:history", "1")
	if e.Label != "" {
		text := e.Label + " "
		if e.Level == 0 {
			text = label(e.Label) + ". "
		}
		p.plain(text, l)
	}
	w.runs(p, e.Text, l)
	p.tab(l)
	p.field("PAGEREF "+name+" \\h", l, func() { p.plain(w.lay.PageOf(e.ID), l) })
	p.close("w:hyperlink")
}
