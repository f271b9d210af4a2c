package docx

import (
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/docx/reference"
	"wogreport/internal/lang"
	"wogreport/internal/pattern"
)

// typedNumber is a number or letter that a heading's text begins with.
var typedNumber = pattern.New(`^(?:\d{1,2}|[A-Z])\.[ \x{00a0}]`)

// unnumbered is the text of a heading without the number that is typed before it, where a
// template's style numbers it.
func (w *writer) unnumbered(level int, text []document.Span) []document.Span {
	s := w.pack.styles.template(styleHeading(level))
	if s == nil || len(text) == 0 {
		return text
	}
	typed := typedNumber.FindStringSubmatch(text[0].Text)
	if num, _ := s.Numbered(); num == "" || typed == nil {
		return text
	}
	text = slices.Clone(text)
	text[0].Text = strings.TrimPrefix(text[0].Text, typed[0])
	return text
}

// counts reports whether a template's style numbers a heading with a label.
func (w *writer) counts(level int, label string) bool {
	s := w.pack.styles.template(styleHeading(level))
	if s == nil {
		return false
	}
	num, _ := s.Numbered()
	counted := w.counted(level)
	return num != "" && (counted == "" || labelWord(label) == counted)
}

// counted is the word of the labels by which headings of a level are counted, that of the
// first ("BAB"); "" where they have none. Those of another word, or none, are not counted.
func (w *writer) counted(level int) string {
	for _, b := range w.doc.Blocks {
		if h, ok := b.(*document.Heading); ok && h.Label != "" && min(max(h.Level, 1), 3) == level {
			return labelWord(h.Label)
		}
	}
	return ""
}

func labelWord(label string) string {
	word, _, _ := strings.Cut(strings.TrimSpace(label), " ")
	return word
}

// counter counts headings as a template's lists do, by their levels in the list.
type counter [9]int

// next is the label of the next heading of a level, "" where it is not known how the
// template writes it.
func (c *counter) next(w *writer, level int) string {
	num, at := w.pack.styles.template(styleHeading(level)).Numbered()
	c[at]++
	for i := at + 1; i < len(c); i++ {
		c[i] = 0
	}
	list := w.ref().listLevel(num, at)
	text := list.Val("lvlText")
	for i := range at + 1 {
		of := w.ref().listLevel(num, i)
		n, ok := numeral(c[i]+atLeast(of.Val("start"))-1, of.Val("numFmt"))
		if place := "%" + strconv.Itoa(i+1); strings.Contains(text, place) {
			if !ok {
				return ""
			}
			text = strings.ReplaceAll(text, place, n)
		}
	}
	return text
}

func atLeast(start string) int {
	n, err := strconv.Atoi(start)
	if err != nil {
		return 1
	}
	return n
}

// listLevel is how a list of the template writes a level, nil where it has none.
func (r *Reference) listLevel(num string, level int) *reference.Node {
	for _, n := range r.Lists.Nums {
		if n.Value("numId") != num {
			continue
		}
		for _, a := range r.Lists.Abstract {
			if a.Value("abstractNumId") != n.Val("abstractNumId") {
				continue
			}
			for _, l := range a.Children {
				if l.Is("lvl") && l.Value("ilvl") == strconv.Itoa(level) {
					return l
				}
			}
		}
	}
	return nil
}

// numeral is a number in one of the format's ways of writing it.
func numeral(n int, format string) (string, bool) {
	if n < 1 || n > 999 {
		return "", false
	}
	switch format {
	case "decimal", "":
		return strconv.Itoa(n), true
	case "upperLetter", "lowerLetter":
		s := strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1) // after Z comes AA, then BB
		if format == "lowerLetter" {
			s = strings.ToLower(s)
		}
		return s, true
	case "upperRoman":
		return lang.Roman(n), true
	case "lowerRoman":
		return strings.ToLower(lang.Roman(n)), true
	}
	return "", false
}
