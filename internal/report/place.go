package report

import (
	"strconv"
	"strings"

	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
	"wogreport/internal/view"
)

// place gives the blocks that ![](kind:name) stands for in a template:
//
//	title:              the title block
//	abstract:LANG       the abstract in a language
//	figure:ITEM         the chart of an item; figure:summary or figure:summary/CONSTRUCT all items
//	table:validity      with one construct; table:validity/CONSTRUCT with several;
//	                    likewise scale, items, frequency, and those of the appendix:
//	                    describe, item-total, inter-item, scale-statistics
//	table:interpretation  means and shares in words, of a construct
//	table:groups        group means; table:groups/GROUPING/CONSTRUCT of one comparison;
//	                    likewise group-scores, group-answers, group-tests, group-pairs
//	table:overview      of the whole report; likewise identity, quality, ikm, importance
//	figure:groups       group means; figure:groups/GROUPING of one grouping
//	figure:group-answers  the answers of groups; with /GROUPING/CONSTRUCT of one comparison
//	figure:importance   the quadrants of importance and performance
//	figure:profile      the columns of the profile of which the study asks for a chart
//	figure:relations    the map of correlations between constructs, of six and more
//	figure:score-classes, figure:score-histogram  the respondents by their scores; with /CONSTRUCT of one
//	references:         the reference list
//	comments:           what respondents wrote in the columns that the study names
//	second:BLOCK/ID     a block of words in the second language, where the layout is parallel
//	notice:NAME         a block of words that no reader may miss
//	fill:NAME           a notice that something is to be filled in: "fill.NAME"
//	cover:              the cover of an agency's report
//	letterhead:         the head of the agency's paper
//	signatures:         the places to sign
//	contents:           the headings with their pages; contents:tables, contents:figures
//	pages:roman         a new page, numbered so from one; pages:arabic; pages: goes on
func (c *composer) place(kind, name string) []document.Block {
	switch kind {
	case "title":
		return []document.Block{c.titleBlock()}
	case "abstract":
		if l := lang.Tag(name); c.views[l] != nil {
			return []document.Block{c.abstract(l)}
		}
		c.problem("unknown-picture", "the document is not in the language "+strconv.Quote(name), "")
	case "figure", "table":
		if c.views[c.body].Comparison != nil {
			return c.placeComparison(kind, name)
		}
		if kind == "figure" {
			return c.placeFigure(name)
		}
		return c.placeTable(name)
	case "references":
		return c.references()
	case "second":
		return c.parallel(name)
	case "comments":
		return c.comments()
	case "notice":
		w := c.wording[c.body]
		return []document.Block{&document.Paragraph{Role: document.Notice, Lang: c.body, Text: c.inline(c.body, w.Get("notice."+name))}}
	case "fill":
		c.unfilled[name] = true
		return []document.Block{&document.Paragraph{Role: document.Notice, Lang: c.body, Text: c.inline(c.body, c.wording[c.body].Get("fill."+name))}}
	case "cover":
		return []document.Block{c.cover()}
	case "letterhead":
		return c.letterhead()
	case "signatures":
		return c.signatures(name)
	case "contents":
		return c.contents(name)
	case "pages":
		return c.numbered(name)
	default:
		c.problem("unknown-picture", strconv.Quote(kind)+" is not something a report can show", "title:, abstract:, figure:, table:, references:, comments:, second:, notice:, fill:, cover:, letterhead:, signatures:, contents: and pages: are")
	}
	return nil
}

// claim takes an id for a block; a figure or table can be placed only once.
func (c *composer) claim(id string) bool {
	if c.ids[id] {
		c.problem("placed-twice", id+" is placed twice", "refer to it with a link: [](#"+id+")")
		return false
	}
	c.ids[id] = true
	return true
}

func (c *composer) placeFigure(name string) []document.Block {
	v := c.views[c.body]
	for _, it := range v.Items {
		if it.ID != name {
			continue
		}
		id := "figure:" + name
		if !c.claim(id) {
			return nil
		}
		f := c.drawn[name]
		out := c.figure(id, f, "caption.item", func(v *view.View) any { return v.Items[it.Number-1] }, "table:frequency/"+it.Construct.ID)
		out.Note = c.inline(c.body, c.wording[c.body].Line("note.outside", it))
		return []document.Block{out}
	}
	what, construct, _ := strings.Cut(name, "/")
	switch {
	case what == "groups":
		return c.placeGroupFigures(construct)
	case what == "group-answers":
		grouping, of, _ := strings.Cut(construct, "/")
		return c.placeAnswerFigures(grouping, of)
	case name == "importance":
		return c.placeImportance()
	case name == "profile":
		return c.placeProfileFigures()
	case name == "relations":
		return c.placeRelations()
	case what == scoreClasses, what == scoreHistogram:
		return c.placeScoreFigures(what, construct)
	case what != "summary":
		c.unknownItem(name)
		return nil
	}
	var out []document.Block
	for _, cv := range c.chosen("figure:summary", construct) {
		pages := c.summaries[cv.ID]
		for i, f := range pages {
			id := "figure:" + summaryName(cv, i)
			if !c.claim(id) {
				continue
			}
			part := 0
			if len(pages) > 1 {
				part = i + 1
			}
			figure := c.figure(id, f, "caption.summary", func(v *view.View) any {
				return view.PartView{Construct: v.FindConstruct(cv.ID), Part: part}
			}, "table:frequency/"+cv.ID)
			figure.Note = c.summaryNote(c.summarised[cv.ID], f, cv, true)
			out = append(out, figure)
			if i == 0 {
				c.alias("figure:summary", id, cv)
			}
		}
	}
	return out
}

// summaryName names the i-th summary chart of a construct: "summary" where
// there is one construct, "summary-wog-2" for the second of several pages.
func summaryName(cv *view.ConstructView, i int) string {
	name := "summary"
	if cv.Several {
		name += "-" + cv.ID
	}
	if i > 0 {
		name += "-" + strconv.Itoa(i+1)
	}
	return name
}

// alias lets a construct's table or chart be referred to as kind/CONSTRUCT and,
// where there is only one construct, as kind.
func (c *composer) alias(kind, id string, cv *view.ConstructView) {
	for _, a := range []string{kind, kind + "/" + cv.ID} {
		if a == kind && cv.Several || a == id {
			continue
		}
		c.ids[a] = true
		c.labels[a], c.seconds[a] = c.labels[id], c.seconds[id]
		c.targets[a] = id
	}
}

// chosen are the constructs that a directive names: the one, or all.
func (c *composer) chosen(directive, id string) []*view.ConstructView {
	v := c.views[c.body]
	if id == "" {
		return v.Constructs
	}
	if cv := v.FindConstruct(id); cv != nil {
		return []*view.ConstructView{cv}
	}
	var ids []string
	for _, cv := range v.Constructs {
		ids = append(ids, cv.ID)
	}
	hint := ""
	if s := diag.Suggest(id, ids); s != "" {
		hint = "did you mean " + directive + "/" + s + "?"
	}
	c.problem("unknown-construct", "no construct has the id "+strconv.Quote(id), hint)
	return nil
}

func (c *composer) unknownItem(name string) {
	names := []string{"summary"}
	for _, it := range c.views[c.body].Items {
		names = append(names, it.ID)
	}
	hint := "a figure is named by an item's id, or summary"
	if s := diag.Suggest(name, names); s != "" {
		hint = "did you mean figure:" + s + "?"
	}
	c.problem("unknown-figure", "there is no figure "+strconv.Quote(name), hint)
}

// placeAs places the table that is made under an id; none where the id is taken
// or nothing is made.
func (c *composer) placeAs(id string, make func() *document.Table) []document.Block {
	if !c.claim(id) {
		return nil
	}
	t := make()
	if t == nil {
		delete(c.ids, id)
		return nil
	}
	c.labels[id], c.seconds[id], c.targets[id] = t.Caption.Label, t.Caption.SecondLabel, id
	return []document.Block{t}
}

func (c *composer) placeTable(name string) []document.Block {
	kinds := map[string]func(string, *view.ConstructView) *document.Table{
		"validity":        c.validityTable,
		"items":           c.itemsTable,
		"frequency":       c.frequencyTable,
		"describe":        c.describeTable,
		"item-total":      c.itemTotalTable,
		"questionnaire":   c.questionnaire,
		"interpretation":  c.interpretationTable,
		"share-intervals": c.shareIntervals,
		"inter-item":      nil, // depends on which constructs there are
		"factorability":   c.factorability,
		"scale":           func(_ string, cv *view.ConstructView) *document.Table { return c.scaleTable(cv) },
	}
	what, construct, _ := strings.Cut(name, "/")
	if name == "identity" {
		return []document.Block{c.identityTable()}
	}
	if make := c.wholeTableOf(name); make != nil {
		return c.placeWhole(name, make)
	}
	if make := c.groupTableOf(what); make != nil {
		return c.placeGroups(what, construct, make)
	}
	if what == "scale-statistics" {
		return c.scaleStatistics(c.chosen("table:"+what, construct))
	}
	make, ok := kinds[what]
	if !ok {
		hint := "there are table:scale, table:validity, table:items, table:frequency, table:describe, table:item-total, table:scale-statistics, table:questionnaire, table:interpretation, table:classes, table:share-intervals, table:inter-item, table:factorability, table:profile, table:scores, table:normality, table:relations, table:relation-pairs, table:overview, table:identity, table:quality, table:ikm, table:importance, table:groups, table:group-scores, table:group-answers, table:group-tests and table:group-pairs"
		c.problem("unknown-table", "there is no table "+strconv.Quote(name), hint)
		return nil
	}
	cvs := c.chosen("table:"+what, construct)
	if make == nil {
		make = c.interItems(cvs)
	}
	if len(cvs) > 1 && !unmerged[what] {
		return c.mergedTables(c.siblingsOf("table:"+what, "caption."+what, "", idsOf(cvs), func(id string, i int) *document.Table { return make(id, cvs[i]) }))
	}
	var out []document.Block
	for _, cv := range cvs {
		id := "table:" + what + "/" + cv.ID
		placed := c.placeAs(id, func() *document.Table { return make(id, cv) })
		if len(placed) > 0 && !cv.Several {
			c.alias("table:"+what, id, cv)
		}
		out = append(out, placed...)
	}
	return out
}

// unmerged are tables of which each construct has its own.
var unmerged = map[string]bool{"scale": true}

func (c *composer) titleBlock() *document.TitleBlock {
	t := &document.TitleBlock{}
	for _, l := range c.st.Languages {
		if !c.st.Title.Has(l) && l != c.body {
			continue
		}
		text := c.inline(l, c.views[l].Title)
		if len(t.Titles) > 0 && document.Plain(text) == document.Plain(t.Titles[0].Text) {
			continue
		}
		t.Titles = append(t.Titles, document.LangText{Lang: l, Text: text})
	}
	for _, a := range c.st.Authors {
		t.Authors = append(t.Authors, document.TitleAuthor{Name: a.Name, Affiliation: a.Affiliation.In(c.body), Email: a.Email})
	}
	if c.st.Responses.Synthetic {
		for _, l := range c.st.Languages {
			t.Notice = append(t.Notice, document.LangText{Lang: l, Text: c.inline(l, c.wording[l].Get("notice.synthetic"))})
		}
	}
	return t
}

// abstract is the author's own text, its template functions carried out, or
// the one that the template writes from the results.
func (c *composer) abstract(l lang.Tag) *document.Abstract {
	w := c.wording[l]
	if c.abstracting == nil {
		c.abstracting = map[lang.Tag]bool{}
	}
	if c.abstracting[l] {
		c.problem("placed-twice", "the abstract places itself", "take ![](abstract:"+string(l)+") out of it, and out of the sections that it uses")
		return &document.Abstract{Lang: l}
	}
	c.abstracting[l] = true
	defer delete(c.abstracting, l)
	a := &document.Abstract{Lang: l, Heading: c.plain(w.Get("word.abstract")), KeywordsLabel: c.plain(w.Get("word.keywords")), Keywords: c.st.Keywords[l]}
	name := "abstract"
	if c.st.Abstract.Has(l) {
		name = "abstract." + string(l)
		if !w.Parsed(name) {
			at := c.st.TextAt("abstract", l)
			s := markdown.Source{File: c.st.File, Text: c.st.Abstract[l], Part: true, After: max(0, at.Line-1)}
			s.Text = markdown.OwnNotes(name, s, &c.diags)
			if !w.Parse(name, s) {
				return a
			}
		}
	}
	src, _ := w.Execute(name, c.views[l])
	a.Blocks = c.blocks(l, src)
	return a
}

// comments lists what respondents wrote, column by column.
func (c *composer) comments() []document.Block {
	var src strings.Builder
	for _, x := range c.opt.Comments {
		src.WriteString("### " + markdown.Escape(x.Heading) + "\n\n")
		if len(x.Texts) == 0 {
			src.WriteString(c.wording[c.body].Get("comments.none") + "\n\n")
		}
		for _, t := range x.Texts {
			src.WriteString("- " + markdown.Escape(t) + "\n")
		}
		src.WriteString("\n")
	}
	out := c.blocks(c.body, src.String())
	for _, b := range out {
		l, ok := b.(*document.List)
		if !ok {
			continue
		}
		for _, item := range l.Items {
			for _, b := range item {
				if p, ok := b.(*document.Paragraph); ok {
					p.Private = true
				}
			}
		}
	}
	return out
}
