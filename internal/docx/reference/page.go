package reference

import (
	"math"
	"strconv"
	"strings"
)

// Page is the page that a template sets up. Lengths are points; without a width the
// template says nothing of it.
type Page struct {
	Width, Height            float64
	Top, Right, Bottom, Left float64
	Columns                  int     // 1 or 2
	Gutter                   float64 // between columns

	Size, Margins, Borders, Lines, Cols, Grid *Node // as the template has them; nil for none
	NumberFormat                              string
	First                                     bool // the first page has lines of its own
	Headers, Footers                          map[string]*Running
}

// Running is a header or footer of a template.
type Running struct{ Root *Node }

// section is one of a template's, with how many paragraphs it has.
type section struct {
	node       *Node
	paragraphs int
}

// smallest is the least room for text on a page, in either direction, in points.
const smallest = 120

// page reads the page setup: that of the section with the most paragraphs, which is the
// body of the text; the first page's lines of the first section; as many columns as any
// section has.
func page(sections []section, running func(id string) (*Running, error)) (Page, error) {
	p := Page{Columns: 1, Headers: map[string]*Running{}, Footers: map[string]*Running{}}
	if len(sections) == 0 {
		return p, nil
	}
	main := 0
	for i, s := range sections {
		if s.paragraphs > sections[main].paragraphs {
			main = i
		}
	}
	refs := map[string]string{} // those that hold, by element and type
	taken := map[string]string{}
	for i, s := range sections {
		for _, c := range s.node.Children {
			if c.Is("headerReference") || c.Is("footerReference") {
				kind := c.Value("type")
				if kind == "" {
					kind = "default"
				}
				refs[c.Name+" "+kind] = c.Value("id")
			}
		}
		if first := s.node.On("titlePg"); first && (i == 0 || i == main && !p.First) {
			p.First = true
			for _, key := range []string{"headerReference first", "footerReference first"} {
				taken[key] = refs[key]
			}
		}
		if i == main {
			for _, key := range []string{"headerReference default", "footerReference default", "headerReference even", "footerReference even"} {
				taken[key] = refs[key]
			}
		}
		if cols := s.node.First("cols"); columns(cols) > 1 && p.Columns == 1 {
			p.Columns, p.Cols, p.Gutter = 2, cols, gutter(cols)
		}
	}
	for key, id := range taken {
		if id == "" {
			continue
		}
		r, err := running(id)
		if err != nil {
			return p, err
		}
		element, kind, _ := strings.Cut(key, " ")
		if r != nil && element == "headerReference" {
			p.Headers[kind] = r
		} else if r != nil {
			p.Footers[kind] = r
		}
	}
	return p, p.setup(sections[main].node)
}

// setup reads size, margins and what else is of a page.
func (p *Page) setup(n *Node) error {
	p.NumberFormat = n.First("pgNumType").Value("fmt")
	p.Lines, p.Borders, p.Grid = n.First("lnNumType"), n.First("pgBorders"), n.First("docGrid")
	size, margins := n.First("pgSz"), n.First("pgMar")
	if size == nil || margins == nil {
		p.Columns, p.Cols = 1, nil
		return nil
	}
	p.Width, p.Height = points(size.Value("w")), points(size.Value("h"))
	p.Top, p.Bottom = math.Abs(points(margins.Value("top"))), math.Abs(points(margins.Value("bottom")))
	p.Left, p.Right = first(points(margins.Value("left")), points(margins.Value("start"))), first(points(margins.Value("right")), points(margins.Value("end")))
	p.Left += points(margins.Value("gutter"))
	const largest = 1584 // Word's
	width, height := p.Width-p.Left-p.Right, p.Height-p.Top-p.Bottom
	if !(p.Width <= largest && p.Height <= largest && width >= smallest*float64(p.Columns)+p.Gutter*float64(p.Columns-1) && height >= smallest) {
		return &fault{"bad-template", "has a page that leaves no room for text", "look at its page setup in Word"}
	}
	p.Size, p.Margins = size, margins
	return nil
}

func first(a, b float64) float64 {
	if a != 0 {
		return a
	}
	return b
}

// columns is how many columns a section has; the report has two at most.
func columns(cols *Node) int {
	if cols == nil {
		return 1
	}
	n, _ := strconv.Atoi(cols.Value("num"))
	if n < 2 {
		return 1
	}
	return n
}

func gutter(cols *Node) float64 {
	if space := cols.Value("space"); space != "" {
		return points(space)
	}
	if col := cols.First("col"); col.Value("space") != "" {
		return points(col.Value("space"))
	}
	return 36
}

// points is a length in points: the format has twentieths of one, or a number with a unit.
func points(s string) float64 {
	for unit, pt := range map[string]float64{"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72, "pt": 1, "pc": 12, "pi": 12} {
		if number, ok := strings.CutSuffix(s, unit); ok {
			return finite(number) * pt
		}
	}
	return finite(s) / 20
}

func finite(s string) float64 {
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || math.IsNaN(v) || math.Abs(v) > 1e6 {
		return 0
	}
	return v
}
