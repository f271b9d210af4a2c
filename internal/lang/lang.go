// Package lang owns the languages a report is written in and the one place
// where numbers, percents and dates become text in them. It knows nothing of
// studies or statistics; every package that prints a number for a reader
// goes through it.
package lang

import "strings"

// Tag names a language of a report.
type Tag string

// The languages that wogreport writes.
const (
	ID Tag = "id" // Indonesian
	EN Tag = "en" // English
)

// Text is one text in one or more languages. A text given as a plain string
// in study.yaml is stored under every language.
type Text map[Tag]string

// Same is the text s in every language.
func Same(s string) Text {
	t := make(Text, len(All))
	for _, l := range All {
		t[l] = s
	}
	return t
}

// In is the text in language l, else in the first language that has it, else "".
func (t Text) In(l Tag) string {
	if s := t[l]; s != "" {
		return s
	}
	for _, o := range All {
		if s := t[o]; s != "" {
			return s
		}
	}
	return ""
}

// Has reports whether the text is given in language l itself.
func (t Text) Has(l Tag) bool { return strings.TrimSpace(t[l]) != "" }

// IsZero reports whether the text is given in no language.
func (t Text) IsZero() bool {
	for _, s := range t {
		if strings.TrimSpace(s) != "" {
			return false
		}
	}
	return true
}
