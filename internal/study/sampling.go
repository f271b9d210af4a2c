package study

import (
	"slices"
	"strings"
	"unicode"

	"wogreport/internal/lang"
)

// setSampling recognises the kind of sampling in the author's words. Words
// that only name the kind are not kept: the report has them in both languages.
func setSampling(t lang.Text, s *Sampling) {
	if t.IsZero() {
		return
	}
	*s = Sampling{Kind: SamplingOther, Text: t}
	var words []string
	for _, l := range lang.All {
		if l == lang.All[0] || t[l] != t[lang.All[0]] {
			words = append(words, samplingWords(t[l])...)
		}
	}
	var kinds []string
	for i, w := range words {
		if k := samplingKind(w, words[:i]); k != "" && !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
	}
	// "total" is a weak word: "20 drawn at random from a total of 90".
	if len(kinds) == 0 && slices.Contains(words, "total") {
		kinds = []string{SamplingSaturated}
	}
	if len(kinds) == 1 {
		s.Kind = kinds[0]
	}
	if plain, ok := plainSampling[strings.Join(words, " ")]; ok {
		*s = Sampling{Kind: plain}
	}
}

// Partial reports whether only some of the population were asked, so that the
// share of it that answered is no rate of response.
func (s Sampling) Partial() bool {
	return s.Kind == SamplingRandom || s.Kind == SamplingPurposive || s.Kind == SamplingConvenience
}

// plainSampling are the names that say no more than the kind itself.
var plainSampling = map[string]string{
	"saturated": SamplingSaturated, "jenuh": SamplingSaturated, "saturated sampling": SamplingSaturated, "sampling jenuh": SamplingSaturated,
	"random": SamplingRandom, "acak": SamplingRandom, "random sampling": SamplingRandom,
	"purposive": SamplingPurposive, "purposive sampling": SamplingPurposive,
	"convenience": SamplingConvenience, "convenience sampling": SamplingConvenience,
	"other": SamplingOther,
}

func samplingWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
}

// samplingKind is the kind that a word names, "" for a word that names none or
// that the two words before it deny ("tidak secara acak").
func samplingKind(w string, before []string) string {
	starts := func(prefixes ...string) bool {
		return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(w, p) })
	}
	switch {
	case starts("jenuh", "sensus", "census", "saturat"):
		return SamplingSaturated
	case starts("purposi"):
		return SamplingPurposive
	case starts("convenien", "accidental", "insidental", "aksidental", "incidental"):
		return SamplingConvenience
	case starts("random", "acak", "diacak", "probabilit", "stratif", "cluster", "klaster"):
		for _, b := range before[max(0, len(before)-2):] {
			if slices.Contains([]string{"non", "not", "no", "without", "tidak", "bukan", "tanpa", "tak"}, b) {
				return ""
			}
		}
		return SamplingRandom
	}
	return ""
}
