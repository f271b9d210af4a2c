package report

import (
	"strconv"
	"strings"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
)

// note is a footnote that something refers to, with its number.
type note struct{ number, id string }

// noteOf is the number and the id of a footnote, given when first asked for.
func (c *converter) noteOf(at *noteNode) (number, id string) {
	n := c.notes[at]
	if n == nil {
		n = &note{number: "…"} // one that refers to itself has no id yet
		if c.notes == nil {
			c.notes = map[*noteNode]*note{}
		}
		c.notes[at] = n
		var spans []Span
		for p := at.FirstChild(); p != nil; p = p.NextSibling() {
			if len(spans) > 0 {
				spans = append(spans, Span{Text: " "})
			}
			spans = append(spans, c.inline(p, 0, "")...)
		}
		n.number, n.id = c.footnote(tidy(spans))
	}
	return n.number, n.id
}

// footnote adds a footnote to the document.
func (c *composer) footnote(text []Span, l lang.Tag) (number, id string) {
	number = strconv.Itoa(len(c.footnotes) + 1)
	id = "footnote:" + number
	c.ids[id] = true
	c.footnotes = append(c.footnotes, &Footnote{ID: id, Number: number, Text: text, Lang: l})
	return number, id
}

// label is a footnote's in a text: where the note is, or where it is referred to.
type label struct {
	name     string
	from, to int // of the name
	note     bool
}

// maxLabel is how long a footnote's mark may be, in bytes.
const maxLabel = 1000

// labelsIn finds the labels of footnotes.
func labelsIn(text string) []label {
	var out []label
	for at := 0; ; {
		i := strings.Index(text[at:], "[^")
		if i < 0 {
			return out
		}
		from := at + i
		at = from + 2
		name, n := labelOf([]byte(text[from:min(from+maxLabel, len(text))]))
		if n == 0 || from > 0 && text[from-1] == '\\' {
			continue
		}
		at = from + n
		line := text[strings.LastIndexByte(text[:from], '\n')+1 : from]
		out = append(out, label{name, from + 2, at - 1, strings.Trim(line, " \t") == "" && strings.HasPrefix(text[at:], ":")})
	}
}

// ownNotes makes the labels of a section's footnotes differ from those of the
// other sections, with which it becomes one text. A label to which no footnote
// belongs stays as it is. It warns of such labels, of footnotes that nothing
// refers to and of labels that several have.
func ownNotes(section, file, text string, ds *diag.List) string {
	labels := labelsIn(text)
	notes, marks := map[string]int{}, map[string]int{}
	for _, l := range labels {
		if l.note {
			notes[l.name]++
		} else {
			marks[l.name]++
		}
	}
	var own strings.Builder
	from := 0
	for _, l := range labels {
		warn := func(code, message, hint string) {
			ds.Warnf(diag.Pos{File: file, Line: 1 + strings.Count(text[:l.from], "\n")}, code, message, l.name)
			ds.Hintf("%s", hint)
		}
		if notes[l.name] == 0 {
			warn("unknown-footnote", "there is no footnote %q", "add it on a line of its own:  [^"+l.name+"]: …")
			continue
		}
		if l.note && notes[l.name] > 1 {
			notes[l.name] = 1 // said once
			warn("footnote-twice", "there are several footnotes %q, of which only the first is shown", "give each a label of its own")
		}
		if l.note && marks[l.name] == 0 {
			warn("footnote-unused", "nothing refers to the footnote %q, so it is not shown", "put  [^"+l.name+"]  where it belongs, or delete the note")
		}
		own.WriteString(text[from:l.from])
		own.WriteString(section + "-")
		from = l.from
	}
	if from == 0 {
		return text
	}
	return own.String() + text[from:]
}
