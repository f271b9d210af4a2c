package report

import (
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/analysis"
	"wogreport/internal/document"
	"wogreport/internal/finding"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
	"wogreport/internal/view"
)

// interpretationTable puts each item's mean and shares into words, and the
// construct's mean last.
func (c *composer) interpretationTable(id string, cv *view.ConstructView) *document.Table {
	asked := cv.Asked
	if asked == nil {
		return nil
	}
	t, b := c.table(id, "interpretation", cv)
	t.Columns = []document.Column{{Wrap: true}, {Align: document.AlignDecimal}}
	t.Head = [][]document.Cell{{b.head("item"), b.head("mean")}}
	add := func(on bool, align document.Align, names ...string) {
		if !on {
			return
		}
		for _, n := range names {
			t.Columns = append(t.Columns, document.Column{Align: align})
			t.Head[0] = append(t.Head[0], b.head(n))
		}
	}
	add(asked.Classes, document.AlignLeft, "class")
	add(asked.TCR, document.AlignDecimal, "tcr")
	add(asked.TCR, document.AlignLeft, "class-tcr")
	add(asked.Boxes, document.AlignDecimal, "top-two", "bottom-two")
	row := func(name document.Cell, mean analysis.Value, class analysis.Band, tcr analysis.Value, level analysis.Band, shares ...document.Cell) {
		cells := []document.Cell{name, b.value(mean, 2)}
		if asked.Classes {
			cells = append(cells, b.band(class, mean))
		}
		if asked.TCR {
			cells = append(cells, b.value(tcr, 2), b.band(level, tcr))
		}
		if asked.Boxes {
			cells = append(cells, shares...)
		}
		t.Rows = append(t.Rows, cells)
	}
	for _, it := range cv.Items {
		r := it.Interpretation
		row(b.item(it), it.Mean, r.MeanBand, r.TCR, r.TCRBand, b.share(it.BoxPercent(r.TopTwo.Share, true)), b.share(it.BoxPercent(r.BottomTwo.Share, false)))
		if it.Pattern == finding.Polarised && asked.Classes {
			b.polarised(&t.Rows[len(t.Rows)-1][2])
		}
	}
	if cv.K > 1 {
		r := *cv.Interpretation
		if cv.AlphaNegative() { // the mean over the items is not to be interpreted
			r.MeanBand, r.TCRBand = analysis.Band{}, analysis.Band{}
		}
		row(b.head("score-of-construct"), r.Mean, r.MeanBand, r.TCR, r.TCRBand, document.Cell{}, document.Cell{})
		totalled(t)
	}
	t.Note = b.note(c.wording[b.lang].Line("note.interpretation", cv), b.reversedNote(cv))
	return t
}

// classesTable has the limits of the classes that the tables of interpretation use, beside
// each other.
func (c *composer) classesTable() *document.Table {
	v := c.views[c.body]
	if v.Interpretation == nil || !v.Interpretation.AnyClasses() {
		return nil
	}
	t, b := c.wholeTable("table:classes", "classes")
	t.Head = [][]document.Cell{{}}
	add := func(name string, limits document.Cell, of func(*view.View) []view.ClassLimits) {
		classes := of(v)
		if len(classes) == 0 {
			return
		}
		col := len(t.Columns)
		if name != "" {
			t.Columns, t.Head[0] = append(t.Columns, document.Column{Wrap: true}), append(t.Head[0], b.head(name))
		}
		t.Columns, t.Head[0] = append(t.Columns, document.Column{}), append(t.Head[0], limits)
		for i, x := range classes {
			if i == len(t.Rows) {
				t.Rows = append(t.Rows, make([]document.Cell, col))
			}
			if name != "" {
				cell := b.markdown(x.Name)
				if b.second != "" {
					if s := of(c.views[b.second])[i].Name; s != x.Name {
						cell.Second = b.inline(b.second, s)
					}
				}
				t.Rows[i] = append(t.Rows[i], cell)
			}
			t.Rows[i] = append(t.Rows[i], textCell(x.Limits))
		}
		for i := range t.Rows {
			t.Rows[i] = append(t.Rows[i], make([]document.Cell, len(t.Columns)-len(t.Rows[i]))...)
		}
	}
	name := "class"
	for i, cv := range v.Constructs {
		if cv.SameClasses == nil {
			add(name, b.meanHead(cv), func(v *view.View) []view.ClassLimits { return v.Constructs[i].Classes })
			name = ""
		}
	}
	add("class-tcr", b.head("tcr"), func(v *view.View) []view.ClassLimits { return v.Interpretation.TCRBands })
	add("alpha-class", b.head("alpha"), func(v *view.View) []view.ClassLimits { return v.Interpretation.ReliabilityBands })
	return t
}

// meanHead is the head of the classes of a mean, with the scale where there are several.
func (b *tableBuilder) meanHead(cv *view.ConstructView) document.Cell {
	cell := b.head("mean")
	if v := b.views[b.body]; !slices.ContainsFunc(v.Constructs, func(other *view.ConstructView) bool { return other.Min() != cv.Min() || other.Max() != cv.Max() }) {
		return cell
	}
	scale := document.Span{Text: " (" + strconv.Itoa(cv.Min()) + "–" + strconv.Itoa(cv.Max()) + ")"}
	cell.Text = append(cell.Text, scale)
	if len(cell.Second) > 0 {
		cell.Second = append(cell.Second, scale)
	}
	return cell
}

// band is the cell of the class of a value, in the document's languages.
func (b *tableBuilder) band(class analysis.Band, of analysis.Value) document.Cell {
	if class.Number == 0 && of.Reason() == analysis.Withheld {
		return b.value(of, 0)
	}
	if class.Number == 0 {
		if of.Reason() != analysis.Defined {
			return textCell(undefinedMark) // the note says why beside the value
		}
		return b.undefined(unclassed)
	}
	cell := b.markdown(markdown.InlineSource(class.Label.In(b.body)))
	if b.second != "" {
		if s := markdown.InlineSource(class.Label.In(b.second)); s != markdown.InlineSource(class.Label.In(b.body)) {
			cell.Second = b.inline(b.second, s)
		}
	}
	return cell
}

// polarised says beside the class of a mean that the answers stand at both ends, which
// a class in the middle would hide.
func (b *tableBuilder) polarised(cell *document.Cell) {
	add := func(text []document.Span, l lang.Tag) []document.Span {
		return append(text, b.inline(l, ", "+b.wording[l].Get("word.polarised"))...)
	}
	cell.Text = add(cell.Text, b.body)
	if len(cell.Second) > 0 {
		cell.Second = add(cell.Second, b.second)
	}
}

// share is a percent with a decimal.
func (b *tableBuilder) share(v analysis.Value) document.Cell {
	x, ok := v.Get()
	if !ok {
		return b.value(v, 1)
	}
	return textCell(lang.Percent(b.lang, x, 1))
}

// ikmTable shows the steps of the index: every element's mean, its weight and
// the product, their sum, and that times 25.
func (c *composer) ikmTable() *document.Table {
	v := c.views[c.body]
	if v.IKM == nil || v.IKM.Refused {
		return nil
	}
	t, b := c.wholeTable("table:ikm", "ikm")
	t.Columns = []document.Column{{Wrap: true}, {Align: document.AlignLeft}, {Align: document.AlignRight}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}, {Align: document.AlignCenter}}
	t.Head = [][]document.Cell{{b.head("ikm-element"), b.head("ikm-items"), b.head("n"), b.head("nrr"), b.head("weight"), b.head("nrr-weighted"), b.head("grade")}}
	for i, e := range v.IKM.Elements {
		name := b.markdown(e.Code + ". " + e.Name)
		if b.second != "" {
			name.Second = b.inline(b.second, c.views[b.second].IKM.Elements[i].Name)
		}
		var items []string
		for _, it := range e.Items {
			items = append(items, lang.Int(b.lang, it.Number))
		}
		t.Rows = append(t.Rows, []document.Cell{
			name, textCell(strings.Join(items, ", ")), b.int(e.N), b.value(e.Mean, 3), b.value(v.IKM.Weight, 3), b.value(e.Weighted, 3), textCell(e.Grade),
		})
	}
	total := func(head string, value document.Cell, grade string) {
		name := b.head(head)
		name.Span = 5
		t.Rows = append(t.Rows, []document.Cell{name, value, textCell(grade)})
		if head == "ikm-sum" {
			totalled(t)
		}
	}
	total("ikm-sum", b.value(v.IKM.Sum, 3), "")
	total("ikm-index", b.value(v.IKM.Index, 2), v.IKM.Grade)
	t.Note = b.note(c.wording[b.lang].Line("note.ikm", v))
	return t
}

// importanceTable has performance beside importance.
func (c *composer) importanceTable() *document.Table {
	v := c.views[c.body]
	if v.Importance == nil {
		return nil
	}
	t, b := c.wholeTable("table:importance", "importance")
	t.Columns = []document.Column{{Wrap: true}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}, {Align: document.AlignLeft, Wrap: true}}
	t.Head = [][]document.Cell{{b.head("item"), b.head("performance"), b.head("importance"), b.head("gap"), b.head("fit"), b.head("quadrant")}}
	x := v.Importance
	for i, p := range x.Pairs {
		quadrant := textCell(undefinedMark)
		if p.QuadrantName != "" {
			quadrant = b.markdown(p.QuadrantName)
			if b.second != "" {
				quadrant.Second = b.inline(b.second, c.views[b.second].Importance.Pairs[i].QuadrantName)
			}
		}
		t.Rows = append(t.Rows, []document.Cell{
			b.item(p.Item), b.beside(p.PerformanceMean, 2, x.PerformanceAxis), b.beside(p.ImportanceMean, 2, x.ImportanceAxis), b.value(p.Gap, 2), b.value(p.Fit, 1), quadrant,
		})
	}
	t.Rows = append(t.Rows, []document.Cell{b.head("axes"), b.beside(x.PerformanceAxis, 2, x.NearestPerformance()), b.beside(x.ImportanceAxis, 2, x.NearestImportance()), {}, {}, {}})
	totalled(t)
	t.Note = b.note(c.wording[b.lang].Line("note.importance", v))
	return t
}

// qualityTable has what is known of the answers before any is analysed.
func (c *composer) qualityTable() *document.Table {
	v := c.views[c.body]
	t, b := c.wholeTable("table:quality", "quality")
	t.Columns = []document.Column{{Wrap: true}, {Align: document.AlignDecimal}}
	t.Head = [][]document.Cell{{b.head("statistic"), b.head("value")}}
	add := func(name string, value document.Cell) {
		t.Rows = append(t.Rows, []document.Cell{b.head("quality-" + name), value})
	}
	q := v.Quality
	add("rows", b.int(q.Rows))
	add("empty", b.int(q.Empty))
	if !q.DuplicatesUnchecked {
		add("duplicates", b.value(q.DuplicatesValue(), 0))
	}
	add("straightliners", b.value(q.StraightValue(), 0))
	add("excluded", b.int(q.Excluded.Total()))
	if q.Hidden > 0 {
		add("hidden", b.int(q.Hidden))
	}
	add("n", b.int(v.Answered))
	if v.Population > 0 {
		add("population", b.int(v.Population))
	}
	rate := "rate"
	if v.Method.Partial {
		rate = "share"
	}
	add(rate, b.percent(v.Rate))
	if !v.Census {
		add("margin-points", b.value(v.Margin, 1))
	}
	missing, cells := 0, v.Answered*len(v.Items)
	for _, it := range v.Items {
		missing += it.Missing
	}
	add("missing", b.int(missing))
	outside := 0
	for _, a := range v.Outside() {
		outside += a.Count
	}
	if outside > 0 {
		add("outside", b.int(outside))
	}
	if q.Unread > 0 {
		add("unread", b.int(q.Unread))
	}
	unanswered := analysis.Undefined(analysis.NoAnswers)
	if cells > 0 {
		unanswered = analysis.Of(100 * float64(missing) / float64(cells))
	}
	add("missing-rate", b.percent(unanswered))
	for i, cv := range v.Constructs {
		name := b.head("quality-complete")
		if cv.Several {
			name.Text = append(name.Text, document.Span{Text: ": "})
			name.Text = append(name.Text, b.inline(b.body, cv.Label)...)
			if len(name.Second) > 0 {
				name.Second = append(name.Second, document.Span{Text: ": ", Lang: b.second})
				name.Second = append(name.Second, b.inline(b.second, c.views[b.second].Constructs[i].Label)...)
			}
		}
		t.Rows = append(t.Rows, []document.Cell{name, b.int(cv.N)})
	}
	remarks := []string{c.wording[b.lang].Line("note.quality", v)}
	for _, rule := range q.Rules() {
		remarks = append(remarks, c.wording[b.lang].Term(rule, q))
	}
	t.Note = b.note(remarks...)
	return t
}

// percent is a percent with one decimal.
func (b *tableBuilder) percent(v analysis.Value) document.Cell {
	x, ok := v.Get()
	if !ok {
		return b.value(v, 1)
	}
	return textCell(lang.Percent(b.lang, x, 1))
}

// wholeTable is a table of the whole report.
func (c *composer) wholeTable(id, kind string) (*document.Table, *tableBuilder) {
	b := &tableBuilder{composer: c, lang: c.body}
	return &document.Table{
		ID:        id,
		Caption:   c.caption("word.table", "caption."+kind, func(v *view.View) any { return v }),
		Continued: c.wording[c.body].Get("word.continued"),
	}, b
}
