package sheet

import "testing"

// Texts are compared without folding most of them; that must not show.
func FuzzSame(f *testing.F) {
	for _, s := range [][2]string{{"Setuju", "setuju"}, {"Setuju ", " setuju"}, {"ſ", "S"}, {"İ", "i"}, {"a  b", "a b"}, {"", "\u200b"}, {"K", "\u212a"}, {"x\ty", "X Y"}} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if got, want := same(a, b), fold(a) == fold(b); got != want {
			t.Errorf("same(%q, %q) is %v", a, b, got)
		}
	})
}
