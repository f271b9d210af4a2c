package pdfcheck

import (
	"strings"

	"wogreport/internal/pdfcheck/cos"
)

// annotationRules are about annotations and actions.
var annotationRules = []Rule{
	{UA: "7.18.1-1", Object: "PDAnnot", Sentence: "an annotation isn't in Annot",
		ok: on(func(a *annot) bool {
			return a.subtype == "Widget" || a.subtype == "PrinterMark" || a.subtype == "Link" || a.hidden() || a.above == "Annot"
		})},
	{UA: "7.18.1-2", Object: "PDAnnot", Sentence: "an annotation has neither Contents nor the Alt of its element",
		ok: on(func(a *annot) bool { return a.subtype == "Widget" || a.hidden() || filled(a.contents) || filled(a.alt) })},
	{UA: "7.18.1-3", Object: "PDWidgetAnnot", Sentence: "a form field has neither TU nor the Alt of its element",
		ok: on(func(a *annot) bool { return a.hidden() || filled(a.fieldTU) || filled(a.alt) })},
	{UA: "7.18.2-1", Object: "PDTrapNetAnnot", Sentence: "there is an annotation for trapping", ok: on((*annot).hidden)},
	{UA: "7.18.3-1", Object: "PDPage", Sentence: "the annotations of a page aren't visited in the order of the structure (Tabs)",
		ok: on(func(x *pageFacts) bool { return !x.annots || x.tabs == "S" })},
	{UA: "7.18.4-1", Object: "PDWidgetAnnot", Sentence: "a widget isn't in Form", ok: on(func(a *annot) bool { return a.above == "Form" || a.hidden() })},
	{UA: "7.18.5-1", Object: "PDLinkAnnot", Sentence: "a link isn't in Link", ok: on(func(a *annot) bool { return a.above == "Link" || a.hidden() })},
	{UA: "7.18.5-2", Object: "PDLinkAnnot", Sentence: "a link doesn't say where it leads (Contents)",
		ok: on(func(a *annot) bool { return filled(a.contents) || a.hidden() })},
	{UA: "7.18.6.2-1", Object: "PDMediaClip", Sentence: "a media clip has no MIME type (CT)", ok: on(func(m *mediaClip) bool { return m.Dict.Has("CT") })},
	{UA: "7.18.6.2-2", Object: "PDMediaClip", Sentence: "a media clip has no Alt, or one that isn't pairs of a language and a text", ok: on((*mediaClip).goodAlt)},
	{UA: "7.18.8-1", Object: "PDPrinterMarkAnnot", Sentence: "a printer's mark is in the structure", ok: on(func(a *annot) bool { return a.parent == nil || a.hidden() })},
	{A: "6.3.1-1", Object: "PDAnnot", Sentence: "an annotation is of a type that isn't allowed", ok: on(func(a *annot) bool { return annotTypes[a.subtype] })},
	{A: "6.3.2-1", Object: "PDAnnot", Sentence: "an annotation has no flags (F)", ok: on(func(a *annot) bool { return a.subtype == "Popup" || a.flags != nil })},
	{A: "6.3.2-2", Object: "PDAnnot", Sentence: "an annotation isn't printed, or is hidden",
		ok: on(func(a *annot) bool { return a.flags == nil || *a.flags&(1|2|4|32|256) == 4 })},
	{A: "6.3.3-1", Object: "PDAnnot", Sentence: "an annotation has no appearance (AP)",
		ok: on(func(a *annot) bool {
			return a.width == 0 && a.height == 0 || a.subtype == "Popup" || a.subtype == "Link" || a.hasAP
		})},
	{A: "6.3.3-2", Object: "PDAnnot", Sentence: "an annotation has another appearance than the normal one",
		ok: on(func(a *annot) bool { return !a.hasAP || len(a.states) == 1 && a.states[0] == "N" })},
	{A: "6.3.3-3", Object: "PDAnnot", Sentence: "the appearance of a button isn't one for each of its states",
		ok: on(func(a *annot) bool {
			return !a.onlyNormal() || !a.button() || a.normal == "Dict" && a.streams > 0
		})},
	{A: "6.3.3-4", Object: "PDAnnot", Sentence: "the appearance of an annotation isn't a stream",
		ok: on(func(a *annot) bool { return !a.onlyNormal() || a.button() || a.normal == "Stream" })},
	{A: "6.5.1-1", Object: "PDAction", Sentence: "an action is of a type that isn't allowed", ok: on(func(x *action) bool { return actionTypes[x.kind] })},
	{A: "6.5.1-2", Object: "PDNamedAction", Sentence: "a named action is another than NextPage, PrevPage, FirstPage and LastPage",
		ok: on(func(x *action) bool {
			n := x.f.Name(x.Dict["N"])
			return n == "NextPage" || n == "PrevPage" || n == "FirstPage" || n == "LastPage"
		})},
	{A: "6.5.2-1", Object: "PDDocument", Sentence: "the catalog has additional actions", ok: on(func(x *catalogFacts) bool { return !x.hasActions })},
	{A: "6.5.2-2", Object: "PDPage", Sentence: "a page has additional actions", ok: on(func(x *pageFacts) bool { return !x.Dict.Has("AA") })},
}

// nameSet are the names of a list.
func nameSet(list string) map[cos.Name]bool {
	out := map[cos.Name]bool{}
	for n := range strings.FieldsSeq(list) {
		out[cos.Name(n)] = true
	}
	return out
}

func (a *annot) onlyNormal() bool { return len(a.states) == 1 && a.states[0] == "N" }

func (a *annot) button() bool { return a.subtype == "Widget" && a.fieldFT == "Btn" }

var annotTypes = nameSet("Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup FileAttachment Widget PrinterMark TrapNet Watermark Redact")

var actionTypes = nameSet("GoTo GoToR GoToE Thread URI Named SubmitForm")

// formRules are about the interactive form and signatures.
var formRules = []Rule{
	{UA: "7.15-1", Object: "PDAcroForm", Sentence: "the form is a dynamic XFA one", ok: on(func(x *interactive) bool { return x.dynamic != "required" })},
	{A: "6.4.1-1", Object: "PDWidgetAnnot", Sentence: "a widget has an action (A or AA)",
		ok: on(func(a *annot) bool { return !a.Dict.Has("A") && !a.Dict.Has("AA") })},
	{A: "6.4.1-2", Object: "PDFormField", Sentence: "a form field has additional actions (AA)", ok: on(func(x *field) bool { return !x.Dict.Has("AA") })},
	{A: "6.4.1-3", Object: "PDAcroForm", Sentence: "the form leaves its appearance to the reader (NeedAppearances)",
		ok: on(func(x *interactive) bool { b, _ := x.f.Bool(x.Dict["NeedAppearances"]); return !b })},
	{A: "6.4.2-1", Object: "PDAcroForm", Sentence: "the form has XFA", ok: on(func(x *interactive) bool { return !x.Dict.Has("XFA") })},
	{A: "6.4.2-2", Object: "CosDocument", Sentence: "the document has to be rendered by XFA (NeedsRendering)",
		ok: on(func(x *catalogFacts) bool { return !x.needsRendering })},
	{A: "6.4.3-1", Object: "PDSignature", Sentence: "a signature doesn't cover the whole file (ByteRange)", ok: on(func(x *signature) bool { return x.whole })},
	{A: "6.4.3-2", Object: "PKCSDataObject", Sentence: "a signature has no certificate", ok: on(func(x *pkcs7) bool { return x.certificates })},
	{A: "6.4.3-3", Object: "PKCSDataObject", Sentence: "a signature has not one signer", ok: on(func(x *pkcs7) bool { return x.signers == 1 })},
}
