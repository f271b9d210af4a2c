package report

import (
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/analysis"
	"wogreport/internal/charts"
	"wogreport/internal/compare"
	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/study"
	"wogreport/internal/view"
	"wogreport/internal/words"
)

// ComposeComparison fills the template of a comparison with what the cohorts
// of a study show beside each other. The document is nil when a diagnostic is
// an error.
func ComposeComparison(st *study.Study, cmp *compare.Comparison, opt Options) (*document.Document, diag.List) {
	own := *st
	own.Kind, own.Sections, own.Responses.Synthetic = "comparison", nil, cmp.Synthetic
	c := newComposer(&own, opt)
	if !c.loadWords() {
		return nil, c.diags
	}
	title, short := lang.Text{}, lang.Text{}
	for _, l := range own.Languages {
		title[l] = c.wording[l].Line("title.comparison", st.Title.In(l))
		if st.ShortTitle.In(l) != "" {
			short[l] = c.wording[l].Line("title.comparison", st.ShortTitle.In(l))
		}
	}
	own.Title, own.ShortTitle = title, short
	for _, l := range own.Languages {
		v := view.NewComparison(&own, cmp, l, c.wording[l])
		v.Comparison.Official = st.Kind == "evaluation"
		v.Comparison.Signed = v.Comparison.Official && len(st.Signatures) > 0
		c.views[l] = v
	}
	c.drawComparison()
	doc := c.document()
	if c.diags.HasErrors() {
		return nil, c.diags
	}
	return doc, c.diags
}

// drawComparison draws the charts that a text names, which may have several pages.
func (c *composer) drawComparison() {
	v := c.views[c.body].Comparison
	c.compared = map[string][]charts.Figure{"figure:heat": c.heatCharts(v), "figure:trend": c.trendCharts(v)}
	for _, s := range v.Constructs {
		c.compared["figure:scores/"+s.ID] = c.scoresCharts(v, s)
	}
	links := func(id string) (out []string) {
		for i := range c.compared[id] {
			out = append(out, "[](#"+pageID(id, i)+")")
		}
		return out
	}
	for _, v := range c.views {
		v.Comparison.HeatCharts, v.Comparison.TrendCharts = links("figure:heat"), links("figure:trend")
		for _, s := range v.Comparison.Constructs {
			v.Comparison.ScoreCharts = append(v.Comparison.ScoreCharts, links("figure:scores/"+s.ID)...)
		}
	}
}

// pageID is the id of a page of a chart.
func pageID(id string, page int) string {
	if page > 0 {
		id += "-" + strconv.Itoa(page+1)
	}
	return id
}

// placeComparison places a figure or a table of a comparison.
func (c *composer) placeComparison(kind, name string) []document.Block {
	v := c.views[c.body].Comparison
	id := kind + ":" + name
	switch what, construct, _ := strings.Cut(id, "/"); what {
	case "table:cohorts":
		return c.placeAs(id, func() *document.Table { return c.cohortsTable(id, v) })
	case "table:statements":
		return c.placeAs(id, func() *document.Table { return c.statementsTable(id, v) })
	case "table:moves":
		return c.placeAs(id, func() *document.Table { return c.movesTable(id, v) })
	case "figure:heat":
		return c.placePages(id, "heat", 0, c.compared[id])
	case "figure:trend":
		return c.placePages(id, "trend", 0, c.compared[id])
	case "table:scores", "figure:scores":
		if id == "table:scores" && len(v.Constructs) > 1 {
			return c.scoresTables(v)
		}
		var out []document.Block
		for i, s := range v.Constructs {
			switch own := what + "/" + s.ID; {
			case construct != "" && construct != s.ID:
			case kind == "table":
				out = append(out, c.placeAs(own, func() *document.Table { return c.scoresTable(own, v, i) })...)
				if construct == "" {
					c.alsoNamed(what, own)
				}
			default:
				out = append(out, c.placePages(own, "scores", i, c.compared[own])...)
			}
		}
		if out != nil {
			return out
		}
	}
	c.problem("unknown-comparison", "a comparison has no "+strconv.Quote(id), "there are table:cohorts, table:statements, table:moves, table:scores, figure:scores, figure:heat and figure:trend")
	return nil
}

// placePages places a chart that may have several pages, about all constructs
// or one of them; the first page's label is that of all.
func (c *composer) placePages(id, words string, construct int, figures []charts.Figure) []document.Block {
	about := func(v *view.View, part int) view.ComparisonPartView {
		m := view.ComparisonPartView{Comparison: v.Comparison, Part: part}
		if construct < len(v.Comparison.Constructs) {
			m.Construct = v.Comparison.Constructs[construct]
		}
		return m
	}
	var out []document.Block
	for i, f := range figures {
		own, part := pageID(id, i), 0
		if !c.claim(own) {
			continue
		}
		if len(figures) > 1 {
			part = i + 1
		}
		f.Alt = c.plain(c.wording[c.body].Line("alt."+words, about(c.views[c.body], part)))
		out = append(out, c.figure(own, f, "caption."+words, func(v *view.View) any { return about(v, part) }, scoreTables(words, id)...))
	}
	return out
}

// scoreTables are the tables that have the numbers of a chart: those of scores by
// cohort; no table has those of items by cohort, or of periods.
func scoreTables(words, id string) []string {
	if words != "scores" {
		return nil
	}
	return []string{"table:scores/" + strings.TrimPrefix(id, "figure:scores/")}
}

// onScales are the constructs by the ends of their scale: what shares an axis.
func onScales(v *view.ComparisonView) [][]*view.ScoreView {
	var out [][]*view.ScoreView
next:
	for _, cv := range v.Constructs {
		for i := range out {
			if out[i][0].Min == cv.Min && out[i][0].Max == cv.Max {
				out[i] = append(out[i], cv)
				continue next
			}
		}
		out = append(out, []*view.ScoreView{cv})
	}
	return out
}

// scoresCharts are the cohorts' means of a construct with their intervals.
func (c *composer) scoresCharts(v *view.ComparisonView, s *view.ScoreView) []charts.Figure {
	w := c.wording[c.body]
	d := charts.Means{
		Min: s.Min, Max: s.Max, AxisLabel: w.Get("axis.mean"), NoteHead: c.plain(w.Get("head.mean")),
		FormatTick: func(n int) string { return lang.Int(c.body, n) },
	}
	for i, score := range s.Scores {
		row := charts.MeanRow{Label: c.plain(v.Cohorts[i].Name), Note: c.mark(score.Mean)}
		if row.Mean, row.Shown = score.Mean.Get(); row.Shown {
			row.Note = lang.Number(c.body, row.Mean, 2)
		}
		row.Low, row.High, row.Interval = ofInterval(score.CI95)
		d.Rows = append(d.Rows, row)
	}
	return charts.MeansPages(d, c.opt.Item, c.opt.MaxItemHeight)
}

// mark stands in a chart for a value that there is none of; "" for one that is.
func (c *composer) mark(v analysis.Value) string {
	switch _, ok := v.Get(); {
	case ok:
		return ""
	case v.Reason() == analysis.Withheld:
		return c.wording[c.body].Get("word.withheld")
	}
	return undefinedMark
}

func ofInterval(i analysis.Interval) (low, high float64, ok bool) {
	low, ok1 := i.Low.Get()
	high, ok2 := i.High.Get()
	return low, high, ok1 && ok2
}

// heatCharts have a row for each item and a column for each cohort. An item is named as in
// the charts of a report: by its number, and its label where it has one.
func (c *composer) heatCharts(v *view.ComparisonView) []charts.Figure {
	var names []string
	for _, cohort := range v.Cohorts {
		names = append(names, c.plain(cohort.Name))
	}
	var out []charts.Figure
	for _, group := range onScales(v) {
		d := charts.HeatMap{
			Min: group[0].Min, Max: group[0].Max,
			FormatValue: func(x float64) string { return lang.Number(c.body, x, 2) },
			FormatTick:  func(n int) string { return lang.Int(c.body, n) },
		}
		d.Common, d.Columns = begun(names)
		for _, cv := range group {
			for _, it := range cv.Items {
				row := charts.HeatRow{Label: lang.Int(c.body, it.Number)}
				if it.Labelled {
					row.Label += ". " + c.plain(it.Label)
				}
				if it.Reversed { // the table of statements, which the numbers lead to, says what the mark means
					row.Label += "*"
				}
				for i := range v.Cohorts {
					x, _ := it.Means[i].Get()
					row.Values, row.Marks = append(row.Values, x), append(row.Marks, c.mark(it.Means[i]))
				}
				d.Rows = append(d.Rows, row)
			}
		}
		out = append(out, charts.HeatMapPages(d, c.opt.Summary, c.opt.MaxSummaryHeight)...)
	}
	return out
}

// begun parts names from the words that all of them begin with: "Angkatan" of Angkatan I
// and Angkatan II. Of each something is left.
func begun(names []string) (common string, rest []string) {
	var words [][]string
	for _, n := range names {
		words = append(words, strings.Fields(n))
	}
	k := 0
	for len(words) > 1 && !slices.ContainsFunc(words, func(w []string) bool { return len(w) < k+2 || w[k] != words[0][k] }) {
		k++
	}
	for _, w := range words {
		rest = append(rest, strings.Join(w[k:], " "))
	}
	if k > 0 {
		common = strings.Join(words[0][:k], " ")
	}
	return common, rest
}

// trendCharts are the constructs' means over the periods; none without periods.
func (c *composer) trendCharts(v *view.ComparisonView) []charts.Figure {
	if len(v.Periods) == 0 {
		return nil
	}
	var out []charts.Figure
	for _, group := range onScales(v) {
		d := charts.Trend{
			Min: group[0].Min, Max: group[0].Max, AxisLabel: c.wording[c.body].Get("axis.mean"),
			FormatTick: func(n int) string { return lang.Int(c.body, n) },
		}
		for _, p := range v.Periods {
			d.Periods = append(d.Periods, c.plain(p))
		}
		for _, cv := range group {
			s := charts.TrendSeries{Label: words.Capital(c.plain(cv.Label))}
			for _, p := range cv.ByPeriod {
				var pt charts.TrendPoint
				pt.Mean, pt.Shown = p.Mean.Get()
				pt.Low, pt.High, pt.Interval = ofInterval(p.Interval(0.95))
				s.Points = append(s.Points, pt)
			}
			d.Series = append(d.Series, s)
		}
		out = append(out, charts.TrendCharts(d, c.opt.Summary)...)
	}
	return out
}
