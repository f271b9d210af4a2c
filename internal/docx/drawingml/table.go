package drawingml

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/document"
	"wogreport/internal/lang"
)

// table is a chart's numbers and words in the cells of its workbook, the only ones that
// it has. Heads stand in the first row, and under it a row for each category.
type table struct {
	chart   *document.Chart
	columns []column
	names   int // the column of the categories
	heads   int // that of the categories that are heads, and of the sums of the first sides; of what is written at means; -1 without
	hidden  int // that of the bars that are not seen, on which the others begin, or of the axis' end, at which means have their texts; -1 without
	lows    int // that of the axis' beginning, at which means have their names, -1 without
	lines   int // that of where their lines stand, -1 without
	rest    int // that of the bars that are not seen after the others, -1 without
	sums    int // that of the sums of the second sides, -1 without
	series  []seriesColumns
}

// seriesColumns are the columns of a series: of its numbers, their labels, how far the interval
// reaches below and above them, or where it ends, and, twice, where the lines of means stand; -1 without.
type seriesColumns struct{ values, labels, below, above, lines int }

// column is one of the table.
type column struct {
	head  string
	cells []cell
	form  string // the format of its numbers, "" for text
}

// cell is a number, a text or, without either, empty.
type cell struct {
	number float64
	text   string
	shown  bool // it is a number
}

// labelHead is over the labels of points. Most languages have the word.
const labelHead = "Label"

func newTable(c *document.Chart) *table {
	t := &table{chart: c, heads: -1, hidden: -1, lows: -1, lines: -1, rest: -1, sums: -1}
	means := c.Kind == document.ChartMeans
	names, heads, sums := column{head: text(c.Title)}, column{head: text(c.NoteHead)}, column{head: labelHead}
	for i, cat := range c.Categories {
		name, head := cell{text: text(strings.Join(cat.Lines, "\n"))}, cell{}
		if i < len(c.Ends) {
			head.text = text(c.Ends[i][0])
			sums.cells = append(sums.cells, cell{text: text(c.Ends[i][1])})
		}
		if means {
			head.text = text(c.Series[0].Points[i].Label)
		}
		if cat.Head && !means {
			name, head = cell{}, name
		}
		names.cells, heads.cells = append(names.cells, name), append(heads.cells, head)
	}
	hasHeads := slices.ContainsFunc(c.Categories, func(c document.ChartCategory) bool { return c.Head })
	hasSums := slices.ContainsFunc(c.Ends, func(e [2]string) bool { return e != [2]string{} })
	if hasHeads || hasSums || means {
		t.heads = t.add(heads)
	}
	t.names = t.add(names)
	if hasHeads || means || c.Kind == document.ChartStacked {
		t.hidden = t.add(t.starts())
	}
	if means {
		low := column{form: t.format()}
		for range c.Categories {
			low.cells = append(low.cells, t.number(c.Value.Min))
		}
		t.lows = t.add(low)
		t.lines = t.add(t.heights(func(int) bool { return true }))
	}
	for i := range c.Series {
		t.addSeries(&c.Series[i])
	}
	if c.Kind == document.ChartStacked {
		t.rest = t.add(t.rests())
		if hasSums {
			t.sums = t.add(sums)
		}
	}
	return t
}

func (t *table) add(c column) int {
	t.columns = append(t.columns, c)
	return len(t.columns) - 1
}

// starts are the bars that are not seen: up to where the others begin or, under a head and of
// means, as long as the axis.
func (t *table) starts() column {
	c, out := t.chart, column{form: t.format()}
	for i, cat := range c.Categories {
		switch {
		case cat.Head || c.Kind == document.ChartMeans:
			out.cells = append(out.cells, t.number(c.Value.Max-t.zero()))
		case c.Kind == document.ChartStacked:
			out.cells = append(out.cells, t.number(c.Starts[i]-t.zero()))
		default:
			out.cells = append(out.cells, cell{})
		}
	}
	return out
}

// heights are where the lines of means stand, from below, of those that are wanted.
func (t *table) heights(wanted func(i int) bool) column {
	out := column{head: "y", form: t.format()}
	n := len(t.chart.Categories)
	for i := range n {
		at := cell{}
		if wanted(i) {
			at = cell{number: float64(n-i) - 0.5, shown: true}
		}
		out.cells = append(out.cells, at)
	}
	return out
}

// rests are what is left of the axis after the bars.
func (t *table) rests() column {
	c, out := t.chart, column{form: t.format()}
	for i, cat := range c.Categories {
		rest := c.Value.Max - c.Starts[i]
		for _, s := range c.Series {
			if s.Points[i].Shown {
				rest -= s.Points[i].Value
			}
		}
		if cat.Head {
			out.cells = append(out.cells, cell{})
		} else {
			out.cells = append(out.cells, t.number(max(0, rest)))
		}
	}
	return out
}

// longestText is longer than any chart shows, in bytes; a cell holds 32,767 letters.
const longestText = 8000

// text is text that both parts can have.
func text(s string) string {
	if len(s) > longestText {
		s = s[:longestText] + "…"
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || r == utf8.RuneError {
			return -1
		}
		return r
	}, s)
}

// zero is the number where the axis of a stacked chart begins: what is on it is stacked
// from there, so that all bars grow to one side.
func (t *table) zero() float64 {
	if t.chart.Kind == document.ChartStacked {
		return t.chart.Value.Min
	}
	return 0
}

func (t *table) addSeries(s *document.ChartSeries) {
	form := t.format()
	values, labels := column{head: text(s.Name), form: form}, column{head: labelHead}
	below, above := column{head: "−", form: form}, column{head: "+", form: form}
	means := t.chart.Kind == document.ChartMeans
	if means {
		below.head, above.head = "≥", "≤"
	}
	labeled, interval := false, false
	for _, p := range s.Points {
		var v, l, low, high cell
		if p.Shown {
			v = t.number(p.Value)
		}
		if p.Shown && p.Label != "" && !means { // theirs stand at the right
			l, labeled = cell{text: text(p.Label)}, true
		}
		if p.Shown && p.Interval {
			// from the rounded number to the rounded end
			low, high = t.number(t.rounded(p.Value)-t.rounded(p.Low)), t.number(t.rounded(p.High)-t.rounded(p.Value))
			interval = true
			if means {
				low, high = t.number(p.Low), t.number(p.High)
			}
		}
		values.cells, labels.cells = append(values.cells, v), append(labels.cells, l)
		below.cells, above.cells = append(below.cells, low), append(above.cells, high)
	}
	out := seriesColumns{t.add(values), -1, -1, -1, -1}
	if labeled {
		out.labels = t.add(labels)
	}
	if interval {
		out.below, out.above = t.add(below), t.add(above)
	}
	if means {
		out.lines = t.add(t.heights(func(i int) bool { return s.Points[i].Shown }))
		if interval {
			t.add(t.heights(func(i int) bool { return s.Points[i].Interval }))
		}
	}
	t.series = append(t.series, out)
}

// rounded is a number with the decimals that its axis knows it with.
func (t *table) rounded(v float64) float64 { return lang.Round(v, t.chart.Value.Decimals) }

// number is a cell with a number; percents are shares of one, as workbooks have them.
func (t *table) number(v float64) cell {
	v = t.rounded(v)
	if t.chart.Value.Percent {
		v = lang.Round(v/100, t.chart.Value.Decimals+2)
	}
	return cell{number: v, shown: true}
}

// format is the number format of the chart's numbers.
func (t *table) format() string {
	form := "#,##0"
	if d := t.chart.Value.Decimals; d > 0 {
		form = "0." + "000000000000000"[:min(d, 15)]
	}
	if t.chart.Value.Percent {
		form += "%"
	}
	return form
}

// sheetName is that of the only sheet.
const sheetName = "Data"

// cells names those of a column, without its head.
func (t *table) cells(column int) string {
	return sheetName + "!" + absolute(column, 2) + ":" + absolute(column, max(1, len(t.columns[column].cells))+1)
}

func absolute(column, row int) string {
	name, _ := excelize.ColumnNumberToName(column + 1) // a column of ours has a name
	return "$" + name + "$" + strconv.Itoa(row)
}

// textOf refers to the text in a row of a column, or over the first.
func (t *table) textOf(column, row int) *textRef {
	r, s := &textRef{}, t.columns[column].head
	if row >= 0 {
		s = t.columns[column].cells[row].text
	}
	r.Ref.Formula = sheetName + "!" + absolute(column, row+2)
	r.Ref.Cache = textCache{Count: val{"1"}, Points: []cachedPoint{{0, s}}}
	return r
}

// pair refers to the numbers in a row of two columns, this and the next.
func (t *table) pair(column, row int) *numberRef {
	r := &numberRef{}
	r.Ref.Formula = sheetName + "!" + absolute(column, row+2) + ":" + absolute(column+1, row+2)
	r.Ref.Cache = numberCache{Format: t.columns[column].form, Count: val{"2"}}
	for i := range 2 {
		r.Ref.Cache.Points = append(r.Ref.Cache.Points, t.columns[column+i].cells[row].cached(i))
	}
	return r
}

// cached is a cell with a number as the i-th that a chart has of them.
func (c cell) cached(i int) cachedPoint {
	return cachedPoint{i, strconv.FormatFloat(c.number, 'f', -1, 64)}
}

// texts and numbers refer to a column and have what is in its cells, too.
func (t *table) texts(column int) *textRef {
	r := &textRef{}
	r.Ref.Formula, r.Ref.Cache = t.cells(column), t.textCache(column)
	return r
}

func (t *table) textCache(column int) textCache {
	cells := t.columns[column].cells
	out := textCache{Count: val{strconv.Itoa(len(cells))}}
	for i, c := range cells {
		if c.text != "" {
			out.Points = append(out.Points, cachedPoint{i, c.text})
		}
	}
	return out
}

func (t *table) numbers(column int) *numberRef {
	cells := t.columns[column].cells
	r := &numberRef{}
	r.Ref.Formula = t.cells(column)
	r.Ref.Cache = numberCache{Format: t.columns[column].form, Count: val{strconv.Itoa(len(cells))}}
	for i, c := range cells {
		if c.shown {
			r.Ref.Cache.Points = append(r.Ref.Cache.Points, c.cached(i))
		}
	}
	return r
}
