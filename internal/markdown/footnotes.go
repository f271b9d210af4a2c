package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/pattern"
)

// note is a footnote that something refers to, with its number.
type note struct {
	number, id string
	open       bool // its text is being read
}

// noteOf is the number and the id of a footnote, given when first asked for. A
// note within itself has none.
func (c *Converter) noteOf(at *noteNode) (number, id string) {
	n := c.notes[at]
	if n == nil {
		n = &note{open: true}
		if c.notes == nil {
			c.notes = map[*noteNode]*note{}
		}
		c.notes[at] = n
		var fill func([]document.Span)
		n.number, n.id, fill = c.Footnote()
		fill(tidy(c.running(at)))
		n.open = false
	}
	if n.open {
		return "", ""
	}
	return n.number, n.id
}

// running is what stands under a node as one paragraph: lists and tables with
// semicolons between their parts.
func (c *Converter) running(n ast.Node) []document.Span {
	if n.Type() == ast.TypeBlock && n.FirstChild() != nil && n.FirstChild().Type() == ast.TypeInline {
		return c.inline(n, 0, "")
	}
	between := " "
	switch n.(type) {
	case *ast.List, *tableNode:
		between = "; "
	}
	var out []document.Span
	for ch := n.FirstChild(); ch != nil; ch = ch.NextSibling() {
		spans := c.running(ch)
		if len(out) > 0 && len(spans) > 0 {
			out = append(out, document.Span{Text: between})
		}
		out = append(out, spans...)
	}
	return out
}

// label is a footnote's in a text: where the note is, or where it is referred to.
type label struct {
	name string
	from int // of the name
	note bool
}

// maxLabel is how long a footnote's mark may be, in bytes.
const maxLabel = 1000

// labelsIn finds the labels of footnotes.
func labelsIn(text string) []label {
	var out []label
	line, first := 0, true // where the line begins, and whether there was no "[^" in it yet
	for at := 0; ; {
		i := strings.Index(text[at:], "[^")
		if i < 0 {
			return out
		}
		from := at + i
		if end := strings.LastIndexByte(text[at:from], '\n'); end >= 0 {
			line, first = at+end+1, true
		}
		name, n := labelOf([]byte(text[from:min(from+maxLabel, len(text))]))
		before := text[line:from]
		begins := first && opensBlock(before)
		at, first = from+2, false
		if escapes := len(before) - len(strings.TrimRight(before, `\`)); n == 0 || escapes%2 == 1 {
			continue
		}
		at = from + n
		out = append(out, label{name, from + 2, begins && strings.HasPrefix(text[at:], ":")})
	}
}

// opensBlock reports whether a block may begin after what a line begins with: blanks,
// marks of quotations and of the items of lists.
func opensBlock(before string) bool {
	for {
		rest := strings.TrimLeft(before, " \t>")
		if rest == "" {
			return true
		}
		number := strings.TrimLeft(rest, "0123456789")
		switch mark := number != "" && len(number) < len(rest); {
		case mark && (number[0] == '.' || number[0] == ')'), !mark && strings.IndexByte("-+*", rest[0]) >= 0:
			before = rest[len(rest)-len(number)+1:]
		default:
			return false
		}
		if before != "" && before[0] != ' ' && before[0] != '\t' {
			return false
		}
	}
}

// ownMark stands in the labels of a section's notes between the section's name and
// the author's label.
const OwnMark = "\x1f"

// authorsLabels are the labels in a text as the author wrote them.
func authorsLabels(text string) string {
	if !strings.Contains(text, OwnMark) {
		return text
	}
	return ownLabel.ReplaceAllString(text, "$1")
}

var ownLabel = pattern.New(`(\[?\^)[a-z_.]+` + OwnMark)

// OwnNotes makes the labels of a section's footnotes differ from those of the
// other sections, with which it becomes one text. A label to which no footnote
// belongs stays as it is. It warns of such labels, of footnotes that nothing
// refers to and of labels that several have.
func OwnNotes(section string, s Source, ds *diag.List) string {
	text := s.Text
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
			ds.Warnf(diag.Pos{File: s.File, Line: 1 + s.After + strings.Count(text[:l.from], "\n")}, code, message, l.name)
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
		own.WriteString(section + OwnMark)
		from = l.from
	}
	if from == 0 {
		return text
	}
	return own.String() + text[from:]
}
