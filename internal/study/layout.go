package study

import "wogreport/internal/lang"

func layoutShape() shape[Layout] {
	return object("the keys of layout",
		key("paper", "A4, F4 or Letter", oneOf(true, "A4", "F4", "Letter"), func(l *Layout) *string { return &l.Paper }),
		key("columns", "1 or 2", integer(1, 2), func(l *Layout) *int { return &l.Columns }),
		key("fonts", "serif or sans", oneOf(false, "serif", "sans"), func(l *Layout) *string { return &l.Fonts }),
		key("size", "of the body's letters, in points", number(Range{Min: 8, Max: 14}), func(l *Layout) *float64 { return &l.Size }),
		key("margins", "in millimetres, one number for all four or each by its name", marginsShape(), func(l *Layout) *Margins { return &l.Margins }),
		key("abstracts", "stacked, or side for two beside each other", oneOf(false, "stacked", "side"), func(l *Layout) *string { return &l.Abstracts }),
		key("captions", "where captions stand", object("the keys of captions",
			key("table", "above or below the table", aboveOrBelow(), func(l *Layout) *string { return &l.TableCaptions }),
			key("figure", "above or below the figure", aboveOrBelow(), func(l *Layout) *string { return &l.FigureCaptions }),
		), func(l *Layout) *Layout { return l }),
		key("header", "the running line over the pages after the first", text(), func(l *Layout) *lang.Text { return &l.Header }),
		key("footer", "the running line under every page", text(), func(l *Layout) *lang.Text { return &l.Footer }),
		key("logo", "a picture for the first page", logoShape(), func(l *Layout) *Logo { return &l.Logo }),
		key("items", "which items have a part of their own with a chart: all, none, or auto for all where they are few", oneOf(false, "auto", "all", "none"), func(l *Layout) *string { return &l.Items }),
		key("standard", "archive makes the PDF one that archives and screen readers accept (PDF/A and PDF/UA, tagged); none leaves that out", oneOf(false, "archive", "none"), func(l *Layout) *string { return &l.Standard }),
		key("apa", "true writes numbers in English as the APA does: p = .389, r = .68", boolean(), func(l *Layout) *bool { return &l.APA }),
		key("parallel", "true gives each paragraph of the results in both languages", boolean(), func(l *Layout) *bool { return &l.Parallel }),
	)
}

func aboveOrBelow() shape[string] {
	return oneOf(false, "above", "below")
}

// margin leaves a text width on every paper and keeps clear of what office
// printers cannot reach.
func margin() shape[float64] {
	return number(Range{Min: 5, Max: 60})
}

func marginsShape() shape[Margins] {
	return either("a number of millimetres, or one per side",
		scalar(via(margin(), func(mm float64, m *Margins) { *m = Margins{mm, mm, mm, mm} })),
		keyed(object("the sides of a page",
			key("top", "millimetres", margin(), func(m *Margins) *float64 { return &m.Top }),
			key("right", "millimetres", margin(), func(m *Margins) *float64 { return &m.Right }),
			key("bottom", "millimetres", margin(), func(m *Margins) *float64 { return &m.Bottom }),
			key("left", "millimetres", margin(), func(m *Margins) *float64 { return &m.Left }),
		)))
}

func logoShape() shape[Logo] {
	return either("a file name, or the keys of a logo",
		scalar(via(filled(), func(file string, l *Logo) { l.File = file })),
		keyed(object("the keys of a logo",
			must(key("file", "the picture", filled(), func(l *Logo) *string { return &l.File })),
			key("alt", "what it shows, for readers who do not see it", text(), func(l *Logo) *lang.Text { return &l.Alt }),
		)))
}
