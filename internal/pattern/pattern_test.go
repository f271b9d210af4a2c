package pattern

import "testing"

// TestNew: an expression is compiled at its first use, not before.
func TestNew(t *testing.T) {
	panics := func(f func()) (yes bool) {
		defer func() { yes = recover() != nil }()
		f()
		return false
	}
	var wrong *Pattern
	if panics(func() { wrong = New(`(`) }) {
		t.Error("an expression is compiled before it is used")
	}
	if !panics(func() { wrong.MatchString("") }) {
		t.Error("a wrong expression is used")
	}
	if p := New(`(\d+)-(\d+)`); p.ReplaceAllString("1-2", "$2-$1") != "2-1" {
		t.Error("groups are not replaced")
	}
}
