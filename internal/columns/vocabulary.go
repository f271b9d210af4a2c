package columns

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"wogreport/internal/diag"
	"wogreport/internal/study"
)

// InWordsOfLabels reports whether a folded text has no words but those of
// answer labels in general and of the labels given, so that it can be shown: whoever
// wrote it told nothing of themselves or others. Numbers are no words.
func InWordsOfLabels(folded string, labels []string) bool {
	return !slices.ContainsFunc(wordsOf(folded), func(w string) bool {
		return !labelWords()[w] && !slices.ContainsFunc(labels, func(l string) bool { return slices.Contains(wordsOf(study.FoldLabel(l)), w) })
	})
}

// MisspellsLabels is InWordsOfLabels where a word may also be one of the given labels
// with a letter in four wrong, or in three: "sangt setuju" and "sangat pus", but not "setuju, budi".
func MisspellsLabels(folded string, labels []string) bool {
	return !slices.ContainsFunc(wordsOf(folded), func(w string) bool {
		return !labelWords()[w] && !slices.ContainsFunc(labels, func(l string) bool {
			return slices.ContainsFunc(wordsOf(study.FoldLabel(l)), func(own string) bool { return misspelt(w, own) })
		})
	})
}

// misspelt reports a word that another was probably meant by.
func misspelt(w, meant string) bool {
	a, b := []rune(w), []rune(meant)
	return w == meant || len(a) > 2 && len(b) > 3 && diag.Distance(a, b) <= max(1, min(len(a), len(b))/4)
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
}

// labelWords are the words of all known labels, of what means no answer, of
// shortened labels, and a few more that people type instead.
var labelWords = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	add := func(text string) {
		for _, w := range wordsOf(study.FoldLabel(text)) {
			out[w] = true
		}
	}
	for _, l := range known() {
		for _, r := range l.rungs {
			add(r.id)
			add(r.en)
			add(r.code)
		}
	}
	for _, line := range lexicon {
		add(line.words)
	}
	for _, t := range slices.Concat(noAnswers, outsides, doubtful) {
		add(t)
	}
	for short, long := range shortWords {
		add(short)
		add(long)
	}
	for _, t := range adjectivesNegated {
		add(t)
	}
	add(`ya iya yes no y t ok oke okay bagus jelek benar salah mungkin bisa sedang lumayan mantap sip good bad great fine nice true false ref value error div name
		nyaman bersih ramah menarik lengkap relevan memadai efektif tepat cepat lambat tinggi rendah sulit
		nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh zero one two three four five six seven eight nine ten`)
	return out
})
