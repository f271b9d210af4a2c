package pdfcheck

import (
	"wogreport/internal/pdfcheck/xmp"
)

// is makes the function of a rule about elements.
func is(f func(e *element) bool) func(any) bool { return on(f) }

// within makes the function of a rule that an element is in one of some types.
func within(types ...string) func(any) bool {
	return is(func(e *element) bool { return contains(types, e.parentType()) })
}

// holds makes the function of a rule that an element holds only some types.
func holds(types ...string) func(any) bool {
	return is(func(e *element) bool { return e.only(types...) })
}

// structureRules are about the structure.
var structureRules = []Rule{
	{UA: "6.2-1", A: "6.7.2.2-1", Level: 'a', Object: "CosDocument", Sentence: "the document isn't marked as tagged (MarkInfo, Marked)",
		ok: on(func(x *catalogFacts) bool { return x.marked })},
	{UA: "7.1-4", Object: "CosDocument", Sentence: "the document's tags are suspect (MarkInfo, Suspects)",
		ok: on(func(x *catalogFacts) bool { return !x.suspects })},
	{UA: "7.1-5", A: "6.7.3.4-1", Level: 'a', Object: "SENonStandard", Sentence: "a structure type isn't mapped to a standard one",
		ok: is(func(e *element) bool { return e.standard != "" })},
	{UA: "7.1-6", Object: "PDStructElem", Sentence: "the mapping of a structure type leads back to it",
		ok: is(func(e *element) bool { return !e.tree.circular(e.raw) })},
	{A: "6.7.3.4-2", Level: 'a', Object: "SENonStandard", Sentence: "the mapping of a structure type leads back to it",
		ok: is(func(e *element) bool { return !e.tree.circular(e.raw) })},
	{UA: "7.1-7", Object: "PDStructElem", Sentence: "a standard structure type is mapped to another",
		ok: is(func(e *element) bool { return !e.tree.remapped(e.raw) })},
	{A: "6.7.3.4-3", Level: 'a', Object: "SENonStandard", Sentence: "a standard structure type is mapped to one that isn't",
		ok: is(func(e *element) bool { return !e.tree.remapped(e.raw) })},
	{UA: "7.1-10", Object: "CosDocument", Sentence: "the window doesn't show the document's title (ViewerPreferences, DisplayDocTitle)",
		ok: on(func(x *catalogFacts) bool { return x.title })},
	{UA: "7.1-11", A: "6.7.3.3-1", Level: 'a', Object: "PDDocument", Sentence: "there is no structure (StructTreeRoot)",
		ok: on(func(x *catalogFacts) bool { return x.hasTree })},
	{UA: "7.1-12", Object: "PDStructElem", Sentence: "an element has no parent (P)",
		ok: is(func(e *element) bool { return e.Dict.Has("P") })},
	{UA: "7.2-17", Object: "SELI", Sentence: "LI isn't in L", ok: within("L")},
	{UA: "7.2-18", Object: "SELBody", Sentence: "LBody isn't in LI", ok: within("LI")},
	{UA: "7.2-19", Object: "SEL", Sentence: "L holds something else than L, LI and Caption", ok: holds("L", "LI", "Caption")},
	{UA: "7.2-20", Object: "SELI", Sentence: "LI holds something else than Lbl and LBody", ok: holds("Lbl", "LBody")},
	{UA: "7.2-26", Object: "SETOCI", Sentence: "TOCI isn't in TOC", ok: within("TOC")},
	{UA: "7.2-27", Object: "SETOC", Sentence: "TOC holds something else than TOC, TOCI and Caption", ok: holds("TOC", "TOCI", "Caption")},
	{UA: "7.2-28", Was: "7.2-27", Object: "SETOC", Sentence: "the Caption isn't the first in TOC", ok: is(captionFirst)},
	{UA: "7.2-40", Was: "7.2-19", Object: "SEL", Sentence: "the Caption isn't the first in L", ok: is(captionFirst)},
	{UA: "7.3-1", Object: "SEFigure", Sentence: "Figure has neither Alt nor ActualText", ok: is(described)},
	{UA: "7.4.2-1", Object: "SEHn", Sentence: "a level of headings is skipped", ok: is(func(e *element) bool { return !e.skips })},
	{UA: "7.4.4-1", Object: "PDStructElem", Sentence: "an element holds more than one H",
		ok: is(func(e *element) bool { return e.countKids("H") <= 1 })},
	{UA: "7.4.4-2", Object: "SEH", Sentence: "the document has both H and numbered headings", ok: is(func(e *element) bool { return !e.usesHn })},
	{UA: "7.4.4-3", Object: "SEHn", Sentence: "the document has both H and numbered headings", ok: is(func(e *element) bool { return !e.usesH })},
	{UA: "7.7-1", Object: "SEFormula", Sentence: "Formula has neither Alt nor ActualText", ok: is(described)},
	{UA: "7.9-1", Object: "SENote", Sentence: "Note has no ID", ok: is(func(e *element) bool { return filled(e.text("ID")) })},
	{UA: "7.9-2", Object: "SENote", Sentence: "two Notes have the same ID", ok: is(func(e *element) bool { return !e.sameID })},
	{UA: "7.18.4-2", Object: "SEForm", Sentence: "Form has no Role, and something else in it than one widget",
		ok: is(func(e *element) bool { return e.attribute("PrintField", "Role") != nil || e.oneWidget() })},
}

// captionFirst reports whether a caption is only the first of an element's kids.
func captionFirst(e *element) bool {
	kids := e.kidTypes()
	return len(kids) < 2 || !contains(kids[1:], "Caption")
}

// described reports whether an element says in words what it shows.
func described(e *element) bool { return filled(e.text("Alt")) || e.text("ActualText") != nil }

// oneWidget reports whether an element holds a widget and nothing else.
func (e *element) oneWidget() bool {
	return len(e.kids) == 0 && e.content == 1 && len(e.objects) == 1 && e.f.Name(e.objects[0]["Subtype"]) == "Widget"
}

// tableRules are about tables.
var tableRules = []Rule{
	{UA: "7.2-3", Object: "SETable", Sentence: "Table holds something else than TR, THead, TBody, TFoot and Caption",
		ok: holds("TR", "THead", "TBody", "TFoot", "Caption")},
	{UA: "7.2-4", Object: "SETR", Sentence: "TR isn't in Table, THead, TBody or TFoot", ok: within("Table", "THead", "TBody", "TFoot")},
	{UA: "7.2-5", Object: "SETHead", Sentence: "THead isn't in Table", ok: within("Table")},
	{UA: "7.2-6", Object: "SETBody", Sentence: "TBody isn't in Table", ok: within("Table")},
	{UA: "7.2-7", Object: "SETFoot", Sentence: "TFoot isn't in Table", ok: within("Table")},
	{UA: "7.2-8", Object: "SETH", Sentence: "TH isn't in TR", ok: within("TR")},
	{UA: "7.2-9", Object: "SETD", Sentence: "TD isn't in TR", ok: within("TR")},
	{UA: "7.2-10", Object: "SETR", Sentence: "TR holds something else than TH and TD", ok: holds("TH", "TD")},
	{UA: "7.2-11", Object: "SETable", Sentence: "Table holds more than one THead", ok: is(func(e *element) bool { return e.countKids("THead") <= 1 })},
	{UA: "7.2-12", Object: "SETable", Sentence: "Table holds more than one TFoot", ok: is(func(e *element) bool { return e.countKids("TFoot") <= 1 })},
	{UA: "7.2-13", Object: "SETable", Sentence: "Table holds TFoot without TBody",
		ok: is(func(e *element) bool { return e.countKids("TFoot") == 0 || e.countKids("TBody") > 0 })},
	{UA: "7.2-14", Object: "SETable", Sentence: "Table holds THead without TBody",
		ok: is(func(e *element) bool { return e.countKids("THead") == 0 || e.countKids("TBody") > 0 })},
	{UA: "7.2-15", Object: "SETableCell", Sentence: "a table's cells overlap", ok: is(func(e *element) bool { return e.cell == nil || !e.cell.overlaps })},
	{UA: "7.2-16", Was: "7.2-3", Object: "SETable", Sentence: "the Caption is neither the first nor the last in Table",
		ok: is(func(e *element) bool {
			kids := e.kidTypes()
			return len(kids) < 3 || !contains(kids[1:len(kids)-1], "Caption")
		})},
	{UA: "7.2-36", Object: "SETHead", Sentence: "THead holds something else than TR", ok: holds("TR")},
	{UA: "7.2-37", Object: "SETBody", Sentence: "TBody holds something else than TR", ok: holds("TR")},
	{UA: "7.2-38", Object: "SETFoot", Sentence: "TFoot holds something else than TR", ok: holds("TR")},
	{UA: "7.2-39", Object: "SETable", Sentence: "Table holds more than one Caption", ok: is(func(e *element) bool { return e.countKids("Caption") < 2 })},
	{UA: "7.2-41", Object: "SETable", Sentence: "a table's columns have different numbers of rows", ok: is(func(e *element) bool { return !e.table.wrongColumn })},
	{UA: "7.2-42", Object: "SETable", Sentence: "a row of a table has more columns than the first", ok: is(func(e *element) bool { return !e.table.wrongRow })},
	{UA: "7.2-43", Object: "SETable", Sentence: "a row of a table has fewer columns than the first", ok: is(func(e *element) bool { return !e.table.shortRow })},
	{UA: "7.5-1", Object: "SETD", Sentence: "a cell of a table has no header: neither a Scope nor its Headers tell one",
		ok: is(func(e *element) bool { return e.cell == nil || !e.cell.unheaded || e.cell.unknown })},
	{UA: "7.5-2", Object: "SETD", Sentence: "a cell of a table names Headers that aren't there",
		ok: is(func(e *element) bool { return e.cell == nil || !e.cell.unheaded || !e.cell.unknown })},
}

// languageRules are about the language of words.
var languageRules = []Rule{
	{UA: "7.2-2", Object: "PDOutline", Sentence: "the language of bookmarks is unknown",
		ok: on(func(d *document) bool { return has(d.f.String(d.catalog["Lang"])) })},
	{UA: "7.2-21", Object: "PDStructElem", Sentence: "the language of an ActualText is unknown", ok: is(func(e *element) bool { return e.languageKnown("ActualText") })},
	{UA: "7.2-22", Object: "PDStructElem", Sentence: "the language of an Alt is unknown", ok: is(func(e *element) bool { return e.languageKnown("Alt") })},
	{UA: "7.2-23", Object: "PDStructElem", Sentence: "the language of an expanded abbreviation (E) is unknown", ok: is(func(e *element) bool { return e.languageKnown("E") })},
	{UA: "7.2-24", Object: "PDAnnot", Sentence: "the language of an annotation's Contents is unknown",
		ok: on(func(a *annot) bool { return a.contents == nil || a.lang() })},
	{UA: "7.2-25", Object: "PDFormField", Sentence: "the language of a form field's TU is unknown",
		ok: on(func(x *field) bool { return x.textOf(x.Dict, "TU") == nil || x.hasLang })},
	{UA: "7.2-29", Object: "CosLang", Sentence: "a Lang is no language tag", ok: on(xmp.Language)},
	{A: "6.7.4-1", Level: 'a', Object: "CosLang", Sentence: "a Lang is no language tag", ok: on(func(s string) bool { return s == "" || xmp.Language(s) })},
	{UA: "7.2-30", Object: "SEMarkedContent", Sentence: "the language of a Span's ActualText is unknown",
		ok: on(func(x *markedContent) bool { return x.tag != "Span" || !x.actual || x.languageKnown() })},
	{UA: "7.2-31", Object: "SEMarkedContent", Sentence: "the language of a Span's Alt is unknown",
		ok: on(func(x *markedContent) bool { return x.tag != "Span" || !x.alt || x.languageKnown() })},
	{UA: "7.2-32", Object: "SEMarkedContent", Sentence: "the language of a Span's expanded abbreviation (E) is unknown",
		ok: on(func(x *markedContent) bool { return x.tag != "Span" || !x.expand || x.languageKnown() })},
	{UA: "7.2-33", Object: "XMPLangAlt", Sentence: "the language of metadata is unknown (x-default alone)",
		ok: on(func(x *langAlt) bool { return !x.onlyDefault || x.hasCatalogLang() })},
	{UA: "7.2-34", Object: "SETextItem", Sentence: "the language of text is unknown",
		ok: on(func(x *contentItem) bool { return x.lang != nil || x.hasCatalogLang() })},
}

func (d *document) hasCatalogLang() bool { return has(d.f.String(d.catalog["Lang"])) }

func (x *markedContent) languageKnown() bool {
	return x.own != nil || x.inherited != nil || x.hasCatalogLang()
}
