package charts

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"image/color"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/recorder"

	"wogreport/internal/drawing"
	"wogreport/internal/palette"
)

var update = flag.Bool("update", false, "write the goldens anew")

var fivePoints = []string{"Sangat Tidak Setuju", "Tidak Setuju", "Ragu-ragu", "Setuju", "Sangat Setuju"}

func fiveBars(counts ...int) Bars {
	total := 0
	for _, c := range counts {
		total += c
	}
	b := Bars{Categories: fivePoints, Counts: counts, Tone: []int{-1, -1, 0, 1, 1}, AxisLabel: "Jumlah responden", Alt: "Setuju & lainnya"}
	for _, c := range counts {
		b.Texts = append(b.Texts, fmt.Sprintf("%d (%.1f%%)", c, 100*float64(c)/float64(max(total, 1))))
	}
	return b
}

// sides are those of points that divide in the middle.
func sides(points int) []int {
	out := make([]int, points)
	for i := range out {
		out[i] = cmp.Compare(2*i+1, points)
	}
	return out
}

// summaryOf has rows of points whose percents differ from row to row.
func summaryOf(rows, points int, label string) Diverging {
	d := Diverging{Sides: sides(points), AxisLabel: "Persentase responden", NoteHead: "Rerata", Alt: "ringkasan"}
	for i := range points {
		d.Points = append(d.Points, fmt.Sprintf("Pilihan jawaban %c", 'A'+i))
	}
	for i := range rows {
		r := DivergingRow{Label: fmt.Sprintf("%s %d", label, i), Note: "3,80"}
		left := 100.0
		for j := range points {
			v := left
			if j < points-1 {
				v = math.Round(left * float64((i+j)%5) / 6)
			}
			left -= v
			r.Percents = append(r.Percents, v)
			r.Texts = append(r.Texts, fmt.Sprintf("%.0f%%", v))
		}
		d.Rows = append(d.Rows, r)
	}
	return d
}

// oneSummary is a summary in one figure, however high.
func oneSummary(d Diverging, s Style) Figure { return SummaryPages(d, s, 100_000, 0)[0] }

// sketch is the drawing as lines of text, with lengths to a tenth of a point.
func sketch(t *testing.T, f Figure) string {
	t.Helper()
	var rec recorder.Canvas
	f.Draw(&rec)
	var b strings.Builder
	fmt.Fprintf(&b, "figure %.1f x %.1f\n", f.Width, f.Height)
	var ink color.Color
	var width vg.Length
	outline := func(kind string, p vg.Path) {
		fmt.Fprintf(&b, "%s", kind)
		for _, c := range p {
			if c.Type == vg.MoveComp || c.Type == vg.LineComp {
				fmt.Fprintf(&b, " %.1f,%.1f", c.Pos.X, c.Pos.Y)
			}
		}
		fmt.Fprintf(&b, " #%02x%02x%02x\n", ink.(color.RGBA).R, ink.(color.RGBA).G, ink.(color.RGBA).B)
	}
	for _, action := range rec.Actions {
		switch a := action.(type) {
		case *recorder.SetColor:
			ink = a.Color
		case *recorder.SetLineWidth:
			width = a.Width
		case *recorder.Fill:
			outline("fill", a.Path)
		case *recorder.Stroke:
			outline(fmt.Sprintf("stroke %.1f", width), a.Path)
		case *recorder.FillString:
			fmt.Fprintf(&b, "text %.1f,%.1f %s %.0f %q\n", a.Point.X, a.Point.Y, a.Font.Name(), a.Font.Size, a.String)
		case *recorder.SetLineDash:
		default:
			t.Errorf("a chart draws with %T", a)
		}
	}
	return b.String()
}

func TestGoldens(t *testing.T) {
	lying := fiveBars(1, 0, 7, 36, 21)
	lying.Categories = append([]string{"Menolak sama sekali pertanggungjawabannya"}, fivePoints[1:]...)
	figures := map[string]Figure{
		"upright":   ItemBars(fiveBars(0, 2, 18, 36, 9), Style{}),
		"lying":     ItemBars(lying, Style{Width: 7 * vg.Centimeter, Serif: true, Size: 8}),
		"summary":   oneSummary(summaryOf(3, 5, "Penerapan WoG terhadap pelaksanaan koordinasi"), Style{Width: 400}),
		"means":     MeansPages(meansOf("Laki-laki", "Perempuan"), Style{Width: 360}, 600)[0],
		"heat":      HeatMapPages(heatOf(4, 5), Style{Width: 300}, 600)[0],
		"trend":     TrendCharts(trendOf(3, 4), Style{Width: 360})[0],
		"quadrants": QuadrantChart(quadrantsOf(6), Style{Width: 320}),
	}
	for name, f := range figures {
		file := filepath.Join("testdata", name+".golden")
		got := sketch(t, f)
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s is drawn differently; if that is meant, run the test with -update and look at it\n%s", name, got)
		}
	}
}

// measuring collects the boxes of the texts that are drawn on it.
type measuring struct {
	recorder.Canvas
	texts []placed
	lines vg.Rectangle // around everything else
}

type placed struct {
	text string
	vg.Rectangle
}

func (m *measuring) FillString(f font.Face, at vg.Point, s string) {
	f = font.DefaultCache.Lookup(f.Font, f.Font.Size)
	m.texts = append(m.texts, placed{s, rectangle(at.X, at.Y-f.Font.Size*0.15, at.X+f.Width(s), at.Y+f.Font.Size*0.7)})
}

func (m *measuring) Fill(p vg.Path)   { m.cover(p) }
func (m *measuring) Stroke(p vg.Path) { m.cover(p) }

func (m *measuring) cover(p vg.Path) {
	for _, c := range p {
		m.lines.Min.X, m.lines.Min.Y = min(m.lines.Min.X, c.Pos.X), min(m.lines.Min.Y, c.Pos.Y)
		m.lines.Max.X, m.lines.Max.Y = max(m.lines.Max.X, c.Pos.X), max(m.lines.Max.Y, c.Pos.Y)
	}
}

// checkGeometry holds every text inside the figure and apart from every other.
func checkGeometry(t *testing.T, name string, f Figure) {
	t.Helper()
	m := new(measuring)
	f.Draw(m)
	inside := func(r vg.Rectangle) bool {
		const slack = 0.01
		return r.Min.X >= -slack && r.Min.Y >= -slack && r.Max.X <= f.Width+slack && r.Max.Y <= f.Height+slack
	}
	if !inside(m.lines) {
		t.Errorf("%s: lines run out of the figure: %v", name, m.lines)
	}
	if f.Height > 10*f.Width+4000 || math.IsNaN(float64(f.Height)) {
		t.Errorf("%s: height %v", name, f.Height)
	}
	for i, a := range m.texts {
		if !inside(a.Rectangle) {
			t.Errorf("%s: %q at %v runs out of %v x %v", name, a.text, a.Rectangle, f.Width, f.Height)
		}
		for _, b := range m.texts[:i] {
			if a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y {
				t.Errorf("%s: %q and %q overlap", name, a.text, b.text)
			}
		}
	}
}

var hostile = []string{
	"", "Ya", "Sangat Tidak Setuju", strings.Repeat("sangat ", 80) + "setuju", strings.Repeat("pertanggungjawaban", 40),
	"a\nb\tc\x00\x1b\xff", "Ragu-ragu/netral-sekali/tidak-tahu-menahu", "是的是的是的", "🙂🙂",
}

func TestItemBarsKeepTextApart(t *testing.T) {
	t.Parallel()
	for _, points := range []int{1, 2, 5, 7, 11} {
		for l, label := range hostile {
			for _, largest := range []int{0, 7, 100_000} {
				for _, style := range []Style{{}, {Width: 100}, {Width: 480, Size: 11, Serif: true}, {Width: 230, Size: 40}} {
					b := Bars{AxisLabel: "Jumlah responden", Tone: []int{-1, 0, 1}}
					for i := range points {
						count := largest * i / max(points-1, 1)
						b.Categories = append(b.Categories, label)
						b.Counts = append(b.Counts, count)
						b.Texts = append(b.Texts, fmt.Sprintf("%d (%d,0%%)", count, 100/points))
					}
					checkGeometry(t, fmt.Sprintf("%d points, label %d, largest %d, %+v", points, l, largest, style), ItemBars(b, style))
				}
			}
		}
	}
	checkGeometry(t, "nothing", ItemBars(Bars{}, Style{}))
	checkGeometry(t, "short lists", ItemBars(Bars{Categories: fivePoints}, Style{}))
}

func TestSummaryKeepsTextApart(t *testing.T) {
	t.Parallel()
	for _, rows := range []int{1, 4} {
		for _, points := range []int{2, 5, 11} {
			for l, label := range hostile {
				for _, style := range []Style{{}, {Width: 100}, {Width: 480, Size: 11, Serif: true}} {
					checkGeometry(t, fmt.Sprintf("%d rows, %d points, label %d, %+v", rows, points, l, style), oneSummary(summaryOf(rows, points, label), style))
				}
			}
		}
	}
	empty := summaryOf(2, 5, "tanpa jawaban")
	empty.Rows[0].Percents, empty.Rows[1].Percents = nil, make([]float64, 5)
	checkGeometry(t, "no rows", oneSummary(summaryOf(0, 5, ""), Style{}))
	checkGeometry(t, "no answers", oneSummary(empty, Style{}))
}

// meansOf has a head and a row for each label.
func meansOf(labels ...string) Means {
	d := Means{Min: 1, Max: 5, AxisLabel: "Rata-rata", NoteHead: "Rerata", Alt: "rerata"}
	d.Rows = append(d.Rows, MeanRow{Head: true, Label: "Implementasi WoG"})
	for i, l := range labels {
		m := 1 + 4*float64(i+1)/float64(len(labels)+1)
		d.Rows = append(d.Rows, MeanRow{Label: l, Shown: i != 3, Interval: i != 2, Mean: m, Low: m - 0.4, High: m + 5*float64(i%2), Note: fmt.Sprintf("%.2f", m)})
	}
	return d
}

func quadrantsOf(n int) Quadrants {
	d := Quadrants{CrossX: 3.2, CrossY: 3.9, Min: 1, Max: 5, XLabel: "Kinerja", YLabel: "Kepentingan", Alt: "kuadran",
		Corners: [4]string{"I. Prioritas utama", "II. Pertahankan prestasi", "III. Prioritas rendah", "IV. Berlebihan"}}
	for i := range n {
		d.Points = append(d.Points, QuadrantPoint{X: 2.5 + 0.31*float64(i%5), Y: 3.4 + 0.27*float64(i*3%7), Label: fmt.Sprint(i + 1)})
	}
	return d
}

func TestMeansKeepTextApart(t *testing.T) {
	for l, label := range hostile {
		for _, style := range []Style{{}, {Width: 100}, {Width: 480, Size: 11, Serif: true}} {
			d := meansOf(label, label, label, label)
			d.Rows[0].Label = label
			checkGeometry(t, fmt.Sprintf("label %d, %+v", l, style), MeansPages(d, style, 10_000)[0])
		}
	}
	for _, ends := range [][2]int{{1, 5}, {0, 100}, {-3, 3}, {1, 11}, {2, 2}} {
		d := meansOf("a")
		d.Min, d.Max = ends[0], ends[1]
		d.Rows[1].Shown = false
		checkGeometry(t, fmt.Sprint(ends), MeansPages(d, Style{}, 600)[0])
	}
	long := meansOf(slices.Repeat([]string{"Angkatan"}, 60)...)
	pages := MeansPages(long, Style{}, 300)
	if last := pages[len(pages)-1].Height; last < 0.8*pages[0].Height {
		t.Errorf("the last of %d pages is %v high, the first %v", len(pages), last, pages[0].Height)
	}
	for i, f := range pages {
		if f.Height > 300 {
			t.Errorf("page %d is %v high", i, f.Height)
		}
		checkGeometry(t, fmt.Sprint("page ", i), f)
	}
	if len(pages) < 3 || MeansPages(Means{}, Style{}, 300) != nil {
		t.Errorf("60 rows on %d pages", len(pages))
	}
}

// A head stays with its rows where they fit in a figure.
func TestMeansBreakAtHeads(t *testing.T) {
	var d Means
	d.Min, d.Max = 1, 5
	for _, head := range []string{"Materi", "Pengajar", "Sarana"} {
		d.Rows = append(d.Rows, MeanRow{Head: true, Label: head})
		for i := range 10 {
			d.Rows = append(d.Rows, MeanRow{Label: fmt.Sprint(head, i), Shown: true, Mean: 3})
		}
	}
	one := MeansPages(Means{Rows: d.Rows[:11], Min: 1, Max: 5}, Style{}, 10_000)[0].Height
	pages := MeansPages(d, Style{}, one*2.3)
	if len(pages) != 2 || strings.Contains(sketch(t, pages[0]), "Sarana") || strings.Count(sketch(t, pages[1]), "Sarana") != 11 {
		t.Errorf("%d pages; the last head and its rows are not together", len(pages))
	}
	if n := len(MeansPages(d, Style{}, one/2)); n < 6 {
		t.Errorf("rows that do not fit in a figure are in %d", n)
	}
}

func TestQuadrantsKeepTextApart(t *testing.T) {
	for n := range 8 {
		checkGeometry(t, fmt.Sprint(n, " points"), QuadrantChart(quadrantsOf(n), Style{}))
	}
	d := quadrantsOf(3)
	d.CrossX, d.CrossY = 5, 1 // in a corner of the scale
	d.Points = append(d.Points, d.Points[0], QuadrantPoint{X: 5, Y: 5, Label: "9"}, QuadrantPoint{X: 1, Y: 1, Label: "10"})
	checkGeometry(t, "corner", QuadrantChart(d, Style{Width: 420, Size: 8}))
	if got := sketch(t, QuadrantChart(d, Style{})); !strings.Contains(got, `"1, 1"`) {
		t.Error("points at one place do not share a mark")
	}
}

// The names of points near where the axes meet stand on neither axis.
func TestQuadrantNamesKeepOffTheAxes(t *testing.T) {
	d := quadrantsOf(0)
	for i, at := range [][2]float64{{3.16, 3.6}, {3.1, 3.95}, {2.63, 3.93}, {3.14, 3.62}, {3.18, 3.89}, {3.28, 4.1}, {3.19, 3.92}} {
		d.Points = append(d.Points, QuadrantPoint{X: at[0], Y: at[1], Label: fmt.Sprint(i + 1)})
	}
	q := newQuadrantChart(d, Style{}.withDefaults())
	f := q.frame
	x := f.left + (f.width-f.left-f.right)*vg.Length((d.CrossX-f.xmin)/(f.xmax-f.xmin))
	y := f.bottom + (f.height-f.top-f.bottom)*vg.Length((d.CrossY-f.ymin)/(f.ymax-f.ymin))
	m := new(measuring)
	q.figure().Draw(m)
	found := 0
	for _, text := range m.texts {
		if len(text.text) == 1 {
			found++
			if text.Min.X < x && x < text.Max.X || text.Min.Y < y && y < text.Max.Y {
				t.Errorf("an axis goes through %q", text.text)
			}
		}
	}
	if found < len(d.Points) {
		t.Errorf("only %d names were looked at", found)
	}
}

func TestSummaryPagesStayWithinHeight(t *testing.T) {
	d := summaryOf(60, 5, "Penerapan WoG di tempat kerja peserta telah meningkatkan pelayanan")
	pages := SummaryPages(d, Style{Width: 440}, 600, 0)
	if len(pages) < 2 {
		t.Fatalf("60 items on %d pages", len(pages))
	}
	var all string
	for i, f := range pages {
		if f.Height > 600 {
			t.Errorf("page %d is %v high", i, f.Height)
		}
		checkGeometry(t, fmt.Sprintf("page %d", i), f)
		all += sketch(t, f)
	}
	for i := range d.Rows {
		if n := strings.Count(all, fmt.Sprintf(" %d\"\n", i)); n != 1 {
			t.Errorf("row %d is drawn %d times", i, n)
		}
	}
	if one := SummaryPages(summaryOf(3, 5, "x"), Style{}, 600, 0); len(one) != 1 || one[0].Alt != "ringkasan" {
		t.Errorf("three items on %d pages", len(one))
	}
	if n := len(SummaryPages(summaryOf(3, 5, "x"), Style{}, 1, 0)); n != 3 {
		t.Errorf("a height for no row gives %d pages, want a row on each", n)
	}
}

// Where one figure is too high, two share a page rather than each leave half of one.
func TestSummaryPagesShareAPage(t *testing.T) {
	for n := 2; n < 80; n++ {
		d := summaryOf(n, 5, "x")
		alone, shared := SummaryPages(d, Style{}, 600, 0), SummaryPages(d, Style{}, 600, 280)
		highest := shared[0].Height
		for _, f := range shared {
			highest = max(highest, f.Height)
		}
		switch {
		case len(alone) == 1 && len(shared) > 1:
			t.Errorf("%d items fit one figure, and are in %d", n, len(shared))
		case len(alone) > 1 && highest > 280 && (len(SummaryPages(d, Style{}, 280, 0))+1)/2 <= len(alone):
			t.Errorf("%d items: %d figures up to %v high, which share no page", n, len(shared), highest)
		case len(alone) > 1 && highest <= 280 && (len(shared)+1)/2 > len(alone):
			t.Errorf("%d items: %d figures of a half take more pages than %d", n, len(shared), len(alone))
		}
	}
}

// Every count and every point stands on the chart, also what nobody chose.
func TestItemBarsShowEveryPoint(t *testing.T) {
	m := new(measuring)
	ItemBars(fiveBars(0, 2, 18, 36, 9), Style{}).Draw(m)
	var all []string
	for _, p := range m.texts {
		all = append(all, p.text)
	}
	joined := strings.Join(all, " ")
	for _, want := range []string{"0 (0.0%)", "2 (3.1%)", "36 (55.4%)", "Ragu-ragu"} {
		if !strings.Contains(joined, want) {
			t.Errorf("%q is not on the chart: %s", want, joined)
		}
	}
}

// Charts of one scale have bars as high as their counts; the shares of sides stand over
// them, but where they do not fit.
func TestItemBarsOfOneScale(t *testing.T) {
	top := func(b Bars) (y vg.Length) {
		for _, line := range strings.Split(sketch(t, ItemBars(b, Style{})), "\n") {
			if !strings.HasPrefix(line, "fill") {
				continue
			}
			for _, at := range strings.Fields(line)[1:5] {
				_, v, _ := strings.Cut(at, ",")
				n, _ := strconv.ParseFloat(v, 64)
				y = max(y, vg.Length(n))
			}
		}
		return y
	}
	alone, beside := fiveBars(0, 2, 3, 4, 1), fiveBars(0, 2, 3, 4, 1)
	beside.Most = 40
	if a, b := top(alone), top(beside); b > a/1.5 {
		t.Errorf("the longest of 4 answers is %.1f high, and %.1f beside one of 40", a, b)
	}
	beside.Brackets = []Bracket{{From: 0, To: 1, Text: "2 (20%)"}, {From: 3, To: 4, Text: strings.Repeat("5", 60)}}
	if s := sketch(t, ItemBars(beside, Style{})); !strings.Contains(s, "2 (20%)") || strings.Contains(s, "555") {
		t.Errorf("the brackets are not those that fit:\n%s", s)
	}
}

// A chart that is stretched keeps its width, its words and their size, and is as much lower or
// higher as it is asked for, or about so where its plot alone gives.
func TestStretched(t *testing.T) {
	lowest := map[string]float64{"summary": 0.9, "means": 0.9, "bars": 0.97, "histogram": 0.97}
	for name, f := range map[string]Figure{
		"bars": ItemBars(fiveBars(0, 2, 18, 36, 9), Style{}), "summary": oneSummary(summaryOf(8, 5, "Butir"), Style{}), "means": MeansPages(meansOf("L", "P", "Q", "R"), Style{}, 900)[0],
		"histogram": DrawHistogram(Histogram{Bars: []HistogramBar{{4, 6, 3}, {7, 9, 12}, {10, 12, 5}}, Mean: 8.4, SD: 2.1, Format: strconv.Itoa}, Style{}),
	} {
		for _, by := range []float64{0.9, 1.1} {
			g := f.Stretched(by)
			if part := float64(g.Height / f.Height); g.Width != f.Width || part < min(by, 1)-1e-9 || part > max(by, 1)+1e-9 || math.Abs(part-1) < 0.03 || by < 1 && part > lowest[name]+1e-9 {
				t.Errorf("%s: %.3f times as high, not %.2f", name, part, by)
			}
			checkGeometry(t, name, g)
		}
	}
}

// The five points of a Likert scale stay apart in greyscale.
func TestPaletteInGreyscale(t *testing.T) {
	colors := palette.Tones([]int{-1, -1, 0, 1, 1})
	for i, a := range colors {
		for _, b := range colors[:i] {
			if d := math.Abs(lightness(a) - lightness(b)); d < 10 {
				t.Errorf("%v and %v differ by %.1f in lightness", a, b, d)
			}
		}
	}
	reversed := palette.Tones([]int{1, 1, 0, -1, -1})
	for i := range colors {
		if colors[i] != reversed[len(colors)-1-i] {
			t.Errorf("point %d has another color when the scale is listed from its other end", i)
		}
	}
}

// lightness is L* of CIELAB.
func lightness(c color.RGBA) float64 { return 116*math.Cbrt(palette.Luminance(c)) - 16 }

// Text on a segment has the contrast that WCAG asks for.
func TestInkContrast(t *testing.T) {
	for points := 2; points <= 11; points++ {
		signs := make([]int, points)
		for i := range signs {
			signs[i] = palette.Sign(2*i - points + 1)
		}
		for _, c := range palette.Tones(signs) {
			a, b := palette.Luminance(c), palette.Luminance(palette.InkOn(c))
			if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < 4.5 {
				t.Errorf("%d points: contrast %.1f on %v", points, ratio, c)
			}
		}
	}
}

func TestFilesAreDeterministic(t *testing.T) {
	f := ItemBars(fiveBars(0, 2, 18, 36, 9), Style{})
	var svg, png [2]bytes.Buffer
	for i := range svg {
		if err := drawing.SVG(&svg[i], f.Drawing()); err != nil {
			t.Fatal(err)
		}
		if err := drawing.PNG(&png[i], f.Drawing(), 150); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(svg[0].Bytes(), svg[1].Bytes()) || !bytes.Equal(png[0].Bytes(), png[1].Bytes()) {
		t.Error("the same figure gives different bytes")
	}
	for _, want := range []string{`viewBox="0 0 340`, "<title>Setuju &amp; lainnya</title>", "'Liberation Sans',Arial", ">36 (55.4%)</text>"} {
		if !strings.Contains(svg[0].String(), want) {
			t.Errorf("the SVG lacks %q", want)
		}
	}
}

// blank is a canvas that draws nothing.
type blank struct{ vg.Canvas }

func (blank) SetLineWidth(vg.Length)                 {}
func (blank) SetLineDash([]vg.Length, vg.Length)     {}
func (blank) SetColor(color.Color)                   {}
func (blank) Push()                                  {}
func (blank) Pop()                                   {}
func (blank) Stroke(vg.Path)                         {}
func (blank) Fill(vg.Path)                           {}
func (blank) FillString(font.Face, vg.Point, string) {}

func BenchmarkItemBars(b *testing.B) {
	bars := fiveBars(0, 2, 18, 36, 9)
	for b.Loop() {
		ItemBars(bars, Style{}).Draw(blank{})
	}
}

func BenchmarkSummary(b *testing.B) {
	d := summaryOf(5, 5, "Penerapan WoG terhadap pelaksanaan koordinasi")
	for b.Loop() {
		oneSummary(d, Style{}).Draw(blank{})
	}
}

// The name of a quadrant is whole where the axes meet near a side.
func TestQuadrantNamesAreWhole(t *testing.T) {
	for _, cross := range []float64{1.9, 3, 4.1} {
		d := quadrantsOf(6)
		d.CrossX = cross
		d.Points = append(d.Points, QuadrantPoint{X: 1.1, Y: 4, Label: "7"}, QuadrantPoint{X: 4.9, Y: 4, Label: "8"})
		d.Corners = [4]string{"I. Concentrate here", "II. Keep up the good work", "III. Low priority", "IV. Possible overkill"}
		f := QuadrantChart(d, Style{})
		checkGeometry(t, fmt.Sprint("cross at ", cross), f)
		if got := sketch(t, f); strings.Contains(got, "…") {
			t.Errorf("cross at %g: a name is cut:\n%s", cross, got)
		}
	}
}

// Charts of one scale have bars of one height for a count, however high the page makes each.
func TestBarsOfOneScale(t *testing.T) {
	bar := func(by float64) (height float64) {
		b := Bars{Categories: []string{"No", "Yes"}, Counts: []int{10, 30}, Texts: []string{"10 (25%)", "30 (75%)"}, Most: 36}
		f := ItemBars(b, Style{})
		if by != 1 {
			f = f.Stretched(by)
		}
		for _, line := range strings.Split(sketch(t, f), "\n") {
			var x0, y0, x1, y1, x2, y2 float64
			if n, _ := fmt.Sscanf(strings.TrimSpace(line), "fill %f,%f %f,%f %f,%f", &x0, &y0, &x1, &y1, &x2, &y2); n == 6 {
				height = max(height, math.Abs(y2-y0))
			}
		}
		return height
	}
	own := bar(1)
	for _, by := range []float64{0.9, 0.95, 1.1} {
		if got := bar(by); own < 10 || math.Abs(got-own) > 0.11 {
			t.Errorf("a bar is %v points high, %v in a chart %v times as high", own, got, by)
		}
	}
}

// Charts that write the same shares write none below the least of that with most room.
func TestWrittenAlike(t *testing.T) {
	d := Diverging{Points: []string{"no", "yes"}, Sides: []int{-1, 1}, Rows: []DivergingRow{
		{Label: "item", Percents: []float64{18, 82}, Whole: []float64{18, 82}, Texts: []string{"18%", "82%"}},
	}}
	if from := d.WrittenFrom(Style{Width: 500}); from > 15 {
		t.Fatalf("a wide chart writes shares from %v%% on", from)
	}
	for _, written := range []float64{0, 20} {
		d.Written = written
		if shown := strings.Count(sketch(t, SummaryPages(d, Style{Width: 500}, 1000, 0)[0]), `"18%"`); shown > 1 != (written == 0) {
			t.Errorf("with shares written from %v%% on, 18%% stands %d times", written, shown)
		}
	}
}
