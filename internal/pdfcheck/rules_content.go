package pdfcheck

import "wogreport/internal/pdfcheck/cos"

// contentRules are about content streams and form XObjects.
var contentRules = []Rule{
	{A: "6.1.13-8", Object: "Op_q_gsave", Sentence: "q and Q are nested deeper than 28",
		ok: on(func(depth int) bool { return depth <= 28 })},
	{A: "6.2.2-1", Object: "Op_Undefined", Sentence: "a content stream has an unknown operator",
		ok: on(func(string) bool { return false })},
	{A: "6.2.2-2", Object: "PDContentStream", Sentence: "a content stream uses resources that aren't its own",
		ok: on(func(x *resources) bool { return len(x.names) == 0 })},
	{A: "6.2.9-1", Object: "PDXForm", Sentence: "a form XObject has OPI, PS, or Subtype2 with the value PS",
		ok: on(func(x *form) bool {
			return x.Dict["Subtype2"] != cos.Name("PS") && !x.Dict.Has("PS") && !x.Dict.Has("OPI")
		})},
	{UA: "7.20-1", A: "6.2.9-2", Object: "PDXForm", Sentence: "a form XObject shows another file (Ref)",
		ok: on(func(x *form) bool { return !x.Dict.Has("Ref") })},
	{A: "6.2.9-3", Object: "PDXObject", Sentence: "there is a PostScript XObject",
		ok: on(func(d cos.Dict) bool { return d["Subtype"] != cos.Name("PS") })},
	{UA: "7.20-2", Object: "PDXForm", Sentence: "a form XObject with tagged content is drawn more than once",
		ok: on(func(x *form) bool { return x.once })},
}

// taggingRules are about how page content belongs to the structure.
var taggingRules = []Rule{
	{UA: "7.1-1", Object: "SEMarkedContent", Sentence: "an artifact is within tagged content",
		ok: on(func(x *markedContent) bool { return x.tag != "Artifact" || !x.tagged })},
	{UA: "7.1-2", Object: "SEMarkedContent", Sentence: "tagged content is within an artifact",
		ok: on(func(x *markedContent) bool { return !x.tagged || !x.artifactAbove })},
	{UA: "7.1-3", Object: "SESimpleContentItem", Sentence: "content is neither tagged nor an artifact",
		ok: on(func(x *contentItem) bool { return x.tagged || x.artifact })},
}
