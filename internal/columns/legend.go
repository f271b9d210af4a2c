package columns

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"wogreport/internal/remark"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// legend is what a table beside the answers or on another sheet says of the codes
// in them: "SS | Sangat Setuju | 6" of answers, "Q1 | Kantin bersih" of questions.
// A row of it counts only where the answers have its code, so a list of people is none.
type legend struct {
	answers    [][]legendEntry   // a list for each run of rows
	statements map[string]string // folded code → the question
}

// legendEntry is one answer of a legend. value is -1 where it gives no number.
type legendEntry struct {
	code, label string
	value       int
}

// legendHeads are what stands above a legend.
var legendHeads = []string{
	"kode", "singkatan", "simbol", "arti", "makna", "keterangan", "nilai", "skor", "bobot", "label", "jawaban", "pilihan", "pertanyaan", "pernyataan", "butir", "no", "skala",
	"code", "codes", "abbreviation", "symbol", "meaning", "description", "value", "score", "points", "answer", "option", "item", "question", "statement", "text", "scale", "response",
	"abkürzung", "bedeutung", "wert", "frage", "antwort", "signification", "valeur", "código", "codigo", "significado", "valor",
}

// legendIn reads the rows around the answers.
func legendIn(notes [][]string) legend {
	l := legend{statements: map[string]string{}}
	open := false // the row before was an answer's
	for _, row := range notes {
		var cells []string
		for _, c := range row {
			if c != "" {
				cells = append(cells, c)
			}
		}
		if len(cells) < 2 || len(cells) > 5 || !slices.ContainsFunc(cells, func(c string) bool { return !slices.Contains(legendHeads, study.FoldLabel(c)) }) {
			open = false
			continue
		}
		if e, ok := entryOf(cells); ok {
			l.add(e, open)
			open = true
		} else {
			open = false
		}
		if code := study.FoldLabel(cells[0]); utf8.RuneCountInString(code) <= 12 {
			if _, twice := l.statements[code]; !twice {
				l.statements[code] = longest(cells[1:])
			}
		}
	}
	return l
}

func longest(texts []string) string {
	return slices.MaxFunc(texts, func(a, b string) int { return utf8.RuneCountInString(a) - utf8.RuneCountInString(b) })
}

// entryOf reads a row that explains an answer: a code, a label or both, and
// perhaps the number.
func entryOf(cells []string) (legendEntry, bool) {
	e := legendEntry{value: -1}
	for _, c := range cells {
		v, err := strconv.Atoi(strings.Trim(c, "= :"))
		switch {
		case err == nil && e.value < 0 && v >= 0 && v <= 10:
			e.value = v
		case err == nil:
			return e, false
		case e.code == "" && e.label == "" && utf8.RuneCountInString(c) <= 4:
			e.code = c
		case e.label == "":
			e.label = c
		default:
			return e, false
		}
	}
	return e, e.label != "" && (e.code != "" || e.value >= 0)
}

// add puts an entry into the list of the row before, or into a new one.
func (l *legend) add(e legendEntry, open bool) {
	if open {
		last := &l.answers[len(l.answers)-1]
		again := slices.ContainsFunc(*last, func(o legendEntry) bool {
			return o.label == e.label || e.value >= 0 && o.value == e.value || (o.value < 0) != (e.value < 0)
		})
		if !again {
			*last = append(*last, e)
			return
		}
	}
	l.answers = append(l.answers, []legendEntry{e})
}

// explain makes a column Likert all of whose answers a legend explains. Where
// the legend gives numbers they hold; else its labels are put in order.
func (l *legend) explain(c *Column) bool {
	for _, list := range l.answers {
		if f := explainedBy(list, c.Values); f != nil {
			c.family, c.Kind, c.Why = f, Likert, remark.Of("its values are explained in a legend in the file")
			return true
		}
	}
	return false
}

// explainedBy is the family of values that all stand in a list, nil where one does not.
func explainedBy(list []legendEntry, values []Value) *family {
	if len(list) < 2 || len(values) < 2 || len(values) > len(list) {
		return nil
	}
	n := map[int]int{} // answers by entry
	for _, v := range values {
		i := slices.IndexFunc(list, func(e legendEntry) bool {
			return v.Folded == study.FoldLabel(e.code) || v.Folded == study.FoldLabel(e.label)
		})
		if i < 0 {
			return nil
		}
		n[i] += v.N
	}
	f := &family{legend: list}
	for i, e := range list {
		f.answers = append(f.answers, answer{label: WriteOut(study.FoldLabel(e.label)), raw: e.label, code: e.code, value: e.value, n: n[i]})
	}
	f.ladder = ladderOf(f.answers)
	return f
}

// explained are the statements of a legend for the columns that have its codes for
// headers.
func (l *legend) explained(cols []Column) {
	at := map[int]string{}
	for i, c := range cols {
		for _, code := range []string{c.Header, c.Code} {
			if s := l.statements[study.FoldLabel(code)]; code != "" && s != "" && strings.Contains(s, " ") {
				at[i] = s
				break
			}
		}
	}
	if len(at) < 2 { // a coincidence
		return
	}
	for i, s := range at {
		c := &cols[i]
		if c.Code == "" {
			c.Code = c.Header
		}
		c.Statement = sheet.Plain(s)
	}
}

// scaleOfLegend takes codes, labels and numbers from a legend.
func scaleOfLegend(f *family) Scale {
	s := Scale{Name: "a legend in the file"}
	answers := slices.Clone(f.answers)
	is := certain
	said := remark.Of("the labels and their numbers are those of a legend in the file")
	if answers[0].value < 0 {
		said = remark.Of("the labels of the codes are those of a legend in the file; their numbers follow from the order of the labels")
		var labels []string
		if labels, is = ordered(answers); f.ladder != nil {
			is = certain
			sort.SliceStable(labels, func(i, j int) bool { return f.ladder.at(labels[i]) < f.ladder.at(labels[j]) })
		}
		for i := range answers {
			answers[i].value = slices.Index(labels, answers[i].label) + 1
		}
	}
	for _, a := range answers {
		p := Point{Value: a.value, Code: a.code, ID: a.raw, EN: a.raw, N: a.n}
		if f.ladder != nil {
			if r := f.ladder.rungs[f.ladder.at(a.label)]; study.FoldLabel(r.id) == a.label {
				p.EN = r.en
			}
		}
		s.Points = append(s.Points, p)
	}
	s.Assumed = append(s.Assumed, said)
	s.finish()
	if is != certain {
		s.askOrder(is)
	}
	s.turn(f)
	return s
}
