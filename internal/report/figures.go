package report

import (
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/charts"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/view"
	"wogreport/internal/words"
)

// NamedFigure is a figure with the name its file gets.
type NamedFigure struct {
	Name string // "P1", "summary", "summary-2"
	charts.Figure
}

// figures draws the charts of all items and the summaries, each once.
func (c *composer) figures() []NamedFigure {
	var out []NamedFigure
	v := c.views[c.body]
	for _, it := range v.Items {
		c.drawn[it.ID] = c.drawItem(it)
		out = append(out, NamedFigure{it.ID, c.drawn[it.ID]})
	}
	c.divergingCharts()
	style, answers := c.summaryStyle(v.Constructs), c.answerStyle()
	if len(c.groupsAnswer) > 0 { // in one type all have one zero line
		style.Size = smallerType(style.Size, answers.Size)
		answers.Size = style.Size
	}
	c.writeAlike(style, answers)
	for _, cv := range v.Constructs {
		c.summaries[cv.ID] = c.drawSummary(cv, style)
		for i, f := range c.summaries[cv.ID] {
			name := summaryName(cv, i)
			out = append(out, NamedFigure{name, f})
			for _, v := range c.views {
				x := v.FindConstruct(cv.ID)
				x.SummaryCharts = append(x.SummaryCharts, "[](#figure:"+name+")")
			}
		}
	}
	for _, g := range v.Groups {
		c.grouped[g.ID] = c.groupFigures(g)
		for i, f := range c.grouped[g.ID] {
			out = append(out, NamedFigure{groupFigureName(g, i), f})
		}
		for _, x := range g.Compared {
			pages := c.answerFigures(x, answers)
			c.answered[answerFigureName(x, 0)] = pages
			for i, f := range pages {
				name := answerFigureName(x, i)
				out = append(out, NamedFigure{name, f})
				c.eachCompared(g.ID, x.ID, func(x *view.GroupedView) { x.AnswerCharts = append(x.AnswerCharts, "[](#figure:"+name+")") })
			}
		}
	}
	if f, ok := c.importanceFigure(); ok {
		c.quadrants = &f
		out = append(out, NamedFigure{"importance", f})
	}
	for _, f := range append(c.profileFigures(), c.scoreFigures()...) {
		c.scored[f.Name] = f.Figure
		out = append(out, f)
	}
	for _, v := range c.views {
		for _, p := range v.Profile {
			if p.Chart {
				v.ProfileCharts = append(v.ProfileCharts, "[](#figure:profile-"+p.ID+")")
			}
		}
		for _, x := range v.Constructs {
			if x.Scores != nil {
				v.ScoreCharts = append(v.ScoreCharts, "[](#figure:"+scoreClasses+"/"+x.ID+")")
			}
		}
	}
	c.related = c.relationFigures()
	for i, f := range c.related {
		out = append(out, NamedFigure{pageID("relations", i), f})
		for _, v := range c.views {
			v.RelationCharts = append(v.RelationCharts, "[](#figure:"+pageID("relations", i)+")")
		}
	}
	return out
}

// drawItem is the bar chart of one item in the document's body language.
func (c *composer) drawItem(it *view.ItemView) charts.Figure {
	w := c.wording[c.body]
	b := charts.Bars{
		AxisLabel:  w.Get("axis.count"),
		FormatTick: func(n int) string { return lang.Int(c.body, n) },
		Alt:        document.Plain(c.inline(c.body, w.Line("alt.item", it))),
	}
	for _, other := range it.Construct.Items {
		for _, a := range other.Answers {
			if !a.Hidden {
				b.Most = max(b.Most, a.Count)
			}
		}
	}
	for sign, side := range map[int]view.Answers{-1: it.Below, 1: it.Above} {
		if side.Points > 1 && it.N > 0 {
			of := charts.Bracket{From: slices.Index(it.Construct.Sides, sign), To: lastIndex(it.Construct.Sides, sign)}
			of.Text = lang.Int(c.body, side.Count) + " (" + words.Percent(c.body, side.Percent, 1) + ")"
			b.Brackets = append(b.Brackets, of)
		}
	}
	slices.SortFunc(b.Brackets, func(a, b charts.Bracket) int { return a.From - b.From })
	for i, a := range it.Answers {
		b.Categories = append(b.Categories, c.plain(a.Label))
		b.Counts = append(b.Counts, a.Count)
		s := lang.Int(c.body, a.Count)
		if a.Hidden {
			s = c.plain(w.Get("word.not-shown"))
		} else if it.N > 0 {
			s += " (" + words.Percent(c.body, a.Percent, 1) + ")"
		}
		b.Texts = append(b.Texts, s)
		b.Tone, b.Hidden = append(b.Tone, it.Construct.Sides[i]), append(b.Hidden, a.Hidden)
	}
	return charts.ItemBars(b, c.opt.Item)
}

func lastIndex(signs []int, sign int) int {
	for i := len(signs) - 1; i >= 0; i-- {
		if signs[i] == sign {
			return i
		}
	}
	return -1
}

// tighter are the styles that summary charts are tried with, the roomiest first: their rows
// become lower, and then their type smaller, of the sizes, in points.
func (c *composer) tighter(sizes ...vg.Length) []charts.Style {
	style := c.opt.Summary
	var out []charts.Style
	for _, style.Rows = range []float64{1, 0.9, 0.8, 0.72} {
		out = append(out, style)
	}
	for _, style.Size = range sizes {
		out = append(out, style)
	}
	return out
}

// summaryStyle is the style of all summary charts. Their rows are made as much lower as
// lets two of them share a page, each under its head, and a single one stand where half a page
// is left; then the type of several smaller, if that is enough.
func (c *composer) summaryStyle(cs []*view.ConstructView) charts.Style {
	if c.opt.PairHeight <= 0 {
		return c.opt.Summary
	}
	var sizes []vg.Length
	if len(cs) > 1 {
		sizes = []vg.Length{8.5, 8, 7.5, 7}
	}
	for _, style := range c.tighter(sizes...) {
		if !slices.ContainsFunc(cs, func(cv *view.ConstructView) bool {
			figures := c.drawSummary(cv, style)
			return len(figures) > 1 || figures[0].Height > c.opt.PairHeight-c.opt.HeadRoom
		}) {
			return style
		}
	}
	return c.opt.Summary
}

// drawSummary are the charts of all items of a construct, several where one
// page cannot hold them legibly. The constructs' have one axis.
func (c *composer) drawSummary(cv *view.ConstructView, style charts.Style) []charts.Figure {
	return charts.SummaryPages(*c.summarised[cv.ID], style, c.opt.MaxSummaryHeight, c.opt.PairHeight)
}

// divergingCharts are what all charts of shares on two sides show, those of groups by the
// names of their first pages: they have one scale and one zero line.
func (c *composer) divergingCharts() {
	v := c.views[c.body]
	c.summarised, c.groupsAnswer = map[string]*charts.Diverging{}, map[string]*charts.Diverging{}
	var all []*charts.Diverging
	for _, cv := range v.Constructs {
		d := c.summaryOf(cv)
		c.summarised[cv.ID] = &d
		all = append(all, &d)
	}
	for _, g := range v.Groups {
		for _, x := range g.Compared {
			if x.Grouping.Answered {
				d := c.answersOf(x)
				if !slices.ContainsFunc(d.Rows, func(r charts.DivergingRow) bool { return len(r.Percents) > 0 }) {
					continue // no group's answers are shown
				}
				c.groupsAnswer[answerFigureName(x, 0)] = &d
				all = append(all, &d)
			}
		}
	}
	charts.Together(all)
}

// smallerType is the smaller of two sizes of type, of which 0 is the greatest.
func smallerType(a, b vg.Length) vg.Length {
	if a == 0 || b > 0 && b < a {
		return b
	}
	return a
}

// writeAlike lets all charts of shares, in their two styles, write the same shares.
func (c *composer) writeAlike(summaries, answers charts.Style) {
	from := 0.0
	for _, d := range c.summarised {
		from = max(from, d.WrittenFrom(summaries))
	}
	for _, d := range c.groupsAnswer {
		from = max(from, d.WrittenFrom(answers))
	}
	for _, all := range []map[string]*charts.Diverging{c.summarised, c.groupsAnswer} {
		for _, d := range all {
			d.Written = from
		}
	}
}

// summaryOf is what the summary chart of a construct shows.
func (c *composer) summaryOf(cv *view.ConstructView) charts.Diverging {
	w := c.wording[c.body]
	d := charts.Diverging{
		AxisLabel: w.Get("axis.percent"),
		FormatTick: func(p int) string {
			return lang.Percent(c.body, float64(max(p, -p)), 0)
		},
		Sides: cv.Sides,
		Alt:   document.Plain(c.inline(c.body, w.Line("alt.summary", cv))),
	}
	for _, a := range cv.Answers {
		d.Points = append(d.Points, c.plain(a.Label))
	}
	for _, it := range cv.Items {
		row := charts.DivergingRow{Label: c.itemLabel(it)}
		if it.Hidden() {
			row.Label += " (" + c.plain(w.Get("word.not-shown")) + ")"
		}
		for _, a := range it.Answers {
			if it.Hidden() {
				break // its bar would tell
			}
			row.Percents, row.Whole = append(row.Percents, a.Percent), append(row.Whole, lang.Round(a.Whole, 0))
			row.Texts = append(row.Texts, lang.Percent(c.body, a.Whole, 0))
		}
		d.Rows = append(d.Rows, row)
	}
	return d
}

// summaryNote is the note under a figure of a construct's answers: where printed percents do not
// add up, if they are to, and where an asterisk marks items whose bars show the answers as they were given.
func (c *composer) summaryNote(d *charts.Diverging, f charts.Figure, cv *view.ConstructView, sums bool) []document.Span {
	var said []string
	shown := d.Shown(f)
	if sums && shown.RoundedApart() {
		said = append(said, c.wording[c.body].Line("note.summary", nil))
	}
	if cv.AnyReversed() && slices.ContainsFunc(shown.Rows, func(r charts.DivergingRow) bool { return strings.Contains(r.Label, "*") }) {
		said = append(said, c.wording[c.body].Get("note.reversed-bars"))
	}
	if said == nil {
		return nil
	}
	return c.inline(c.body, strings.Join(said, " "))
}

// plain is Markdown as bare text, for a chart.
func (c *composer) plain(md string) string { return document.Plain(c.inline(c.body, md)) }
