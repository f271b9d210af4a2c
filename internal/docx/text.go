package docx

import (
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/typeset"
)

// look is what a paragraph's text is before the styles of its spans: its language, what
// the paragraph's style makes of it, and the character style over that.
type look struct {
	lang         lang.Tag
	bold, italic bool   // as the paragraph's style has them
	style        string // a character style, "" for none
	heavy        bool   // that style is bold
	slanted      bool   // or italic: italic within italic stands upright
	light        bool   // without the paragraph's bold
}

func (l look) in(tag lang.Tag) look {
	if tag != "" {
		l.lang = tag
	}
	return l
}

// second is the look of the same in the second language.
func (l look) second(tag lang.Tag) look {
	l = l.in(tag)
	l.style, l.light, l.slanted = styleSecond, true, true
	return l
}

// spans writes a text as runs. Spans that lead to one place are one link.
func (w *writer) spans(p *part, spans []document.Span, l look) {
	for i := 0; i < len(spans); {
		j := i + 1
		for spans[i].Link != "" && j < len(spans) && spans[j].Link == spans[i].Link {
			j++
		}
		w.linked(p, spans[i:j], l)
		i = j
	}
}

// linked writes spans with one link: a footnote's mark, a field that refers to a
// caption, a link within the document or to an address.
func (w *writer) linked(p *part, spans []document.Span, l look) {
	link := spans[0].Link
	id, within := strings.CutPrefix(link, "#")
	switch {
	case link == "":
		w.runs(p, spans, l)
	case within && w.notes.of[id] != nil:
		w.mark(p, w.notes.of[id], spans, l)
	case within:
		if name := w.names.label(id, document.Plain(spans)); name != "" {
			p.field("REF "+name+" \\h \\* MERGEFORMAT", l, func() { w.runs(p, spans, l) })
			return
		}
		name := w.names.of[id]
		if name == "" {
			w.runs(p, spans, l) // it leads nowhere
			return
		}
		p.open("w:hyperlink", "w:anchor", name, "w:history", "1")
		w.runs(p, spans, l)
		p.close("w:hyperlink")
	case addressed(link):
		p.open("w:hyperlink", "r:id", p.relate(relHyperlink, link, true), "w:history", "1")
		if l.style == "" {
			l.style = styleLink
		}
		w.runs(p, spans, l)
		p.close("w:hyperlink")
	default:
		w.runs(p, spans, l)
	}
}

// addressed reports whether a link is an address that a word processor may follow.
func addressed(link string) bool {
	for _, scheme := range []string{"http://", "https://", "mailto:"} {
		if rest, ok := strings.CutPrefix(link, scheme); ok {
			return rest != "" && !strings.ContainsFunc(link, func(r rune) bool { return r <= ' ' || r == '\uFFFD' || strings.ContainsRune(`<>"{}|\^`+"`", r) })
		}
	}
	return false
}

// runs writes spans whatever they lead to.
func (w *writer) runs(p *part, spans []document.Span, l look) {
	for i := range spans {
		s := &spans[i]
		p.run(typeset.Clean(s.Text), s.Style, l.in(s.Lang))
	}
}

// plain writes a text without styles of its own.
func (p *part) plain(text string, l look) { p.run(typeset.Clean(text), 0, l) }

// run writes a text as runs: symbols of quantities have their own, in italics.
func (p *part) run(text string, s document.Style, l look) {
	one := func(text string, symbol bool) {
		if text == "" {
			return
		}
		p.open("w:r")
		p.runProperties(s, l, symbol)
		p.runText(text)
		p.close("w:r")
	}
	from := 0
	if s&document.Monospace == 0 {
		for _, at := range document.Symbols(text) {
			one(text[from:at[0]], false)
			one(text[at[0]:at[1]], true)
			from = at[1]
		}
	}
	one(text[from:], false)
}

// runText is the text of a run: its breaks, tabs and soft hyphens are elements.
func (p *part) runText(text string) {
	from := 0
	put := func(to int) {
		if from < to {
			p.element("w:t", text[from:to], "xml:space", "preserve")
		}
	}
	for i, r := range text {
		name := ""
		switch r {
		case '\n':
			name = "w:br"
		case '\t':
			name = "w:tab"
		case '\u00ad':
			name = "w:softHyphen"
		default:
			continue
		}
		put(i)
		p.empty(name)
		from = i + len(string(r))
	}
	put(len(text))
}

// runProperties are a run's styles and language, in the order that the schema asks for.
// Bold and italic are written where the styles don't give them already; italic within
// italic stands upright, as emphasis does, but for symbols.
func (p *part) runProperties(s document.Style, l look, symbol bool) {
	if p.toggles != nil {
		l.bold, l.italic = p.toggles.bold, p.toggles.italic
	}
	bold, italic := l.bold != l.heavy, l.italic != l.slanted
	wantBold := (l.bold || l.heavy) && !l.light || s&document.Bold != 0
	wantItalic := symbol || s&document.Symbol != 0 || italic != (s&document.Italic != 0)
	style := l.style
	if s&document.Monospace != 0 {
		style, bold, italic, wantItalic = styleCode, l.bold, l.italic, false
	}
	p.open("w:rPr")
	if style != "" {
		p.val("w:rStyle", p.styles.id(style))
	}
	toggle := func(name string, want, have bool) {
		switch {
		case want && !have:
			p.empty(name)
		case have && !want:
			p.val(name, "0")
		}
	}
	toggle("w:b", wantBold, bold)
	toggle("w:i", wantItalic, italic)
	switch {
	case s&document.Superscript != 0:
		p.val("w:vertAlign", "superscript")
	case s&document.Subscript != 0:
		p.val("w:vertAlign", "subscript")
	}
	p.val("w:lang", locale(l.lang))
	p.close("w:rPr")
}

// locale is a language as Word names it.
func locale(t lang.Tag) string {
	if lang.Known(t) {
		if l := lang.Of(t).Locale; l != "" {
			return l
		}
	}
	if t == "" {
		return "en-US"
	}
	return string(t)
}

// field writes a field with what it shows until it is updated.
func (p *part) field(code string, l look, result func()) {
	p.fieldChar("begin", l)
	p.fieldCode(code, l)
	p.fieldChar("separate", l)
	result()
	p.fieldChar("end", l)
}

func (p *part) fieldChar(kind string, l look) {
	p.open("w:r")
	p.runProperties(0, l, false)
	p.empty("w:fldChar", "w:fldCharType", kind)
	p.close("w:r")
}

func (p *part) fieldCode(code string, l look) {
	p.open("w:r")
	p.runProperties(0, l, false)
	p.element("w:instrText", " "+code+" ", "xml:space", "preserve")
	p.close("w:r")
}

// tab writes a tab.
func (p *part) tab(l look) {
	p.open("w:r")
	p.runProperties(0, l, false)
	p.empty("w:tab")
	p.close("w:r")
}

// decimalMark is that of a language; a document of none has the full stop.
func decimalMark(t lang.Tag) string {
	if !lang.Known(t) {
		return "."
	}
	return lang.DecimalMark(t)
}
