package responses

import (
	"cmp"
	"slices"
)

// places are where the rows of a table stand, in runs of rows that follow one another.
type places struct {
	runs []placeRun
	n    int
}

// placeRun begins at a row of the table, from 0, with the place of it.
type placeRun struct {
	from int
	RowRef
}

// add adds n rows that follow one another from a place on.
func (p *places) add(at RowRef, n int) {
	if k := len(p.runs) - 1; k < 0 || p.runs[k].File != at.File || int(p.runs[k].Row)+p.n-p.runs[k].from != int(at.Row) {
		p.runs = append(p.runs, placeRun{p.n, at})
	}
	p.n += n
}

// at is where a row stands.
func (p *places) at(row int) RowRef {
	k, found := slices.BinarySearchFunc(p.runs, row, func(r placeRun, row int) int { return cmp.Compare(r.from, row) })
	if !found {
		k--
	}
	r := p.runs[k]
	return RowRef{r.File, r.Row + int32(row-r.from)}
}

// kept are the rows that are kept.
func (p *places) kept(keep []bool) places {
	var out places
	for i, yes := range keep {
		if yes {
			out.add(p.at(i), 1)
		}
	}
	return out
}
