package hyphen

import (
	"slices"
	"strings"
)

// indonesian breaks a word of small letters at its affixes first, then between
// syllables (Ejaan yang Disempurnakan, V, "Pemenggalan Kata"). Where the
// letters don't tell an affix from a root (peng-alam-an, but pe-ngaruh), the
// doubtful place is left out rather than guessed. English words, with Indonesian
// endings or without, are broken as in English.
func indonesian(letters []rune) []int {
	w := &idWord{letters: letters, text: string(letters), breaks: make([]bool, len(letters)+1)}
	if len(w.text) != len(letters) {
		return nil // no letters of Indonesian
	}
	for _, ending := range append([]string{""}, endings...) {
		stem, ok := strings.CutSuffix(w.text, ending)
		if !ok || !foreign(stem) {
			continue
		}
		points := ownEnglish(letters[:len(stem)])
		if ending != "" {
			points = append(points, len(stem))
		}
		return points
	}
	w.syllables()
	prefix := w.prefix()
	w.suffix(prefix)
	w.lAjar()
	// a lone vowel after a prefix goes with what follows: di-awasi, antar-unit
	if end := w.prefixEnd; end > 0 && end+1 < len(w.breaks) && w.breaks[end] {
		w.breaks[end+1] = false
	}
	var points []int
	for i, b := range w.breaks {
		if b {
			points = append(points, i)
		}
	}
	return outer(points, len(letters), w.short)
}

// endings are put to words of whatever origin.
var endings = []string{"nya", "lah", "kah", "pun"}

// foreignWords are common in reports and don't show by their letters.
var foreignWords = []string{
	"answer", "coaching", "database", "figure", "framework", "leader", "leadership", "manager", "marketing", "mentoring", "offline", "online", "rating",
	"report", "stakeholder", "stakeholders", "table", "trainer", "training", "voting", "website",
}

// foreignEnds end no Indonesian word.
var foreignEnds = []string{
	"tion", "tions", "sion", "sions", "ce", "ces", "ced", "cing", "ve", "ves", "ged", "ges", "ture", "tures", "ble", "bles", "ples", "ware", "ship", "ful",
	"ous", "cal", "sed", "plate", "ates", "ated",
}

// doubled are consonants that no Indonesian word has twice, but for a few.
var (
	doubled      = []string{"cc", "dd", "ff", "ll", "mm", "pp", "rr", "ss", "tt", "zz"}
	ownDoubled   = []string{"massa", "ummat", "hajji"}
	ownLastPairs = []string{"ks", "ns", "rn"} // teks, respons, modern
)

// foreign reports whether a word is not Indonesian by its letters: q and x,
// English digraphs and endings, doubled consonants, two consonants at its end, or three
// that no syllable begins or ends with.
func foreign(word string) bool {
	if slices.Contains(foreignWords, word) {
		return true
	}
	if !slices.Contains(ownDoubled, word) && slices.ContainsFunc(doubled, func(d string) bool { return strings.Contains(word, d) }) {
		return true
	}
	if slices.ContainsFunc(foreignEnds, func(e string) bool { return len(word) > len(e)+2 && strings.HasSuffix(word, e) }) {
		return true
	}
	if n := len(word); n >= 3 && (word[n-1] == 'y' && !isVowel(word[n-2]) || strings.IndexByte("cv", word[n-1]) >= 0) {
		return true
	}
	for _, part := range []string{"q", "x", "th", "ph", "sh", "wh", "ck", "gh", "ee"} {
		i := strings.Index(word, part)
		if i >= 0 && !(part == "gh" && i > 0 && word[i-1] == 'n') && !(part == "ee" && i == 1) { // meng-hitung, ke-empat
			return true
		}
	}
	var buf soundBuffer
	s := buf.sounds(word)
	if n := len(s); n >= 2 && !s[n-1].vowel && !s[n-2].vowel && !slices.ContainsFunc(ownLastPairs, func(p string) bool { return strings.HasSuffix(word, p) }) {
		return true
	}
	for i := 0; i+3 < len(s); i++ {
		if !s[i].vowel && !s[i+1].vowel && !s[i+2].vowel && s[i+3].vowel && i > 0 && s[i-1].vowel &&
			!onset(word[s[i+1].start:]) && !strings.Contains("st sp sk", word[s[i+1].start:s[i+2].end]) &&
			!strings.Contains("ns ks bs", word[s[i].start:s[i+1].end]) {
			return true
		}
	}
	return false
}

type idWord struct {
	prefixEnd int // 0 without a prefix
	short     int // where the suffix -an begins at the word's end, 0 for none
	letters   []rune
	text      string
	breaks    []bool // breaks[i]: the word may be broken before letters[i]
}

// sound is a vowel (or diphthong) or a consonant (or digraph).
type sound struct {
	start, end int
	vowel      bool
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// soundBuffer holds the sounds of most words without allocation.
type soundBuffer [24]sound

// sounds reads the digraphs ng, ny, sy, kh and the diphthongs ai, au, ei, oi as one.
func (b *soundBuffer) sounds(text string) []sound {
	s := b[:0]
	for i := 0; i < len(text); {
		n := 1
		if i+1 < len(text) {
			switch text[i : i+2] {
			case "ng", "ny", "sy", "kh", "ai", "au", "ei", "oi":
				n = 2
			}
		}
		s = append(s, sound{i, i + n, isVowel(text[i])})
		i += n
	}
	return s
}

// syllables breaks V-V, V-CV, VC-CV and VC-CCV.
func (w *idWord) syllables() {
	var buf soundBuffer
	s := buf.sounds(w.text)
	last := -1 // the vowel before
	for i := range s {
		if !s[i].vowel {
			continue
		}
		if last >= 0 {
			at := i
			switch i - last {
			case 1:
			case 2:
				at = last + 1
			default:
				at = last + 2
			}
			w.breaks[s[at].start] = true
		}
		last = i
	}
}

// set makes i the only place for a break between the letters around it.
func (w *idWord) set(i int) {
	if i <= 0 || i >= len(w.letters) {
		return
	}
	w.clear(i-1, i+2)
	w.breaks[i] = true
}

func (w *idWord) clear(from, to int) {
	for i := max(from, 0); i < min(to, len(w.breaks)); i++ {
		w.breaks[i] = false
	}
}

// vowelRoots begin roots that keep a prefix's last consonant before them.
var vowelRoots = []string{
	"abdi", "acu", "ada", "adil", "adopsi", "agenda", "ajar", "akhir", "akibat", "akses", "aktif", "akui",
	"alam", "alas", "alat", "alih", "alir", "amal", "aman", "amat", "ambil", "analis", "anggap", "anggar",
	"anggot", "angkat", "angkut", "antar", "anut", "aplik", "arah", "arti", "asal", "asas", "asuh", "asumsi",
	"atas", "atur", "audit", "awas", "awal", "edukas", "efek", "efisien", "ekspor", "ekspresi", "evalu",
	"ibarat", "identif", "ikat", "ikut", "imbang", "implement", "indeks", "indikas", "inform", "ingat",
	"inovas", "instan", "integras", "interpret", "inves", "isi", "istirahat", "izin", "obat", "olah", "oleh",
	"operas", "optim", "organis", "orient", "otor", "ubah", "ucap", "uji", "ukur", "ulang", "umum", "undang",
	"unggah", "unggul", "ungkap", "unjuk", "untuk", "untung", "upaya", "urai", "urus", "urut", "usaha", "usul",
	"utama", "utar", "utus",
}

// prefixKind says which suffixes go with a prefix.
type prefixKind uint8

const (
	noPrefix   prefixKind = iota
	verbPrefix            // me-, di-, ter-: -kan
	berPrefix             // -kan and, with a root of two syllables, -an
	nounPrefix            // ke-, pe-, per-: -an
)

// prefixes are tried in this order. A double one has a break inside, three
// letters before its end.
var prefixes = []struct {
	text   string
	kind   prefixKind
	double bool
}{
	{"memper", verbPrefix, true}, {"diper", verbPrefix, true}, {"keber", nounPrefix, true}, {"keter", nounPrefix, true},
	{"pember", nounPrefix, true},
	{"meng", verbPrefix, false}, {"mem", verbPrefix, false}, {"men", verbPrefix, false}, {"me", verbPrefix, false},
	{"ber", berPrefix, false}, {"ter", verbPrefix, false}, {"di", verbPrefix, false},
	{"peng", nounPrefix, false}, {"pem", nounPrefix, false}, {"pen", nounPrefix, false}, {"per", nounPrefix, false},
	{"pe", nounPrefix, false}, {"ke", nounPrefix, false}, {"se", noPrefix, false},
	{"antar", noPrefix, false}, {"trans", noPrefix, false}, {"eks", noPrefix, false},
}

// prefix marks the end of the word's prefix and says of what kind it is.
func (w *idWord) prefix() prefixKind {
	for _, p := range prefixes {
		rest, ok := strings.CutPrefix(w.text, p.text)
		if !ok || len(rest) < 3 || !strings.ContainsAny(rest, "aeiou") {
			continue
		}
		n := len(p.text)
		if last := p.text[n-1]; last == 'n' && (rest[0] == 'y' || rest[0] == 'g') {
			continue // me-nyata-kan
		}
		w.prefixEnd = n
		if p.double {
			w.set(n - 3) // mem-per-, ke-ber-
		}
		open := isVowel(p.text[n-1])
		switch {
		case p.text == "antar" && isVowel(rest[0]) && rest[0] != 'a': // antaranya
			w.set(n)
			w.breaks[n-1], w.breaks[n+1] = false, false
		case !open && isVowel(rest[0]):
			w.closedBeforeVowel(p.text, rest)
		case !open:
			if !onset(rest) {
				continue
			}
			w.set(n)
		case isVowel(rest[0]):
			// ke-ingin-an, se-imbang: no diphthong over the prefix's end
			if len(rest) >= 5 && rest[0] == 'i' && p.text != "di" && p.text != "me" {
				w.set(n)
			}
		default:
			if !onset(rest) || slices.Contains(wholeWords, w.text) {
				continue
			}
			w.set(n)
		}
		return p.kind
	}
	return noPrefix
}

// ownConsonant look like a prefix before a vowel, but the consonant is the root's.
var ownConsonant = []string{"perangkat", "perangkatnya", "peringkat", "berangkat"}

// wholeWords look prefixed before two consonants and are not.
var wholeWords = []string{"diklat"}

// closedBeforeVowel settles meng-, peng-, ber-, ter-, per- before a vowel,
// where the consonant may be the root's own (me-ngirim, be-rencana).
func (w *idWord) closedBeforeVowel(prefix, rest string) {
	n := len(prefix)
	switch last := prefix[n-1]; {
	case last == 'm' || last == 'n':
		return // me-makai, pe-nulis: the syllables are right
	case prefix == "trans" || prefix == "eks":
		return
	}
	for _, root := range vowelRoots {
		if strings.HasPrefix(rest, root) && !slices.Contains(ownConsonant, w.text) {
			w.clear(n-2, n)
			w.set(n)
			return
		}
	}
	if strings.HasSuffix(prefix, "ng") && rest[0] == 'e' {
		w.set(n - 2) // me-ngenal, pe-ngelola
		return
	}
	w.clear(n-2, n+1)
}

// onset reports whether a root can begin with these letters.
func onset(rest string) bool {
	var buf soundBuffer
	s := buf.sounds(rest)
	if s[0].vowel || len(s) < 2 {
		return true
	}
	if s[1].vowel {
		return true
	}
	if len(s) < 3 || !s[2].vowel || s[1].end-s[1].start > 1 {
		return false
	}
	return strings.IndexByte("lr", rest[s[1].start]) >= 0 && strings.IndexByte("bdfgkpt", rest[0]) >= 0
}

// notDerived end in -an without a suffix.
var notDerived = []string{
	"delapan", "sembilan", "halaman", "selatan", "pedoman", "seniman", "budiman", "ramadan", "perlahan", "relawan", "teladan",
}

// suffix marks the beginning of -kan or -an, looking through -nya and particles.
func (w *idWord) suffix(prefix prefixKind) {
	stem := w.text
	for _, s := range endings {
		cut, ok := strings.CutSuffix(stem, s)
		if ok && len(cut) >= 5 && (strings.HasSuffix(cut, "an") || strings.HasSuffix(cut, "i")) || ok && s == "nya" && len(cut) > 2 && !isVowel(cut[len(cut)-1]) {
			stem = cut
			w.set(len(stem))
		}
	}
	n := len(stem)
	switch {
	case strings.HasSuffix(stem, "kan") && n > 5 && isVowel(stem[n-4]):
		w.suffixKan(n, prefix)
	case strings.HasSuffix(stem, "an") && n > 4:
		w.suffixAn(stem, prefix)
	case strings.HasSuffix(stem, "i") && n > 4 && (prefix == verbPrefix || prefix == berPrefix) && !slices.Contains(vowelRoots, stem[w.prefixEnd:]) && !isVowel(stem[n-2]):
		// perhaps the suffix -i (mengikut-i), which can't stand alone
		w.clear(n-3, n)
	}
}

// suffixKan marks -kan or -an at the end of a stem of n letters.
func (w *idWord) suffixKan(n int, prefix prefixKind) {
	switch prefix {
	case verbPrefix, berPrefix:
		w.set(n - 3)
	case nounPrefix:
		w.set(n - 2)
		w.short = n - 2
	default: // tindak-an, laku-kan
		w.clear(n-3, n)
	}
}

// suffixAn marks -an at the end of a stem that is derived with it.
func (w *idWord) suffixAn(stem string, prefix prefixKind) {
	n := len(stem) - 2
	root := stem[:n]
	derived := prefix == nounPrefix || prefix == noPrefix && countSyllables(root) >= 2 ||
		prefix == berPrefix && countSyllables(root[len("ber"):]) >= 2
	if !derived || !isVowel(root[n-1]) && !rootEnd(root) || slices.ContainsFunc(notDerived, func(whole string) bool { return strings.HasSuffix(stem, whole) }) {
		return
	}
	w.set(n)
	w.short = n
	if strings.HasSuffix(root, "ng") || strings.HasSuffix(root, "ny") || strings.HasSuffix(root, "kh") {
		w.clear(n-2, n)
		w.breaks[n] = true
	}
}

// rootEnd reports whether a root can end so: in one of the final consonants.
func rootEnd(root string) bool {
	var buf soundBuffer
	s := buf.sounds(root)
	if len(s) < 3 {
		return false
	}
	last, before := s[len(s)-1], s[len(s)-2]
	return !last.vowel && before.vowel && strings.IndexByte("bdfghklmnprst", root[last.start]) >= 0
}

func countSyllables(text string) (n int) {
	var buf soundBuffer
	for _, s := range buf.sounds(text) {
		if s.vowel {
			n++
		}
	}
	return n
}

// lAjar settles the one root that takes l: bel-ajar, pel-ajar, pem-bel-ajar-an.
func (w *idWord) lAjar() {
	if i := strings.Index(w.text, "elajar"); i > 0 {
		w.set(i + 2)
	}
}
