package columns

import (
	"slices"

	"wogreport/internal/sheet"
)

// numbers makes items of the columns of whole numbers that stand together.
func numbers(cols []Column) {
	var able []int
	blocks := 0
	labelled := false
	for i, c := range cols {
		labelled = labelled || c.Kind == Likert
		if c.numbered && c.Distinct > 0 && c.Kind == Number {
			able = append(able, i)
			if c.Block() != "" {
				blocks++
			}
		}
	}
	accept := func(i int) {
		cols[i].Kind, cols[i].Why = Likert, "whole numbers of a scale"
	}
	wide := func(i int) bool { return cols[i].high >= 3 && cols[i].Distinct > 1 }
	nWide := 0
	for _, i := range able {
		if cols[i].declared {
			accept(i)
		} else if wide(i) {
			nWide++
		}
	}
	able = slices.DeleteFunc(able, func(i int) bool { return cols[i].declared })
	counts := goesToZero(cols, able)
	switch {
	case nWide >= 2:
		for _, i := range able {
			if counts[i] {
				continue
			}
			// Where the items carry codes or groups, a number without is something else.
			if wide(i) && (cols[i].Block() != "" || blocks*5 < len(able)*4 || len(able)-blocks == len(able)) {
				accept(i)
			}
		}
	case nWide == 1 && !labelled:
		for _, i := range able {
			if wide(i) && cols[i].Distinct >= 3 {
				accept(i)
			}
		}
	case nWide == 0 && !labelled && len(able) >= 3:
		for _, i := range able {
			if cols[i].Distinct == 2 {
				accept(i)
			}
		}
	}
	// What nobody or hardly anybody answered differently stands among items.
	for _, i := range able {
		if cols[i].Kind == Number && cols[i].high <= 10 && !aboutPeople(cols[i].Statement) && between(cols, i) {
			accept(i)
		}
	}
}

// goesToZero finds the columns by themselves with zeros for answers where most of
// the others have none: they count something.
func goesToZero(cols []Column, able []int) map[int]bool {
	var zero []int
	others := 0
	for _, i := range able {
		c := &cols[i]
		switch {
		case c.high < 3:
		case c.low >= 1:
			others++
		case c.Block() == "" && c.zeros() >= 0.05:
			zero = append(zero, i)
		}
	}
	out := map[int]bool{}
	if others < 3 || others < 2*len(zero) {
		return out
	}
	for _, i := range zero {
		if c := &cols[i]; c.high <= 7 {
			out[i], c.Why = true, "unlike the others it has zeros: it seems to count something"
		}
	}
	return out
}

// zeros is the share of zeros among the answers.
func (c *Column) zeros() float64 {
	return c.share(func(text string) bool { x, ok := sheet.Number(text); return ok && x == 0 })
}

// between reports whether a column stands among items: they share its block,
// or it has one on each side.
func between(cols []Column, i int) bool {
	block := cols[i].Block()
	item := func(j int) bool {
		return j >= 0 && j < len(cols) && cols[j].Kind == Likert && cols[j].numbered && (block == "" || cols[j].Block() == block)
	}
	if block != "" {
		for j := range cols {
			if item(j) {
				return true
			}
		}
	}
	return item(i-1) && item(i+1)
}
