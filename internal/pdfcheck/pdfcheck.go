// Package pdfcheck reads any PDF file and names the rules of PDF/UA-1 (ISO 14289-1),
// PDF/A-2 and PDF/A-3 (ISO 19005-2 and -3) that it breaks, by the numbers of the
// veraPDF consortium's validation profiles.
//
// The file is walked once: its objects, then what its catalog leads to. Each thing
// found is shown to the rules of its class (see Rules), which say whether it is as
// it has to be. Nothing of the file is trusted: depth, number and size of what is
// read are bounded, and a broken file is an answer.
package pdfcheck

import (
	"cmp"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"
	"unicode"

	"wogreport/internal/pdfcheck/cos"
)

// Profile is a set of rules: "ua1", "2a", "2b", "2u", "3a", "3b" or "3u".
type Profile string

// Profiles are those with rules.
var Profiles = []Profile{"ua1", "2a", "2b", "2u", "3a", "3b", "3u"}

// UA1 is PDF/UA-1.
const UA1 Profile = "ua1"

// Violation is a rule that a file breaks.
type Violation struct {
	Profile  Profile `json:"profile"`
	Rule     string  `json:"rule"`          // clause and test: 7.1-t01
	Was      string  `json:"was,omitempty"` // the rule that it was split from, which earlier profiles name
	Sentence string  `json:"sentence"`
	Object   int     `json:"object,omitempty"`  // the number of the first one that breaks it, 0 for none
	Count    int     `json:"count"`             // of things that break it
	Page     int     `json:"page,omitempty"`    // of the first one, 0 for none
	Detail   string  `json:"detail,omitempty"`  // what the first one is: a font's or an embedded file's name, a structure type, an operator
	OfFile   bool    `json:"of_file,omitempty"` // the first one is an embedded file
	Image    bool    `json:"image,omitempty"`   // the first one is a picture, or is of one
}

func (v Violation) String() string {
	s := fmt.Sprintf("%s %s: %s", v.Profile, v.Rule, v.Sentence)
	if v.Was != "" {
		s += fmt.Sprintf(" (once part of %s)", v.Was)
	}
	if v.Detail != "" {
		s += ": " + v.Detail
	}
	if v.Page > 0 {
		s += fmt.Sprintf(", page %d", v.Page)
	}
	if v.Object > 0 {
		s += fmt.Sprintf(" (object %d)", v.Object)
	}
	return s
}

// longestDetail is how many characters of a name in the file are shown.
const longestDetail = 60

// plain makes a name of the file fit to be shown: one line, without what a terminal
// might obey.
func plain(s string) string {
	out := []rune(strings.ToValidUTF8(s, "?"))
	if len(out) > longestDetail {
		out = append(out[:longestDetail-1], '…')
	}
	for i, r := range out {
		if !unicode.IsPrint(r) {
			out[i] = '?'
		}
	}
	return string(out)
}

// Report is what is found of a file.
type Report struct {
	Claims     []string    `json:"claims"`               // what the file says that it conforms to
	Profiles   []Profile   `json:"profiles"`             // by which it was checked
	Violations []Violation `json:"violations"`           // sorted by profile and clause
	Unreadable string      `json:"unreadable,omitempty"` // why the file can't be read
	Locked     bool        `json:"locked,omitempty"`     // that it needs a password is why
	Unchecked  []string    `json:"unchecked,omitempty"`  // claims without rules here
}

// Clean reports whether something was checked and nothing found.
func (r *Report) Clean() bool {
	return r.Unreadable == "" && len(r.Profiles) > 0 && len(r.Violations) == 0 && len(r.Unchecked) == 0
}

// Unread is the report of a file that there is no way to.
func Unread(err error) *Report {
	return &Report{Claims: []string{}, Profiles: []Profile{}, Violations: []Violation{}, Unreadable: err.Error()}
}

// Check checks a file by profiles; by what it claims, if none is named.
func Check(data []byte, profiles ...Profile) (r *Report) {
	return check(data, 0, profiles)
}

// deepestFiles is how deep embedded files are checked.
const deepestFiles = 3

func check(data []byte, depth int, profiles []Profile) (r *Report) {
	r = &Report{Claims: []string{}, Profiles: []Profile{}, Violations: []Violation{}}
	defer func() {
		if p := recover(); p != nil {
			r.Unreadable = fmt.Sprintf("the checker failed at it: %v", p)
			if onPanic != nil {
				onPanic(p, debug.Stack())
			}
		}
	}()
	f, err := cos.Open(data)
	if err != nil {
		r.Unreadable = err.Error()
		if f != nil && f.Facts.Encrypted {
			r.Locked = errors.Is(err, cos.ErrPassword)
			r.Profiles = append(r.Profiles, profiles...)
			r.Violations = append(r.Violations, lockedViolations(f, profiles)...)
		}
		return r
	}
	d := newDocument(f)
	claims := d.claims()
	for _, c := range claims {
		r.Claims = append(r.Claims, c.name)
		switch {
		case len(profiles) > 0:
		case c.profile == "":
			r.Unchecked = append(r.Unchecked, c.name)
		default:
			r.Profiles = append(r.Profiles, c.profile)
		}
	}
	if len(profiles) > 0 {
		r.Profiles = profiles
	}
	for len(profiles) < len(r.Profiles) || len(profiles) > 0 {
		// One walk serves PDF/UA and one level of PDF/A.
		rest := r.Profiles
		if len(profiles) > 0 {
			rest = profiles
		}
		var now, later []Profile
		archive := false
		for _, p := range rest {
			if p != UA1 && archive {
				later = append(later, p)
				continue
			}
			archive = archive || p != UA1
			now = append(now, p)
		}
		r.Violations = append(r.Violations, newChecker(d, depth, now).run()...)
		if profiles = later; len(later) == 0 {
			break
		}
	}
	slices.SortFunc(r.Violations, func(a, b Violation) int {
		return cmp.Or(cmp.Compare(slices.Index(Profiles, a.Profile), slices.Index(Profiles, b.Profile)), compareRules(a.Rule, b.Rule))
	})
	return r
}

// lockedViolations are those of a file that can't be decrypted: how it is written.
func lockedViolations(f *cos.File, profiles []Profile) []Violation {
	c := newChecker(&document{f: f}, deepestFiles, profiles)
	facts := &fileFacts{f.Facts, 0}
	c.visit("CosDocument", facts, 0)
	c.visit("CosTrailer", facts, 0)
	return c.violations()
}

// onPanic hears of a panic, for tests.
var onPanic func(p any, stack []byte)

// compareRules orders numbers as 6.1.13-t02 and 6.2-t01.
func compareRules(a, b string) int {
	split := func(s string) []string {
		return strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == '-' || r == 't' })
	}
	x, y := split(a), split(b)
	for i := range min(len(x), len(y)) {
		if c := cmp.Or(cmp.Compare(len(x[i]), len(y[i])), cmp.Compare(x[i], y[i])); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(x), len(y))
}
