// Package remark owns the sentences by which a draft says what it found in a file.
// They stand in English where it is found, and here in the other languages, so that
// a draft can speak the language of its study.
package remark

import (
	"fmt"

	"wogreport/internal/lang"
)

// Remark is a sentence with what it speaks of. The zero Remark says nothing.
type Remark struct {
	format string
	args   []any
}

// Of is a remark, in English and as fmt writes it. What it speaks of may be said
// differently in each language itself, as remarks are.
func Of(format string, args ...any) Remark { return Remark{format, args} }

// In is the sentence in a language, in English where it is not translated.
func (r Remark) In(l lang.Tag) string {
	format, args := r.format, make([]any, len(r.args))
	if other, ok := translations[l][format]; ok {
		format = other
	}
	for i, a := range r.args {
		args[i] = a
		if said, ok := a.(interface{ In(lang.Tag) string }); ok {
			args[i] = said.In(l)
		}
	}
	return fmt.Sprintf(format, args...)
}

// IsZero reports a remark that says nothing.
func (r Remark) IsZero() bool { return r.format == "" }

// String is the sentence in English, as the program speaks to its user.
func (r Remark) String() string { return r.In(lang.EN) }

var translations = map[lang.Tag]map[string]string{lang.ID: indonesian}
