// Package diag owns what the program says about a problem: where it is, how
// bad it is, one sentence, and a hint. Packages that read input collect
// diagnostics in a List and go on; the command prints them all at once.
//
// A message never contains a respondent's name, e-mail or free text.
package diag

import (
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"
)

// Severity says whether a diagnostic stops the run.
type Severity uint8

// The severities, the worse one first.
const (
	Error Severity = iota
	Warning
)

func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Pos is the place of a problem. Line and Col count from 1; 0 means unknown.
// Cell names a spreadsheet cell ("Sheet1!D17") and stands instead of them.
type Pos struct {
	File      string
	Line, Col int
	Cell      string
}

// String is the place as editors understand it: "file:line:col" or "file:Sheet1!D17".
func (p Pos) String() string {
	s := p.File
	if s == "" {
		s = "-"
	}
	if p.Cell != "" {
		return s + ":" + p.Cell
	}
	if p.Line > 0 {
		s += ":" + strconv.Itoa(p.Line)
		if p.Col > 0 {
			s += ":" + strconv.Itoa(p.Col)
		}
	}
	return s
}

// Diagnostic is one problem with its place. Code is stable ("unknown-label"),
// Message one lowercase sentence without a full stop, Hint what to do next.
type Diagnostic struct {
	Pos      Pos
	Severity Severity
	Code     string
	Message  string
	Hint     string
}

// List is a run's problems in the order in which they were found.
type List []Diagnostic

// Errorf adds an error without a hint.
func (l *List) Errorf(p Pos, code, format string, args ...any) {
	*l = append(*l, Diagnostic{Pos: p, Code: code, Message: fmt.Sprintf(format, args...)})
}

// Warnf adds a warning without a hint.
func (l *List) Warnf(p Pos, code, format string, args ...any) {
	*l = append(*l, Diagnostic{Pos: p, Severity: Warning, Code: code, Message: fmt.Sprintf(format, args...)})
}

// Hintf sets the hint of the diagnostic that was added last.
func (l *List) Hintf(format string, args ...any) {
	if n := len(*l); n > 0 {
		(*l)[n-1].Hint = fmt.Sprintf(format, args...)
	}
}

// Add appends diagnostics.
func (l *List) Add(d ...Diagnostic) { *l = append(*l, d...) }

// HasErrors reports whether any diagnostic is an error.
func (l List) HasErrors() bool {
	for _, d := range l {
		if d.Severity == Error {
			return true
		}
	}
	return false
}

// Count is the number of errors and of warnings.
func (l List) Count() (errors, warnings int) {
	for _, d := range l {
		if d.Severity == Error {
			errors++
		} else {
			warnings++
		}
	}
	return
}

// Sorted is a copy ordered by file, line, column (cells in reading order:
// sheet, row, column), errors before warnings at one place.
func (l List) Sorted() List {
	s := append(List(nil), l...)
	sort.SliceStable(s, func(i, j int) bool {
		a, b := s[i], s[j]
		if a.Pos.File != b.Pos.File {
			return a.Pos.File < b.Pos.File
		}
		if a.Pos.Line != b.Pos.Line {
			return a.Pos.Line < b.Pos.Line
		}
		if a.Pos.Col != b.Pos.Col {
			return a.Pos.Col < b.Pos.Col
		}
		if a.Pos.Cell != b.Pos.Cell {
			return cellLess(a.Pos.Cell, b.Pos.Cell)
		}
		return a.Severity < b.Severity
	})
	return s
}

// cellLess orders "Sheet1!B9" before "Sheet1!A10".
func cellLess(a, b string) bool {
	as, ac, ar := splitCell(a)
	bs, bc, br := splitCell(b)
	if as != bs {
		return as < bs
	}
	if ar != br {
		return ar < br
	}
	if len(ac) != len(bc) {
		return len(ac) < len(bc)
	}
	return ac < bc
}

func splitCell(c string) (sheet, col string, row int) {
	if i := strings.LastIndexByte(c, '!'); i >= 0 {
		sheet, c = c[:i], c[i+1:]
	}
	i := strings.IndexAny(c, "0123456789")
	if i < 0 {
		return sheet, c, 0
	}
	row, _ = strconv.Atoi(c[i:])
	return sheet, c[:i], row
}

// maxPerCode is how many diagnostics of one code are printed before the rest is counted.
const maxPerCode = 10

// Fprint prints the diagnostics sorted, one line each and the hint under it,
// at most ten of a code; what is left out of a code is counted in a last line.
//
//	data/responses.csv:17:4: error: "Setujuu" is not a label of the scale [unknown-label]
//		hint: did you mean "Setuju"?
func (l List) Fprint(w io.Writer) {
	seen := map[string]int{}
	var order []string
	for _, d := range l.Sorted() {
		if seen[d.Code] == 0 {
			order = append(order, d.Code)
		}
		seen[d.Code]++
		if seen[d.Code] > maxPerCode {
			continue
		}
		fmt.Fprintf(w, "%s: %s: %s [%s]\n", d.Pos, d.Severity, d.Message, d.Code)
		if d.Hint != "" {
			fmt.Fprintf(w, "\thint: %s\n", d.Hint)
		}
	}
	for _, c := range order {
		if n := seen[c] - maxPerCode; n > 0 {
			fmt.Fprintf(w, "... and %d more [%s]\n", n, c)
		}
	}
}
