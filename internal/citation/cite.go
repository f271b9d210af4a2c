// Package citation owns how an entry of a reference list is cited, and the works
// that the program itself cites for a formula, a limit or a test.
package citation

import (
	"strings"
	"unicode"

	"wogreport/internal/lang"
	"wogreport/internal/pattern"
)

// Unmarked takes the marks of emphasis out of a text.
var Unmarked = strings.NewReplacer("*", "", "_", "")

// referenceHead is "Authors (Year" at the start of an entry of the list.
var referenceHead = pattern.New(`^(.+?)[\s.,]*\((\d{4}[a-z]?|n\.d\.|t\.t\.|in press)`)

// Label is how a text names an entry: "Christensen & Lægreid, 2017" for
// "Christensen, T., & Lægreid, P. (2017). …". More than two authors are the
// first and "et al." ("dkk."). An entry without a year in parentheses is
// named by its words up to the first full stop or comma.
func Label(entry string, l lang.Tag) string {
	entry = Unmarked.Replace(strings.Join(strings.Fields(entry), " "))
	m := referenceHead.FindStringSubmatch(entry)
	if m == nil {
		if i := strings.IndexAny(entry, ".,("); i > 0 {
			entry = entry[:i]
		}
		return strings.TrimSpace(entry)
	}
	names := surnames(m[1])
	switch {
	case len(names) > 2:
		return names[0] + " " + lang.Of(l).EtAl + ", " + m[2]
	case len(names) == 2:
		return names[0] + " & " + names[1] + ", " + m[2]
	}
	return names[0] + ", " + m[2]
}

// Authors is how many bytes of an entry, without marks of emphasis, name its authors: all
// before the year, 0 where there is none in parentheses.
func Authors(entry string) int {
	if m := referenceHead.FindStringSubmatch(entry); m != nil {
		return len(m[1])
	}
	return 0
}

// initials reports whether a text is "T.", "P. J." or "T. -K.": capitals, each
// with a full stop or without, as they stand behind a surname.
func initials(s string) bool {
	letter := false // just before
	for i, r := range s {
		switch {
		case unicode.IsUpper(r):
			letter = true
			continue
		case letter && r == '.':
		case i > 0 && (r == '-' || unicode.IsSpace(r)):
		default:
			return false
		}
		letter = false
	}
	return s != ""
}

// surnames takes the surnames out of "Surname, I., & Surname, I. I.".
func surnames(authors string) []string {
	for _, and := range []string{" & ", " dan ", " and ", "; "} {
		authors = strings.ReplaceAll(authors, and, ", ")
	}
	var out []string
	for _, part := range strings.Split(authors, ",") {
		part = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(part), "&"))
		if part == "" || len(out) > 0 && initials(part) {
			continue
		}
		out = append(out, strings.TrimRight(part, "."))
	}
	if len(out) == 0 {
		return []string{authors}
	}
	return out
}
