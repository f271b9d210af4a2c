package columns

import (
	"slices"
	"strings"

	"wogreport/internal/sheet"
)

// The texts of cells that are no point of a scale. Some say that nobody
// answered, some that the question was answered and the answer lies outside the
// scale, and some have two readings: "tidak tahu" may be the lowest point, too.
var (
	noAnswers = []string{
		"-", "--", "---", "na", "#n/a", "tidak menjawab", "tidak ada jawaban", "no answer", "prefer not to say", "prefer not to answer", "kosong", "abstain", "tidak memilih", "?", "#null!", "null", "none", "x",
		"keine angabe", "ka", "sans reponse", "sans réponse", "sin respuesta", "sem resposta", "geen antwoord", "nr", "no response", "enggan menjawab", "tidak dijawab", "tidak diisi", "belum diisi", "not answered", "unanswered", "nicht beantwortet", "no contesta", "non répondu", "missing", "skipped",
	}
	outsides = []string{
		"n/a", "n.a", "na/nr", "tidak relevan", "tidak berlaku", "tidak berkenaan", "tidak terkait", "tidak dapat dinilai", "belum pernah menggunakan", "tidak menggunakan", "not applicable", "does not apply", "not relevant", "not used", "no basis to judge", "unable to judge",
		"ns/nc", "ns / nc", "n/s", "no aplica", "no procede", "nao se aplica", "não se aplica", "nicht zutreffend", "nicht anwendbar", "nicht relevant", "kann ich nicht beurteilen", "nicht beurteilbar", "kann ich nicht sagen", "cannot judge", "cannot rate", "tidak bisa menilai", "tidak dapat menilai", "no puedo evaluar", "entfallt", "entfällt", "sans objet", "ne s'applique pas", "non applicable", "non concerne", "non concerné", "niet van toepassing", "n.v.t", "nvt", "cannot say", "can't say",
	}
	doubtful = []string{
		"tidak tahu", "tdk tahu", "belum tahu", "tidak mengetahui", "don't know", "dont know", "do not know", "i don't know", "unfamiliar", "not familiar", "no opinion", "tidak ada pendapat", "tidak berpendapat",
		"затрудняюсь ответить", "не знаю", "bilmiyorum", "fikrim yok", "vet ej", "vet ikke", "ved ikke", "trudno powiedzieć", "weiß nicht", "weiss nicht", "weiß ich nicht", "kenne ich nicht", "ne sais pas", "je ne sais pas", "no se", "no sé", "no sabe", "no conozco", "nao sei", "não sei", "weet niet", "weet ik niet", "ken ik niet", "tak tahu", "tidak kenal", "never heard of it",
	}
)

// noPoint is what a value says that is no point of a scale.
type noPoint uint8

const (
	aPoint  noPoint = iota // as far as its text tells
	missing                // no answer
	outside                // an answer outside the scale
	doubted                // one or the lowest point
)

// withoutMarks takes out what "n. a." may be written with or without.
var withoutMarks = strings.NewReplacer(".", "", " ", "")

// noPointOf tells by its text what a value is; a number beside it says nothing:
// "Not applicable (8)".
func noPointOf(v Value) noPoint {
	for _, text := range []string{v.Folded, answerOf(v).label} {
		text = strings.Trim(text, "()[]<>*")
		bare := withoutMarks.Replace(text)
		is := func(list []string) bool {
			return slices.Contains(list, strings.TrimRight(text, ".")) || bare != "" && slices.Contains(list, bare)
		}
		switch {
		case text == "" && strings.Trim(v.Folded, ".…") == "" && v.Folded != "": // as SAS and SPSS write it
			return missing
		case text == "":
		case is(noAnswers):
			return missing
		case is(outsides):
			return outside
		case is(doubtful):
			return doubted
		}
	}
	return aPoint
}

// noAnswerText reports a folded text that is no point of a scale.
func noAnswerText(folded string) bool {
	return noPointOf(Value{Text: folded, Folded: folded}) != aPoint
}

// withoutNoAnswers takes the values that are no points out of the others. One
// with two readings stays where other labels grade its own word ("sangat tahu"), and
// one outside a scale where it denies what they grade ("tidak relevan", "kurang relevan");
// what other columns of the file deny so tells where nothing else was answered.
func (c *Column) withoutNoAnswers(denied map[string]bool) {
	points := slices.ContainsFunc(c.Values, func(v Value) bool { return noPointOf(v) == aPoint && v.Text != "" && !isNumber(v.Text) })
	c.setAside(func(v Value) bool {
		switch noPointOf(v) {
		case aPoint:
			return false
		case doubted:
			return !c.gradesOf(v)
		case outside:
			return !c.denies(v) && (points || !denied[v.Folded])
		case missing:
			return !(points && v.Folded == "none" && c.gradesOf(v))
		}
		return true
	})
}

// deniedIn are the folded texts that are a negative pole of the other labels in some column.
func deniedIn(cols []Column) map[string]bool {
	out := map[string]bool{}
	for i := range cols {
		for _, v := range cols[i].Values {
			if noPointOf(v) == outside && cols[i].denies(v) {
				out[v.Folded] = true
			}
		}
	}
	return out
}

// denies reports whether a value denies a word that other labels of a column have.
func (c *Column) denies(v Value) bool {
	w := plainWords(answerOf(v).label)
	at := slices.IndexFunc(w, func(word string) bool { return phrases().of[word].kind == negation })
	if at < 0 {
		return false
	}
	rest := strings.Join(w[at+1:], " ")
	return len(rest) >= minDenied && slices.ContainsFunc(c.Values, func(o Value) bool {
		return o.Folded != v.Folded && noPointOf(o) == aPoint && strings.Contains(" "+strings.Join(plainWords(o.Folded), " ")+" ", " "+rest+" ")
	})
}

// minDenied is how long a word is that labels grade; that of "n/a" is none.
const minDenied = 3

// gradesOf reports whether other labels of a column grade the word of one, so
// that it is a point among them.
func (c *Column) gradesOf(v Value) bool {
	own := wordsOf(v.Folded)
	if len(own) == 0 {
		return false
	}
	last := strings.TrimPrefix(own[len(own)-1], "un")
	for _, o := range c.Values {
		if o.Folded == v.Folded || noPointOf(o) != aPoint {
			continue
		}
		if v.Folded == "none" && someDegree(o.Folded) || slices.Contains(wordsOf(o.Folded), last) {
			return true
		}
	}
	return false
}

// setAside takes the values that mean no answer out of the others.
func (c *Column) setAside(is func(Value) bool) {
	c.Values = slices.DeleteFunc(slices.Clone(c.Values), func(v Value) bool {
		if !is(v) {
			return false
		}
		switch noPointOf(v) {
		case outside:
			c.Outside = append(c.Outside, v)
		case doubted:
			c.Outside = append(c.Outside, v)
			c.doubted = append(c.doubted, v)
		default:
			c.NoAnswer = append(c.NoAnswer, v)
		}
		c.Missing += v.N
		c.Distinct--
		return true
	})
}

// numberedNoAnswer reports a value that is no answer among numbers.
func numberedNoAnswer(v Value) bool {
	x, ok := sheet.Number(v.Text)
	return !ok && noPointOf(v) != aPoint || ok && noAnswerNumbers[x]
}
