package sheet

import (
	"slices"
	"strings"

	"wogreport/internal/diag"
	"wogreport/internal/pattern"
)

// block is a run of columns between columns that are blank all the way down.
type block struct {
	left, right int // both within
	cells       int
	rows        []int // indices of the rows in which it has cells
}

// apart takes away tables that stand beside the one with the answers: a recap,
// a key to the labels, the answers of another group. Each is warned of. A blank
// column alone parts nothing, since a form's deleted question leaves one.
func (c *cells) apart(diags *diag.List) {
	blocks := c.blocks()
	if len(blocks) < 2 {
		return
	}
	main := slices.MaxFunc(blocks, func(a, b block) int { return a.cells - b.cells })
	for _, b := range blocks {
		if b.left == main.left || !c.another(main, b) {
			continue
		}
		first := c.rows[b.rows[0]]
		diags.Warnf(c.place(first, b.left), "second-table", "another table stands beside the answers and is not read")
		diags.Hintf("give it a sheet or a file of its own when it holds answers, too")
		for _, i := range b.rows {
			cells := c.rows[i].Cells
			own := cells[min(b.left, len(cells)):min(b.right+1, len(cells))]
			c.note(own)
			clear(own)
		}
	}
	kept := c.rows[:0]
	gap := false
	for _, r := range c.rows {
		if filled(r.Cells) == 0 {
			gap = len(kept) > 0
			continue
		}
		r.gap = r.gap || gap
		gap = false
		kept = append(kept, r)
	}
	c.rows = kept
}

// usedColumns marks the columns with cells, but for those of rows with a single one.
func usedColumns(rows []Row) []bool {
	used := make([]bool, width(rows))
	for _, r := range rows {
		if filled(r.Cells) < 2 {
			continue
		}
		for col := range min(len(used), len(r.Cells)) {
			used[col] = used[col] || !Empty(r.Cells[col])
		}
	}
	return used
}

// blocks finds the runs of columns. A row with a single cell, such as a title
// in the middle, joins none.
func (c *cells) blocks() []block {
	used := usedColumns(c.rows)
	w := len(used)
	var out []block
	for col := 0; col < w; col++ {
		if !used[col] {
			continue
		}
		b := block{left: col, right: col}
		for b.right+1 < w && used[b.right+1] {
			b.right++
		}
		col = b.right
		out = append(out, b)
	}
	if len(out) < 2 {
		return nil
	}
	for i := range out {
		b := &out[i]
		for k, r := range c.rows {
			n := 0
			for col := b.left; col <= b.right; col++ {
				if !Empty(r.Cell(col)) {
					n++
				}
			}
			if n > 0 && (n > 1 || b.left == b.right || filled(r.Cells) > 1) {
				b.cells += n
				b.rows = append(b.rows, k)
			}
		}
	}
	return out
}

// isKey reports a block of a key to the answers, perhaps with a title: 5 = Sangat Setuju, or SS and
// Sangat Setuju beside each other, each once.
func (c *cells) isKey(b block) bool {
	entries, seen := 0, map[string]bool{}
	for k, i := range b.rows {
		cells := c.rows[i].Cells
		var own []string
		for _, text := range cells[min(b.left, len(cells)):min(b.right+1, len(cells))] {
			if !Empty(text) {
				own = append(own, fold(text))
			}
		}
		entry := strings.Join(own, " = ")
		switch {
		case len(own) <= 3 && keyEntry.MatchString(entry) && !seen[own[0]]:
			entries++
			seen[own[0]] = true
		case k == 0 && len(own) == 1:
		default:
			return false
		}
	}
	return entries >= 2 && entries <= maxCounted
}

// keyEntry is a number or a short code with its label, or the label first.
var keyEntry = pattern.New(`^(?:\d{1,2}|\pL{1,3})\.?\s*[=:]\s*\pL[\pL ()/-]*(?:= \d{1,2})?$|^\pL[\pL ()/-]*\s*[=:]\s*\d{1,2}$`)

// another reports whether a block is a table of its own: it begins with the
// header with which the main one begins, goes on where that has ended, is a key,
// or is a short list, side by side with its first rows.
func (c *cells) another(main, b block) bool {
	head := func(b block) string {
		for _, i := range b.rows {
			r := c.rows[i]
			if hi := min(b.right+1, len(r.Cells)); hi > b.left && filled(r.Cells[b.left:hi])*2 > b.right-b.left {
				return fold(r.Cell(b.left))
			}
		}
		return ""
	}
	if h := head(main); h != "" && h == head(b) && main.left != main.right {
		return true
	}
	if b.rows[len(b.rows)-1] > main.rows[len(main.rows)-1]+1 {
		return true
	}
	first, last := b.rows[0], b.rows[len(b.rows)-1]
	if last-first+1 == len(b.rows) && len(b.rows) < len(main.rows) && c.isKey(b) {
		return true
	}
	if last-first+1 != len(b.rows) || len(b.rows)*2 >= len(main.rows) || b.left == b.right {
		return false
	}
	seen := map[string]bool{}
	for _, i := range b.rows {
		f := fold(c.rows[i].Cell(b.left))
		if _, isNumber := Number(f); f == "" || isNumber || seen[f] {
			return false
		}
		seen[f] = true
	}
	return true
}
