package pdf

import (
	"strings"

	"wogreport/internal/diag"
	"wogreport/internal/document"
)

// Layout is a document on pages.
type Layout struct {
	Pages         []page
	Width, Height float64           // of the paper, in points
	Targets       map[string]Target // where a link to "#ID" leads
	Problems      diag.List         // warnings
}

// Target is a place that a link leads to: a page of the file, from 1, and how
// far down it.
type Target struct {
	Page int
	Y    float64
}

// Of lays a document out. Its texts are set by s, which also sets those of its
// figures when they are drawn.
func Of(doc *document.Document, opt layoutOptions, s *Setter) *Layout {
	return newComposer(doc, opt.normal(), s).layout()
}

func (c *composer) layout() *Layout {
	s := &c.sheet
	fr := frame{
		x:       c.opt.Margins.Left * mm,
		y:       c.opt.Margins.Top * mm,
		width:   c.measure,
		height:  c.depth,
		columns: c.opt.Columns,
		gutter:  gutter,
	}
	if c.footerGap() >= footerGap {
		fr.spare = s.line
	}
	pages := paginate(c.flow(), fr, s.line)
	c.resolve(pages)
	c.running(pages, fr)
	targets := targetsOf(pages)
	c.checkLinks(pages, targets)
	width, height := c.opt.Paper.Size()
	return &Layout{Pages: pages, Width: float64(width), Height: float64(height), Targets: targets, Problems: c.problem}
}

// targetsOf finds the places that links lead to; of two with one ID the first counts.
func targetsOf(pages []page) map[string]Target {
	targets := map[string]Target{}
	for _, pg := range pages {
		for _, p := range pg.placed {
			for _, at := range p.slab.anchors {
				if _, ok := targets[at.id]; !ok {
					targets[at.id] = Target{pg.number, p.y + at.y}
				}
			}
		}
	}
	return targets
}

// checkLinks warns, once for each ID, of links within the document that lead nowhere.
func (c *composer) checkLinks(pages []page, targets map[string]Target) {
	warned := map[string]bool{}
	for _, pg := range pages {
		for _, p := range pg.placed {
			p.slab.eachLink(func(r *run) {
				id := strings.TrimPrefix(r.link, "#")
				if _, ok := targets[id]; !ok && !warned[id] {
					warned[id] = true
					c.problem.Warnf(diag.Pos{}, "broken-link", "a link leads to %q, which is not in the document", id)
				}
			})
		}
	}
}

// mm is a millimetre in points.
const mm = 72 / 25.4
