package drawingml_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/document"
	"wogreport/internal/docx/drawingml"
	"wogreport/internal/lang"
	"wogreport/internal/palette"
)

// element is one of a part.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []element  `xml:",any"`
}

// all are the elements of a name in it, in order.
func (e *element) all(name string) (out []*element) {
	for i := range e.Children {
		c := &e.Children[i]
		if c.XMLName.Local == name {
			out = append(out, c)
		}
		out = append(out, c.all(name)...)
	}
	return out
}

// at is the element at the end of a path of children; an empty one where there is none.
func (e *element) at(path ...string) *element {
next:
	for _, name := range path {
		for i := range e.Children {
			if e.Children[i].XMLName.Local == name {
				e = &e.Children[i]
				continue next
			}
		}
		return &element{}
	}
	return e
}

func (e *element) val() string {
	for _, a := range e.Attrs {
		if a.Name.Local == "val" {
			return a.Value
		}
	}
	return ""
}

func parse(t testing.TB, part []byte) *element {
	t.Helper()
	var e element
	d := xml.NewDecoder(bytes.NewReader(part))
	if err := d.Decode(&e); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		t.Fatalf("after the chart: %v", err)
	}
	return &e
}

// cache is what an element with a reference has of its cells.
func cache(of *element) (ref string, values []string) {
	ref = of.at("f").Text
	for _, name := range []string{"strCache", "numCache", "dlblRangeCache"} {
		c := of.at(name)
		n, _ := strconv.Atoi(c.at("ptCount").val())
		if n > 0 {
			values = make([]string, n)
		}
		for _, p := range c.Children {
			if p.XMLName.Local == "pt" {
				i, _ := strconv.Atoi(p.Attrs[0].Value)
				values[i] = p.at("v").Text
			}
		}
	}
	return ref, values
}

// references are the elements of a chart that refer to cells.
func references(e *element) (out []*element) {
	return slices.Concat(e.all("strRef"), e.all("numRef"), e.all("datalabelsRange"))
}

// differences are the cells that a chart shows otherwise than its workbook has them, and
// those of the workbook that it does not show.
func differences(t testing.TB, p drawingml.Parts) (out []string) {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(p.Workbook))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if sheets := book.GetSheetList(); !slices.Equal(sheets, []string{"Data"}) {
		t.Errorf("the sheets are %v", sheets)
	}
	shown := map[string]bool{}
	for _, r := range references(parse(t, p.Chart)) {
		ref, values := cache(r)
		sheet, cells, _ := strings.Cut(strings.ReplaceAll(ref, "$", ""), "!")
		from, to, several := strings.Cut(cells, ":")
		if !several {
			to = from
		}
		column, first, err1 := excelize.CellNameToCoordinates(from)
		last, end, err2 := excelize.CellNameToCoordinates(to)
		if err1 != nil || err2 != nil || column != last && first != end || last-column+end-first+1 != len(values) || sheet != "Data" {
			out = append(out, fmt.Sprintf("%s does not refer to %d cells", ref, len(values)))
			continue
		}
		for i, want := range values {
			name, _ := excelize.CoordinatesToCellName(column+min(i, last-column), first+min(i, end-first))
			got, err := book.GetCellValue("Data", name, excelize.Options{RawCellValue: true})
			if err != nil || got != want {
				out = append(out, fmt.Sprintf("%s is %q, and %q in the workbook", name, want, got))
			}
			shown[name] = true
		}
	}
	rows, err := book.GetRows("Data")
	if err != nil {
		t.Fatal(err)
	}
	for r, row := range rows {
		for c, text := range row {
			name, _ := excelize.CoordinatesToCellName(c+1, r+1)
			if text != "" && r > 0 && !shown[name] { // heads stand over what is shown
				out = append(out, fmt.Sprintf("the chart does not show %s, %q", name, text))
			}
		}
	}
	return out
}

// TestReferences: each cell that a chart refers to has what the chart shows, and the
// workbook no others.
func TestReferences(t *testing.T) {
	for _, f := range native(t) {
		for _, d := range differences(t, parts(t, f)) {
			t.Errorf("%s: %s: %s", f.study, f.name, d)
		}
	}
}

// TestReferencesNotice: the comparison finds a cell that differs, a reference that is
// too short and a cell that is not shown.
func TestReferencesNotice(t *testing.T) {
	good := parts(t, native(t)[0])
	for name, change := range map[string][2]string{
		"a number":    {"<c:v>36</c:v>", "<c:v>37</c:v>"},
		"a name":      {"<c:v>Setuju</c:v>", "<c:v>Setuju.</c:v>"},
		"a label":     {"<c:v>36 (55,4%)</c:v>", "<c:v>36 (55,5%)</c:v>"},
		"a reference": {"Data!$B$2:$B$6", "Data!$B$2:$B$5"},
		"a column":    {"Data!$B$2:$B$6", "Data!$C$2:$C$6"},
		"a range":     {`<c15:datalabelsRange>`, `<c15:other>`},
	} {
		bad := good
		bad.Chart = []byte(strings.Replace(string(good.Chart), change[0], change[1], 1))
		if name == "a range" {
			bad.Chart = []byte(strings.Replace(string(bad.Chart), "</c15:datalabelsRange>", "</c15:other>", 1))
		}
		if bytes.Equal(bad.Chart, good.Chart) {
			t.Errorf("%s: %q is not in the chart", name, change[0])
		}
		if len(differences(t, bad)) == 0 {
			t.Errorf("%s may differ", name)
		}
	}
}

// TestChartIsTheFigures: a part has the figure's numbers, rounded as they are known, its
// labels, names and colors, on its axis.
func TestChartIsTheFigures(t *testing.T) {
	for _, f := range native(t) {
		c, e := f.Chart, parse(t, parts(t, f).Chart)
		where := f.study + ": " + f.name
		unit, zero := 1.0, 0.0
		if c.Value.Percent {
			unit = 100
		}
		if c.Kind == document.ChartStacked {
			zero = c.Value.Min
		}
		for i, axis := range e.all("valAx") { // the second, of what is stacked, begins at its left
			from := zero * float64(i)
			if i > 0 && c.Kind == document.ChartMeans { // it only has their lines
				break
			}
			for name, want := range map[string]float64{"min": c.Value.Min - from, "max": c.Value.Max - from} {
				got, err := strconv.ParseFloat(axis.at("scaling", name).val(), 64)
				if err != nil || math.Abs(got*unit-want) > 1e-4*math.Abs(want) {
					t.Errorf("%s: the axis has its %s at %v, not %v", where, name, got*unit, want)
				}
			}
		}
		all := e.all("ser")
		seen := drawn(e)
		if len(seen) != len(c.Series) {
			t.Fatalf("%s: %d series are seen, not %d", where, len(seen), len(c.Series))
		}
		for i, s := range c.Series {
			_, name := cache(seen[i].at("tx", "strRef"))
			if s.Name != "" && (len(name) != 1 || name[0] != s.Name) {
				t.Errorf("%s: a series is named %q, not %q", where, name, s.Name)
			}
			_, values := cache(seen[i].at("val", "numRef"))
			bearer := seen[i]
			if c.Kind == document.ChartMeans { // marks at the end of the axis have them
				_, values = cache(seen[i].at("xVal", "numRef"))
				bearer = all[1]
			}
			_, labels := cache(bearer.at("extLst", "ext", "datalabelsRange"))
			for k, p := range s.Points {
				if c.Categories[k].Head {
					continue
				}
				want, label := "", ""
				if p.Shown {
					decimals := c.Value.Decimals
					v := lang.Round(p.Value, decimals)
					if c.Value.Percent {
						v = lang.Round(v/100, decimals+2)
					}
					want, label = strconv.FormatFloat(v, 'f', -1, 64), p.Label
				}
				if values[k] != want {
					t.Errorf("%s: a point is %q, not %q", where, values[k], want)
				}
				if labels == nil && label != "" || labels != nil && labels[k] != label {
					t.Errorf("%s: a label is %q, not %q", where, labels, label)
				}
				if got, want := color(seen[i], k), p.Color; p.Shown && want != (document.ChartPoint{}).Color && got != palette.Hex(want) {
					t.Errorf("%s: a point is %s, not %s", where, got, palette.Hex(want))
				}
			}
		}
		// the texts of labels that stand in the part are those of the cells
		var texts []string
		for _, s := range all {
			_, labels := cache(s.at("extLst", "ext", "datalabelsRange"))
			texts = append(texts, slices.DeleteFunc(labels, func(s string) bool { return s == "" })...)
		}
		var fields []string
		for _, fld := range e.all("fld") {
			fields = append(fields, fld.at("t").Text)
		}
		if !slices.Equal(fields, texts) {
			t.Errorf("%s: the labels say %q, their cells %q", where, fields, texts)
		}
	}
}

// drawn are the series that show a figure's, whose bars, lines or marks are seen.
func drawn(e *element) []*element {
	return slices.DeleteFunc(e.all("ser"), func(s *element) bool {
		if s.at("yVal").XMLName.Local != "" {
			return s.at("marker", "symbol").val() == "none"
		}
		return s.at("spPr", "noFill").XMLName.Local != ""
	})
}

// color is that of the k-th point of a series.
func color(s *element, k int) string {
	for i := range s.Children {
		if p := &s.Children[i]; p.XMLName.Local == "dPt" && p.at("idx").val() == strconv.Itoa(k) {
			return p.at("spPr", "solidFill", "srgbClr").val()
		}
	}
	return s.at("spPr", "solidFill", "srgbClr").val()
}

// TestStacksEndWhereDrawn: what is stacked begins where the drawing's bars do and, with
// what is not seen, ends with the axis.
func TestStacksEndWhereDrawn(t *testing.T) {
	stacked := 0
	for _, f := range native(t) {
		c := f.Chart
		if c.Kind != document.ChartStacked {
			continue
		}
		e := parse(t, parts(t, f).Chart)
		for i := range c.Categories {
			sum, first := 0.0, 0.0
			bars := e.all("barChart")[1].all("ser")
			for k, s := range bars[:len(c.Series)+2] {
				_, values := cache(s.at("val", "numRef"))
				v, _ := strconv.ParseFloat(values[i], 64)
				if sum += 100 * v; k == 0 {
					first = 100 * v
				}
			}
			want := c.Starts[i] - c.Value.Min
			if c.Categories[i].Head {
				want = c.Value.Max - c.Value.Min
			}
			if math.Abs(first-want) > 0.051 || math.Abs(sum-(c.Value.Max-c.Value.Min)) > 0.4 {
				t.Errorf("%s: %s: row %d begins at %v and ends at %v, on an axis from %v to %v", f.study, f.name, i, first, sum, c.Value.Min, c.Value.Max)
			}
			stacked++
		}
	}
	if stacked < 20 {
		t.Errorf("%d rows are stacked", stacked)
	}
}

// TestIntervals: error bars reach from the rounded mean to the rounded ends; beside a mark on a
// mean a line does, at its height.
func TestIntervals(t *testing.T) {
	intervals := 0
	for _, f := range native(t) {
		e := parse(t, parts(t, f).Chart)
		if f.Chart.Kind == document.ChartMeans {
			intervals += linesOfMeans(t, f, e)
			continue
		}
		seen := drawn(e)
		for i, s := range f.Chart.Series {
			_, values := cache(seen[i].at("val", "numRef"))
			_, plus := cache(seen[i].at("errBars", "plus", "numRef"))
			_, minus := cache(seen[i].at("errBars", "minus", "numRef"))
			for k, p := range s.Points {
				if !p.Interval {
					if plus != nil && plus[k] != "" {
						t.Errorf("%s: %s: an interval of %s that there is none of", f.study, f.name, plus[k])
					}
					continue
				}
				intervals++
				v, _ := strconv.ParseFloat(values[k], 64)
				up, _ := strconv.ParseFloat(plus[k], 64)
				down, _ := strconv.ParseFloat(minus[k], 64)
				d := f.Chart.Value.Decimals
				if lang.Round(v+up, d) != lang.Round(p.High, d) || lang.Round(v-down, d) != lang.Round(p.Low, d) {
					t.Errorf("%s: %s: %v −%v +%v is not [%v, %v]", f.study, f.name, v, down, up, p.Low, p.High)
				}
			}
		}
	}
	if intervals < 20 {
		t.Errorf("there are %d intervals", intervals)
	}
}

// linesOfMeans are how many intervals a chart of means has lines for.
func linesOfMeans(t *testing.T, f sampleFigure, e *element) (n int) {
	number := func(s string) float64 {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Errorf("%s: %s: %v", f.study, f.name, err)
		}
		return v
	}
	marks := drawn(e)[0]
	_, heights := cache(marks.at("yVal", "numRef"))
	var lines []*element
	for _, s := range e.all("ser") {
		if s.at("spPr", "ln", "solidFill").XMLName.Local != "" {
			lines = append(lines, s)
		}
	}
	for k, p := range f.Chart.Series[0].Points {
		if !p.Interval {
			continue
		}
		if n == len(lines) {
			t.Errorf("%s: %s: only %d intervals have lines", f.study, f.name, n)
			return n
		}
		_, x := cache(lines[n].at("xVal", "numRef"))
		_, y := cache(lines[n].at("yVal", "numRef"))
		d := f.Chart.Value.Decimals
		if len(x) != 2 || number(x[0]) != lang.Round(p.Low, d) || number(x[1]) != lang.Round(p.High, d) || !slices.Equal(y, []string{heights[k], heights[k]}) {
			t.Errorf("%s: %s: a line from %v to %v at %v is not [%v, %v] at %s", f.study, f.name, x, y, y, p.Low, p.High, heights[k])
		}
		n++
	}
	if n != len(lines) {
		t.Errorf("%s: %s: %d intervals have %d lines", f.study, f.name, n, len(lines))
	}
	return n
}

// TestMeansHaveMarks: a mark stands on each mean, on the line of its name, which ends left of
// the plot. No axis crosses names or heads.
func TestMeansHaveMarks(t *testing.T) {
	means := 0
	for _, f := range native(t) {
		if f.Chart.Kind != document.ChartMeans {
			continue
		}
		e := parse(t, parts(t, f).Chart)
		if len(e.all("barChart"))+len(e.all("catAx")) > 0 || e.all("valAx")[1].at("delete").val() != "1" {
			t.Errorf("%s: %s: there are bars or an upright axis", f.study, f.name)
		}
		marks, names := drawn(e)[0], e.all("ser")[0]
		_, x := cache(marks.at("xVal", "numRef"))
		_, y := cache(marks.at("yVal", "numRef"))
		_, lines := cache(names.at("yVal", "numRef"))
		_, text := cache(names.at("extLst", "ext", "datalabelsRange"))
		_, left := cache(names.at("xVal", "numRef"))
		labels := names.all("dLbl")
		for k, c := range f.Chart.Categories {
			if text[k] != strings.Join(c.Lines, "\n") || left[k] != strconv.FormatFloat(f.Chart.Value.Min, 'f', -1, 64) {
				t.Errorf("%s: %s: %q at %s is not the name %q", f.study, f.name, text[k], left[k], c.Lines)
			}
			if c.Head {
				continue
			}
			if got := labels[k].at("dLblPos").val(); got != "l" {
				t.Errorf("%s: %s: the name %q stands at %q", f.study, f.name, c.Lines, got)
			}
			if f.Chart.Series[0].Points[k].Shown {
				means++
				if x[k] == "" || y[k] != lines[k] {
					t.Errorf("%s: %s: a mark at %q, %q, beside a name at %s", f.study, f.name, x[k], y[k], lines[k])
				}
			}
		}
	}
	if means == 0 {
		t.Error("no sample has means")
	}
}

// TestSharesHaveNumbers: under bars to both sides stand numbers that count from the middle, one at
// each line that the drawing has one at, and the title in the middle under them.
func TestSharesHaveNumbers(t *testing.T) {
	charts := 0
	for _, f := range native(t) {
		c := f.Chart
		if c.Kind != document.ChartStacked {
			continue
		}
		charts++
		axis := parse(t, parts(t, f).Chart).all("valAx")[0]
		if axis.at("tickLblPos").val() != "nextTo" || axis.at("delete").val() != "0" || axis.at("majorGridlines").XMLName.Local == "" {
			t.Errorf("%s: %s: the axis has no numbers or no lines", f.study, f.name)
		}
		unit, _ := strconv.ParseFloat(axis.at("majorUnit").val(), 64)
		if steps := -c.Value.Min / 100 / unit; unit <= 0 || math.Abs(steps-math.Round(steps)) > 1e-9 || 100*unit < c.Value.Numbered-1e-9 {
			t.Errorf("%s: %s: a number each %v, on an axis from %v", f.study, f.name, unit, c.Value.Min)
		}
		if format := axis.at("numFmt").Attrs[0].Value; format != "0%;0%" {
			t.Errorf("%s: %s: numbers are written %s", f.study, f.name, format)
		}
		left, _ := strconv.ParseFloat(axis.at("title", "layout", "manualLayout", "x").val(), 64)
		if got, want := left*float64(f.Width)+float64(c.Value.TitleWidth)/2, float64(c.Plot.Min.X+c.Plot.Max.X)/2; math.Abs(got-want) > 1 {
			t.Errorf("%s: %s: the middle of the title is at %v, that of the plot at %v", f.study, f.name, got, want)
		}
	}
	if charts == 0 {
		t.Error("no sample has bars to both sides")
	}
}

// TestTitleOfScores: the title under a histogram stands in the middle of its plot, at the foot of the figure.
func TestTitleOfScores(t *testing.T) {
	titles := 0
	for _, f := range native(t) {
		if f.Chart.Kind != document.ChartHistogram {
			continue
		}
		titles++
		at := parse(t, parts(t, f).Chart).at("chart", "plotArea", "catAx", "title", "layout", "manualLayout")
		x, _ := strconv.ParseFloat(at.at("x").val(), 64)
		y, _ := strconv.ParseFloat(at.at("y").val(), 64)
		middle := float64(f.Chart.Plot.Min.X+f.Chart.Plot.Max.X) / 2 / float64(f.Width)
		foot := 1 - 2*float64(f.Chart.Size/f.Height)
		if x > middle || x < middle-0.1 || y < foot || y > 1 {
			t.Errorf("%s: %s: the title stands at %v, %v of the figure, its plot's middle is at %v", f.study, f.name, x, y, middle)
		}
	}
	if titles == 0 {
		t.Error("no sample is a histogram")
	}
}

// TestLegendOfSeen: the legend names the answers alone, whether its entries are counted from the
// first series, as Word does, or from the last, as LibreOffice does.
func TestLegendOfSeen(t *testing.T) {
	for _, f := range native(t) {
		if f.Chart.Kind != document.ChartStacked {
			continue
		}
		e := parse(t, parts(t, f).Chart)
		all := e.all("ser")
		hidden := map[int]bool{}
		for _, entry := range e.all("legendEntry") {
			i, err := strconv.Atoi(entry.at("idx").val())
			if err != nil || entry.at("delete").val() != "1" {
				t.Fatalf("%s: %s: an entry of the legend is not taken out", f.study, f.name)
			}
			hidden[i] = true
		}
		for i, s := range all {
			if unseen := s.at("spPr", "noFill").XMLName.Local != ""; unseen != hidden[i] || unseen != hidden[len(all)-1-i] || s.at("idx").val() != strconv.Itoa(i) {
				t.Errorf("%s: %s: series %d of %d is not seen: %v", f.study, f.name, i, len(all), unseen)
			}
		}
	}
}

// TestNotes: what stands in a figure beside its numbers is in the file, in its place: the shares of
// the sides over an item's bars and what the means at the right are; no series has them.
func TestNotes(t *testing.T) {
	brackets, heads, curves := 0, 0, 0
	for _, f := range native(t) {
		p := parts(t, f)
		if (p.Notes == nil) != (len(f.Chart.Notes)+len(f.Chart.Curve) == 0) || strings.Contains(string(p.Chart), "userShapes") != (p.Notes != nil) {
			t.Errorf("%s: %s has %d notes and a part of %d bytes", f.study, f.name, len(f.Chart.Notes), len(p.Notes))
		}
		if f.Chart.Kind == document.ChartMeans && f.Chart.NoteHead != "" {
			heads++
			if len(f.Chart.Notes) != 1 || f.Chart.Notes[0].Text != f.Chart.NoteHead {
				t.Errorf("%s: %s: %q does not stand over the means", f.study, f.name, f.Chart.NoteHead)
			}
		}
		if p.Notes == nil {
			continue
		}
		var texts []*element
		for _, a := range parse(t, p.Notes).all("relSizeAnchor") {
			if a.at("sp", "txBody").XMLName.Local != "" {
				texts = append(texts, a)
			} else if points := a.all("pt"); len(points) == 4 {
				brackets++
			} else {
				curves++
				curve(t, f, a, points)
			}
		}
		for i, n := range f.Chart.Notes {
			if got := texts[i].at("sp", "txBody", "p", "r", "t").Text; got != n.Text {
				t.Errorf("%s: %s: a note says %q, not %q", f.study, f.name, got, n.Text)
			}
			x, _ := strconv.ParseFloat(texts[i].at("from", "x").Text, 64)
			y, _ := strconv.ParseFloat(texts[i].at("to", "y").Text, 64)
			if math.Abs(x*float64(f.Width)-float64(n.Place.Min.X)) > 0.1 || math.Abs((1-y)*float64(f.Height)-float64(n.Place.Min.Y)) > 0.1 ||
				n.Place.Min.Y < f.Chart.Plot.Max.Y || n.Place.Max.Y > f.Height || n.Place.Max.X > f.Width {
				t.Errorf("%s: %s: %q stands at %v, %v, not at %v over the plot to %v", f.study, f.name, n.Text, x, y, n.Place, f.Chart.Plot.Max.Y)
			}
		}
	}
	if brackets < 8 || heads < 1 || curves < 1 {
		t.Errorf("the samples have %d brackets, %d heads over means and %d curves", brackets, heads, curves)
	}
}

// curve compares a line over the plot with the figure's: as high as that, to a tenth of a point.
func curve(t *testing.T, f sampleFigure, a *element, points []*element) {
	t.Helper()
	c, path := f.Chart, a.all("path")[0]
	number := func(e *element, name string) float64 {
		for _, attr := range e.Attrs {
			if v, err := strconv.ParseFloat(attr.Value, 64); err == nil && attr.Name.Local == name {
				return v
			}
		}
		return math.NaN()
	}
	if len(points) != len(c.Curve) || number(points[0], "x") != 0 || number(points[len(points)-1], "x") != number(path, "w") {
		t.Fatalf("%s: %s: the line has %d points from %v to %v of %v", f.study, f.name, len(points), number(points[0], "x"), number(points[len(points)-1], "x"), number(path, "w"))
	}
	for i, p := range points {
		if got := (1 - number(p, "y")/number(path, "h")) * c.Value.Max; math.Abs(got-c.Curve[i]) > c.Value.Max/1000 {
			t.Errorf("%s: %s: the line is at %v, not at %v", f.study, f.name, got, c.Curve[i])
		}
	}
}

// TestHeadsAtTheLeft: what names the rows after it begins at the left edge of the figure.
func TestHeadsAtTheLeft(t *testing.T) {
	heads := 0
	for _, f := range native(t) {
		for _, l := range parse(t, parts(t, f).Chart).all("dLbl") {
			i, _ := strconv.Atoi(l.at("idx").val())
			if !f.Chart.Categories[i].Head {
				continue
			}
			heads++
			position := "inBase"
			if f.Chart.Kind == document.ChartMeans {
				position = "r"
			}
			x, _ := strconv.ParseFloat(l.at("layout", "manualLayout", "x").val(), 64)
			if left := float64(f.Chart.Plot.Min.X) + x*float64(f.Width); math.Abs(left) > 1 || l.at("dLblPos").val() != position {
				t.Errorf("%s: %s: %q begins at %v", f.study, f.name, f.Chart.Categories[i].Name(), left)
			}
		}
	}
	if heads < 20 {
		t.Errorf("%d heads", heads)
	}
}

// TestKinds: the samples have all kinds of charts, and what DrawingML lacks has none.
func TestKinds(t *testing.T) {
	kinds, without := map[document.ChartKind]int{}, 0
	for _, f := range all(t) {
		if f.Chart == nil {
			without++
			if !strings.Contains(f.name, "importance") && !strings.Contains(f.name, "heat") && !strings.Contains(f.name, "relations") {
				t.Errorf("%s: %s has no data", f.study, f.name)
			}
			continue
		}
		kinds[f.Chart.Kind]++
	}
	for _, k := range []document.ChartKind{document.ChartColumns, document.ChartBars, document.ChartStacked, document.ChartMeans, document.ChartLines, document.ChartHistogram} {
		if kinds[k] == 0 {
			t.Errorf("no sample is of kind %d", k)
		}
	}
	if without < 2 {
		t.Errorf("%d have no data", without)
	}
}

// TestSameBytes: a figure gives the same bytes, and with another text others.
func TestSameBytes(t *testing.T) {
	for _, f := range native(t) {
		a, b := parts(t, f), parts(t, f)
		if !bytes.Equal(a.Chart, b.Chart) || !bytes.Equal(a.Workbook, b.Workbook) {
			t.Errorf("%s: %s differs from run to run", f.study, f.name)
		}
	}
}

// TestNobodyIsNamed: a workbook has no author, no date of now, no macro, link or other part.
func TestNobodyIsNamed(t *testing.T) {
	book, err := excelize.OpenReader(bytes.NewReader(parts(t, native(t)[0]).Workbook))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	p, err := book.GetDocProps()
	if err != nil || p.Creator != "" || p.LastModifiedBy != "" || p.Created != "2000-01-01T00:00:00Z" || p.Modified != p.Created || p.Language != "id-ID" {
		t.Errorf("the properties are %+v, %v", p, err)
	}
}

// TestHostileTexts: texts that look like markup, formulas or numbers stay texts.
func TestHostileTexts(t *testing.T) {
	texts := []string{"=1+1", "<b>&amp;\"'", "007", "\x01\x02", "😀 _x0041_", strings.Repeat("panjang ", 10_000), " di depan"}
	c := &document.Chart{Kind: document.ChartColumns, Value: document.ChartAxis{Title: "=cmd|' /C calc'!A0", Max: 10, Step: 2}, Size: 9, Bar: 10}
	c.Plot.Max.X, c.Plot.Max.Y = 200, 100
	s := document.ChartSeries{Name: "@SUM(1)"}
	for i, text := range texts {
		c.Categories = append(c.Categories, document.ChartCategory{Lines: []string{text}})
		s.Points = append(s.Points, document.ChartPoint{Shown: true, Value: float64(i), Label: text})
	}
	c.Series = []document.ChartSeries{s}
	f := sampleFigure{"own", "hostile", &document.Figure{Width: 220, Height: 120, Chart: c}}
	p := parts(t, f)
	for _, d := range differences(t, p) {
		t.Errorf("%.200s", d)
	}
	if n := len(parse(t, p.Chart).all("f")); n < 4 {
		t.Errorf("%d references", n)
	}
	valid(t, []sampleFigure{f}, []drawingml.Parts{p})
}
