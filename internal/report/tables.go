package report

import (
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/analysis"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/view"
	"wogreport/internal/words"
)

// undefinedMark stands in a cell for a value that does not exist; the table's
// note says why.
const undefinedMark = "–"

// tableBuilder fills a table's cells and remembers why values are undefined.
type tableBuilder struct {
	*composer
	lang    lang.Tag
	reasons []analysis.Reason

	withheld bool // some value is
	finer    bool // some value has more decimals than its column
}

func (c *composer) table(id string, kind string, cv *view.ConstructView) (*document.Table, *tableBuilder) {
	b := &tableBuilder{composer: c, lang: c.body}
	return &document.Table{
		ID:        id,
		Caption:   c.caption("word.table", "caption."+kind, func(v *view.View) any { return v.FindConstruct(cv.ID) }),
		Continued: c.wording[c.body].Get("word.continued"),
	}, b
}

// totalled says that the last row sums up those over it.
func totalled(t *document.Table) { t.Totals = append(t.Totals, len(t.Rows)-1) }

// alphaHead is a head that names alpha, which of items with two points is KR-20.
func (b *tableBuilder) alphaHead(name string, dichotomous bool) document.Cell {
	if kr := name + "@kr20"; dichotomous && b.wording[b.body].Has("head."+kr) {
		return b.head(kr)
	}
	return b.head(name)
}

// head is a head cell in the document's languages.
func (b *tableBuilder) head(name string) document.Cell {
	cell := document.Cell{Text: document.WithSymbols(b.inline(b.body, b.wording[b.body].Get("head."+name)))}
	if b.second != "" {
		if s := b.wording[b.second].Get("head." + name); s != b.wording[b.body].Get("head."+name) {
			cell.Second = document.WithSymbols(b.inline(b.second, s))
		}
	}
	return cell
}

func textCell(s string) document.Cell { return document.Cell{Text: []document.Span{{Text: s}}} }

func (b *tableBuilder) markdown(s string) document.Cell {
	return document.Cell{Text: b.inline(b.lang, s)}
}

// value is a number cell, or the mark of an undefined one.
func (b *tableBuilder) value(v analysis.Value, decimals int) document.Cell {
	x, ok := v.Get()
	if !ok {
		if v.Reason() == analysis.Withheld {
			b.withheld = true
			return textCell(b.wording[b.lang].Get("word.withheld"))
		}
		return b.undefined(v.Reason())
	}
	return textCell(b.wording[b.lang].Shown(v, lang.Number(b.lang, x, decimals)))
}

// undefined is the mark of what does not exist, for a reason that the note gives once.
func (b *tableBuilder) undefined(reason analysis.Reason) document.Cell {
	if !slices.Contains(b.reasons, reason) {
		b.reasons = append(b.reasons, reason)
	}
	return textCell(undefinedMark)
}

// unclassed is why a mean has no class: its alpha is negative.
const unclassed analysis.Reason = "negative-alpha"

// beside is a number cell with as many decimals as show on which side of a limit
// it stands; where they are more than the column's, the note says why.
func (b *tableBuilder) beside(v analysis.Value, decimals int, limit analysis.Value) document.Cell {
	x, ok1 := v.Get()
	if l, ok2 := limit.Get(); ok1 && ok2 {
		telling := lang.Telling(x, decimals, l)
		b.finer = b.finer || telling > decimals
		decimals = telling
	}
	return b.value(v, decimals)
}

func (b *tableBuilder) int(n int) document.Cell { return textCell(lang.Int(b.lang, n)) }

// item is the cell that names an item: its number and its label. The first table of items
// has the statements in full that stand nowhere else.
func (b *tableBuilder) item(it *view.ItemView) document.Cell {
	star := ""
	if it.Reversed {
		star = `\*`
	}
	text := it.Label
	if b.inFull(it) {
		text = it.Statement
	} else if !it.Labelled {
		return b.markdown(words.Capital(it.Name) + star)
	}
	return b.markdown(strconv.Itoa(it.Number) + `\. ` + text + star)
}

// inFull reports whether a cell is the place of an item's statement: that of one without
// a name, and in an article without a part for each item that of all.
func (c *composer) inFull(it *view.ItemView) bool {
	if it.Labelled && (c.st.Kind != "article" || c.views[c.body].EachItem) || c.stated[it.ID] {
		return false
	}
	c.stated[it.ID] = true
	return true
}

// itemLabel names an item beside a bar.
func (c *composer) itemLabel(it *view.ItemView) string {
	label := words.Capital(it.Name)
	if it.Labelled {
		label = strconv.Itoa(it.Number) + ". " + c.plain(it.Label)
	}
	if it.Reversed {
		label += "*"
	}
	return label
}

// note joins remarks and the reasons of undefined cells.
func (b *tableBuilder) note(remarks ...string) []document.Span {
	w := b.wording[b.lang]
	if len(b.reasons) > 0 {
		var rs []string
		for _, r := range b.reasons {
			rs = append(rs, w.Get("reason."+string(r)))
		}
		remarks = append(remarks, w.Line("note.undefined", strings.Join(rs, "; ")))
	}
	if b.withheld {
		remarks = append(remarks, w.Get("note.withheld"))
	}
	if b.finer {
		remarks = append(remarks, w.Get("note.finer"))
	}
	var kept []string
	for _, r := range remarks {
		if r != "" {
			kept = append(kept, r)
		}
	}
	b.remarks = kept
	return b.inline(b.lang, strings.Join(kept, " "))
}

// noteWith is a note whose first remark ends in what is said of one construct alone; in a table
// of several that stands in the construct's head.
func (b *tableBuilder) noteWith(own, remark string, more ...string) []document.Span {
	b.note(append([]string{remark}, more...)...)
	together := b.remarks
	if own != "" {
		remark = strings.TrimSuffix(remark, ".") + ": " + own + "."
	}
	out := b.note(append([]string{remark}, more...)...)
	b.remarks, b.own = together, own
	return out
}

func (b *tableBuilder) reversedNote(c *view.ConstructView) string {
	if !c.AnyReversed() {
		return ""
	}
	return b.wording[b.lang].Get("note.reversed")
}

// scaleTable shows the scale of a construct: code, answer, score. It is plain:
// part of the text, without a number.
func (c *composer) scaleTable(cv *view.ConstructView) *document.Table {
	b := &tableBuilder{composer: c, lang: c.body}
	t := &document.Table{Plain: true}
	coded := len(cv.Legend) > 0
	if coded {
		t.Columns = append(t.Columns, document.Column{Align: document.AlignLeft})
		t.Head = [][]document.Cell{{b.head("code")}}
	} else {
		t.Head = [][]document.Cell{{}}
	}
	t.Columns = append(t.Columns, document.Column{Align: document.AlignLeft, Wrap: true}, document.Column{Align: document.AlignCenter})
	t.Head[0] = append(t.Head[0], b.head("answer"), b.head("score"))
	for i := len(cv.Answers) - 1; i >= 0; i-- {
		a := cv.Answers[i]
		var row []document.Cell
		if coded {
			row = append(row, b.markdown(a.Code))
		}
		cell := b.markdown(a.Label)
		if b.second != "" {
			if s := c.views[b.second].FindConstruct(cv.ID).Answers[i].Label; s != a.Label {
				cell.Text = document.Beside(cell.Text, b.inline(b.second, s), b.second)
			}
		}
		t.Rows = append(t.Rows, append(row, cell, textCell(strconv.Itoa(a.Value))))
	}
	return t
}

// validityTable is Item | r hitung | r tabel | Keterangan.
func (c *composer) validityTable(id string, cv *view.ConstructView) *document.Table {
	t, b := c.table(id, "validity", cv)
	t.Columns = []document.Column{{Wrap: true}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}, {Align: document.AlignLeft}}
	t.Head = [][]document.Cell{{b.head("item"), b.head("r"), b.head("r-table"), b.head("verdict")}}
	for _, it := range cv.Items {
		verdict := b.markdown(c.wording[b.lang].Get("word.undecided"))
		switch {
		case it.Valid == analysis.Pass:
			verdict = b.markdown(c.wording[b.lang].Get("word.valid"))
		case it.Valid == analysis.Fail:
			verdict = b.markdown(c.wording[b.lang].Get("word.invalid"))
		case it.R.Reason() == analysis.Withheld:
			verdict = b.value(it.R, 3)
		}
		t.Rows = append(t.Rows, []document.Cell{b.item(it), b.beside(it.R, 3, it.CriticalR), b.beside(it.CriticalR, 3, it.R), verdict})
	}
	t.Note = b.note(c.wording[b.lang].Line("note.validity", cv), b.reversedNote(cv))
	return t
}

// itemsTable is the statistics of each item with alpha if it is deleted.
func (c *composer) itemsTable(id string, cv *view.ConstructView) *document.Table {
	t, b := c.table(id, "items", cv)
	t.Columns = []document.Column{{Wrap: true}, {Align: document.AlignRight}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}, {Align: document.AlignDecimal}, {Align: document.AlignCenter}, {Align: document.AlignDecimal}}
	t.Head = [][]document.Cell{{b.head("item"), b.head("n"), b.head("mean"), b.head("sd"), b.head("median"), b.head("mode"), b.alphaHead("alpha-deleted", cv.Dichotomous())}}
	for _, it := range cv.Items {
		var modes []string
		for _, m := range it.Modes {
			modes = append(modes, strconv.Itoa(m))
		}
		mode := textCell(strings.Join(modes, ", "))
		switch {
		case it.Hidden():
			mode = b.value(analysis.Undefined(analysis.Withheld), 0)
		case len(modes) == 0:
			mode = textCell(undefinedMark)
		}
		median := b.value(it.Median, 1)
		if m, ok := it.Median.Get(); ok && m == float64(int(m)) {
			median = b.int(int(m))
		}
		t.Rows = append(t.Rows, []document.Cell{
			b.item(it), b.int(it.N), b.value(it.Mean, 2), b.value(it.SD, 2), median, mode, b.value(it.AlphaIfDeleted, 3),
		})
	}
	t.Note = b.note(b.reversedNote(cv))
	return t
}

// answer is the head of the i-th answer's column: its code, or its label in the
// document's languages.
func (b *tableBuilder) answer(cv *view.ConstructView, i int, a view.Answer) document.Cell {
	if a.Code != "" {
		return b.markdown(a.Code)
	}
	cell := b.markdown(a.Label)
	if b.second != "" {
		if s := b.views[b.second].FindConstruct(cv.ID).Answers[i].Label; s != "" && s != a.Label {
			cell.Second = b.inline(b.second, s)
		}
	}
	return cell
}

// answerColumns adds a column for every scale point, also the empty ones, and one of n.
func answerColumns(t *document.Table, b *tableBuilder, cv *view.ConstructView) {
	right := document.Column{Align: document.AlignRight}
	for i, a := range cv.Answers {
		t.Columns = append(t.Columns, right)
		t.Head[0] = append(t.Head[0], b.answer(cv, i, a))
	}
	t.Columns = append(t.Columns, document.Column{Align: document.AlignRight, Apart: true})
	t.Head[0] = append(t.Head[0], b.head("n"))
}

// frequencyTable has how often each answer was given to each item.
func (c *composer) frequencyTable(id string, cv *view.ConstructView) *document.Table {
	t, b := c.table(id, "frequency", cv)
	t.Columns = []document.Column{{Wrap: true}}
	t.Head = [][]document.Cell{{b.head("item")}}
	answerColumns(t, b, cv)
	outside := cv.OutsideLabels()
	for _, label := range outside {
		t.Columns = append(t.Columns, document.Column{Align: document.AlignRight})
		t.Head[0] = append(t.Head[0], b.markdown(label))
	}
	missing := c.views[c.body].AnyMissing() // so that the tables of all constructs are alike
	if missing {
		t.Columns = append(t.Columns, document.Column{Align: document.AlignRight})
		t.Head[0] = append(t.Head[0], b.head("missing"))
	}
	for _, it := range cv.Items {
		row := []document.Cell{b.item(it)}
		for _, a := range it.Answers {
			s := lang.Int(b.lang, a.Count)
			switch {
			case a.Hidden:
				s = b.wording[b.lang].Get("word.withheld")
			case it.N == 0:
			case cv.Stacked():
				s += "\n" + words.Percent(b.lang, a.Percent, 1)
			default:
				s += " (" + words.Percent(b.lang, a.Percent, 1) + ")"
			}
			row = append(row, textCell(s))
		}
		row = append(row, b.int(it.N))
		for _, label := range outside {
			row = append(row, b.int(it.OutsideOf(label)))
		}
		if missing {
			row = append(row, b.int(it.Missing))
		}
		t.Rows = append(t.Rows, row)
	}
	b.withheld = cv.AnyHidden()
	t.Note = b.note(c.wording[b.lang].Line("note.frequency", cv))
	return t
}
