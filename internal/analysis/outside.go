package analysis

import (
	"slices"

	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// OutsideAnswer is an answer outside the scale ("Tidak berlaku"), and how many gave it.
type OutsideAnswer struct {
	Text  string
	Count int
}

// OutsideCount is how many answered the item outside its scale.
func (it *Item) OutsideCount() (n int) {
	for _, o := range it.Outside {
		n += o.Count
	}
	return n
}

// AnyOutside reports whether somebody answered the item outside its scale, or may
// have.
func (it *Item) AnyOutside() bool {
	return it.OutsideHidden && it.Missing > 0 || it.OutsideCount() > 0
}

// outside counts the answers outside the scale by their texts, and takes them from
// the missing ones.
func (c *Construct) outside(sc *study.Construct, t *responses.Table, texts []string) {
	if len(texts) == 0 {
		return
	}
	missing, outside := make([]bool, t.N), make([]bool, t.N)
	for i := range c.Items {
		it, col := &c.Items[i], t.Column(sc.Items[i].ID)
		it.OutsideHidden = col == nil || col.Outside == nil
		own := slices.Repeat([]bool{true}, t.N)
		if col != nil {
			for row, code := range col.Codes {
				own[row] = code == responses.Missing
			}
			for k, rows := range col.Outside {
				it.Outside = append(it.Outside, OutsideAnswer{texts[k], len(rows)})
				it.Missing -= len(rows)
				for _, row := range rows {
					outside[row], own[row] = true, false
				}
			}
		}
		for row, m := range own {
			missing[row] = missing[row] || m
		}
	}
	for row := range outside {
		if outside[row] && !missing[row] {
			c.OutsideRows++
		}
	}
}
