package draft

import (
	"slices"

	"wogreport/internal/columns"
	"wogreport/internal/lang"
	"wogreport/internal/remark"
	"wogreport/internal/sheet"
)

// gaps says of an item that more than half of the respondents left it out, with
// what follows for its construct.
func (p *plan) gaps(it item) remark.Remark {
	n := p.sheet.Len()
	missing := it.of.Missing
	for _, v := range it.of.Outside { // who answered so did answer
		missing -= v.N
	}
	for second, first := range p.merged {
		if first == it.of.Index { // the two halves of a question
			missing -= n - p.cols[second].Missing
		}
	}
	if missing*2 <= n {
		return remark.Remark{}
	}
	return remark.Of("%d of %d gave no answer, and are not in the tests of its construct either; leave the item out, or add  analysis: {missing: pairwise}", missing, n)
}

// assumed is what somebody who only sees the report has to know.
func (p *plan) assumed() (said []Said) {
	out := slices.Clone(p.said)
	if p.foreign {
		out = append(out, remark.Of("the items are in a language that the program does not write: its own words are English"))
	}
	if p.unprintable() {
		out = append(out, remark.Of("the fonts have no letters for some labels or statements, and the report shows boxes for them: write these in other letters, with the file's own spelling of a label under  also"))
	}
	if kind, _ := p.kind(); kind == "evaluation" && p.opt.Kind == "" && p.byCohort() {
		out = append(out, remark.Of("a report for each cohort is made (kind: evaluation, reports: by-cohort);  --kind article  drafts one report of all"))
	}
	for i, s := range p.scales {
		for _, a := range s.Assumed {
			if len(p.scales) > 1 {
				a = remark.Of("scale %d (%s): %s", i+1, s.Name, a)
			}
			out = append(out, a)
		}
	}
	const most = 8
	for _, t := range p.twins[:min(len(p.twins), most)] {
		out = append(out, t.remark())
	}
	if n := len(p.twins) - most; n > 0 {
		out = append(out, remark.Of("%d more columns repeat a question; they are listed in the study file", n))
	}
	if copies, of := p.copies(); copies != nil {
		out = append(out, remark.Of("the columns %s have the answers of %s once more, such as in codes, and are no items of their own", listed(copies), listed(of)))
	}
	if unsure := p.unsure(); unsure != nil {
		out = append(out, remark.Of("no items by their headers or since all answered alike, though their values may be answers on the scale: %s; add them to  items  where they are", quotedList(unsure)))
	}
	out = append(out, p.spoilt()...)
	for _, c := range p.constructs {
		for _, it := range c.items {
			if gaps := p.gaps(it); !gaps.IsZero() && len(out) < 3*most {
				out = append(out, remark.Of("%s: %s", it.id, gaps))
			}
		}
	}
	for _, r := range out {
		said = append(said, Said{Remark: r})
	}
	if id, again := p.identifier(); again > 0 {
		r := remark.Of("the column %q tells of people who answered again (rows: %d), and all of these count;  identifier: %s  and  exclude: [duplicates]  in responses count everybody once", id, again, yamlText(id))
		said = append(said, Said{Remark: r, Identifier: id, Again: again})
	}
	return said
}

// unsure are the headers of columns that may be items.
func (p *plan) unsure() (out []string) {
	for _, c := range p.cols {
		if c.Unsure && c.Kind != columns.Likert && c.CopyOf < 0 {
			out = append(out, short(c.Header))
		}
	}
	return out
}

// copies are the columns that have the answers of others once more, and those others.
func (p *plan) copies() (copies, of []string) {
	for i, c := range p.cols {
		if c.CopyOf >= 0 {
			copies, of = append(copies, sheet.Letter(i)), append(of, sheet.Letter(c.CopyOf))
		}
	}
	return copies, of
}

// against says which items run against the others.
func (p *plan) against() []Said {
	const most = 8
	var out []Said
	var more []string
	singles := 0
	for _, c := range p.constructs {
		if !c.halves.IsZero() {
			both := Said{Remark: c.halves}
			for _, it := range c.items {
				both.Items = append(both.Items, it.id)
			}
			out = append(out, both)
			continue
		}
		for _, it := range c.items {
			if it.against == 0 {
				continue
			}
			if singles++; singles > most {
				more = append(more, it.id)
				continue
			}
			out = append(out, Said{Remark: remark.Of("%s runs against the other items (r %s) and may be worded the other way round", it.id, it.against), Items: []string{it.id}})
		}
	}
	if more != nil {
		out = append(out, Said{Remark: remark.Of("%d more run against the others; they are marked in the study file", len(more)), Items: more})
	}
	return out
}

// coefficient is a correlation, written as each language writes numbers.
type coefficient float64

func (r coefficient) In(l lang.Tag) string { return lang.Number(l, float64(r), 2) }
