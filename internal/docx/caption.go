package docx

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"wogreport/internal/document"
)

// caption writes a block's caption: a paragraph for each language, its number a field.
// With keep the last stays on the page of what follows. Before and after are the spaces
// over and under them.
func (w *writer) caption(id string, c *document.Caption, ctx context, keep bool, before, after float64) {
	two := c.SecondLabel != "" || len(c.Second) > 0
	if c.Label != "" || len(c.Text) > 0 {
		of := para{style: styleCaption, loose: !keep && !two, before: before}
		if before = 0; !two {
			of.after = after
		}
		w.captionIn(of, c.Label, w.names.of[id], c.Text, look{lang: or(c.Lang, ctx.lang)})
	}
	if two {
		l := look{lang: or(c.SecondLang, or(w.doc.Second, w.doc.Language)), italic: true}
		of := para{style: styleCapSecond, loose: !keep, before: before, after: after}
		w.captionIn(of, c.SecondLabel, w.names.label(id, c.SecondLabel), c.Second, l)
	}
}

// captionSide is where captions stand, and so tables and notes with them.
func (w *writer) captionSide() string {
	if s := w.pack.styles.template(styleCaption); s != nil {
		return w.ref().Styles.Side(s)
	}
	return "center"
}

// Distances of captions and notes from what they are of, in points, and of what follows from notes,
// in lines; of a figure from what is over it, in lines, and by how much that is more at least where it
// is another's caption.
const (
	figureGap    = 5
	captionGap   = 4.5
	noteBefore   = 4
	noteAfter    = 0.75
	figureBefore = 0.7
	captionApart = 2
)

func (w *writer) captionIn(of para, text, name string, words []document.Span, l look) {
	p := w.main
	head := l
	head.style, head.heavy = styleCapLabel, true
	w.paragraph(p, of, func() {
		if text == "" {
			w.names.around(p, name, func() { w.spans(p, words, l) })
			return
		}
		w.names.around(p, name, func() { w.captionLabel(label(text), head) })
		p.plain(".", head)
		if len(words) > 0 {
			p.plain(" ", l)
		}
		w.spans(p, words, l)
	})
}

// captionLabel writes "Tabel 1", its number as the next of a sequence that is named by
// its word. Where the number is another, the field says so.
func (w *writer) captionLabel(text string, l look) {
	word, n := sequence(text)
	if word == "" {
		w.main.plain(text, l)
		return
	}
	digits := strconv.Itoa(n)
	w.main.plain(strings.TrimSuffix(text, digits), l)
	code := "SEQ " + word + " \\* ARABIC"
	switch last := w.seq[word]; {
	case n == last+1:
	case n == last:
		code += " \\c"
	default:
		code += " \\r " + digits
	}
	w.seq[word] = n
	w.main.field(code, l, func() { w.main.plain(digits, l) })
}

// sequence is the name of the sequence that a label counts in and its number; "" for a
// label that ends in no number or begins with no word.
func sequence(text string) (word string, n int) {
	word, digits, ok := strings.Cut(text, "\u00a0")
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || n < 0 || strconv.Itoa(n) != digits || utf8.RuneCountInString(word) > 30 {
		return "", 0
	}
	for _, r := range word {
		if !unicode.IsLetter(r) {
			return "", 0
		}
	}
	return word, n
}
