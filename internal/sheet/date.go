package sheet

import "strings"

// date reports whether a text is a day in one of the ways in which exports write
// it: 9/10/2017, 2017-10-09, 09.10.17, 9 Oktober 2017, Oct 9, 2017, each with or
// without a time of any form.
func date(s string) bool {
	r := reader{s}
	if !r.day() {
		return false
	}
	return r.s == "" || r.time() && r.s == ""
}

// reader takes a text apart from its beginning.
type reader struct{ s string }

// some takes the longest run of bytes of a kind, if it has at least low of them and
// at most high.
func (r *reader) some(kind func(byte) bool, low, high int) bool {
	n := 0
	for n < len(r.s) && n <= high && kind(r.s[n]) {
		n++
	}
	if n < low || n > high {
		return false
	}
	r.s = r.s[n:]
	return true
}

func (r *reader) digits(low, high int) bool { return r.some(isDigit, low, high) }
func (r *reader) spaces()                   { r.some(isSpace, 0, len(r.s)) }

// one takes one of the bytes.
func (r *reader) one(of string) bool {
	if r.s == "" || strings.IndexByte(of, r.s[0]) < 0 {
		return false
	}
	r.s = r.s[1:]
	return true
}

// word takes a word, in whatever case.
func (r *reader) word(w string) bool {
	if len(r.s) < len(w) || !strings.EqualFold(r.s[:len(w)], w) {
		return false
	}
	r.s = r.s[len(w):]
	return true
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isSpace(c byte) bool  { return c == ' ' || '\t' <= c && c <= '\r' && c != '\v' }

func (r *reader) day() bool {
	const marks = "/.-"
	start := r.s
	switch {
	case r.digits(4, 4):
		return r.one(marks) && r.digits(1, 2) && r.one(marks) && r.digits(1, 2)
	case r.digits(1, 2):
		if r.one(marks) {
			return r.digits(1, 2) && r.one(marks) && r.digits(2, 4)
		}
		return r.one(" ") && r.month() && r.one(" ") && r.digits(4, 4)
	}
	r.s = start
	if !r.month() || !r.one(" ") || !r.digits(1, 2) {
		return false
	}
	r.one(",")
	return r.one(" ") && r.digits(4, 4)
}

// month takes the name of a month, short or long.
func (r *reader) month() bool {
	if !r.some(isLetter, 3, 9) {
		return false
	}
	r.one(".")
	return true
}

func (r *reader) time() bool {
	if !r.some(func(c byte) bool { return strings.IndexByte("tT ,", c) >= 0 }, 1, len(r.s)) {
		return false
	}
	if !r.digits(1, 2) || !r.one(":.") || !r.digits(2, 2) {
		return false
	}
	if minutes := r.s; r.one(":.") {
		if !r.digits(2, 2) {
			r.s = minutes
		} else if seconds := r.s; r.one(".,") && !r.digits(1, len(r.s)) {
			r.s = seconds
		}
	}
	r.spaces()
	if clock := r.s; r.one("aApP") {
		r.one(".")
		if !r.one("mM") {
			r.s = clock
		}
		r.one(".")
	}
	r.spaces()
	for _, zone := range [...]string{"z", "gmt", "utc", "wib", "wita", "wit"} {
		if r.word(zone) {
			break
		}
	}
	r.spaces()
	if !r.one("+-") {
		return true
	}
	if r.digits(3, 4) { // 0700
		return true
	}
	if !r.digits(1, 2) {
		return false
	}
	return !r.one(":") || r.digits(2, 2)
}
