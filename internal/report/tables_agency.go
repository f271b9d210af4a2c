package report

import (
	"strconv"
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/view"
	"wogreport/internal/words"
)

// The tables of an agency's report.

// identityTable says in a few lines what the report is about. It is plain, and
// leaves out what is not known.
func (c *composer) identityTable() *document.Table {
	b := &tableBuilder{composer: c, lang: c.body}
	v := c.views[c.body]
	t := &document.Table{Plain: true, Columns: []document.Column{{}, {Wrap: true}}}
	add := func(name string, value document.Cell) {
		if len(value.Text) > 0 {
			t.Rows = append(t.Rows, []document.Cell{{Text: b.head(name).Text}, value})
		}
	}
	add("identity-title", b.markdown(v.Title))
	add("identity-number", b.markdown(v.Record.Number))
	add("identity-program", b.markdown(words.Capital(v.Program)))
	add("identity-cohort", b.markdown(v.Cohort))
	add("identity-period", b.markdown(v.Method.Period))
	add("identity-place", b.markdown(words.Capital(v.Method.Place)))
	if v.Population > 0 {
		head := "identity-population"
		w := c.wording[c.body]
		if v.Respondents != w.Get("respondents") && !strings.Contains(strings.ToLower(v.Respondents), strings.ToLower(w.Get("head.participants"))) {
			head += "@people" // who took part in nothing
		}
		add(head, b.int(v.Population))
	}
	add("identity-answered", b.int(v.Answered))
	return t
}

// overviewTable has a row per construct: its items, complete rows, the mean and
// SD of a respondent's mean over its items, alpha, and what class the mean is in
// where the study asks for that.
func (c *composer) overviewTable() *document.Table {
	t, b := c.wholeTable("table:overview", "overview")
	v := c.views[c.body]
	t.Columns = []document.Column{{Wrap: true}, {Align: document.AlignRight}, {Align: document.AlignRight}, {Align: document.AlignCenter}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}}
	t.Head = [][]document.Cell{{b.head("construct"), b.head("items"), b.head("n"), b.head("scale"), b.head("mean"), b.head("sd"), b.alphaHead("alpha", c.views[c.body].Dichotomous())}}
	classes := v.First().Asked != nil && v.First().Asked.Classes
	if classes {
		t.Columns = append(t.Columns, document.Column{})
		t.Head[0] = append(t.Head[0], b.head("class"))
	}
	for _, cv := range v.Constructs {
		row := []document.Cell{
			b.markdown(words.Capital(cv.Label)), b.int(cv.K), b.int(cv.N), textCell(strconv.Itoa(cv.Min()) + "–" + strconv.Itoa(cv.Max())),
			b.value(cv.ItemMean, 2), b.value(cv.ItemSD, 2), b.beside(cv.Alpha, 3, cv.AlphaLimit()),
		}
		if classes {
			class := b.band(cv.Interpretation.MeanBand, cv.Interpretation.Mean)
			if cv.AlphaNegative() { // its mean is not to be interpreted
				class = b.undefined(unclassed)
			}
			row = append(row, class)
		}
		t.Rows = append(t.Rows, row)
	}
	t.Note = b.note(c.wording[b.lang].Line("note.overview", v))
	return t
}

// questionnaire has the statements of a construct as they were asked.
func (c *composer) questionnaire(id string, cv *view.ConstructView) *document.Table {
	t, b := c.table(id, "questionnaire", cv)
	t.Columns = []document.Column{{Align: document.AlignRight}, {Wrap: true}}
	t.Head = [][]document.Cell{{b.head("no"), b.head("statement")}}
	for i, it := range cv.Items {
		cell := b.markdown(it.Statement)
		if b.second != "" {
			if s := c.views[b.second].FindConstruct(cv.ID).Items[i].Statement; s != it.Statement {
				cell.Second = b.inline(b.second, s)
			}
		}
		number := strconv.Itoa(it.Number)
		if it.Reversed {
			number += "*"
		}
		t.Rows = append(t.Rows, []document.Cell{textCell(number), cell})
	}
	t.Note = b.note(b.reversedNote(cv))
	return t
}
