package layout

import (
	"math"
	"slices"

	"wogreport/internal/document"
)

// paginate puts the flow on pages. What stands between two breaks is a part: it
// begins a page, and how it is set changes nothing in the others.
func paginate(f []piece, fr frame, line float64) []Page {
	var pages []Page
	numbering, count := document.NumberOn, 0
	for len(f) > 0 || len(pages) == 0 {
		if len(f) > 0 && f[0].kind == breakPiece {
			if n := f[0].numbering; n != document.NumberOn {
				numbering, count = n, 0
			}
			f = f[1:]
			continue
		}
		n := slices.IndexFunc(f, func(f piece) bool { return f.kind == breakPiece })
		if n < 0 {
			n = len(f)
		}
		for _, pg := range paginatePart(f[:n], fr, line) {
			count++
			pg.Number, pg.Numbering, pg.Count = len(pages)+1, numbering, count
			pages = append(pages, pg)
		}
		f = f[n:]
	}
	return pages
}

// A last page with less than shortLastPage lines is a blemish; one with less than
// a third of a page is better spared where that costs a line on the others.
const (
	shortLastPage  = 6
	sparedLastPage = 1.0 / 3
)

// paginatePart makes the pages of a part so that columns end alike, a line longer where
// others were two shorter, and little stands alone on the last page: it tries the page before
// it, then all pages, a line longer, then references without space between them, then all up to
// three lines shorter.
func paginatePart(f []piece, fr frame, line float64) []Page {
	x := fill(f, fr, line, nil)
	if empty := emptiest(x.pages, fr); empty >= halfEmpty {
		other := fr
		other.usual = true
		if y := fill(f, other, line, nil); emptiest(y.pages, fr) < empty {
			fr, x = other, y
		}
	}
	for _, other := range []frame{fr.giving(), fr.loosened()} {
		if x.spread <= line+rounding {
			break
		}
		if y := fill(f, other, line, nil); y.spread < x.spread-rounding {
			fr, x = other, y
		}
	}
	fr, x = amend(f, fr, line, x)
	n := len(x.pages)
	last := depth(x.pages[n-1], fr)
	if fr.columns > 1 {
		if short := shortLastPage * line * float64(fr.columns); n > 1 && last < short {
			fr, x = moreOnLast(f, fr, line, x, short)
		}
		return balance(f, fr, line, x)
	}
	if n < 2 || last >= sparedLastPage*fr.height {
		return x.pages
	}
	b := best{filling: x, fr: fr, line: line, least: math.Inf(1)}
	try := func(other frame, good func(p []Page) bool) {
		b.consider(other, fill(f, other, line, nil), good)
		if len(other.chosen) == 0 && (math.IsInf(b.least, 1) || !b.holed()) {
			return
		}
		other.chosen = nil // that was for other pages
		y := fill(f, other, line, nil)
		b.consider(other, y, good)
		other, y = amend(f, other, line, y)
		b.consider(other, y, good)
	}
	spared := func(p []Page) bool { return len(p) < n }
	other := fr
	other.longer, other.by, other.give, other.spare = n-1, fr.spare, 0, 0
	if fr.spare > 0 {
		try(other, spared)
	}
	other = fr
	other.height, other.give, other.spare = fr.longest(line), 0, 0
	if fr.spare > 0 && (b.holed() || len(b.pages) == n) {
		try(other, spared)
	}
	if len(b.pages) < n || last >= shortLastPage*line {
		return b.pages
	}
	if g := closer(f); g != nil {
		y := fill(g, fr, line, nil)
		if spared(y.pages) && !endsInWord(y.pages) && y.spread <= max(x.spread, line)+rounding {
			return y.pages
		}
	}
	for lines := 1; lines <= 3; lines++ {
		other.height = fr.height - float64(float64(lines)*line)
		try(other, func(p []Page) bool { return len(p) == n && depth(p[n-1], fr) >= shortLastPage*line })
		if !math.IsInf(b.least, 1) {
			break
		}
	}
	return b.pages
}

// best is what is to be regretted least of the pages tried.
type best struct {
	filling
	fr    frame // of the pages that are there without a try
	line  float64
	least float64 // to regret; infinite before any is good
}

// consider takes pages that are good and better than those before.
func (b *best) consider(other frame, y filling, good func(p []Page) bool) {
	fits := (!endsInWord(y.pages) || endsInWord(b.pages)) && y.spread <= b.line+rounding
	for _, pg := range y.pages {
		fits = fits && depth(pg, b.fr) <= b.fr.height+b.fr.spare+1
	}
	if r := y.regret(b.line) + other.chosen.regret(); fits && good(y.pages) && r < b.least {
		b.filling, b.least = y, r
	}
}

// moreOnLast makes the pages of columns so that the last one, which holds little, is spared or
// holds at least so much of its first column: a line longer, or up to three lines shorter where
// that leaves no more of the pages empty.
func moreOnLast(f []piece, fr frame, line float64, x filling, least float64) (frame, filling) {
	n := len(x.pages)
	other := fr
	if fr.spare > 0 {
		other.height, other.give, other.spare = fr.longest(line), 0, 0
		if y := fill(f, other, line, nil); len(y.pages) < n {
			return other, y
		}
	}
	for lines := 1; lines <= 3; lines++ {
		other = fr
		other.height = fr.height - float64(float64(lines)*line)
		y := fill(f, other, line, nil)
		if len(y.pages) == n && depth(y.pages[n-1], fr) >= least && y.spread <= max(x.spread, line)+rounding && y.regret(line) < x.regret(line)+scrapMark {
			return other, y
		}
	}
	return fr, x
}

// closer is the flow with the entries of its reference list one under the other, without space
// between them; nil where it has none.
func closer(f []piece) []piece {
	var out []piece
	for i := range f {
		if f[i].box == nil {
			continue
		}
		if p, ok := f[i].box.Block.(*document.Paragraph); ok && p.Role == document.Reference && f[i].below > 0 {
			if out == nil {
				out = slices.Clone(f)
			}
			out[i].below = 0
		}
	}
	return out
}

// giving is a frame whose columns may be a line longer.
func (fr frame) giving() frame {
	fr.give = fr.spare
	return fr
}

// longest is the height of a page with a line of text more.
func (fr frame) longest(line float64) float64 {
	return float64(math.Floor(fr.height/line+0.01)*line) + fr.spare
}

// loosened is a frame whose columns end within words rather than early.
func (fr frame) loosened() frame {
	fr.loose = true
	return fr
}

// leastBalanced is how many lines columns have at least that are made alike: fewer
// stay in the first one.
const leastBalanced = 2

// balance makes the columns that end on a page do so at about one height: they are
// as short as still hold what is on it.
func balance(f []piece, fr frame, line float64, x filling) []Page {
	if x.columnsEnd == 0 {
		return x.pages
	}
	low, high := leastBalanced-1, int(fr.height/line)+1 // in lines; low is too short
	for high-low > 1 {
		half := (low + high) / 2
		y := fill(f, fr, line, shortened{x.columnsEnd: float64(half) * line})
		if len(y.pages) <= len(x.pages) && y.columnsEnd == x.columnsEnd && (x.apart || !y.apart) {
			high, x = half, y
		} else {
			low = half
		}
	}
	return x.pages
}

// halfEmpty is how much of a page but the last is not to stay empty.
const halfEmpty = 0.5

// emptiest is how much of the emptiest page but the last stays empty.
func emptiest(pages []Page, fr frame) float64 {
	most := 0.0
	for _, pg := range pages[:len(pages)-1] {
		most = max(most, 1-depth(pg, fr)/fr.height)
	}
	return most
}

// endsInWord reports whether a page but the last ends within a word.
func endsInWord(pages []Page) bool {
	for _, pg := range pages[:len(pages)-1] {
		last := -1.0
		within := false
		for _, p := range pg.Items {
			if n := len(p.Box.Texts); n > 0 && p.Y > last {
				last, within = p.Y, p.Box.Texts[n-1].Line.Hyphened
			}
		}
		if within {
			return true
		}
	}
	return false
}

// depth is how far down the frame a page is filled.
func depth(pg Page, fr frame) float64 {
	d := 0.0
	for _, p := range pg.Items {
		d = max(d, p.Y+p.Box.Height-fr.y)
	}
	return d
}
