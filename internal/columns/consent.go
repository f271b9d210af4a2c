package columns

import (
	"slices"

	"wogreport/internal/remark"
)

// consents reports a header that asks whether somebody takes part, or says that what was filled in is
// true. "Saya setuju mengikuti pelatihan ini lagi" asks for neither.
func consents(header string) bool {
	w := words(header)
	has := func(any []string) bool {
		return slices.ContainsFunc(w, func(x string) bool { return slices.Contains(any, x) })
	}
	switch {
	case len(w) == 0 || len(w) > maxConsent:
		return false
	case slices.Contains(w, "consent"):
		return len(w) <= 4 || has(survey)
	case slices.ContainsFunc(w, func(x string) bool { return x == "persetujuan" || x == "kesediaan" }):
		return !slices.ContainsFunc(w, func(x string) bool {
			return !slices.Contains(consentWords, x) && !slices.Contains(survey, x) && !slices.Contains(fills, x)
		})
	case slices.Contains(w, "menyatakan"):
		return has(truly)
	}
	return has(agrees) && has(fills) && (has(survey) || has(truly))
}

const maxConsent = 30 // words

var (
	consentWords = []string{"persetujuan", "kesediaan", "pernyataan", "lembar", "formulir", "form", "menjadi", "sebagai", "untuk", "dalam", "ini", "anda", "saya", "bapak", "ibu", "saudara", "setelah", "penjelasan", "psp", "dan", "peserta"}
	agrees       = []string{"setuju", "bersedia", "menyetujui", "berkenan", "agree", "willing", "voluntarily", "sukarela"}
	fills        = []string{"mengisi", "pengisian", "berpartisipasi", "partisipasi", "menjadi", "menjawab", "participate", "part", "fill", "complete", "answer", "participation"}
	survey       = []string{"kuesioner", "kuisioner", "questioner", "quesioner", "angket", "survei", "survey", "penelitian", "riset", "responden", "respondent", "study", "research", "questionnaire", "formulir"}
	truly        = []string{"benar", "sebenarnya", "jujur", "jujurnya", "sejujurnya", "benarnya", "honestly", "truthfully"}
)

// consented knows a column of consent, which is noted for the survey itself. Where
// more than two answers were given, it was rated; other answers than labels of a scale are told by themselves.
func (c *Column) consented() bool {
	labels := slices.ContainsFunc(c.Values, func(v Value) bool { return IsLabel(v.Folded) == OtherLabel })
	if c.Distinct > 2 || !labels || !consents(c.Header) && !consents(c.Statement) {
		return false
	}
	c.Kind, c.Why = Service, remark.Of("its header asks for consent")
	return true
}
