package pdf

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/pdf/fonts"
)

var update = flag.Bool("update", false, "write the golden files anew")

// write is the document as a PDF, with the warnings that came with it.
func write(t testing.TB, d *document.Document, opt Options) ([]byte, diag.List) {
	t.Helper()
	var b bytes.Buffer
	problems, err := Write(&b, d, opt)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), problems
}

// layoutOf is the layout that Write draws.
func layoutOf(d *document.Document, opt layoutOptions) (*blockSetter, []Page) {
	c := newBlockSetter(d, opt.normal(), new(Setter))
	return c, c.layout().Pages
}

// layoutText is pages as text: a line for each thing placed, with the kind of
// block that it came from.
func layoutText(pages []Page) string {
	var b strings.Builder
	for _, pg := range pages {
		fmt.Fprintf(&b, "page %d\n", pg.Number)
		for _, p := range pg.Items {
			s := p.Box
			kind := strings.TrimPrefix(fmt.Sprintf("%T", s.Block), "*document.")
			if s.Block == nil {
				kind = "Running"
			}
			for _, t := range s.Texts {
				fmt.Fprintf(&b, "%6.1f %6.1f %s:", p.X+t.X, p.Y+t.Y, kind)
				for _, r := range t.Line.runs {
					fmt.Fprintf(&b, " %s/%g %q", strings.TrimPrefix(r.font.face.String(), "wog-"), r.font.size, r.String())
					if r.link != "" {
						fmt.Fprintf(&b, "→%s", r.link)
					}
				}
				b.WriteByte('\n')
			}
			for _, r := range s.Rules {
				dir := "—"
				if r.Vertical {
					dir = "|"
				}
				fmt.Fprintf(&b, "%6.1f %6.1f %s: rule %s %.1f\n", p.X+r.X, p.Y+r.Y, kind, dir, r.Length)
			}
			for _, d := range s.Drawings {
				fmt.Fprintf(&b, "%6.1f %6.1f %s: drawing %.1f × %.1f\n", p.X+d.X, p.Y+d.Y, kind, d.Width, d.Height)
			}
		}
	}
	return b.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; go test -update writes it", err)
	}
	if got == string(want) {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("%s: line %d is\n%s\nwant\n%s", path, i+1, g[i], w[i])
		}
	}
	t.Fatalf("%s: %d lines, want %d", path, len(g), len(w))
}

func TestLayout(t *testing.T) {
	_, pages := layoutOf(sampleArticle(), layoutDefault())
	golden(t, "article.golden", layoutText(pages))
}

func TestLayoutOfOtherOptions(t *testing.T) {
	opt := layoutOptions{Paper: F4, Margins: Margins{20, 25, 20, 40}, FontSize: 12, Fonts: Sans, TableCaptions: Below, FigureCaptions: Above}
	_, pages := layoutOf(sampleArticle(), opt)
	golden(t, "options.golden", layoutText(pages))
}

func TestLayoutInColumns(t *testing.T) {
	opt := layoutDefault()
	opt.Columns, opt.Abstracts = 2, SideBySide
	opt.Margins, opt.FontSize = Margins{}, 0 // those of two columns
	_, pages := layoutOf(sampleArticle(), opt)
	golden(t, "columns.golden", layoutText(pages))
}

// In columns nothing leaves its column, stands on something else or under the
// page; a page but the last two is filled in one column at least.
func TestPagesInColumns(t *testing.T) {
	for _, paper := range []Paper{A4, F4, Letter} {
		for size := 8.0; size <= 12; size += 0.5 {
			for _, abstracts := range []Arrangement{Stacked, SideBySide} {
				opt := layoutOptions{Paper: paper, FontSize: size, Columns: 2, Abstracts: abstracts, Fonts: Sans}
				c, pages := layoutOf(sampleArticle(), opt)
				where := fmt.Sprintf("%s at %g points, abstracts %s", paper, size, abstracts)
				checkPages(t, where, c, pages)
				for _, pg := range pages {
					checkApart(t, where, c, pg)
					if d := depth(pg, frame{y: c.opt.Margins.Top * mm}); pg.Number < len(pages)-1 && d < 0.6*c.depth {
						t.Errorf("%s: page %d is filled to %.0f of %.0f points", where, pg.Number, d, c.depth)
					}
				}
				last := pages[len(pages)-1]
				var ends [2]float64
				for _, p := range last.Items {
					if p.Box.Block != nil && len(p.Box.Texts) > 0 && p.Box.Texts[0].Line.width < c.column {
						k := 0
						if p.X > c.opt.Margins.Left*mm+c.column {
							k = 1
						}
						ends[k] = max(ends[k], p.Y+p.Box.Height)
					}
				}
				if short := c.opt.Margins.Top*mm + 4*c.styles.line; max(ends[0], ends[1]) < short {
					continue
				}
				if ends[0]-ends[1] > 8*c.styles.line || ends[1]-ends[0] > 8*c.styles.line {
					t.Errorf("%s: the columns of the last page end at %.0f", where, ends)
				}
			}
		}
	}
}

// checkApart reports slabs that stand on each other.
func checkApart(t *testing.T, where string, c *blockSetter, pg Page) {
	t.Helper()
	type area struct {
		left, right, top, bottom float64
		what                     string
	}
	var areas []area
	for _, p := range pg.Items {
		s := p.Box
		if s.Block == nil {
			continue
		}
		a := area{left: 1e9, top: p.Y, bottom: p.Y + s.Height, what: fmt.Sprintf("%T", s.Block)}
		for _, tx := range s.Texts {
			a.left, a.right = min(a.left, p.X+tx.X), max(a.right, p.X+tx.X+tx.Line.width)
		}
		for _, d := range s.Drawings {
			a.left, a.right = min(a.left, p.X+d.X), max(a.right, p.X+d.X+d.Width)
		}
		for _, b := range areas {
			if a.left < b.right-0.1 && b.left < a.right-0.1 && a.top < b.bottom-0.1 && b.top < a.bottom-0.1 {
				t.Errorf("%s: page %d: a %s at %.0f..%.0f stands on a %s at %.0f..%.0f", where, pg.Number, a.what, a.top, a.bottom, b.what, b.top, b.bottom)
			}
		}
		areas = append(areas, a)
	}
}

// The layout's rules for pages, whatever the paper and size.
func TestPages(t *testing.T) {
	for _, paper := range []Paper{A4, F4, Letter} {
		for size := 9.0; size <= 13; size += 0.5 {
			opt := layoutDefault()
			opt.Paper, opt.FontSize = paper, size
			c, pages := layoutOf(sampleArticle(), opt)
			where := fmt.Sprintf("%s at %g points", paper, size)
			checkPages(t, where, c, pages)
			last := pages[len(pages)-1]
			for _, pg := range pages {
				var flow []*Box
				for _, p := range pg.Items {
					if p.Box.Block != nil {
						flow = append(flow, p.Box)
					}
				}
				if _, heading := flow[len(flow)-1].Block.(*document.Heading); heading {
					t.Errorf("%s: page %d ends with a heading", where, pg.Number)
				}
				checkSplits(t, where, pg)
				checkStacks(t, where, c, pg)
				bottom := 0.0
				for _, p := range pg.Items[1 : len(pg.Items)-1] {
					bottom = max(bottom, p.Y+p.Box.Height-opt.Margins.Top*mm)
				}
				if pg.Number != last.Number && bottom < 0.5*c.depth {
					t.Errorf("%s: page %d is filled to %.0f of %.0f points", where, pg.Number, bottom, c.depth)
				}
			}
		}
	}
}

// checkSplits reports a page that begins with the last line of a paragraph or
// ends with the first one.
func checkSplits(t *testing.T, where string, pg Page) {
	t.Helper()
	count := map[document.Block]int{}
	var first, last *document.Paragraph
	for _, p := range pg.Items {
		if para, ok := p.Box.Block.(*document.Paragraph); ok && para.Role == document.Body {
			if first == nil {
				first = para
			}
			count[para] += len(p.Box.Texts)
			last = para
		} else if p.Box.Block != nil {
			last = nil
		}
	}
	if n := len(pg.Items) - 2; last != nil && count[last] > 2 {
		if s := pg.Items[n].Box; s.Block == document.Block(last) && s.Texts[0].Line.hyphened {
			t.Errorf("%s: page %d ends within a word: %q", where, pg.Number, lineText(s.Texts[0].Line))
		}
	}
	for _, para := range []*document.Paragraph{first, last} {
		if para != nil && count[para] == 1 && len(plainText(para.Text)) > 120 {
			t.Errorf("%s: page %d has a single line of %q", where, pg.Number, start(plainText(para.Text)))
		}
	}
}

// checkStacks reports figures and tables that stand closer to each other than
// to a text.
func checkStacks(t *testing.T, where string, c *blockSetter, pg Page) {
	t.Helper()
	for i := 1; i < len(pg.Items); i++ {
		above, under := pg.Items[i-1], pg.Items[i]
		if floats(above.Box.Block) && floats(under.Box.Block) {
			if gap := under.Y - above.Y - above.Box.Height; gap < 1.3*c.styles.line {
				t.Errorf("%s: page %d: %.1f points between a %T and a %T", where, pg.Number, gap, above.Box.Block, under.Box.Block)
			}
		}
	}
}

func floats(b document.Block) bool {
	switch b := b.(type) {
	case *document.Figure:
		return true
	case *document.Table:
		return !b.Plain
	}
	return false
}

// checkPages holds for every document: nothing stands outside the text's
// width, nothing under its last line.
func checkPages(t *testing.T, where string, c *blockSetter, pages []Page) {
	t.Helper()
	left := c.opt.Margins.Left * mm
	top := c.opt.Margins.Top * mm
	for _, pg := range pages {
		for _, p := range pg.Items {
			for _, tx := range p.Box.Texts {
				x := p.X + tx.X
				if x < left-0.05 || x+tx.Line.width > left+c.measure+0.05 {
					t.Errorf("%s: page %d: a line runs from %.2f to %.2f in a measure of %.2f: %q",
						where, pg.Number, x-left, x+tx.Line.width-left, c.measure, start(lineText(tx.Line)))
				}
			}
			if p.Box.Block != nil && p.Y+p.Box.Height > top+c.depth+c.styles.line+0.05 {
				t.Errorf("%s: page %d: a %T ends at %.1f, the page at %.1f", where, pg.Number, p.Box.Block, p.Y+p.Box.Height-top, c.depth)
			}
		}
	}
}

func lineText(l *Line) string {
	var b strings.Builder
	for i := range l.runs {
		b.WriteString(l.runs[i].String())
	}
	return b.String()
}

// start is the beginning of a text, for messages.
func start(s string) string { return s[:min(len(s), 60)] }

// A drawn run must end where the layout says: the widths and shifts written
// into the file, in thousandths, add up to the line's width.
func TestRunsAddUp(t *testing.T) {
	_, pages := layoutOf(sampleArticle(), layoutDefault())
	for _, pg := range pages {
		for _, p := range pg.Items {
			for _, tx := range p.Box.Texts {
				for _, r := range tx.Line.runs {
					w, space := 0, 0.0
					for i, c := range r.codes {
						w += r.font.face.Metrics().Width(c) + int(r.shifts[i])
						if c == fonts.Space {
							space += r.space
						}
					}
					if got := float64(w)*r.font.size/1000 + space; got-r.width > 0.02 || r.width-got > 0.02 {
						t.Errorf("page %d: %q is drawn %.3f wide, laid out %.3f", pg.Number, r.String(), got, r.width)
					}
				}
			}
		}
	}
}

func TestSameBytes(t *testing.T) {
	a, _ := write(t, sampleArticle(), DefaultOptions())
	b, _ := write(t, sampleArticle(), DefaultOptions())
	if !bytes.Equal(a, b) {
		t.Error("two files of one document differ")
	}
	opt := DefaultOptions()
	opt.Date = time.Date(2020, 2, 3, 0, 0, 0, 0, time.UTC)
	if c, _ := write(t, sampleArticle(), opt); bytes.Equal(a, c) {
		t.Error("the date is not in the file")
	}
}

func TestSize(t *testing.T) {
	b, problems := write(t, sampleArticle(), DefaultOptions())
	if len(b) > 100_000 {
		t.Errorf("the article has %d bytes", len(b))
	}
	if len(problems) > 0 {
		t.Errorf("warnings about a sound document: %v", problems)
	}
}

// checker runs an outside program over a file; without the program the test
// is skipped, in CI it fails.
func checker(t *testing.T, file []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is missing", name)
		}
		t.Skipf("%s is missing", name)
	}
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, file, 0o644); err != nil {
		t.Fatal(err)
	}
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "FILE", path)
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

func TestQpdf(t *testing.T) {
	b, _ := write(t, sampleArticle(), DefaultOptions())
	if out := checker(t, b, "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
}

// A reader of the text must get every line that was set, once, its words
// parted by single spaces, an added hyphen as U+00AD.
func TestExtraction(t *testing.T) {
	d := sampleArticle()
	b, _ := write(t, d, DefaultOptions())
	_, pages := layoutOf(d, layoutDefault())
	out := checker(t, b, "pdftotext", "-enc", "UTF-8", "-raw", "FILE", "-")
	got := strings.Split(out, "\f")
	if len(got) != len(pages)+1 {
		t.Fatalf("%d pages extracted, %d set", len(got)-1, len(pages))
	}
	hyphens := 0
	for i, pg := range pages {
		at := 0
		for _, p := range pg.Items {
			para, ok := p.Box.Block.(*document.Paragraph)
			if !ok || strings.ContainsAny(plainText(para.Text), "√") { // with a raised figure
				continue
			}
			for _, tx := range p.Box.Texts {
				line := lineText(tx.Line)
				hyphens += strings.Count(line, "\u00ad")
				n := strings.Index(got[i][at:], line)
				if n < 0 {
					t.Errorf("page %d: %q isn't extracted after what stands before it", pg.Number, line)
					continue
				}
				at += n + len(line)
			}
		}
	}
	if hyphens == 0 {
		t.Error("no added hyphen in the sample: the test shows less than it should")
	}
	whole := strings.ReplaceAll(out, "\u00ad\n", "")
	for _, s := range []string{"36 (55,4%)", "α = 0,05", "n − 2 = 63", "0,677", "Tabel 2 (lanjutan)", "mempersyaratkan", "Lægreid"} {
		if !strings.Contains(whole, s) {
			t.Errorf("%q isn't extracted", s)
		}
	}
	for _, line := range strings.Split(whole, "\n") {
		if strings.Contains(strings.TrimSpace(line), "  ") {
			t.Errorf("double space in %q", line)
		}
	}
}

func TestNavigation(t *testing.T) {
	d := sampleArticle()
	d.Blocks = append(d.Blocks, para("", ref("nirgends", "nowhere"), ref("nirgends", "nowhere")))
	b, problems := write(t, d, DefaultOptions())
	out := checker(t, b, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	for _, s := range []string{
		"/Lang (id)", "/Title (PENDAHULUAN)", "/PageMode /UseOutlines", "/URI (https://www.example.org/publikasi/",
		"/URI (mailto:penulis@example.org)",
	} {
		if !strings.Contains(out, s) {
			t.Errorf("%q isn't in the file", s)
		}
	}
	if n := strings.Count(out, "/Dest"); n < 20 {
		t.Errorf("%d destinations in outline and links", n)
	}
	if len(problems) != 1 || problems[0].Code != "broken-link" || problems[0].Severity != diag.Warning {
		t.Errorf("warnings %v; want one, about a broken link", problems)
	}
}

func BenchmarkWrite(b *testing.B) {
	d := sampleArticle()
	opt := DefaultOptions()
	for b.Loop() {
		var w bytes.Buffer
		if _, err := Write(&w, d, opt); err != nil {
			b.Fatal(err)
		}
	}
}
