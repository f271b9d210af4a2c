package report

import (
	"wogreport/internal/charts"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/view"
	"wogreport/internal/words"
)

// scoreClassesTable says how many respondents fall into each class of a construct's score.
func (c *composer) scoreClassesTable() *document.Table {
	v := c.views[c.body]
	if !v.Scored() {
		return nil
	}
	t, b := c.wholeTable("table:scores", "score-table")
	t.Columns = []document.Column{{Wrap: true}, {}, {Align: document.AlignRight}, {Align: document.AlignDecimal}}
	t.Head = [][]document.Cell{{b.head("score-class"), b.head("score-limits"), b.head("n"), b.head("percent-of")}}
	for i, cv := range v.Constructs {
		if cv.Several {
			head := b.markdown("**" + words.Capital(cv.Label) + "**")
			if b.second != "" {
				if s := words.Capital(c.views[b.second].Constructs[i].Label); s != words.Capital(cv.Label) {
					head.Second = b.inline(b.second, s)
				}
			}
			head.Span = len(t.Columns)
			t.Rows = append(t.Rows, []document.Cell{head})
		}
		for j, x := range cv.Scores.Classes {
			name := b.markdown(x.Name)
			if b.second != "" {
				if s := c.views[b.second].Constructs[i].Scores.Classes[j].Name; s != x.Name {
					name.Second = b.inline(b.second, s)
				}
			}
			t.Rows = append(t.Rows, []document.Cell{name, textCell(x.Limits), b.int(x.N), b.share(x.Percent)})
		}
	}
	t.Note = b.note(c.wording[b.lang].Line("note.score-table", v))
	return t
}

// normalityTable has the tests of how the scores are distributed.
func (c *composer) normalityTable() *document.Table {
	v := c.views[c.body]
	if !v.AnyHistogram() {
		return nil
	}
	t, b := c.wholeTable("table:normality", "normality")
	t.Columns = []document.Column{{Wrap: true}, {Align: document.AlignRight}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}}
	t.Head = [][]document.Cell{{b.head("relation-construct"), b.head("n"), b.head("shapiro-wilk-w"), b.head("p"), b.head("lilliefors-d"), b.head("p")}}
	for i, cv := range v.Constructs {
		x := cv.Scores.Normality
		t.Rows = append(t.Rows, []document.Cell{b.construct(i), b.int(cv.Scores.N), b.value(x.W, 3), b.p(x.WP), b.value(x.D, 3), b.p(x.DP)})
	}
	t.Note = b.note(c.wording[b.lang].Line("note.normality", v))
	return t
}

// The kinds of charts of scores, as directives name them.
const (
	scoreClasses   = "score-classes"
	scoreHistogram = "score-histogram"
)

// scoreFigures draws the charts of every construct's scores, by their names.
func (c *composer) scoreFigures() []NamedFigure {
	var out []NamedFigure
	for _, cv := range c.views[c.body].Constructs {
		if cv.Scores == nil {
			continue
		}
		out = append(out, NamedFigure{scoreFigureName(scoreClasses, cv), c.scoreBars(cv)})
		if len(cv.Scores.Histogram) > 0 {
			out = append(out, NamedFigure{scoreFigureName(scoreHistogram, cv), c.histogram(cv)})
		}
	}
	return out
}

func scoreFigureName(kind string, cv *view.ConstructView) string {
	if cv.Several {
		return kind + "-" + cv.ID
	}
	return kind
}

// scoreBars are the respondents in each class, the lowest first.
func (c *composer) scoreBars(cv *view.ConstructView) charts.Figure {
	w := c.wording[c.body]
	b := charts.Bars{
		AxisLabel:  w.Get("axis.count"),
		FormatTick: func(n int) string { return lang.Int(c.body, n) },
		Alt:        document.Plain(c.inline(c.body, w.Line("alt."+scoreClasses, cv))),
	}
	for _, other := range c.views[c.body].Constructs { // one scale for all
		if other.Scores != nil {
			for _, x := range other.Scores.Classes {
				b.Most = max(b.Most, x.N)
			}
		}
	}
	k := len(cv.Scores.Classes)
	for i := range k {
		x := cv.Scores.Classes[k-1-i]
		b.Categories, b.Counts = append(b.Categories, c.plain(x.Name)), append(b.Counts, x.N)
		text := lang.Int(c.body, x.N)
		if p, ok := x.Percent.Get(); ok {
			text += " (" + lang.Percent(c.body, p, 1) + ")"
		}
		b.Texts, b.Tone = append(b.Texts, text), append(b.Tone, 2*i+1-k)
	}
	return charts.ItemBars(b, c.opt.Item)
}

// histogram is the distribution of a construct's scores beside the normal one.
func (c *composer) histogram(cv *view.ConstructView) charts.Figure {
	w := c.wording[c.body]
	h := charts.Histogram{
		AxisLabel: w.Get("axis.count"), ScoreLabel: w.Get("axis.score"), LineLabel: w.Get("axis.normal"),
		Format: func(n int) string { return lang.Int(c.body, n) },
		Alt:    document.Plain(c.inline(c.body, w.Line("alt."+scoreHistogram, cv))),
	}
	for _, b := range cv.Scores.Histogram {
		h.Bars = append(h.Bars, charts.HistogramBar{From: b.From, To: b.To, N: b.N})
	}
	h.Mean, _ = cv.ScaleMean.Get()
	h.SD, _ = cv.ScaleSD.Get()
	return charts.DrawHistogram(h, c.opt.Item)
}

// placeScoreFigures places a chart of the scores, of one construct or of each that has it.
func (c *composer) placeScoreFigures(kind, construct string) []document.Block {
	var out []document.Block
	for _, cv := range c.chosen("figure:"+kind, construct) {
		f, ok := c.scored[scoreFigureName(kind, cv)]
		id := "figure:" + kind + "/" + cv.ID
		if !ok || !c.claim(id) {
			continue
		}
		out = append(out, c.figure(id, f, "caption."+kind, func(v *view.View) any { return v.FindConstruct(cv.ID) }, map[string]string{scoreClasses: "table:scores", scoreHistogram: "table:normality"}[kind]))
		c.alias("figure:"+kind, id, cv)
	}
	return out
}
