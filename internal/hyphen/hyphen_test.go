package hyphen

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"wogreport/internal/lang"
)

// broken is the word with its breaks shown.
func broken(l lang.Tag, word string) string {
	runes := []rune(word)
	var b strings.Builder
	at := 0
	for _, p := range Points(l, word) {
		b.WriteString(string(runes[at:p]) + "·")
		at = p
	}
	return b.String() + string(runes[at:])
}

// Words that the rules leave open, know as exceptions or (pengawal) get wrong,
// so that a change shows.
var indonesianOpen = map[string]string{
	"delapan":   "de·la·pan",  // ends in -an, but is not derived
	"tindakan":  "tin·dakan",  // tindak-an or tinda-kan
	"lakukan":   "la·kukan",   // laku-kan or lakuk-an
	"mengirim":  "mengi·rim",  // me-ngirim or meng-irim
	"beragam":   "bera·gam",   // be-ragam or ber-agam
	"mengikuti": "meng·ikuti", // ikut-i: the suffix can't stand alone
	"pengawal":  "peng·awal",  // the root kawal reads as awal
}

// listed are the words of testdata with their breaks.
func listed(t *testing.T, l lang.Tag) []string {
	list, err := os.ReadFile(filepath.Join("testdata", string(l)+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(list))
}

// TestPoints holds the breaks of some three hundred words of each language that reports
// use much, looked at one by one: Indonesian by Ejaan yang Disempurnakan V, affixes first,
// then syllables, with fewer breaks than there could be where the letters leave open what
// is affix and what is root; English as hyph-en-us has them.
func TestPoints(t *testing.T) {
	for _, l := range lang.All {
		words := listed(t, l)
		if len(words) < 300 {
			t.Errorf("%s: only %d words", l, len(words))
		}
		for _, want := range words {
			word := strings.ReplaceAll(want, "·", "")
			if got := broken(l, word); got != want {
				t.Errorf("%s: %s, want %s", l, got, want)
			}
		}
	}
	for word, want := range indonesianOpen {
		if got := broken(lang.ID, word); got != want {
			t.Errorf("id: %s, want %s", got, want)
		}
	}
}

// Capitals at the beginning change nothing; marks around a word neither.
func TestPointsOfMarkedWords(t *testing.T) {
	for word, want := range map[string]string{
		"Penerapan":      "Pe·ne·rap·an",
		"“kekuatan”,":    "“ke·ku·at·an”,",
		"(koordinasi).":  "(ko·or·di·nasi).",
		"pelayanan/data": "pe·la·yan·an/data",
	} {
		if got := broken(lang.ID, word); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestUnbroken(t *testing.T) {
	for _, word := range []string{
		"CPNS", "(BPSDM)", "P12butir", "penulis@example.org", "https://example.org/pelayanan", "www.example.org",
		"a", "", "ini", "naïveté", "exit", "Januari–Maret", "中文中文中文",
	} {
		if p := Points(lang.ID, word); len(p) > 0 {
			t.Errorf("%q is broken at %v", word, p)
		}
	}
	if p := Points("xx", "government"); p != nil {
		t.Errorf("a language that is not known breaks at %v", p)
	}
}

// Whatever the word: breaks are in order, between letters, with two letters of
// the run on each side.
func FuzzPoints(f *testing.F) {
	for _, w := range []string{"kekuatan", "ngng-nyny", "transksi", "\xff\xfe", "antiéta", "menggg", "elajar", "penyy", "ke.ke", "i̇stanbul"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, word string) {
		runes := []rune(word)
		for _, l := range lang.All {
			last := 0
			for _, p := range Points(l, word) {
				if p <= last && last > 0 || p < 2 || p > len(runes)-2 {
					t.Fatalf("%s %q: break at %d after %d", l, word, p, last)
				}
				for _, r := range runes[p-2 : p+2] {
					if !unicode.IsLetter(r) {
						t.Fatalf("%s %q: break at %d beside %q", l, word, p, r)
					}
				}
				last = p
			}
		}
	})
}
