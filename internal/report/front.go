package report

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/view"
)

// The parts of a report that come before its text, and the headings that open
// chapters.

// headingClass gives a heading the looks of a class: {.chapter} and {.appendix}
// are numbered and open a page, {.front} opens one without a number,
// {.centered} stands in the middle of its line.
func (c *composer) headingClass(name string, h *document.Heading, l lang.Tag) {
	h.Centered = true
	number := func(write func(int) string) {
		c.chapters[name]++
		n := write(c.chapters[name])
		h.Opens, h.Label = true, c.plain(c.wording[l].Line("word."+name, n))
		c.labels[h.ID] = c.plain(c.wording[l].Line("word."+name+"-named", n))
	}
	switch name {
	case "chapter":
		number(func(n int) string { return lang.Chapter(l, n) })
	case "appendix":
		number(strconv.Itoa)
	case "front":
		h.Opens = true
	case "centered":
	default:
		known := []string{"chapter", "front", "appendix", "centered"}
		hint := "there are {.chapter}, {.front}, {.appendix} and {.centered}"
		if s := diag.Suggest(name, known); s != "" {
			hint = "did you mean {." + s + "}?"
		}
		c.problem("unknown-class", "a heading cannot be of the class "+strconv.Quote(name), hint)
	}
}

// source is a text of study.yaml, by its key, in the body's language as spans; nil
// for none.
func (c *composer) source(key string, t lang.Text) []document.Span {
	if s := view.Source(c.st, key, t, c.wording[c.body]); s != "" {
		return c.inline(c.body, s)
	}
	return nil
}

// capitals sets spans in capitals.
func capitals(spans []document.Span) []document.Span {
	for i := range spans {
		spans[i].Text = strings.ToUpper(spans[i].Text)
	}
	return spans
}

// line is a block of words about the report as spans; nil where it is empty.
func (c *composer) line(block string) []document.Span {
	if s := c.wording[c.body].Line(block, c.views[c.body]); s != "" {
		return c.inline(c.body, s)
	}
	return nil
}

// given are the lines that hold something.
func given(lines ...[]document.Span) [][]document.Span {
	var out [][]document.Span
	for _, l := range lines {
		if len(l) > 0 {
			out = append(out, l)
		}
	}
	return out
}

func (c *composer) cover() *document.Cover {
	t := c.titleBlock()
	return &document.Cover{
		Above:  given(c.line("cover.above")),
		Titles: t.Titles,
		Below:  given(c.line("cover.program"), c.line("cover.cohort"), c.line("cover.period"), c.line("cover.place")),
		Logo:   c.logo(),
		Foot:   given(c.line("cover.number"), capitals(c.source("agency.parent", c.st.Agency.Parent)), capitals(c.source("agency.name", c.st.Agency.Name)), c.line("cover.year")),
		Notice: t.Notice,
	}
}

// letterhead is nil where the study names no agency.
func (c *composer) letterhead() []document.Block {
	a := c.st.Agency
	l := &document.Letterhead{Logo: c.logo(), Parent: capitals(c.source("agency.parent", a.Parent)), Name: capitals(c.source("agency.name", a.Name)), Address: c.source("agency.address", a.Address), Line: c.source("agency.contact", a.Contact)}
	if len(l.Parent)+len(l.Name) == 0 {
		return nil
	}
	return []document.Block{l}
}

// signatures are the places to sign, or, with "agency", place, date and the
// agency alone, as under a foreword.
func (c *composer) signatures(name string) []document.Block {
	switch name {
	case "":
		return []document.Block{c.signatories()}
	case "agency":
		return []document.Block{&document.Signatures{Date: c.line("signature.date"), Items: []document.Signature{{Role: c.source("agency.name", c.st.Agency.Name)}}}}
	}
	c.problem("unknown-signatures", "there are no signatures of "+strconv.Quote(name), "there are signatures: and signatures:agency")
	return nil
}

// signatories leaves what the study does not say to be written by hand.
func (c *composer) signatories() *document.Signatures {
	w := c.wording[c.body]
	s := &document.Signatures{Date: c.line("signature.date")}
	people := c.st.Signatures
	if len(people) == 0 {
		c.unfilled["signatories"] = true
		s.Items = []document.Signature{{Role: c.inline(c.body, w.Get("signature.role"))}}
	}
	for i, p := range people {
		key := "signatories[" + strconv.Itoa(i) + "]"
		s.Items = append(s.Items, document.Signature{As: c.source(key+".as", p.As), Role: c.source(key+".role", p.Role), Name: literally(p.Name), Number: literally(spacedNIP(p.NIP))})
	}
	for i := range s.Items {
		it := &s.Items[i]
		if len(it.Name) == 0 {
			it.Name = c.inline(c.body, w.Get("signature.name"))
		}
		if len(it.Number) > 0 {
			it.Number = append([]document.Span{{Text: c.plain(w.Get("signature.number")) + "\u00a0"}}, it.Number...)
		} else if len(people) == 0 {
			it.Number = []document.Span{{Text: c.plain(w.Get("signature.number"))}}
		}
	}
	return s
}

// literally is a text that is no Markdown; nil for none.
func literally(s string) []document.Span {
	if s == "" {
		return nil
	}
	return []document.Span{{Text: s}}
}

// spacedNIP parts a civil servant's number as it is written: day of birth,
// month of appointment, sex, serial number. Other numbers stay as they are.
func spacedNIP(s string) string {
	if len(s) != 18 || strings.Trim(s, "0123456789") != "" {
		return s
	}
	return s[:8] + "\u00a0" + s[8:14] + "\u00a0" + s[14:15] + "\u00a0" + s[15:]
}

// contents lists headings, tables or figures; nil where none is to come.
func (c *composer) contents(name string) []document.Block {
	kinds := map[string]document.ContentsKind{"": document.ContentsHeadings, "tables": document.ContentsTables, "figures": document.ContentsFigures}
	kind, ok := kinds[name]
	if !ok {
		c.problem("unknown-contents", "a list of "+strconv.Quote(name)+" cannot be made", "there are contents:, contents:tables and contents:figures")
		return nil
	}
	return []document.Block{&document.Contents{Of: kind}}
}

// numbered begins a page with a numbering.
func (c *composer) numbered(name string) []document.Block {
	kinds := map[string]document.Numbering{"": document.NumberOn, "roman": document.NumberRoman, "arabic": document.NumberArabic}
	n, ok := kinds[name]
	if !ok {
		c.problem("unknown-numbering", "pages cannot be numbered "+strconv.Quote(name), "there are pages:, which goes on, pages:roman and pages:arabic")
		return nil
	}
	return []document.Block{&document.PageBreak{Numbering: n}}
}

// fillable are what a study may lack, by the names of the notices, with what to write;
// "" for a section, which is a file.
var fillable = []struct{ name, write string }{
	{"program", "program: NAME"},
	{"signatories", "signatories: [{role: POSITION, name: NAME}]"},
	{"legal_basis", "legal_basis: [RULE, RULE]"},
	{"recommendations", ""},
	{"follow_up", ""},
}

// warnUnfilled says which parts of the report somebody has to write, and as what.
func (c *composer) warnUnfilled() {
	if len(c.unfilled) == 0 || c.diags.HasErrors() { // a section may have failed
		return
	}
	var names, advice, sections []string
	for _, f := range fillable {
		switch {
		case !c.unfilled[f.name]:
			continue
		case f.write == "":
			names, sections = append(names, "sections."+f.name), append(sections, f.name+": FILE.md")
		default:
			names, advice = append(names, f.name), append(advice, f.write)
		}
		delete(c.unfilled, f.name)
	}
	names = append(names, slices.Sorted(maps.Keys(c.unfilled))...) // of templates of one's own
	c.diags.Warnf(diag.Pos{File: c.st.File}, "to-be-filled", "the report marks what the study does not say, to be filled in: %s", strings.Join(names, ", "))
	after := ""
	if len(sections) > 0 {
		if c.st.Given("sections") {
			advice = append(advice, "under its sections:  "+strings.Join(sections, "  and  "))
		} else {
			advice = append(advice, "sections: {"+strings.Join(sections, ", ")+"}")
		}
		after = "; FILE.md is a text in Markdown that you write, beside the study file"
	}
	if len(advice) > 0 {
		c.diags.Hintf("write into the study file  %s%s", strings.Join(advice, "  and  "), after)
	}
}

// warnUnplaced says which of the author's sections the report has no place for.
func (c *composer) warnUnplaced() {
	if c.diags.HasErrors() { // the text may have ended before their place
		return
	}
	for _, name := range c.st.SectionNames() {
		if !c.placed[name] {
			c.diags.Warnf(c.st.At("sections."+name), "section-unused", "a report of kind: %s has no place for the section %s", c.st.Kind, name)
			c.diags.Hintf("a template of your own can place it: {{.Section %q}}", name)
		}
	}
}
