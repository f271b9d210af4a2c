package report

import (
	"strconv"

	"wogreport/internal/charts"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/view"
	"wogreport/internal/words"
)

// groupFigures are the charts of a grouping: the mean score of each group in
// each construct. Constructs with other ends of their scale have a chart of
// their own.
func (c *composer) groupFigures(g *view.GroupingView) []charts.Figure {
	if !g.Comparable() {
		return nil
	}
	type ends struct{ min, max int }
	var order []ends
	on := map[ends][]*view.GroupedView{}
	for _, cv := range g.Compared {
		e := ends{cv.Construct.Min(), cv.Construct.Max()}
		if on[e] == nil {
			order = append(order, e)
		}
		on[e] = append(on[e], cv)
	}
	w := c.wording[c.body]
	var out []charts.Figure
	for _, e := range order {
		d := charts.Means{
			Min: e.min, Max: e.max, AxisLabel: w.Get("axis.mean"), NoteHead: c.plain(w.Get("head.mean")),
			FormatTick: func(n int) string { return lang.Int(c.body, n) },
			Alt:        document.Plain(c.inline(c.body, w.Line("alt.groups", view.GroupPartView{Grouping: g, Compared: on[e]}))),
		}
		rows := map[string][2]int{}
		for _, cv := range on[e] {
			from := len(d.Rows)
			if cv.Construct.Several {
				d.Rows = append(d.Rows, charts.MeanRow{Head: true, Label: words.Capital(c.plain(cv.Construct.Label))})
			}
			for i, x := range cv.Score.Groups {
				row := charts.MeanRow{Label: c.plain(g.Names[i]), Note: undefinedMark}
				if row.Mean, row.Shown = x.Mean.Get(); row.Shown {
					row.Note = lang.Number(c.body, row.Mean, 2)
				}
				var ok bool
				if row.Low, ok = x.MeanCI95.Low.Get(); ok {
					row.High, row.Interval = x.MeanCI95.High.Get()
				}
				d.Rows = append(d.Rows, row)
			}
			rows[cv.Construct.ID] = [2]int{from, len(d.Rows)}
		}
		for i, page := range charts.MeansRows(d, c.opt.Item, c.opt.MaxItemHeight) {
			for _, cv := range on[e] {
				if r := rows[cv.Construct.ID]; page[0] < r[1] && r[0] < page[1] {
					link := "[](#figure:" + groupFigureName(g, len(out)+i) + ")"
					c.eachCompared(g.ID, cv.Construct.ID, func(x *view.GroupedView) { x.MeanCharts = append(x.MeanCharts, link) })
				}
			}
		}
		out = append(out, charts.MeansPages(d, c.opt.Item, c.opt.MaxItemHeight)...)
	}
	return out
}

// eachCompared visits a comparison in the views of all languages.
func (c *composer) eachCompared(grouping, construct string, visit func(*view.GroupedView)) {
	for _, v := range c.views {
		visit(v.FindCompared(grouping, construct))
	}
}

// importanceFigure is the chart of the quadrants, or none.
func (c *composer) importanceFigure() (charts.Figure, bool) {
	v := c.views[c.body]
	if v.Importance == nil || !v.Importance.Placed() {
		return charts.Figure{}, false
	}
	w, p := c.wording[c.body], v.Importance
	d := charts.Quadrants{
		XLabel: c.plain(w.Get("head.performance")), YLabel: c.plain(w.Get("head.importance")),
		FormatTick: func(x float64, decimals int) string { return lang.Number(c.body, x, decimals) },
		Alt:        document.Plain(c.inline(c.body, w.Line("alt.importance", v))),
	}
	d.CrossX, _ = p.PerformanceAxis.Get()
	d.CrossY, _ = p.ImportanceAxis.Get()
	for i, name := range []string{"concentrate", "keep-up", "low-priority", "overkill"} {
		d.Corners[i] = c.plain(w.Get("word.quadrant-" + name))
	}
	for i, pair := range p.Pairs {
		x, ok1 := pair.PerformanceMean.Get()
		y, ok2 := pair.ImportanceMean.Get()
		if !ok1 || !ok2 {
			continue
		}
		cv := pair.Item.Construct
		if i == 0 || float64(cv.Min()) < d.Min {
			d.Min = float64(cv.Min())
		}
		d.Max = max(d.Max, float64(cv.Max()))
		d.Points = append(d.Points, charts.QuadrantPoint{X: x, Y: y, Label: strconv.Itoa(pair.Item.Number)})
	}
	return charts.QuadrantChart(d, c.opt.Item), true
}

// groupFigureName names the i-th chart of a grouping.
func groupFigureName(g *view.GroupingView, i int) string {
	name := "groups-" + g.ID
	if i > 0 {
		name += "-" + strconv.Itoa(i+1)
	}
	return name
}
