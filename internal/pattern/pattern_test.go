package pattern

import "testing"

// TestNew: an expression is compiled at its first use, not before.
func TestNew(t *testing.T) {
	wrong := New(`(`)
	func() {
		defer func() {
			if recover() == nil {
				t.Error("a wrong expression is used")
			}
		}()
		wrong.MatchString("")
	}()
	if p := New(`(\d+)-(\d+)`); p.ReplaceAllString("1-2", "$2-$1") != "2-1" {
		t.Error("groups are not replaced")
	}
}
