package study

import (
	"math"
	"slices"
	"sync"

	"gopkg.in/yaml.v3"

	"wogreport/internal/lang"
	"wogreport/internal/output"
)

// The one place that lists the keys of study.yaml: each with its sentence of
// documentation, its kind of value and where that is stored. Shapes are made at
// the first use of studyShape, not at every start of the program.

var studyShape = sync.OnceValue(func() shape[Study] {
	return object("keys with values",
		key("kind", "article, or evaluation for a report per cohort", oneOf(false, "article", "evaluation"), func(s *Study) *string { return &s.Kind }),
		key("name", "the name of the output files; without it the study file's own", filled(), func(s *Study) *string { return &s.Name }),
		must(key("title", "the title of the report", text(), func(s *Study) *lang.Text { return &s.Title })),
		key("short_title", "the title over the pages, where the whole one would be cut short", text(), func(s *Study) *lang.Text { return &s.ShortTitle }),
		key("authors", "who wrote it", listOrOne(authorShape()), func(s *Study) *[]Author { return &s.Authors }),
		key("journal", "where it appears", journalShape(), func(s *Study) *Journal { return &s.Journal }),
		key("program", "what an evaluation is about, as a sentence names it: \"Pelatihan Dasar CPNS\"", text(), func(s *Study) *lang.Text { return &s.Program }),
		key("agency", "the office whose report an evaluation is", agencyShape(), func(s *Study) *Agency { return &s.Agency }),
		key("document", "number, place and date of an evaluation", recordShape(), func(s *Study) *Record { return &s.Record }),
		key("signatories", "who signs an evaluation, in their order", list(signatoryShape()), func(s *Study) *[]Signatory { return &s.Signatures }),
		key("legal_basis", "the rules that an evaluation rests on, in their order", listOrOne(text()), func(s *Study) *[]lang.Text { return &s.LegalBasis }),
		key("abstract", "without it the abstract is written from the results", text(), func(s *Study) *lang.Text { return &s.Abstract }),
		key("keywords", "a list, or a list per language", keywordsShape(), func(s *Study) *map[lang.Tag][]string { return &s.Keywords }),
		key("method", "how the study was made", methodShape(), func(s *Study) *Method { return &s.Method }),
		key("scale", "the answer scale of constructs without one of their own", scaleShape(), func(s *Study) *Scale { return &s.Scale }),
		key("direction", "of the scale: down where its lowest number is the best answer, which is then scored as max + min - value", directionShape(), func(s *Study) *string { return &s.Direction }),
		key("neutral", "of the scale: the values that lean to no side; those under them are its lower side, those over them its upper", neutralShape(), func(s *Study) *[]int { return &s.Division.Neutral }),
		key("split", "of the scale: the lowest value of its upper side, where none leans to no side, as for Tidak Puas, Cukup Puas, Puas, Sangat Puas, Luar Biasa", splitShape(), func(s *Study) **int { return &s.Division.Split }),
		must(key("constructs", "the constructs that are measured, with their items", list(constructShape()), func(s *Study) *[]Construct { return &s.Constructs })),
		must(key("responses", "the raw answers", responsesShape(), func(s *Study) *Responses { return &s.Responses })),
		key("cohorts", "data of each cohort, by its name in the answers, or a file that holds them", cohortsShape(), func(s *Study) *Study { return s }),
		key("groups", "columns of the answers to compare by", listOrOne(groupingShape()), func(s *Study) *[]Grouping { return &s.Groups }),
		key("profile", "columns of the answers that say who answered, for the table of respondents", listOrOne(profileShape()), func(s *Study) *[]Grouping { return &s.Profile }),
		key("comments", "columns of comments to list, sorted and without who wrote them; without it none are shown", listOrOne(filled()), func(s *Study) *[]string { return &s.Comments }),
		key("analysis", "settings of the statistics", analysisShape(), func(s *Study) *Analysis { return &s.Analysis }),
		key("interpretation", "true puts means, shares and alpha into classes; or which classes", interpretationShape(), func(s *Study) *Interpretation { return &s.Interpretation }),
		key("scores", "true puts respondents into classes by their scores, as Azwar has them; or which classes", scoresShape(), func(s *Study) *Scores { return &s.Scores }),
		key("ikm", "the index of public satisfaction by Permenpan-RB 14/2017: true, or the items of its nine elements", ikmShape(), func(s *Study) *IKM { return &s.IKM }),
		key("languages", "the languages of the report, the body's first", listOrOne(languageShape()), func(s *Study) *[]lang.Tag { return &s.Languages }),
		key("sections", "the author's own sections: Markdown files, or their text in lines of its own (introduction: |)", sectionsShape(), func(s *Study) *map[string]lang.Text { return &s.Sections }),
		key("references", "the reference list; an entry is cited as [@its-key]", referencesShape(), func(s *Study) *[]Reference { return &s.References }),
		key("templates", "a folder whose files replace the built-in templates of the same name", filled(), func(s *Study) *string { return &s.Templates }),
		key("outputs", "what to write", listOrOne(oneOf(false, output.Names()...)), func(s *Study) *[]string { return &s.Outputs }),
		key("embed", "what travels inside the PDF: the results as JSON or as a workbook, the study file, the coded answers", listOrOne(oneOf(false, "results", "workbook", "study", "answers")), func(s *Study) *[]string { return &s.Embed }),
		key("workbook", "settings of the results workbook, NAME.xlsx", workbookShape(), func(s *Study) *Workbook { return &s.Workbook }),
		key("docx", "settings of the report in Word, NAME.docx", docxShape(), func(s *Study) *Docx { return &s.Docx }),
		key("layout", "the look of the page", layoutShape(), func(s *Study) *Layout { return &s.Layout }),
		key("privacy", "protection of small groups", privacyShape(), func(s *Study) *Privacy { return &s.Privacy }),
		key("reports", "together for one report of all, or by-cohort for a report of each cohort", oneOf(false, "together", "by-cohort"), func(s *Study) *string { return &s.Reports }),
		key("assumed", "what a draft assumed and nobody has confirmed; delete an entry to confirm it", list(assumptionShape()), func(s *Study) *[]Assumption { return &s.Assumed }),
		key("said", "what a draft concluded from the answers and the report says; delete what you have checked", listOrOne(oneOf(false, Conclusions...)), func(s *Study) *[]string { return &s.Said }),
		key("published", "figures printed elsewhere, to compare with the computed ones", publishedShape(), func(s *Study) *Published {
			s.Published = new(Published)
			return s.Published
		}),
	)
})

func authorShape() shape[Author] {
	return either("a name, or the keys of an author",
		scalar(via(str(), func(name string, a *Author) { a.Name = name })),
		keyed(object("the keys of an author",
			must(key("name", "the author's name", str(), func(a *Author) *string { return &a.Name })),
			key("affiliation", "the author's institution", text(), func(a *Author) *lang.Text { return &a.Affiliation }),
			key("email", "the author's e-mail address", str(), func(a *Author) *string { return &a.Email }),
		)))
}

func journalShape() shape[Journal] {
	return either("a name, or the keys of a journal",
		scalar(via(str(), func(name string, j *Journal) { j.Name = lang.Same(name) })),
		keyed(object("the keys of a journal",
			key("name", "the journal's name", text(), func(j *Journal) *lang.Text { return &j.Name }),
			key("volume", "its volume", str(), func(j *Journal) *string { return &j.Volume }),
			key("number", "its number within the volume", str(), func(j *Journal) *string { return &j.Number }),
			key("year", "its year", str(), func(j *Journal) *string { return &j.Year }),
			key("pages", "the article's pages", str(), func(j *Journal) *string { return &j.Pages }),
			key("issn", "its ISSN", str(), func(j *Journal) *string { return &j.ISSN }),
			key("doi", "the article's DOI", str(), func(j *Journal) *string { return &j.DOI }),
		)))
}

func keywordsShape() shape[map[lang.Tag][]string] {
	return either("a list, or a list per language",
		scalar(via(str(), func(s string, to *map[lang.Tag][]string) { *to = keywordsInAll([]string{s}) })),
		sequence(via(list(str()), func(l []string, to *map[lang.Tag][]string) { *to = keywordsInAll(l) })),
		keyed(noted(perLanguage(listOrOne(str())), func(words map[lang.Tag][]string, l lang.Tag) bool { return len(words[l]) > 0 })))
}

func keywordsInAll(words []string) map[lang.Tag][]string {
	m := map[lang.Tag][]string{}
	for _, l := range lang.All {
		m[l] = words
	}
	return m
}

func methodShape() shape[Method] {
	return object("the keys of a method",
		key("place", "where the study was made", text(), func(m *Method) *lang.Text { return &m.Place }),
		key("period", "when it was made", text(), func(m *Method) *lang.Text { return &m.Period }),
		key("population", "how many people the study is about; leave it out when unknown", integer(0, math.Inf(1)), func(m *Method) *int { return &m.Population }),
		key("sampling", "how respondents were chosen: saturated, random, purposive, convenience, other, or words of one's own", via(text(), setSampling), func(m *Method) *Sampling { return &m.Sampling }),
		key("respondents", "who they are, as a sentence names them: \"peserta pelatihan\"", text(), func(m *Method) *lang.Text { return &m.Respondents }),
		key("instrument", "what they were asked with", text(), func(m *Method) *lang.Text { return &m.Instrument }),
	)
}

func constructShape() shape[Construct] {
	return object("the keys of a construct",
		must(key("id", "a short name without spaces", filled(), func(c *Construct) *string { return &c.ID })),
		key("label", "the construct's name in the report", text(), func(c *Construct) *lang.Text { return &c.Label }),
		key("scale", "its own answer scale", scaleShape(), func(c *Construct) *Scale { return &c.Scale }),
		key("direction", "of its own scale: up or down", directionShape(), func(c *Construct) *string { return &c.Direction }),
		key("neutral", "of its own scale: the values that lean to no side", neutralShape(), func(c *Construct) *[]int { return &c.Division.Neutral }),
		key("split", "of its own scale: the lowest value of its upper side", splitShape(), func(c *Construct) **int { return &c.Division.Split }),
		key("importance", "the construct whose items say, one for one, how important what this one's items rate is", filled(), func(c *Construct) *string { return &c.Importance }),
		must(key("items", "its items", list(itemShape()), func(c *Construct) *[]Item { return &c.Items })),
	)
}

func itemShape() shape[Item] {
	return either("an id, or the keys of an item",
		scalar(via(filled(), func(id string, i *Item) { i.ID = id })),
		keyed(object("the keys of an item",
			must(key("id", "a short name without spaces", filled(), func(i *Item) *string { return &i.ID })),
			key("column", "its column in the answers: the header, a code that the header starts with, or the spreadsheet letter", str(), func(i *Item) *string { return &i.Column }),
			key("statement", "the sentence that people agreed or disagreed with", text(), func(i *Item) *lang.Text { return &i.Statement }),
			key("label", "its short name, for tables", text(), func(i *Item) *lang.Text { return &i.Label }),
			key("caption", "the caption of its chart", text(), func(i *Item) *lang.Text { return &i.Caption }),
			key("reverse", "true for a statement that is worded the other way round", boolean(), func(i *Item) *bool { return &i.Reverse }),
			key("importance", "the item that says how important it is what this one rates", filled(), func(i *Item) *string { return &i.Importance }),
		)))
}

func responsesShape() shape[Responses] {
	return either("a file name, or the keys of responses",
		scalar(via(filled(), func(file string, r *Responses) { r.Files = []string{file} })),
		keyed(object("the keys of responses",
			key("file", "the file of raw answers, CSV or XLSX", via(filled(), func(file string, to *[]string) { *to = []string{file} }), func(r *Responses) *[]string { return &r.Files }),
			key("files", "several files of raw answers, one after the other, or a file per cohort", filesShape(), func(r *Responses) *Responses { return r }),
			key("sheet", "the sheet of a workbook; without it the first that holds data", str(), func(r *Responses) *string { return &r.Sheet }),
			key("header", "the row that names the columns, or none; without it the row is found out", headerShape(), func(r *Responses) *int { return &r.Header }),
			key("cohort", "the column that names the cohort", str(), func(r *Responses) *string { return &r.Cohort }),
			key("missing", "answers that count as missing, beside the empty one", listOrOne(str()), func(r *Responses) *[]string { return &r.Missing }),
			key("outside", "answers outside the scale, such as Tidak berlaku: counted and named beside the item's answers", listOrOne(str()), func(r *Responses) *[]string { return &r.Outside }),
			key("long", "the columns of a file that has a row for each answer", longShape(), func(r *Responses) *Long { return &r.Long }),
			key("hidden_rows", "rows that a workbook hides or filters out: keep, with a warning, or leave-out", oneOf(false, "keep", "leave-out"), func(r *Responses) *string { return &r.Hidden }),
			key("off_scale", "what an answer off the scale is: error, or missing with a warning", oneOf(false, "error", "missing"), func(r *Responses) *string { return &r.OffScale }),
			key("identifier", "the column that tells respondents apart; two rows with the same are duplicates", str(), func(r *Responses) *string { return &r.Identifier }),
			key("exclude", "respondents to leave out: duplicates, straightliners, empty", excludeShape(), func(r *Responses) *[]string { return &r.Exclude }),
			key("synthetic", "true when the answers are made up; the report then says so", boolean(), func(r *Responses) *bool { return &r.Synthetic }),
		)))
}

func neutralShape() shape[[]int] { return listOrOne(pointValue()) }

func splitShape() shape[*int] {
	return via(pointValue(), func(v int, to **int) { *to = &v })
}

func directionShape() shape[string] { return oneOf(false, "up", "down") }

func longShape() shape[Long] {
	return object("the columns of long answers",
		key("respondent", "the column that tells the respondents apart; without it one begins where the items begin again", filled(), func(l *Long) *string { return &l.Respondent }),
		key("item", "the column that names the item; without it the answers of a respondent stand in the order of the items", filled(), func(l *Long) *string { return &l.Item }),
		must(key("answer", "the column of the answers", filled(), func(l *Long) *string { return &l.Answer })),
	)
}

func analysisShape() shape[Analysis] {
	return object("the keys of analysis",
		key("missing", "which rows a construct leaves out: listwise or pairwise", oneOf(false, "listwise", "pairwise"), func(a *Analysis) *string { return &a.Missing }),
		key("correlation", "the item–total r that verdicts follow: corrected or uncorrected", oneOf(false, "corrected", "uncorrected"), func(a *Analysis) *string { return &a.Correlation }),
		key("significance", "the level of the critical r", number(Range{Min: 0, Max: 1, Open: true}), func(a *Analysis) *float64 { return &a.Significance }),
		key("tails", "1 or 2", integer(1, 2), func(a *Analysis) *int { return &a.Tails }),
		key("quartiles", "whose definition of quartiles: spss or r", oneOf(false, "spss", "r"), func(a *Analysis) *string { return &a.Quartiles }),
		key("percents", "how percents are rounded: plain, or largest-remainder so that they add to 100", oneOf(false, "plain", "largest-remainder"), func(a *Analysis) *string { return &a.Percents }),
		key("omega", "how the one factor of McDonald's omega is fitted: ml (maximum likelihood) or minres", oneOf(false, "ml", "minres"), func(a *Analysis) *string { return &a.Omega }),
		key("appendix", "true adds an appendix with the full item analysis", boolean(), func(a *Analysis) *bool { return &a.Appendix }),
		key("alpha_threshold", "Cronbach's alpha above which a scale counts as reliable", number(Range{Min: 0, Max: 1}), func(a *Analysis) *float64 { return &a.AlphaThreshold }),
	)
}

func languageShape() shape[lang.Tag] {
	return via(oneOf(false, lang.Names()...), func(s string, l *lang.Tag) { *l = lang.Tag(s) })
}

func sectionsShape() shape[map[string]lang.Text] {
	return object("the sections of a report",
		entry("foreword", "of an evaluation, instead of the program's", section()),
		entry("summary", "of an evaluation, added to the executive summary that the program writes", section()),
		entry("introduction", "of an article, before the literature; of an evaluation, why there is one", section()),
		entry("objectives", "of an evaluation, instead of the program's", section()),
		entry("literature", "of an article: what is known", section()),
		entry("method", "added to the method that the program writes", section()),
		entry("discussion", "the author's argument", section()),
		entry("conclusion", "the author's conclusion", section()),
		entry("recommendations", "of an evaluation: what ought to be done; the program invents none", section()),
		entry("follow_up", "of an evaluation: who does what by when", section()),
		entry("acknowledgements", "of an article: thanks", section()),
	)
}

func referencesShape() shape[[]Reference] {
	return mapping("references by key", false, referenceShape(),
		func(d *decoder, k *yaml.Node, r Reference, to *[]Reference) {
			if !safeID(k.Value) {
				d.Errorf(d.at(k), "bad-value", "the key %q of a reference cannot be cited", excerpt(k.Value))
				d.Hintf("a key has letters, digits, _ - and . only")
			}
			r.Key = k.Value
			*to = append(*to, r)
		})
}

// referenceShape is an entry of the reference list, its text alone or with its language.
func referenceShape() shape[Reference] {
	plain := via(text(), func(t lang.Text, r *Reference) { r.Text = t })
	long := object("the keys of a reference",
		must(key("text", "the entry", text(), func(r *Reference) *lang.Text { return &r.Text })),
		key("lang", "the language that its title is in, where the program guesses it wrongly", languageShape(), func(r *Reference) *lang.Tag { return &r.Lang }),
	)
	return shape[Reference]{&Spec{Forms: append(slices.Clone(plain.spec.Forms), long.spec)}, func(d *decoder, n *yaml.Node, path string, into *Reference) bool {
		if n.Kind == yaml.MappingNode && slices.ContainsFunc(d.pairs(n), func(p pair) bool { return p.name == "text" || p.name == "lang" }) {
			return long.decode(d, n, path, into)
		}
		return plain.decode(d, n, path, into)
	}}
}

func workbookShape() shape[Workbook] {
	return object("the keys of workbook",
		key("answers", "true adds a sheet with the coded answers, a row per respondent", boolean(), func(w *Workbook) *bool { return &w.Answers }),
	)
}

func docxShape() shape[Docx] {
	return object("the keys of docx",
		key("charts", "native for charts that Word edits, with their data; picture for pictures, as some journals ask", oneOf(false, "native", "picture"), func(d *Docx) *string { return &d.Charts }),
		key("reference", "a journal's or an agency's Word document or template (.docx, .dotx): its styles, page, headers and footers hold instead of layout's", filled(), func(d *Docx) *string { return &d.Reference }),
		key("styles", "which style of reference stands for which of the report's; without it those that have Word's own names are found", stylesShape(), func(d *Docx) *map[string]string { return &d.Styles }),
	)
}

func stylesShape() shape[map[string]string] {
	named := func(name, doc string) field[map[string]string] { return entry(name, doc, filled()) }
	return object("names of styles",
		named("title", "the title"),
		named("subtitle", "the title in the second language"),
		named("author", "the authors"),
		named("affiliation", "where they work"),
		named("abstract_heading", "the head of an abstract"),
		named("abstract", "an abstract"),
		named("keywords", "the keywords under it"),
		named("heading1", "heads of the first level: chapters, sections"),
		named("heading2", "heads of the second level"),
		named("heading3", "heads of the third level"),
		named("body", "running text; without one the template's default (Normal)"),
		named("body_indent", "running text after a paragraph"),
		named("quote", "quotations"),
		named("statement", "an item's statement"),
		named("bullets", "items of lists"),
		named("numbers", "items of numbered lists"),
		named("caption", "captions of tables and figures"),
		named("caption_second", "the same in the second language"),
		named("figure", "the paragraph that holds a figure"),
		named("table", "a style of tables"),
		named("table_text", "the cells of tables"),
		named("table_heading", "the heads of tables"),
		named("table_note", "notes under tables and figures"),
		named("footnote", "footnotes"),
		named("bibliography", "entries of the reference list"),
		named("contents1", "the table of contents, first level"),
		named("contents2", "the table of contents, second level"),
		named("contents_captions", "the lists of tables and figures"),
	)
}

func privacyShape() shape[Privacy] {
	return object("the keys of privacy",
		key("min_group", "cohorts and groups of fewer respondents are not shown; counts of answers, and those of the table of who answered, follow min_cell instead", integer(0, math.Inf(1)), func(p *Privacy) *int { return &p.MinGroup }),
		key("min_cell", "counts of answers, and of who answered, that are smaller than this are not shown; 0 shows all", integer(0, math.Inf(1)), func(p *Privacy) *int { return &p.MinCell }),
	)
}
