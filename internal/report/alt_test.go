package report

import (
	"regexp"
	"strings"
	"testing"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// Each figure says in the document's language what it shows, in few words, and names
// a table of its numbers.
func TestAlts(t *testing.T) {
	for l, named := range map[lang.Tag]string{lang.ID: `Angkanya dimuat dalam Tabel[ \x{a0}]\d`, lang.EN: `The numbers are in Table[ \x{a0}]\d`} {
		doc := compose(t, func(st *study.Study) {
			st.Languages = []lang.Tag{l}
			for i := range st.Constructs[0].Items { // words without end
				st.Constructs[0].Items[i].Label = lang.Same(strings.Repeat("sebuah label yang sangat panjang ", i*20) + "label")
			}
		})
		figures := 0
		for _, b := range doc.Blocks {
			f, ok := b.(*document.Figure)
			if !ok {
				continue
			}
			figures++
			if n := len(strings.Fields(f.Alt)); n < 20 || n > longestAlt {
				t.Errorf("%s: %s is described in %d words: %s", l, f.ID, n, f.Alt)
			}
			if !regexp.MustCompile(named).MatchString(f.Alt) {
				t.Errorf("%s: %s names no table: %s", l, f.ID, f.Alt)
			}
		}
		if figures < 6 {
			t.Errorf("%s: %d figures", l, figures)
		}
	}
}

func TestAtMostWords(t *testing.T) {
	for _, c := range []struct {
		s    string
		most int
		want string
	}{
		{"Satu dua.", 3, "Satu dua."},
		{"Satu dua. Tiga empat.", 3, "Satu dua."},
		{"Satu dua, tiga empat", 2, "Satu dua…"},
	} {
		if got := atMostWords(c.s, c.most); got != c.want {
			t.Errorf("%d words of %q are %q, want %q", c.most, c.s, got, c.want)
		}
	}
}
