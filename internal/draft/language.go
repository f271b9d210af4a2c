package draft

import (
	"slices"
	"strings"
	"unicode"

	"wogreport/internal/columns"
	"wogreport/internal/lang"
)

// The short words by which the language of items is known. Words of several
// languages count for each.
var (
	indonesian = []string{"yang", "dan", "saya", "dengan", "di", "untuk", "tidak", "dalam", "ini", "sangat", "pada", "dari", "oleh", "anda", "telah", "dapat", "para", "ke", "sudah", "merasa", "sekali", "cukup", "kami", "lebih", "karena", "adalah"}
	english    = []string{"the", "and", "i", "is", "are", "to", "of", "my", "was", "were", "with", "in", "for", "you", "your", "it", "that", "this", "have", "has", "be", "how", "please", "rate"}
	others     = [][]string{
		{"der", "die", "das", "und", "ist", "ich", "sind", "nicht", "wir", "mit", "zu", "für", "ein", "eine", "im", "auf", "dem", "den", "sehr", "kaum", "wie", "sie", "es", "war", "bin", "mich", "mir", "ja", "nein", "nie", "immer", "teils", "trifft"},
		{"le", "la", "les", "et", "est", "je", "de", "des", "un", "une", "du", "à", "au", "en", "pas", "très", "mon", "ma", "que", "pour", "dans", "sont", "vous", "ce", "c'est", "oui", "non", "jamais", "toujours", "d'accord"},
		{"el", "la", "los", "las", "y", "es", "de", "del", "un", "una", "en", "mi", "me", "que", "para", "con", "no", "muy", "está", "son", "se", "por", "su", "sí", "nunca", "siempre"},
		{"o", "a", "os", "as", "e", "é", "do", "da", "dos", "das", "um", "uma", "no", "na", "ao", "em", "meu", "minha", "que", "para", "com", "não", "muito", "tem", "são", "eu", "fica", "está", "gosto", "sim", "talvez", "nunca", "sempre"},
		{"de", "het", "een", "en", "is", "ik", "zijn", "niet", "van", "op", "met", "voor", "mijn", "te", "dat", "die", "er", "wordt", "heb", "ben", "nee", "nooit", "altijd", "eens"},
		{"il", "lo", "la", "gli", "le", "e", "è", "di", "che", "non", "un", "una", "per", "con", "mi", "sono", "molto", "del", "della"},
	}
)

// language is the one that the draft speaks: that of the report's body.
func (p *plan) language() lang.Tag { return p.languages[0] }

// spoken is the language of the report: that of the items or, where they are in
// none that the program writes, English.
func (p *plan) spoken() lang.Tag {
	var texts, labels []string
	for _, c := range p.constructs {
		for _, it := range c.items {
			if it.of.Statement != "" {
				texts = append(texts, it.statement+" "+it.of.Group)
			}
		}
		for _, pt := range p.scales[c.scale].Points {
			labels = append(labels, pt.ID)
		}
	}
	id, en, other := evidence(texts, 2) // one word is a code or a name
	if max(id, en, other) == 0 {
		_, _, other = evidence(labels, 1)
	}
	if max(id, en, other) == 0 && !slices.ContainsFunc(p.constructs, func(c construct) bool { return !p.scales[c.scale].English }) {
		return lang.EN // as the labels are
	}
	labelled := slices.ContainsFunc(p.constructs, func(c construct) bool {
		s := p.scales[c.scale]
		return len(s.Points) > 0 && s.Points[0].ID != s.Points[0].EN
	})
	if max(id, en, other) == 0 && !labelled { // labels of a known set are Indonesian, or it returned above
		id, en, other = p.heads()
	}
	p.foreign = other > 1 && other > id && other > en
	if en > id || p.foreign {
		return lang.EN
	}
	return lang.ID
}

// The words by which the headers of columns that hold no items are known.
var (
	headsID    = []string{"umur", "usia", "jenis", "kelamin", "nama", "pendidikan", "pekerjaan", "jabatan", "angkatan", "kelas", "responden", "instansi", "saran", "skor", "jumlah"}
	headsEN    = []string{"age", "gender", "sex", "education", "income", "respondent", "participant", "city", "country", "comments", "score", "occupation", "department", "caseid", "educ"}
	headsOther = []string{"alter", "geschlecht", "beruf", "edad", "sexo", "género", "sexe", "âge", "idade", "leeftijd", "geslacht", "età", "sesso", "yaş", "yaşınız", "cinsiyet", "kön", "ålder", "anmerkungen"}
)

// heads is what the headers of the other columns speak for, where the items do for
// none. A single word is enough.
func (p *plan) heads() (id, en, other int) {
	for _, c := range p.cols {
		if c.Kind == columns.Likert {
			continue
		}
		for _, w := range strings.FieldsFunc(strings.ToLower(c.Header), func(r rune) bool { return !unicode.IsLetter(r) }) {
			switch {
			case slices.Contains(headsID, w), strings.HasPrefix(w, "umur"), strings.HasPrefix(w, "usia"):
				id++
			case slices.Contains(headsEN, w):
				en++
			case slices.Contains(headsOther, w):
				other += 2
			}
		}
	}
	return id, en, other
}

// evidence counts the words of texts that speak for Indonesian, for English, and for
// the likeliest of the other languages, in texts of at least so many words. A letter that neither has speaks for another.
func evidence(texts []string, least int) (id, en, other int) {
	counts := make([]int, len(others))
	letters := 0
	for _, text := range texts {
		words := strings.Fields(strings.ToLower(text))
		if len(words) < least {
			continue
		}
		for _, w := range words {
			w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
			if slices.Contains(indonesian, w) {
				id++
			}
			if slices.Contains(english, w) {
				en++
			}
			for k, list := range others {
				if slices.Contains(list, w) {
					counts[k]++
				}
			}
			if strings.IndexFunc(w, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) }) >= 0 {
				letters++
			}
		}
	}
	return id, en, slices.Max(counts) + letters
}

// unprintable reports items or labels with letters that no font of the program
// has: of other scripts than Latin, Greek and Cyrillic, and emoji.
func (p *plan) unprintable() bool {
	other := func(text string) bool {
		return strings.ContainsFunc(text, func(r rune) bool {
			return unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Common) || r >= 0x1F000 && r != unicode.MaxRune
		})
	}
	for i, s := range p.scales {
		if p.itemsOn(i) != "" && slices.ContainsFunc(s.Points, func(pt columns.Point) bool { return other(s.Label(pt)) }) {
			return true
		}
	}
	return slices.ContainsFunc(p.constructs, func(c construct) bool {
		return slices.ContainsFunc(c.items, func(it item) bool { return other(it.statement) })
	})
}
