package draft

import (
	"fmt"
	"math"
	"strings"

	"wogreport/internal/columns"
	"wogreport/internal/remark"
	"wogreport/internal/sheet"
)

// maxSpoilt is how many cells with fractions make a slip of them, and not numbers of another kind.
const maxSpoilt = 2

// spoilt tells of the columns that are no items only for a cell or two with a fraction among the
// numbers of a scale: 3,5 where somebody chose 3 and 5, or typed beside a key.
func (p *plan) spoilt() []remark.Remark {
	const most = 8
	var out []remark.Remark
	for i := range p.cols {
		c := &p.cols[i]
		if c.Kind != columns.Number || c.Header == "" || c.Counts || len(out) == most || !p.spoiltOnly(c) {
			continue
		}
		var rows []string
		for r := range p.sheet.Len() {
			if v, ok := sheet.Number(p.sheet.Cell(r, i)); ok && v != math.Trunc(v) {
				rows = append(rows, fmt.Sprint(p.sheet.Line(r)))
			}
		}
		out = append(out, remark.Of("the column %q is no item, since it has fractions among the numbers of the scale (rows: %s); correct these cells, and draft the study again", short(c.Header), strings.Join(rows, ", ")))
	}
	return out
}

// spoiltOnly reports a column whose numbers are all on a scale of the items but for very few with fractions.
func (p *plan) spoiltOnly(c *columns.Column) bool {
	for _, own := range p.constructs {
		s := p.scales[own.scale]
		within, fractions, others, different := 0, 0, 0, 0
		for _, v := range c.Values {
			switch x, ok := sheet.Number(v.Text); {
			case ok && x >= float64(s.Min) && x <= float64(s.Max) && x == math.Trunc(x):
				within += v.N
				different++
			case ok && x >= float64(s.Min) && x <= float64(s.Max):
				fractions += v.N
			default:
				others += v.N
			}
		}
		if fractions > 0 && fractions <= maxSpoilt && within >= 10*fractions && others*10 <= within && different > 2 && own.items[0].of.Bare() {
			return true
		}
	}
	return false
}
