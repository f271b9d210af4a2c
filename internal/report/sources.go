package report

import (
	"slices"
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
	"wogreport/internal/study"
)

// methodSources are the works that built-in words cite for a formula, a limit or
// a test. One that a report cites stands in its reference list as if the study
// had it.
var methodSources = []study.Reference{
	{Key: "cochran1954", Text: lang.Same("Cochran, W. G. (1954). Some methods for strengthening the common χ² tests. *Biometrics*, *10*(4), 417–451.")},
	{Key: "cochran1977", Text: lang.Same("Cochran, W. G. (1977). *Sampling techniques* (3rd ed.). Wiley.")},
	{Key: "cohen1988", Text: lang.Same("Cohen, J. (1988). *Statistical power analysis for the behavioral sciences* (2nd ed.). Lawrence Erlbaum Associates.")},
	{Key: "dunn1964", Text: lang.Same("Dunn, O. J. (1964). Multiple comparisons using rank sums. *Technometrics*, *6*(3), 241–252.")},
	{Key: "george-mallery2003", Text: lang.Same("George, D., & Mallery, P. (2003). *SPSS for Windows step by step: A simple guide and reference, 11.0 update* (4th ed.). Allyn & Bacon.")},
	{Key: "guilford1956", Text: lang.Same("Guilford, J. P. (1956). *Fundamental statistics in psychology and education* (3rd ed.). McGraw-Hill.")},
	{Key: "holm1979", Text: lang.Same("Holm, S. (1979). A simple sequentially rejective multiple test procedure. *Scandinavian Journal of Statistics*, *6*(2), 65–70.")},
	{Key: "mangiafico2016", Text: lang.Same("Mangiafico, S. S. (2016). *Summary and analysis of extension program evaluation in R*. Rutgers Cooperative Extension.")},
	{Key: "martilla-james1977", Text: lang.Same("Martilla, J. A., & James, J. C. (1977). Importance-performance analysis. *Journal of Marketing*, *41*(1), 77–79.")},
	{Key: "riduwan2010", Text: lang.Same("Riduwan. (2010). *Skala pengukuran variabel-variabel penelitian*. Alfabeta.")},
	{Key: "widoyoko2012", Text: lang.Same("Widoyoko, E. P. (2012). *Teknik penyusunan instrumen penelitian*. Pustaka Pelajar.")},
}

func methodSource(key string) (study.Reference, bool) {
	i := slices.IndexFunc(methodSources, func(r study.Reference) bool { return r.Key == key })
	if i < 0 {
		return study.Reference{}, false
	}
	return methodSources[i], true
}

// refPrefix begins the ids of the reference list's entries.
const refPrefix = "ref:"

// linkedSource is a citation such as "Riduwan (2010)" as Markdown, with a link
// where it is one of methodSources.
func linkedSource(citation string) string {
	for _, r := range methodSources {
		label := citeLabel(r.Text.In(lang.EN), lang.EN)
		if i := strings.LastIndex(label, ", "); i > 0 && citation == label[:i]+" ("+label[i+2:]+")" {
			return markdown.InlineSource(label[:i]) + " ([" + label[i+2:] + "](#" + refPrefix + r.Key + "))"
		}
	}
	return markdown.InlineSource(citation)
}

// references gives the place of the reference list, which is made when all
// that cites is known.
func (c *composer) references() []document.Block {
	if c.list == nil {
		c.list = &document.Paragraph{Role: document.Reference}
	}
	return []document.Block{c.list}
}

// listReferences puts the reference list in its place: the study's entries, and
// the works of methodSources that the document cites. A list without entries
// goes, with the heading over it; where a document has no list, its citations of
// methodSources are no links.
func (c *composer) listReferences(doc *document.Document) {
	own := map[string]string{} // keys of the study's by how they are cited
	for _, r := range c.st.References {
		own[citeLabel(r.Text.In(c.body), c.body)] = r.Key
	}
	list := slices.Clone(c.st.References)
	notes := make([]document.Block, len(doc.Footnotes))
	for i, n := range doc.Footnotes {
		notes[i] = n
	}
	for _, blocks := range [][]document.Block{doc.Blocks, notes} {
		each(blocks, func(spans []document.Span) {
			for i := range spans {
				key, ok := strings.CutPrefix(spans[i].Link, "#"+refPrefix)
				if !ok || c.st.HasReference(key) {
					continue
				}
				r, ok := methodSource(key)
				switch same := own[citeLabel(r.Text.In(c.body), c.body)]; {
				case !ok:
				case c.list == nil:
					spans[i].Link = ""
				case same != "":
					spans[i].Link = "#" + refPrefix + same
				case !slices.ContainsFunc(list, func(l study.Reference) bool { return l.Key == key }):
					list = append(list, r)
				}
			}
		})
	}
	at := slices.IndexFunc(doc.Blocks, func(b document.Block) bool { return b == document.Block(c.list) })
	if c.list == nil || at < 0 {
		return
	}
	var entries []document.Block
	for _, r := range sortedReferences(list, c.body) {
		id := refPrefix + r.Key
		c.ids[id] = true
		entries = append(entries, &document.Paragraph{Role: document.Reference, ID: id, Lang: c.body, Text: c.inline(c.body, markdown.InlineSource(r.Text.In(c.body)))})
	}
	from := at
	if len(entries) == 0 && at > 0 {
		if _, heading := doc.Blocks[at-1].(*document.Heading); heading {
			from--
		}
	}
	doc.Blocks = slices.Replace(doc.Blocks, from, at+1, entries...)
}
