package workbook

import (
	"strconv"
	"strings"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
	"wogreport/internal/words"
)

// say is a term in one language, without the marks of Markdown.
func (b *book) say(l lang.Tag, key string, data any) string {
	s := b.words[l].Term(key, data)
	if strings.ContainsAny(s, `*_[\\&<`) {
		return plain(s)
	}
	return s
}

// inAll is a text made for each language of the workbook.
func (b *book) inAll(say func(lang.Tag) string) lang.Text {
	t := lang.Text{}
	for _, l := range b.langs {
		t[l] = say(l)
	}
	return t
}

// term is a term of the catalogue.
func (b *book) term(key string) lang.Text { return b.filled(key, nil) }

// filled is a term of the catalogue with its places filled.
func (b *book) filled(key string, data any) lang.Text {
	return b.inAll(func(l lang.Tag) string { return b.say(l, key, data) })
}

// word is a short term.
func (b *book) word(key string) lang.Text { return b.term("word." + key) }

// yes is the word for a condition.
func (b *book) yes(is bool) lang.Text {
	if is {
		return b.word("yes")
	}
	return b.word("no")
}

// caveats are the sentences of caveats.
func (b *book) caveats(cs []analysis.Caveat) []lang.Text {
	var out []lang.Text
	for _, c := range cs {
		out = append(out, b.filled(c.Term(), c))
	}
	return out
}

// remark is one of the remarks on the first sheet that hold for a workbook.
type remark struct {
	key  string
	when func(*book) bool // nil: always
}

// remarks in their order.
var remarks = []remark{
	{synthetic, func(b *book) bool { return b.Results.Synthetic }},
	{"numbers", nil},
	{"undefined", nil},
	{"percents", nil},
	{"percents-largest-remainder", func(b *book) bool { return b.Study.Analysis.Percents == "largest-remainder" }},
	{"reversed", nil},
	{"missing-listwise", func(b *book) bool { return b.Study.Analysis.Missing == "listwise" }},
	{"missing-pairwise", func(b *book) bool { return b.Study.Analysis.Missing == "pairwise" }},
	{"outside", func(b *book) bool { return len(b.Study.Responses.Outside) > 0 }},
	{"validity", nil},
	{"reliability", nil},
	{"sample", nil},
	{"groups", func(b *book) bool { return len(b.Results.Groups) > 0 }},
	{"interpretation", func(b *book) bool { return b.Study.Interpretation.On }},
}

// synthetic is the key of the remark on made-up answers.
const synthetic = "synthetic"

// settings fill the places of remarks and of what is said of sheets.
func (b *book) settings(l lang.Tag) words.Fill {
	set := b.Study.Analysis
	decimal := func(x float64) string {
		return strings.Replace(strconv.FormatFloat(x, 'f', -1, 64), ".", lang.DecimalMark(l), 1)
	}
	return words.Fill{
		"correlation":  b.say(l, "word."+set.Correlation, nil),
		"significance": decimal(set.Significance),
		"tails":        b.say(l, "word.tails"+strconv.Itoa(set.Tails), nil),
		"threshold":    decimal(set.AlphaThreshold),
		"points":       strconv.Itoa(maxStacked),
		"outside":      strings.Join(b.Study.Responses.Outside, "; "),
	}
}

// set is a term with the study's settings in its places.
func (b *book) set(key string) lang.Text {
	return b.inAll(func(l lang.Tag) string { return b.say(l, key, b.settings(l)) })
}
