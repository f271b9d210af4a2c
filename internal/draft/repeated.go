package draft

import (
	"wogreport/internal/columns"
	"wogreport/internal/diag"
	"wogreport/internal/remark"
	"wogreport/internal/responses"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// twin is two columns that may be one question, and what speaks for it.
type twin struct {
	first, second int
	why           remark.Remark
}

// findRepeated finds columns with the question of an earlier one of which
// nobody answered both: the form was edited while people answered. They are
// one. Where somebody answered both, or the words were changed, they are two
// until the author says otherwise.
func (p *plan) findRepeated() {
	p.merged, p.twins = map[int]int{}, nil
	first := map[string]int{}
	for i, c := range p.cols {
		f := study.FoldLabel(c.Header)
		j, ok := first[f]
		switch {
		case f == "" || c.Kind != columns.Likert && c.Kind != columns.Empty && c.Kind != columns.Constant:
		case !ok:
			first[f] = i
		case responses.Mergeable(p.sheet, []int{j, i}):
			p.merged[i] = j
			if c.Kind != columns.Empty {
				p.twins = append(p.twins, twin{j, i, remark.Of("have the same question, of which nobody answered both; they are read as one")})
			}
		case c.Kind == columns.Likert && c.Block() == p.cols[j].Block():
			p.twins = append(p.twins, twin{j, i, remark.Of("have the same question, and some answered both; they are two items until you delete one")})
		}
	}
	p.findReworded()
}

// findReworded finds pairs of items whose answers complete each other and whose
// headers are nearly the same.
func (p *plan) findReworded() {
	var gaps []int
	for i, c := range p.cols {
		if _, again := p.merged[i]; c.Kind == columns.Likert && !again && c.Missing > 0 && c.Header != "" {
			gaps = append(gaps, i)
		}
	}
	const most = 100 // a form edited more often is no matter of pairs
	if len(gaps) > most {
		return
	}
	for k, i := range gaps {
		for _, j := range gaps[k+1:] {
			a, b := study.FoldLabel(p.cols[i].Header), study.FoldLabel(p.cols[j].Header)
			empty := p.cols[i].Missing + p.cols[j].Missing
			if a != b && empty*4 <= p.sheet.Len()*5 && diag.Suggest(a, []string{b}) != "" && responses.Mergeable(p.sheet, []int{i, j}) {
				p.twins = append(p.twins, twin{i, j, remark.Of("have nearly the same question, of which nobody answered both; if it is one, give both the same header")})
			}
		}
	}
}

func (t twin) remark() remark.Remark {
	return remark.Of("the columns %s and %s %s", sheet.Letter(t.first), sheet.Letter(t.second), t.why)
}
