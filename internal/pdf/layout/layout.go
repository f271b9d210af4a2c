// Package layout owns the way from a document to pages: it sets blocks as pieces
// of a flow (the galley), divides the flow into columns and pages, places figures
// and tables, and adds running lines. Of is the one way in. It is pure: a Page
// holds items with their places, and each text and drawing names its Source in the
// document. How a file holds them is package pdf's business.
package layout

import (
	"strings"

	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/pdf/typeset"
)

// Layout is a document on pages.
type Layout struct {
	Pages         []Page
	Width, Height float64           // of the paper, in points
	Targets       map[string]Target // where a link to "#ID" leads
	Problems      diag.List         // warnings

	setter  *blockSetter
	grids   map[*document.Table]*grid
	heights map[*document.Table]float64
	across  map[document.Block]bool
}

// Target is a place that a link leads to: a page of the file, from 1, and how
// far down it.
type Target struct {
	Page int
	Y    float64
}

// Of lays a document out. Its texts are set by s, which also sets those of its
// figures when they are drawn.
func Of(doc *document.Document, opt Options, s *typeset.Setter) *Layout {
	return newBlockSetter(doc, opt.normal(), s).layout()
}

func (bs *blockSetter) layout() *Layout {
	s := &bs.styles
	fr := frame{
		x:       bs.opt.Margins.Left * mm,
		y:       bs.opt.Margins.Top * mm,
		width:   bs.measure,
		height:  bs.depth,
		columns: bs.opt.Columns,
		gutter:  bs.opt.Gutter,
	}
	if bs.footerGap() >= bs.wantedFooterGap() {
		fr.spare = s.line
	}
	flow := bs.flow()
	var across map[document.Block]bool
	if fr.columns > 1 {
		across = acrossOf(flow)
	}
	pages := paginate(flow, fr, s.line)
	targets := targetsOf(pages)
	bs.resolve(pages, targets)
	bs.running(pages, fr)
	bs.checkLinks(pages, targets)
	width, height := bs.opt.Sheet()
	return &Layout{
		Pages: pages, Width: float64(width), Height: float64(height), Targets: targets, Problems: bs.problem,
		setter: bs, grids: bs.grids, heights: bs.heights, across: across,
	}
}

// targetsOf finds the places that links lead to; of two with one ID the first counts.
func targetsOf(pages []Page) map[string]Target {
	targets := map[string]Target{}
	for _, pg := range pages {
		for _, p := range pg.Items {
			for _, at := range p.Box.anchors {
				if _, ok := targets[at.id]; !ok {
					targets[at.id] = Target{pg.Number, p.Y + at.y}
				}
			}
		}
	}
	return targets
}

// checkLinks warns, once for each ID, of links within the document that lead nowhere.
func (bs *blockSetter) checkLinks(pages []Page, targets map[string]Target) {
	warned := map[string]bool{}
	for _, pg := range pages {
		for _, p := range pg.Items {
			p.Box.eachLink(func(r *typeset.Run) {
				id := strings.TrimPrefix(r.Link, "#")
				if _, ok := targets[id]; !ok && !warned[id] {
					warned[id] = true
					bs.problem.Warnf(diag.Pos{}, "broken-link", "a link leads to %q, which is not in the document", id)
				}
			})
		}
	}
}
