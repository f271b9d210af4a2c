package report

import (
	"wogreport/internal/analysis"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/view"
	"wogreport/internal/words"
)

// The tables of a comparison of cohorts.

// comparisonTable is an empty one with a caption.
func (c *composer) comparisonTable(id, kind string, data func(*view.View) any) (*document.Table, *tableBuilder) {
	b := &tableBuilder{composer: c, lang: c.body}
	return &document.Table{
		ID:        id,
		Caption:   c.caption("word.table", "caption."+kind, data),
		Continued: c.wording[c.body].Get("word.continued"),
	}, b
}

func whole(v *view.View) any { return v.Comparison }

// cohortsTable says who answered in each cohort, and what is known of it.
func (c *composer) cohortsTable(id string, v *view.ComparisonView) *document.Table {
	t, b := c.comparisonTable(id, "cohorts", whole)
	var period, place, population bool
	for _, cv := range v.Cohorts {
		period, place, population = period || cv.Period != "", place || cv.Place != "", population || cv.Population > 0
	}
	t.Head = [][]document.Cell{{}}
	column := func(on bool, col document.Column, head string) {
		if on {
			t.Columns, t.Head[0] = append(t.Columns, col), append(t.Head[0], b.head(head))
		}
	}
	column(true, document.Column{Wrap: true}, "identity-cohort")
	column(period, document.Column{Wrap: true}, "identity-period")
	column(place, document.Column{Wrap: true}, "identity-place")
	column(population, document.Column{Align: document.AlignRight}, "participants")
	column(true, document.Column{Align: document.AlignRight}, "respondents")
	column(population, document.Column{Align: document.AlignDecimal}, "rate")
	row := func(name, when, where string, people, answered int, rate analysis.Value) {
		cells := []document.Cell{b.markdown(name)}
		if period {
			cells = append(cells, b.markdown(when))
		}
		if place {
			cells = append(cells, b.markdown(where))
		}
		if population && people > 0 {
			cells = append(cells, b.int(people), b.int(answered), b.percent(rate))
		} else if population {
			cells = append(cells, textCell(undefinedMark), b.int(answered), b.percent(rate))
		} else {
			cells = append(cells, b.int(answered))
		}
		t.Rows = append(t.Rows, cells)
	}
	for _, cv := range v.Cohorts {
		row(cv.Name, cv.Period, cv.Place, cv.Population, cv.Answered, cv.Rate)
	}
	if len(v.Cohorts) > 1 {
		row(c.wording[b.lang].Get("word.all-cohorts"), "", "", v.Population, v.Answered, v.Rate)
		totalled(t)
	}
	t.Note = b.note()
	return t
}

// scoresTables have the constructs' scores in each cohort.
func (c *composer) scoresTables(v *view.ComparisonView) []document.Block {
	var ids []string
	for _, cv := range v.Constructs {
		ids = append(ids, cv.ID)
	}
	return c.mergedTables(c.siblingsOf("table:scores", "caption.scores-of", "", ids, func(id string, i int) *document.Table { return c.scoresTable(id, v, i) }))
}

// scoresTable has a construct's score in each cohort.
func (c *composer) scoresTable(id string, v *view.ComparisonView, construct int) *document.Table {
	about := view.Constructs{}
	if len(v.Constructs) > 1 {
		about.IDs = []string{v.Constructs[construct].ID}
	}
	t, b := c.comparisonTable(id, "scores-of", about.In)
	cv := v.Constructs[construct]
	t.Columns = []document.Column{{Wrap: true}, {Align: document.AlignRight}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}, {Align: document.AlignCenter}, {Align: document.AlignDecimal}}
	t.Head = [][]document.Cell{{b.head("identity-cohort"), b.head("n"), b.head("mean"), b.head("sd"), b.head("interval"), b.alphaHead("alpha", cv.Dichotomous)}}
	for _, s := range cv.Scores {
		t.Rows = append(t.Rows, []document.Cell{b.markdown(s.Name), b.int(s.N), b.value(s.Mean, 2), b.value(s.SD, 2), b.interval(s.CI95, 2), b.beside(s.Alpha, 3, analysis.Of(c.st.Analysis.AlphaThreshold))})
	}
	if len(cv.Scores) > 1 && cv.Shown > 0 {
		o := cv.Overall
		t.Rows = append(t.Rows, []document.Cell{b.markdown(c.wording[b.lang].Get("word.all-cohorts")), b.int(o.N), b.value(o.Mean, 2), b.value(o.SD, 2), b.interval(cv.OverallCI, 2), {}})
		totalled(t)
	}
	t.Note = b.note(c.wording[b.lang].Line("note.scores", cv))
	return t
}

// statementsTable names the items that the heat map has by their numbers.
func (c *composer) statementsTable(id string, v *view.ComparisonView) *document.Table {
	t, b := c.comparisonTable(id, "statements", whole)
	t.Columns = []document.Column{{Align: document.AlignRight}, {Wrap: true}, {Wrap: true}}
	t.Head = [][]document.Cell{{b.head("no"), b.head("item"), b.head("construct")}}
	reversed := ""
	for _, cv := range v.Constructs {
		for _, it := range cv.Items {
			number := lang.Int(b.lang, it.Number)
			if it.Reversed {
				number += "*"
				reversed = c.wording[b.lang].Get("note.reversed")
			}
			t.Rows = append(t.Rows, []document.Cell{textCell(number), b.markdown(it.Statement), b.markdown(words.Capital(cv.Label))})
		}
	}
	t.Note = b.note(reversed)
	return t
}

// movesTable compares the last two cohorts; nil where there are none.
func (c *composer) movesTable(id string, v *view.ComparisonView) *document.Table {
	if len(v.Moves) == 0 {
		return nil
	}
	kind := "moves"
	if v.Parallel() {
		kind = "moves@parallel"
	}
	t, b := c.comparisonTable(id, kind, whole)
	t.Columns = []document.Column{{Wrap: true}, {Align: document.AlignDecimal, Wrap: true}, {Align: document.AlignDecimal, Wrap: true}, {Align: document.AlignDecimal}, {Align: document.AlignCenter}, {Align: document.AlignDecimal}}
	t.Head = [][]document.Cell{{b.head("score"), b.markdown(v.Before), b.markdown(v.After), b.head("difference"), b.head("interval"), b.head("p-holm")}}
	reversed := ""
	for _, m := range v.Moves {
		name := b.markdown(words.Capital(m.Label))
		if m.IsItem {
			text := words.Capital(m.Name)
			if m.Labelled() {
				text += `\. ` + m.Label
			}
			if m.Reversed {
				text += `\*`
				reversed = c.wording[b.lang].Get("note.reversed")
			}
			name = b.markdown(text)
		} else {
			for i := range name.Text {
				name.Text[i].Style |= document.Bold
			}
		}
		t.Rows = append(t.Rows, []document.Cell{name, b.value(m.From.Mean, 2), b.value(m.To.Mean, 2), b.value(m.Difference, 2), b.interval(m.CI95, 2), b.p(m.PHolm)})
	}
	t.Note = b.note(c.wording[b.lang].Line("note.moves", v), reversed)
	return t
}
