package workbook

import (
	"fmt"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/lang"
	"wogreport/internal/palette"
	"wogreport/internal/study"
	"wogreport/internal/words"
)

const (
	chartsKey = "charts"

	maxStacked  = 11 // the most scale points of a stacked chart
	maxBars     = 18 // the most items of one
	barsPerRow  = 3
	chartColumn = 47.0 // width of a column of the sheet, in letters
	chartWidth  = 325  // pixels, of a chart in one column
	chartRow    = 18   // pixels that excelize takes a row for
	rowPoints   = 15.0 // its height
	chartScale  = 75   // percent, in print; with room for fonts wider than Excel's
	pageRows    = 46   // that a printed page holds at this scale
)

// chartSheet places charts from the top down.
type chartSheet struct {
	*book
	name  string
	row   int // the next free row, from 1
	start int // the row that the printed page starts with
}

// writeCharts draws, for each construct, stacked bars of the percents of its
// items and the counts of each item. The charts show cells of other sheets.
func (b *book) writeCharts(name string, scale *sheet, frequencies []*frequencySheet) error {
	c := &chartSheet{book: b, name: name, row: 1, start: 1}
	// Spreadsheets pass over page breaks where a page is fitted to its width.
	percent, points, fixed := uint(chartScale), rowPoints, true
	if err := b.file.SetSheetProps(name, &excelize.SheetPropsOptions{DefaultRowHeight: &points, CustomHeight: &fixed}); err != nil {
		return err
	}
	if err := b.file.SetPageLayout(name, &excelize.PageLayoutOptions{AdjustTo: &percent}); err != nil {
		return err
	}
	if err := b.file.SetColWidth(name, "A", "C", chartColumn); err != nil {
		return err
	}
	rows := map[string]int{} // the row of a construct's first point on the sheet of scales
	for i := len(scale.rows) - 1; i >= 0; i-- {
		rows[scale.rows[i].cells[0].(string)] = i + 2
	}
	byConstruct := make([]func() error, len(b.Study.Constructs))
	for _, f := range frequencies {
		for k, i := range f.constructs {
			byConstruct[i] = func() error {
				sc := &b.Study.Constructs[i]
				return c.construct(sc, f, f.first[k], rows[sc.ID], scale.name)
			}
		}
	}
	for _, draw := range byConstruct {
		if err := draw(); err != nil {
			return err
		}
	}
	return nil
}

// construct draws the charts of a construct whose first item stands in row
// first of its frequencies, and whose first point in row point of the scales.
func (c *chartSheet) construct(sc *study.Construct, f *frequencySheet, first, point int, scales string) error {
	k, m := len(sc.Items), f.points
	answers := c.pointColumn(sc.Scale)
	if m <= maxStacked {
		charts := (k + maxBars - 1) / maxBars
		for part := range charts {
			from, to := part*k/charts, (part+1)*k/charts
			chart := c.stacked(sc, to-from)
			for p, tone := range palette.Tones(sc.Scale.Sides()) {
				chart.Series = append(chart.Series, excelize.ChartSeries{
					Name:       cells(scales, answers, point+p, point+p),
					Categories: cells(f.name, c.itemColumn(sc), first+from, first+to-1),
					Values:     cells(f.name, frequencyCount+m+p, first+from, first+to-1),
					Fill:       solid(palette.Hex(tone)),
					DataLabel:  excelize.ChartDataLabel{Font: excelize.Font{Size: 8, Color: palette.Hex(palette.InkOn(tone))}},
				})
			}
			if err := c.place([]*excelize.Chart{chart}); err != nil {
				return err
			}
		}
	}
	for from := 0; from < k; from += barsPerRow {
		var row []*excelize.Chart
		for j := from; j < min(k, from+barsPerRow); j++ {
			chart := c.bars(sc, j)
			chart.Series = []excelize.ChartSeries{{
				Name:       cells(f.name, frequencyItem, first+j, first+j),
				Categories: cells(scales, answers, point, point+m-1),
				Values:     across(f.name, frequencyCount, frequencyCount+m-1, first+j),
				Fill:       solid(headFill),
			}}
			row = append(row, chart)
		}
		if err := c.place(row); err != nil {
			return err
		}
	}
	return nil
}

// place puts charts side by side below those before, on the next printed page
// where this one is full.
func (c *chartSheet) place(charts []*excelize.Chart) error {
	rows := int(charts[0].Dimension.Height)/chartRow + 1
	if c.row > c.start && c.row+rows-c.start > pageRows {
		if err := c.file.InsertPageBreak(c.name, fmt.Sprintf("A%d", c.row)); err != nil {
			return err
		}
		c.start = c.row
	}
	for i, chart := range charts {
		at, err := excelize.CoordinatesToCellName(i+1, c.row)
		if err != nil {
			return err
		}
		if err := c.file.AddChart(c.name, at, chart); err != nil {
			return err
		}
	}
	c.row += rows
	return nil
}

// stacked is a chart of the percents of some items of a construct.
func (c *chartSheet) stacked(sc *study.Construct, items int) *excelize.Chart {
	fill := func(key string) lang.Text {
		return c.inAll(func(l lang.Tag) string {
			return c.say(l, "word."+key, words.Fill{"construct": shorten(plain(sc.Label.In(l)), 70)})
		})
	}
	gap, overlap := uint(40), 100
	one := 1.0
	return &excelize.Chart{
		Type:      excelize.BarPercentStacked,
		Dimension: excelize.ChartDimension{Width: barsPerRow * chartWidth, Height: uint(100 + 27*items)},
		Title:     title(c.joined(fill("stacked"), " / "), 10),
		Format:    excelize.GraphicOptions{AltText: c.joined(fill("stacked-alt"), " / ")},
		Legend:    excelize.ChartLegend{Position: "bottom"},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: `[>=0.045]0%;""`}},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: axisFont},
		YAxis:     excelize.ChartAxis{None: true, Maximum: &one},
		GapWidth:  &gap, Overlap: &overlap,
	}
}

// bars is a chart of the counts of an item.
func (c *chartSheet) bars(sc *study.Construct, item int) *excelize.Chart {
	it := &sc.Items[item]
	points := len(sc.Scale.Points)
	alt := c.filled("word.bars-alt", words.Fill{"item": it.ID})
	name := it.ID
	if label := c.inBody(it.Label); label != it.ID {
		name += ". " + label
	}
	gap, zero := uint(40), 0.0
	vary := false
	return &excelize.Chart{
		Type:       excelize.Bar,
		Dimension:  excelize.ChartDimension{Width: chartWidth, Height: uint(72 + 20*min(points, 24))},
		Title:      title(shorten(name, 100), 9),
		Format:     excelize.GraphicOptions{AltText: c.joined(alt, " / ")},
		Legend:     excelize.ChartLegend{Position: "none"},
		PlotArea:   excelize.ChartPlotArea{ShowVal: points <= 24},
		XAxis:      excelize.ChartAxis{Font: axisFont},
		YAxis:      excelize.ChartAxis{None: true, Minimum: &zero},
		VaryColors: &vary,
		GapWidth:   &gap,
	}
}

var axisFont = excelize.Font{Size: 9, Color: "404040"}

func title(s string, size float64) excelize.ChartTitle {
	return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: s, Font: &excelize.Font{Size: size, Bold: true, Color: palette.Hex(palette.Ink)}}}}
}

func solid(hex string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{hex}}
}

// pointColumn is the column of the sheet of scales that names all points of a
// scale: in a language, else by their codes, else by their values.
func (b *book) pointColumn(s study.Scale) int {
	const value, code, label = 2, 3, 4
	every := func(has func(study.Point) bool) bool {
		for _, p := range s.Points {
			if !has(p) {
				return false
			}
		}
		return true
	}
	for i, l := range b.langs {
		if every(func(p study.Point) bool { return p.Label.Has(l) }) {
			return label + i
		}
	}
	if every(func(p study.Point) bool { return p.Code != "" }) {
		return code
	}
	return value
}

// itemColumn is the column that names the items of a construct beside its
// bars: their labels, or where one is long their ids.
func (b *book) itemColumn(sc *study.Construct) int {
	const long = 70
	for _, it := range sc.Items {
		if utf8.RuneCountInString(b.inBody(it.Label)) > long {
			return frequencyItem
		}
	}
	return frequencyLabel
}

// cells names the rows from..to of a column, for a chart.
func cells(sheet string, column, from, to int) string {
	name, _ := excelize.ColumnNumberToName(column) // a column of ours has a name
	return fmt.Sprintf("'%[1]s'!$%[2]s$%[3]d:$%[2]s$%[4]d", sheet, name, from, to)
}

// across names the columns from..to of a row.
func across(sheet string, from, to, row int) string {
	first, _ := excelize.ColumnNumberToName(from)
	last, _ := excelize.ColumnNumberToName(to)
	return fmt.Sprintf("'%[1]s'!$%[2]s$%[4]d:$%[3]s$%[4]d", sheet, first, last, row)
}
