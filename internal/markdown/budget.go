package markdown

import (
	"fmt"
	"strings"

	"wogreport/internal/limits"
)

// What a text may cost before it is parsed: the parser takes time in proportion
// to nearly every text, but not to those that nobody writes and that a look
// through the text tells.
const (
	maxText      = 1 << 20 // bytes
	maxMarks     = 100_000 // signs that Markdown may give a meaning
	maxNested    = 50      // quotations and lists within each other
	maxParagraph = 10_000  // lines
	maxEmphasis  = 500     // runs of * and of _ that stand mixed in a paragraph
	maxScan      = 1 << 22 // bytes to look through for the ends of links that have none
)

// Budget says what of a text costs more than a run takes on, and in which line
// from 1 (0: in all of it); "" where nothing does.
func Budget(text string, l limits.Limits) (line int, problem string) {
	if most := l.Of(maxText); int64(len(text)) > most {
		return 0, fmt.Sprintf("the text is longer than %d kB", most>>10)
	}
	b := budgeter{text: text, limits: l, ends: map[string]int{}}
	for at := 0; at < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		b.line++
		if problem := b.add(at, end); problem != "" {
			return b.line, problem
		}
		at = end
	}
	return 0, ""
}

// budgeter looks through a text line by line.
type budgeter struct {
	text        string
	limits      limits.Limits
	line        int
	first       int // line of the paragraph
	stars       int // runs in it
	underscores int
	marks, scan int64
	ends        map[string]int // where some signs stand next, from the last place on that was asked for
}

// add looks at a line.
func (b *budgeter) add(at, end int) string {
	line := b.text[at:end]
	rest := strings.TrimLeft(line, " \t")
	if strings.TrimSpace(rest) == "" {
		b.first, b.stars, b.underscores = b.line, 0, 0
		return ""
	}
	if most := b.limits.Of(maxNested); int64(nesting(line)) > most {
		return fmt.Sprintf("more than %d quotations and lists stand within each other", most)
	}
	if most := b.limits.Of(maxParagraph); int64(b.line-b.first) > most {
		return fmt.Sprintf("a paragraph has more than %d lines", most)
	}
	for i := range len(line) {
		c := line[i]
		if c < '!' || strings.IndexByte("*_[]<>!&`\\|{}~#", c) < 0 {
			continue
		}
		b.marks++
		alone := i == 0 || line[i-1] != c
		switch {
		case c == '*' && alone:
			b.stars++
		case c == '_' && alone:
			b.underscores++
		case c == ']' && strings.HasPrefix(line[i:], "]("):
			b.link(at + i + 2)
		case c == '[' && strings.HasPrefix(line[i:], "[@"):
			b.look(at+i, " \t\n]")
		}
	}
	switch {
	case b.marks > b.limits.Of(maxMarks):
		return fmt.Sprintf("the text has more than %d signs of Markdown", b.limits.Of(maxMarks))
	case int64(min(b.stars, b.underscores)) > b.limits.Of(maxEmphasis):
		return fmt.Sprintf("more than %d * and _ stand mixed in a paragraph", b.limits.Of(maxEmphasis))
	case b.scan > b.limits.Of(maxScan)+2*int64(len(b.text)):
		return "too many links and citations begin and do not end"
	}
	return ""
}

// link counts what is looked through for the end of a link's destination and title.
func (b *budgeter) link(from int) {
	signs := " \t\n"
	if strings.HasPrefix(b.text[from:], "<") {
		signs = ">\n"
	}
	to := b.look(from, signs)
	title := strings.TrimLeft(b.text[to:min(to+200, len(b.text))], "> \t\n")
	if title == "" {
		return
	}
	switch title[0] {
	case '"', '\'':
		b.look(to+200, title[:1])
	case '(':
		b.look(to+200, ")")
	}
}

// look counts the bytes up to the next of some signs, and gives its place.
func (b *budgeter) look(from int, signs string) int {
	if from >= len(b.text) {
		return len(b.text)
	}
	end, known := b.ends[signs]
	if !known || end < from {
		end = len(b.text)
		if i := strings.IndexAny(b.text[from:], signs); i >= 0 {
			end = from + i
		}
		b.ends[signs] = end
	}
	b.scan += int64(end - from)
	return end
}

// nesting is how many quotations and lists a line may begin, or go on with.
func nesting(line string) int {
	n, blanks := 0, 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ':
			blanks++
		case c == '\t':
			blanks += 4
		case c == '>':
			n++
		case (c == '-' || c == '+' || c == '*') && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t'):
			n++
		case c >= '0' && c <= '9':
			k := i
			for k < len(line) && line[k] >= '0' && line[k] <= '9' {
				k++
			}
			if k+1 >= len(line) || line[k] != '.' && line[k] != ')' || line[k+1] != ' ' {
				return n + max(0, blanks-n)/2
			}
			n++
			i = k
		default:
			return n + max(0, blanks-n)/2
		}
	}
	return n
}
