package report

import (
	"math"
	"strconv"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/analysis"
	"wogreport/internal/charts"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/view"
	"wogreport/internal/words"
)

// groupCounts are a group's answers to an item as reports show them; nil where they are
// not shown. n is how many answered.
func groupCounts(cv *view.ConstructView, g analysis.GroupStatistics) (counts []int, n int) {
	if g.Answered == nil {
		return nil, 0
	}
	for _, points := range cv.Ranges {
		sum := 0
		for _, p := range points {
			sum += g.Answered[p]
		}
		counts, n = append(counts, sum), n+sum
	}
	return counts, n
}

// groupAnswers has how often each group gave each answer to each item.
func (c *composer) groupAnswers(id string, x *view.GroupedView) *document.Table {
	if !x.Grouping.Answered {
		return nil
	}
	cv := x.Construct
	t, b := c.groupTable(id, "group-answers", x)
	t.Columns = []document.Column{{Wrap: true}}
	t.Head = [][]document.Cell{{b.head("item-and-group")}}
	answerColumns(t, b, cv)
	for i, it := range x.Items {
		head := b.item(cv.Items[i])
		head.Span = len(t.Columns)
		t.Rows = append(t.Rows, []document.Cell{head})
		for k, g := range it.Groups {
			row := []document.Cell{b.group(x, k)}
			row[0].In = true
			if i > 0 {
				row[0].Second = nil // which the first rows have said
			}
			counts, n := groupCounts(cv, g)
			percents, _ := groupPercents(x, counts, n)
			for a := range cv.Answers {
				switch {
				case counts == nil:
					row = append(row, b.value(g.N, 0))
				case n == 0:
					row = append(row, b.int(0))
				default:
					between := " "
					if cv.Stacked() {
						between = "\n"
					}
					percent := words.Percent(b.lang, percents[a], 1)
					if between == " " {
						percent = "(" + percent + ")"
					}
					row = append(row, textCell(lang.Int(b.lang, counts[a])+between+percent))
				}
			}
			t.Rows = append(t.Rows, append(row, b.value(g.N, 0)))
		}
	}
	t.Note = b.note(c.wording[b.lang].Line("note.group-answers", x))
	return t
}

// groupPercents are the percents of a group's answers, and those that are printed without decimals.
func groupPercents(x *view.GroupedView, counts []int, n int) (percents, whole []float64) {
	if n == 0 {
		return nil, nil
	}
	if x.Grouping.Adjusted {
		return view.AdjustedPercents(counts, n)
	}
	for _, count := range counts {
		percents = append(percents, 100*float64(count)/float64(n))
	}
	return percents, percents
}

// answerFigures are the charts of the groups' answers to the items of a construct.
func (c *composer) answerFigures(x *view.GroupedView, style charts.Style) []charts.Figure {
	d := c.groupsAnswer[answerFigureName(x, 0)]
	if d == nil {
		return nil
	}
	height := c.opt.MaxSummaryHeight
	if c.opt.PairHeight > 0 { // many come in a row, and two fill a page
		height = c.opt.PairHeight
	}
	return charts.SummaryPages(*d, style, height, 0)
}

// answerRows is how high the rows of these charts are, times those of a summary: the groups of
// an item stand together under its name. answerSizes are the sizes of type that are tried.
const answerRows = 0.7

var answerSizes = [...]vg.Length{0, 8.5, 8}

// answerStyle is the style of all of them: of the sizes the greatest with which they take the
// fewest pages, since many come in a row and no text fills what they leave of a page.
func (c *composer) answerStyle() charts.Style {
	style := c.opt.Summary
	style.Rows = answerRows
	if c.opt.FigurePages == nil {
		return style
	}
	best, fewest := style, math.MaxInt
	for _, style.Size = range answerSizes {
		n := 0
		for _, g := range c.views[c.body].Groups {
			var heights []vg.Length
			for _, x := range g.Compared {
				for _, f := range c.answerFigures(x, style) {
					heights = append(heights, f.Height)
				}
			}
			n += c.opt.FigurePages(heights)
		}
		if n < fewest {
			best, fewest = style, n
		}
	}
	return best
}

// answersOf is what they show.
func (c *composer) answersOf(x *view.GroupedView) charts.Diverging {
	cv, w := x.Construct, c.wording[c.body]
	d := *c.summarised[cv.ID]
	d.Rows = nil
	d.Alt = document.Plain(c.inline(c.body, w.Line("alt.group-answers", x)))
	for i, it := range x.Items {
		d.Rows = append(d.Rows, charts.DivergingRow{Head: true, Label: c.itemLabel(cv.Items[i])})
		for k, g := range it.Groups {
			row := charts.DivergingRow{Label: c.plain(x.Grouping.Names[k])}
			counts, n := groupCounts(cv, g)
			if counts == nil {
				row.Label += " (" + c.plain(w.Get("word.not-shown")) + ")"
			} else {
				row.Label += " (n = " + lang.Int(c.body, n) + ")"
			}
			percents, whole := groupPercents(x, counts, n)
			row.Percents = percents
			for _, p := range whole {
				row.Texts = append(row.Texts, lang.Percent(c.body, p, 0))
			}
			if x.Grouping.Adjusted {
				row.Whole = whole
			}
			d.Rows = append(d.Rows, row)
		}
	}
	return d
}

// answerFigureName names the i-th of these charts.
func answerFigureName(x *view.GroupedView, i int) string {
	name := "group-answers-" + x.Grouping.ID
	if x.Construct.Several {
		name += "-" + x.Construct.ID
	}
	if i > 0 {
		name += "-" + strconv.Itoa(i+1)
	}
	return name
}

// placeAnswerFigures places the charts of the groups' answers: of all groupings, of one,
// or of one in a construct.
func (c *composer) placeAnswerFigures(grouping, construct string) []document.Block {
	var out []document.Block
	for _, g := range c.groupings("figure:group-answers", grouping) {
		for _, cv := range c.chosen("figure:group-answers/"+g.ID, construct) {
			x := c.views[c.body].FindCompared(g.ID, cv.ID)
			if x == nil {
				continue
			}
			pages := c.answered[answerFigureName(x, 0)]
			for i, f := range pages {
				id := "figure:" + answerFigureName(x, i)
				if !c.claim(id) {
					continue
				}
				var part any = ""
				if len(pages) > 1 {
					part = i + 1
				}
				figure := c.figure(id, f, "caption.group-answers-chart", func(v *view.View) any {
					return withPart{v.FindCompared(g.ID, cv.ID), part}
				}, "table:group-answers/"+g.ID+"/"+cv.ID)
				figure.Note = c.summaryNote(c.groupsAnswer[answerFigureName(x, 0)], f, cv, false)
				out = append(out, figure)
				if i == 0 {
					c.alsoNamed("figure:group-answers/"+g.ID+"/"+cv.ID, id)
				}
			}
		}
	}
	return out
}

// withPart fills the caption of one of several charts.
type withPart struct {
	*view.GroupedView
	part any
}

// Arg is what stands in the places of the caption.
func (p withPart) Arg(name string) (any, bool) {
	if name == "part" {
		return p.part, true
	}
	return p.GroupedView.Arg(name)
}
