package draft

import (
	"slices"
	"strings"

	"wogreport/internal/columns"
	"wogreport/internal/remark"
	"wogreport/internal/study"
)

// Asked is what the author has to confirm, and the answers that there are.
type Asked struct {
	study.Assumption
	Options  []columns.Option // of the scale that these points were chosen of, or has these bounds
	Chosen   []columns.Point
	Min, Max int
}

// aboutScale is a question about a scale by its index; -1 where it is about none.
type aboutScale struct {
	columns.Question
	scale int
}

// asked are the questions that the author has to settle before the study
// builds: one for each kind, however many scales and columns it is about, but of those
// that have other answers each by itself.
func (p *plan) asked() []Asked {
	var all []aboutScale
	for i, s := range p.scales {
		where := p.itemsOn(i)
		if where == "" {
			continue
		}
		for _, a := range s.Asked {
			a.Where = where
			all = append(all, aboutScale{a, i})
		}
	}
	if a, ok := p.doubted(); ok {
		all = append(all, a)
	}
	for _, ask := range []func() (columns.Question, bool){p.strays, p.doubtful} {
		if a, ok := ask(); ok {
			all = append(all, aboutScale{a, -1})
		}
	}
	return p.byKind(all)
}

// chosen are the points of the scales that somebody chose.
func (p *plan) chosen() []columns.Point {
	var out []columns.Point
	for i, s := range p.scales {
		if p.itemsOn(i) != "" {
			out = append(out, chosen(s)...)
		}
	}
	return out
}

func chosen(s columns.Scale) []columns.Point {
	return slices.DeleteFunc(slices.Clone(s.Points), func(p columns.Point) bool { return p.N == 0 })
}

// conclusions are what readers of the report are told of the draft.
func (p *plan) conclusions() []string {
	var out []string
	for _, what := range study.Conclusions {
		is := what == study.SaidGrouping && len(p.constructs) > 1 && slices.ContainsFunc(p.constructs, func(c construct) bool { return c.why.String() != columns.UnderHeading.String() })
		for i, s := range p.scales {
			is = is || slices.Contains(s.Said, what) && p.itemsOn(i) != ""
		}
		if is {
			out = append(out, what)
		}
	}
	return out
}

// byKind puts the questions of one kind together, but for those with options.
func (p *plan) byKind(all []aboutScale) []Asked {
	l := p.language()
	var out []Asked
	for _, q := range all {
		a := Asked{Assumption: study.Assumption{Kind: q.Kind, What: q.What.In(l), Why: q.Why.In(l), Other: q.Other.In(l), Where: q.Where}, Options: q.Options}
		if q.scale >= 0 {
			s := p.scales[q.scale]
			a.Chosen, a.Min, a.Max = chosen(s), s.Min, s.Max
		}
		i := slices.IndexFunc(out, func(o Asked) bool { return o.Kind == a.Kind && o.Options == nil && a.Options == nil })
		if i < 0 {
			out = append(out, a)
			continue
		}
		o := &out[i]
		for _, t := range []struct {
			to  *string
			add string
		}{{&o.What, a.What}, {&o.Why, a.Why}, {&o.Other, a.Other}, {&o.Where, a.Where}} {
			if t.add != "" && !strings.Contains(*t.to, t.add) {
				*t.to = strings.TrimPrefix(*t.to+"; "+t.add, "; ")
			}
		}
	}
	return out
}

// itemsOn names the items on a scale, "" for none.
func (p *plan) itemsOn(scale int) string {
	var ids []string
	for _, c := range p.constructs {
		if c.scale == scale {
			for _, it := range c.items {
				ids = append(ids, it.id)
			}
		}
	}
	return listed(ids).In(p.language())
}

// listed names some of many ids.
func listed(ids []string) remark.Remark {
	const most = 6
	if len(ids) > most {
		return remark.Of("%s and %d more", strings.Join(ids[:most], ", "), len(ids)-most)
	}
	return remark.Of("%s", strings.Join(ids, ", "))
}

// tell gives the texts of what of picks from the items' columns, the items that have
// them, and the number of answers.
func (p *plan) tell(of func(*columns.Column) []columns.Value) (texts, where []string, n int) {
	for _, c := range p.constructs {
		for _, it := range c.items {
			for _, v := range of(it.of) {
				n += v.N
				if !slices.Contains(texts, v.Text) {
					texts = append(texts, v.Text)
				}
				if !slices.Contains(where, it.id) {
					where = append(where, it.id)
				}
			}
		}
	}
	return texts, where, n
}

// doubted asks about answers that may be points of the scale. One on a scale of labels may be its lowest.
func (p *plan) doubted() (aboutScale, bool) {
	texts, where, _ := p.tell((*columns.Column).Doubted)
	if texts == nil {
		return aboutScale{}, false
	}
	q := aboutScale{columns.Question{
		Kind: study.AssumedNoAnswer,
		What: remark.Of("%s is an answer outside the scale, which is counted and has no number", quotedList(texts)),
		Why:  remark.Of("it may be the lowest point of the scale, too"), Other: remark.Of("take it out of  outside  under responses, and give it a number under scale"),
		Where: listed(where).In(p.language()),
	}, -1}
	for _, c := range p.constructs {
		if slices.ContainsFunc(c.items, func(it item) bool { return len(it.of.Doubted()) > 0 }) {
			if q.scale >= 0 && q.scale != c.scale {
				return q, true
			}
			q.scale = c.scale
		}
	}
	if s := p.scales[q.scale]; len(texts) == 1 && len(s.Points) > 0 && !s.NoOrder {
		q.Options = []columns.Option{
			{Text: remark.Of("outside the scale: counted, without a number")},
			{Text: remark.Of("the lowest point of the scale"), Points: []columns.Point{{ID: texts[0], EN: texts[0]}, s.Points[0]}, Counted: texts},
		}
	}
	return q, true
}

// strays asks about the few answers that are labels, but not of the scale that all
// others are on.
func (p *plan) strays() (columns.Question, bool) {
	texts, where, n := p.tell(func(c *columns.Column) []columns.Value { return c.Strays })
	if texts == nil {
		return columns.Question{}, false
	}
	return columns.Question{
		Kind: study.AssumedOrder, What: remark.Of("%s (%s) is no point of the scale, and counts as missing", quotedList(texts), answers(n)),
		Why: remark.Of("it is a label, but no known set has it beside the others"), Other: remark.Of("give it a number under scale"), Where: listed(where).In(p.language()),
	}, true
}

// doubtful asks about items that may be none.
func (p *plan) doubtful() (columns.Question, bool) {
	var ids, headers []string
	var why remark.Remark
	for _, c := range p.constructs {
		for _, it := range c.items {
			if !it.of.Doubt.IsZero() {
				ids, headers, why = append(ids, it.id), append(headers, short(it.of.Header)), it.of.Doubt
			}
		}
	}
	if ids == nil {
		return columns.Question{}, false
	}
	return columns.Question{
		Kind: study.AssumedRole, What: remark.Of("%s is answered on the scale, and an item", quotedList(headers[:min(len(headers), 6)])),
		Why: why, Other: remark.Of("delete the item; name the column under groups to compare by it"), Where: listed(ids).In(p.language()),
	}, true
}

func quotedList(texts []string) string {
	var out []string
	for _, t := range texts {
		out = append(out, "“"+t+"”")
	}
	return strings.Join(out, ", ")
}

// outside are the answers of the items that lie outside their scales. One that is a point of another
// scale cannot be named, since the study has one list for all.
func (p *plan) outside() []string {
	point := map[string]bool{}
	for _, c := range p.constructs {
		for _, pt := range p.scales[c.scale].Points {
			for _, text := range append([]string{pt.ID, pt.EN, pt.Code}, pt.Also...) {
				point[study.FoldLabel(text)] = true
			}
		}
	}
	return p.noPoints(func(c *columns.Column) []columns.Value {
		return slices.DeleteFunc(slices.Clone(c.Outside), func(v columns.Value) bool { return point[v.Folded] })
	})
}

// noAnswers are the values of the items that were taken for no answer.
func (p *plan) noAnswers() []string {
	return p.noPoints(func(c *columns.Column) []columns.Value { return slices.Concat(c.NoAnswer, c.Rare) })
}

func (p *plan) noPoints(of func(*columns.Column) []columns.Value) []string {
	var out []string
	for _, c := range p.constructs {
		for _, it := range c.items {
			for _, v := range of(it.of) {
				if t := yamlText(v.Text); !slices.Contains(out, t) {
					out = append(out, t)
				}
			}
		}
	}
	return out
}

// assumptions writes the key assumed.
func (w *writer) assumptions(p *plan, all []Asked) {
	if len(all) == 0 {
		return
	}
	w.note("", remark.Of("Before the study builds, settle these questions. Delete an entry to confirm it; or correct the study as it says, and delete it then.  wogreport build --accept  goes on with all of them, and the report says so."))
	if slices.ContainsFunc(p.scales, func(s columns.Scale) bool { return s.NoOrder }) {
		w.note("", remark.Of("It cannot go on where the points of the scale have no numbers: write them."))
	}
	w.line("assumed:")
	for _, a := range all {
		w.line("  - kind: %s", a.Kind)
		for _, f := range [][2]string{{"what", a.What}, {"why", a.Why}, {"other", a.Other}, {"where", a.Where}} {
			if f[1] != "" {
				w.line("    %s: %s", f[0], yamlText(f[1]))
			}
		}
	}
	w.line("")
}
