package hyphen

import (
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

// Indonesian, by Ejaan yang Disempurnakan V: affixes first, then syllables.
// Where the letters leave it open what is affix and what is root, the word has
// fewer breaks than it could.
const indonesianWords = `
	ke·ku·at·an ke·ku·at·an·nya me·ne·rap·kan di·te·rap·kan pe·ne·rap·an pe·lak·sa·na·an ko·or·di·na·si
	per·sep·si pe·ser·ta pe·la·tih·an ke·ada·an di·awasi an·tar·unit an·tara·nya ke·ingin·an peng·alam·an pe·nge·ta·hu·an me·nge·ta·hui
	meng·am·bil meng·gu·na·kan pe·ne·li·ti·an ber·da·sar·kan res·pon·den sta·tis·tik in·stan·si
	pe·me·rin·tah pe·me·rin·tah·an pe·la·yan·an pub·lik im·ple·men·ta·si in·ter·nal mem·ban·tu
	me·ning·kat·kan ke·bi·jak·an pen·di·dik·an de·ngan ja·wab·an ha·la·man war·ta·wan ma·sya·ra·kat
	ter·akhir ber·ta·nya per·ta·nya·an ku·e·si·o·ner re·li·a·bi·li·tas va·li·di·tas dis·ku·si dik·lat
	pem·bel·ajar·an pel·ajar·an bel·ajar hu·bung·an ling·kung·an per·ubah·an per·usa·ha·an uji·an
	mem·per·la·ku·kan ke·ber·ha·sil·an ke·ter·se·di·a·an trans·pa·ran·si eks·por ba·ngun·an na·si·o·nal
	so·si·al tu·pok·si sa·ngat se·tu·ju ti·dak je·nuh se·im·bang me·nya·ta·kan di·nya·ta·kan pe·nyu·sun·an
	sya·rat me·ru·pa·kan se·dang·kan ra·gu-ra·gu bu·lan ba·dan ja·lan te·man ma·kan bu·kan
	kon·struk·si kon·trak per·spek·tif in·spi·ra·si eks·tra
	an·tar·in·stan·si me·nu·lis me·ma·kai
`

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

// English, as hyph-en-us breaks it (two letters before, three after).
const englishWords = `
	hy·phen·ation gov·ern·ment re·spon·dents sta·tis·ti·cal re·li·a·bil·ity va·lid·ity ques·tion·naire
	im·ple·men·ta·tion per·cep·tion par·tic·i·pants co·or·di·na·tion project as·so·ciate whole ta·ble train·ing
`

func TestPoints(t *testing.T) {
	for l, words := range map[lang.Tag]string{lang.ID: indonesianWords, lang.EN: englishWords} {
		for _, want := range strings.Fields(words) {
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
		"(koordinasi).":  "(ko·or·di·na·si).",
		"pelayanan/data": "pe·la·yan·an/da·ta",
	} {
		if got := broken(lang.ID, word); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestUnbroken(t *testing.T) {
	for _, word := range []string{
		"CPNS", "(BPSDM)", "P12butir", "penulis@example.org", "https://example.org/pelayanan", "www.example.org",
		"a", "", "ini", "naïveté", "government", "stakeholder", "feedback", "research", "exit", "中文中文中文",
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
