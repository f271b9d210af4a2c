package markdown

import (
	"strconv"
	"strings"
)

// Place is where a piece of Markdown was written: a file by its number, which
// who marks a text gives and who reports a problem knows, and in it the line
// and the column, from 1. The zero Place is of text that nobody marked.
type Place struct{ File, Line, Col int }

// A mark is a Place inside a text: it stands at the start of a link's or
// picture's destination, after the @ of a citation and before the {…} of a
// heading, and goes when the text becomes blocks. So a problem that shows only
// when templates have been carried out still has the place it came from. Marks
// begin and end with noncharacters, which no text may hold.
const (
	markStart = "\uFDD0"
	markEnd   = "\uFDD1"
)

// String is the place as a mark.
func (p Place) String() string {
	b := append(make([]byte, 0, 20), markStart...)
	for i, n := range []int{p.File, p.Line, p.Col} {
		if i > 0 {
			b = append(b, ':')
		}
		b = strconv.AppendInt(b, int64(n), 10)
	}
	return string(append(b, markEnd...))
}

// nonchar reports one of the noncharacters that marks, and choices of words, are made of.
func nonchar(r rune) bool { return r >= 0xFDD0 && r <= 0xFDEF }

// WithoutNonchars is a text from outside without what marks are made of.
func WithoutNonchars(s string) string {
	if !strings.ContainsFunc(s, nonchar) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if nonchar(r) {
			return -1
		}
		return r
	}, s)
}

// Marked is a part of a text with marks where a problem may show later. At
// gives the place of the byte at an offset.
func Marked(text string, at func(offset int) Place) string {
	if !strings.Contains(text, "](") && !strings.Contains(text, "[@") && !strings.Contains(text, "{") {
		return text
	}
	var b strings.Builder
	done, start := 0, 0 // start is of the line
	mark := func(offset, of int) {
		b.WriteString(text[done:offset])
		b.WriteString(at(of).String())
		done = offset
	}
	for i := 0; i < len(text); i++ {
		switch {
		case strings.HasPrefix(text[i:], "]("):
			to := i + 2 + len(text[i+2:]) - len(strings.TrimLeft(text[i+2:], " \t\r\n<"))
			if to == len(text) || text[to] != ')' {
				mark(to, to)
			}
		case strings.HasPrefix(text[i:], "[@"):
			for end := i + strings.IndexAny(text[i:]+"]", "]\n"); i < end; i++ {
				if text[i] == '@' && i+1 < len(text) && !strings.ContainsRune("];, \t\r\n", rune(text[i+1])) {
					mark(i+1, i)
				}
			}
			i--
		case text[i] == '\n':
			start = i + 1
		case text[i] == '{' && i > 0 && text[i-1] == ' ' && text[start] == '#':
			if class := headingClass(text, start, i); class >= 0 {
				mark(i-1, class)
			}
		}
	}
	b.WriteString(text[done:])
	return b.String()
}

// headingClass is the offset of the class in the attributes that begin at i, in
// the line of a heading that begins at start; -1
// where these are not those of a heading with a class.
func headingClass(text string, start, i int) int {
	line, _, _ := strings.Cut(text[start:], "\n")
	before, _, _ := strings.Cut(line, "{")
	if strings.Trim(before, "# \t") == "" || !strings.HasSuffix(strings.TrimRight(line, " \r"), "}") {
		return -1
	}
	attributes, _, _ := strings.Cut(text[i:], "}")
	class := strings.Index(attributes, ".")
	if class < 0 {
		return -1
	}
	return i + class
}

// unmarked is a text without its marks, and the place that the first one names.
func unmarked(s string) (string, Place) {
	i := strings.Index(s, markStart)
	if i < 0 {
		return s, Place{}
	}
	var first Place
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, markStart)
		b.WriteString(before)
		if !found {
			return b.String(), first
		}
		mark, after, closed := strings.Cut(rest, markEnd)
		if first == (Place{}) && closed {
			first = placeOf(mark)
		}
		s = after
	}
}

// Unmarked is a text without its marks, for what is not made into blocks.
func Unmarked(s string) string {
	s, _ = unmarked(s)
	return s
}

func placeOf(mark string) Place {
	var p Place
	for i, into := range []*int{&p.File, &p.Line, &p.Col} {
		part := strings.Split(mark, ":")
		if i < len(part) {
			*into, _ = strconv.Atoi(part[i])
		}
	}
	return p
}
