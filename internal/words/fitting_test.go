package words

import (
	"strings"
	"testing"
)

// A wording a little longer than a line gives way to a shorter one, or to one long enough, and
// to none where none is better; references and formulas count as they are read.
func TestFitting(t *testing.T) {
	long := func(n int) string { return strings.Repeat("x", n) }
	ref := "[](#figure:P1)"
	for want, of := range map[string][]string{
		long(78):                         {long(95), long(78), long(135)},
		long(135):                        {long(95), long(98), long(135)},
		long(77):                         {long(77), long(78)},
		long(69) + ref:                   {long(69) + ref, long(95)},
		"[df](formula:" + long(90) + ")": {"[df](formula:" + long(90) + ")", long(95)},
	} {
		if got := fitting(of...); got != want {
			t.Errorf("of %d wordings the one of %d letters was taken, not of %d", len(of), letters(got), letters(want))
		}
	}
}
