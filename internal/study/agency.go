package study

import (
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
)

// The keys of an agency's report.

func agencyShape() shape[Agency] {
	return either("a name, or the keys of an agency",
		scalar(via(str(), func(name string, a *Agency) { a.Name = lang.Same(name) })),
		keyed(object("the keys of an agency",
			key("parent", "what it belongs to, over its name in the letterhead", text(), func(a *Agency) *lang.Text { return &a.Parent }),
			key("name", "its name", text(), func(a *Agency) *lang.Text { return &a.Name }),
			key("address", "its address, on one line", text(), func(a *Agency) *lang.Text { return &a.Address }),
			key("contact", "its telephone, e-mail and site, on one line", text(), func(a *Agency) *lang.Text { return &a.Contact }),
		)))
}

func recordShape() shape[Record] {
	return object("the keys of document",
		key("number", "the document's number; {cohort} or {angkatan} in it stands for the name of the cohort, in reports by cohort alone", str(), func(r *Record) *string { return &r.Number }),
		key("place", "where it is signed", text(), func(r *Record) *lang.Text { return &r.Place }),
		key("date", "the day it is signed, as 2026-11-24", date(), func(r *Record) *time.Time { return &r.Date }),
	)
}

func signatoryShape() shape[Signatory] {
	return object("the keys of a signatory",
		key("as", "what the signature means: Mengesahkan, Menyetujui", text(), func(s *Signatory) *lang.Text { return &s.As }),
		must(key("role", "the signatory's position", text(), func(s *Signatory) *lang.Text { return &s.Role })),
		key("name", "the signatory's name", str(), func(s *Signatory) *string { return &s.Name }),
		key("nip", "the signatory's NIP", nip(), func(s *Signatory) *string { return &s.NIP }),
	)
}

// ParseDate reads a day written as 2026-11-24 or as in Indonesian offices,
// 24-11-2026 or 24/11/2026, the day before the month, or 24 November 2026.
func ParseDate(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	for _, form := range [...]string{"2006-1-2", "2-1-2006", "2/1/2006", "2.1.2006"} {
		if t, err := time.Parse(form, s); err == nil {
			return t, true
		}
	}
	return lang.ParseDate(s)
}

// date is a day.
func date() shape[time.Time] {
	s := str()
	spec := &Spec{Noun: "a day, such as 24 November 2026 or 2026-11-24", Type: "string"}
	return shape[time.Time]{spec, func(d *decoder, n *yaml.Node, path string, into *time.Time) bool {
		var got string
		if !s.decode(d, n, path, &got) {
			return false
		}
		t, ok := ParseDate(got)
		if !ok {
			d.Errorf(d.at(n), "bad-value", "%s must be %s, not %q", subject(path), spec.Noun, excerpt(got))
			return false
		}
		*into = t
		return true
	}}
}

// nipDigits is how long a civil servant's number is.
const nipDigits = 18

// nip is a civil servant's number.
func nip() shape[string] {
	s := str()
	return shape[string]{s.spec, func(d *decoder, n *yaml.Node, path string, into *string) bool {
		var got string
		if !s.decode(d, n, path, &got) {
			return false
		}
		*into = ReadNIP(got, d.at(n), &d.List)
		return true
	}}
}

// ReadNIP is a civil servant's number without the blanks that people write
// between its parts. Another number (of the police, say) is a text like any other.
func ReadNIP(s string, at diag.Pos, ds *diag.List) string {
	digits := strings.Join(strings.Fields(s), "")
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		return s
	}
	if len(digits) != nipDigits {
		ds.Warnf(at, "nip-length", "a NIP has %d digits, this one has %d", nipDigits, len(digits))
	}
	return digits
}

// checkAgency reports keys that only an evaluation prints.
func (d *decoder) checkAgency(s *Study) {
	if s.Kind == "evaluation" || d.wrong["kind"] {
		return
	}
	for _, key := range [...]string{"program", "agency", "document", "signatories", "legal_basis"} {
		switch {
		case !d.given(key):
			continue
		case key == "agency" && len(s.Journal.Name) == 0:
			d.Warnf(d.pos[key], "not-in-kind", "of agency only the name shows, over the pages, in a report of kind: %s", s.Kind)
		default:
			d.Warnf(d.pos[key], "not-in-kind", "%s has no effect in a report of kind: %s", key, s.Kind)
		}
		d.Hintf("kind: evaluation makes the report of an agency")
	}
}
