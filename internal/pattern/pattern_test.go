package pattern

import "testing"

// TestNew: a wrong expression is found at its first use, in a test at once.
func TestNew(t *testing.T) {
	defer func() { inTest = true }()
	panics := func(f func()) (yes bool) {
		defer func() { yes = recover() != nil }()
		f()
		return false
	}
	inTest = false
	wrong := New(`(`)
	if !panics(func() { wrong.MatchString("") }) {
		t.Error("a wrong expression is used")
	}
	if p := New(`(\d+)-(\d+)`); p.ReplaceAllString("1-2", "$2-$1") != "2-1" {
		t.Error("groups are not replaced")
	}
	inTest = true
	if !panics(func() { New(`(`) }) {
		t.Error("a wrong expression is taken in a test")
	}
}
