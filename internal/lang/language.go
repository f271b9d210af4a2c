package lang

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Language is what the program knows of a language beside its words. To add one
// is to register its Language and to give it a folder of words (templates/README.md).
type Language struct {
	Tag     Tag
	Locale  string // as office programs name it: "id-ID"; "" for its tag
	Decimal string // the mark in 0,5
	Group   string // the mark in 1.250
	// Months in full; Short are other short forms of a month than what its name
	// begins with, by its number.
	Months [12]string
	Short  map[string]int
	// Chapters are numbered with these numerals.
	Chapters    Numerals
	And, Or     string // between the last two of a list
	AndBeside   string // between them where one of them holds And itself; "" for And all the same
	SerialComma bool   // before them, where there are three or more
	EtAl        string // after the first of several authors: "dkk."
	// Forms is how many forms a word has by number, and Form which of them n takes;
	// nil for a language with one.
	Form func(n float64) int
	// Counts are the words for the numbers from 0 to 10, as a sentence counts things.
	Counts []string
	// Begin stands before a number of things that is no word, where a sentence begins
	// with it.
	Begin string
	// Small are the words that a title has without a capital, but for the first.
	Small []string
	// Parts tell the language, beside its small words, by how a word begins ("peng-") or
	// ends ("-tion").
	Parts []string
	// Numbered are words that a number belongs to: "butir 3", "Golongan III".
	Numbered []string
	// ByWhom are words before those whose view something is: "menurut responden".
	ByWhom []string
	// Which are words that say which value of the symbol before them is meant: "r hitung".
	Which []string
	// Neutral are parts of labels that lean to no side, in lower case (rule R4).
	Neutral []string
	// Classes are the words of the classes that the program proposes, the lowest
	// first, by what they are of: "mean", "tcr", "george-mallery", "guilford", "score".
	Classes map[string][]string
	// Name is the language's own in English; Report what a report's file is called.
	Name, Report string
	// Hyphenation names how words are broken at the end of a line, one of the
	// schemes of internal/hyphen; "" for not at all.
	Hyphenation string
	// AbstractFirst says that an abstract in the language comes before the others,
	// whatever the body's.
	AbstractFirst bool
	// DropsZero says that texts in the language leave out the zero of numbers that cannot
	// exceed 1, where the style of the APA is asked for: p = .389.
	DropsZero bool
	// Words is the folder of the language's words; nil where it is the program's own.
	Words fs.FS
}

// Numerals number chapters.
type Numerals uint8

// The numerals.
const (
	Arabic Numerals = iota
	Capitals
)

var registry = []*Language{&indonesian, &english}

// All lists the languages in the order in which they are tried as a fallback.
var All = []Tag{ID, EN}

// Register adds a language. It is for package initialisation and tests, not for
// use beside anything that reads languages. The result takes it out again.
func Register(l Language) (remove func()) {
	if find(l.Tag) != nil {
		panic(fmt.Sprintf("lang: %s is registered already", l.Tag))
	}
	registry, All = append(registry, &l), append(slices.Clone(All), l.Tag)
	return func() {
		registry = slices.DeleteFunc(slices.Clone(registry), func(o *Language) bool { return o == &l })
		All = slices.DeleteFunc(slices.Clone(All), func(t Tag) bool { return t == l.Tag })
	}
}

func find(t Tag) *Language {
	for _, l := range registry {
		if l.Tag == t {
			return l
		}
	}
	return nil
}

// Of is a registered language. A tag that no language has is a mistake of the
// program's, since study.yaml and flags are checked: it panics rather than write
// the marks of another.
func Of(t Tag) *Language {
	l := find(t)
	if l == nil {
		panic(fmt.Sprintf("lang: no language is registered as %q", t))
	}
	return l
}

// Names are the tags of all languages as text.
func Names() []string {
	var out []string
	for _, l := range All {
		out = append(out, string(l))
	}
	return out
}

// Known reports whether a language is registered.
func Known(t Tag) bool { return find(t) != nil }

// Plural is which form of a word a number takes, from 0.
func Plural(l Tag, n float64) int {
	if f := Of(l).Form; f != nil {
		return f(n)
	}
	return 0
}

// Titled is s in title case: with its words in capitals, but for those that the
// language keeps small.
func Titled(l Tag, s string) string {
	small := Of(l).Small
	words := strings.Fields(s)
	for i, w := range words {
		if i == 0 || !slices.Contains(small, w) {
			r, n := utf8.DecodeRuneInString(w)
			words[i] = string(unicode.ToUpper(r)) + w[n:]
		}
	}
	return strings.Join(words, " ")
}

// Neutral reports whether a label, in any language, leans to no side.
func Neutral(label string) bool {
	label = strings.ToLower(label)
	for _, l := range registry {
		if slices.ContainsFunc(l.Neutral, func(w string) bool { return strings.Contains(label, w) }) {
			return true
		}
	}
	return false
}

// Chapter is the number of a chapter.
func Chapter(l Tag, n int) string {
	if Of(l).Chapters == Capitals {
		return Roman(n)
	}
	return Int(l, n)
}

// Class is the i-th word of the classes of something, in each language.
func Class(of string, i int) Text {
	t := Text{}
	for _, l := range registry {
		if c := l.Classes[of]; i < len(c) {
			t[l.Tag] = c[i]
		}
	}
	return t
}

// oneOrMore tells one from any other number.
func oneOrMore(n float64) int {
	if n == 1 {
		return 0
	}
	return 1
}

var indonesian = Language{
	Tag: ID, Locale: "id-ID", Name: "Indonesian", Report: "laporan", Decimal: ",", Group: ".",
	Months:      [12]string{"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"},
	Short:       map[string]int{"agt": 8, "ags": 8, "nopember": 11, "nop": 11, "pebruari": 2, "peb": 2},
	Chapters:    Capitals,
	And:         "dan",
	AndBeside:   "serta",
	Or:          "atau",
	Counts:      []string{"nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"},
	Begin:       "Sebanyak ",
	SerialComma: true,
	EtAl:        "dkk.",
	Small:       []string{"agar", "antara", "atas", "atau", "bagi", "dalam", "dan", "dari", "dengan", "di", "karena", "ke", "kepada", "menurut", "oleh", "pada", "sebagai", "secara", "serta", "tanpa", "tentang", "terhadap", "tetapi", "untuk", "yang"},
	Numbered: []string{
		"angkatan", "ayat", "bab", "bagian", "butir", "eselon", "gambar", "gelombang", "golongan", "halaman", "hlm.", "item", "kelas", "kelompok", "lampiran",
		"nomor", "no.", "pasal", "periode", "persamaan", "pertanyaan", "poin", "skala", "skor", "tabel", "tahap", "tahun", "tanggal", "tingkat", "triwulan", "versi",
	},
	Which:   []string{"hitung", "tabel"},
	Parts:   []string{"peng-", "peny-", "pem-", "meng-", "meny-", "mem-", "-asi", "-itas", "-ologi", "-nya", "-kan", "-isme", "-rian", "-tian", "-atan", "-ahan"},
	ByWhom:  []string{"menurut", "bagi"},
	Form:    oneOrMore, // its words are the same, but not all that is said of one and of several
	Neutral: []string{"netral", "ragu", "biasa saja", "tidak tahu", "tidak berpendapat", "tidak menentukan", "sedang"},
	Classes: map[string][]string{
		"mean":           {"Sangat rendah", "Rendah", "Sedang", "Tinggi", "Sangat tinggi"},
		"tcr":            {"Sangat lemah", "Lemah", "Cukup", "Kuat", "Sangat kuat"},
		"george-mallery": {"Tidak dapat diterima", "Buruk", "Dipertanyakan", "Dapat diterima", "Baik", "Sangat baik"},
		"guilford":       {"Sangat rendah", "Rendah", "Sedang", "Tinggi", "Sangat tinggi"},
		"score":          {"Rendah", "Sedang", "Tinggi"},
	},
	Hyphenation: "indonesian",
}

var english = Language{
	Tag: EN, Locale: "en-US", Name: "English", Report: "report", Decimal: ".", Group: ",",
	Months:      [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	Chapters:    Capitals,
	And:         "and",
	Or:          "or",
	Counts:      []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"},
	Begin:       "A total of ",
	SerialComma: true,
	EtAl:        "et al.",
	Form:        oneOrMore,
	Numbered: []string{
		"appendix", "article", "batch", "chapter", "class", "cohort", "equation", "figure", "figures", "grade", "group", "item", "items", "level", "no.", "number",
		"page", "pages", "part", "period", "phase", "point", "question", "quarter", "score", "scores", "section", "step", "table", "tables", "version", "year", "years",
	},
	Parts:   []string{"-tion", "-tions", "-sion", "-ment", "-ness", "-ity", "-ance", "-ence", "-ences", "-ics", "-ical", "-ous", "-sis", "-ies", "-ogy", "-iques", "-sons", "-ling", "-ple", "wh-", "-ght", "-ship"},
	Small:   []string{"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"},
	ByWhom:  []string{"according to", "according to the", "to", "to the"},
	Neutral: []string{"neutral", "neither", "undecided", "unsure", "not sure", "no opinion", "don't know", "uncertain"},
	Classes: map[string][]string{
		"mean":           {"Very low", "Low", "Medium", "High", "Very high"},
		"tcr":            {"Very weak", "Weak", "Fair", "Strong", "Very strong"},
		"george-mallery": {"Unacceptable", "Poor", "Questionable", "Acceptable", "Good", "Excellent"},
		"guilford":       {"Very low", "Low", "Moderate", "High", "Very high"},
		"score":          {"Low", "Medium", "High"},
	},
	Hyphenation:   "english",
	AbstractFirst: true,
	DropsZero:     true,
}
