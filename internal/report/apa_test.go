package report

import (
	"regexp"
	"strings"
	"testing"

	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// In the style of the APA, numbers in English that cannot exceed 1 have no zero before their
// mark; those that can keep it, and so do all in Indonesian.
func TestAPA(t *testing.T) {
	dump := func(ls []lang.Tag, apa bool) string {
		return doctest.Dump(compose(t, func(st *study.Study) {
			st.Languages, st.Layout.APA, st.Analysis.Appendix = ls, apa, true
		}))
	}
	en := dump([]lang.Tag{lang.EN}, true)
	for _, s := range []string{"r~=~.244", "| .677 ", "95% confidence interval: .800–.908", "| < .001 ", "exceeded .6", "| 0.74 "} {
		if !strings.Contains(en, s) {
			t.Errorf("there is no %q", s)
		}
	}
	if wrong := regexp.MustCompile(`\b[rp]~[=<]~0\.\d+|alpha[^.]{0,20} 0\.\d+`).FindAllString(en, -1); wrong != nil {
		t.Errorf("with a zero: %q", wrong)
	}
	zeros := strings.NewReplacer(" .", " 0.", "~.", "~0.", "–.", "–0.", "(.", "(0.", "−.", "−0.")
	if with := dump([]lang.Tag{lang.EN}, false); zeros.Replace(with) != zeros.Replace(en) {
		t.Error("more than zeros differs")
	}
	if dump([]lang.Tag{lang.ID}, true) != dump([]lang.Tag{lang.ID}, false) {
		t.Error("Indonesian numbers change")
	}
}
