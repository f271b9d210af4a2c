package report

import (
	"slices"
	"sort"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"wogreport/internal/citation"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/study"
	"wogreport/internal/view"
)

// sortedReferences is the reference list in the language's alphabet.
func sortedReferences(refs []study.Reference, l lang.Tag) []study.Reference {
	out := append([]study.Reference(nil), refs...)
	c := collate.New(language.Make(string(l)), collate.IgnoreCase)
	sort.SliceStable(out, func(i, j int) bool {
		return c.CompareString(citation.Unmarked.Replace(out[i].Text.In(l)), citation.Unmarked.Replace(out[j].Text.In(l))) < 0
	})
	return out
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
		own[citation.Label(r.Text.In(c.body), c.body)] = r.Key
	}
	list := slices.Clone(c.st.References)
	notes := make([]document.Block, len(doc.Footnotes))
	for i, n := range doc.Footnotes {
		notes[i] = n
	}
	for _, blocks := range [][]document.Block{doc.Blocks, notes} {
		each(blocks, func(spans []document.Span) {
			for i := range spans {
				key, ok := strings.CutPrefix(spans[i].Link, "#"+citation.Prefix)
				if !ok {
					continue
				}
				if c.st.Kind == "comparison" { // it has no list, and a title may cite
					spans[i].Link = ""
					continue
				}
				if c.st.HasReference(key) {
					continue
				}
				r, ok := citation.Work(key)
				switch same := own[citation.Label(r.Text.In(c.body), c.body)]; {
				case !ok:
				case c.list == nil:
					spans[i].Link = ""
				case same != "":
					spans[i].Link = "#" + citation.Prefix + same
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
		c.ids[citation.Prefix+r.Key] = true
		entries = append(entries, c.reference(r))
	}
	from := at
	if len(entries) == 0 && at > 0 {
		if _, heading := doc.Blocks[at-1].(*document.Heading); heading {
			from--
		}
	}
	doc.Blocks = slices.Replace(doc.Blocks, from, at+1, entries...)
}

// reference is an entry of the list in the language of its title; its authors are names.
func (c *composer) reference(r study.Reference) *document.Paragraph {
	text := c.inline(c.body, view.Source(c.st, "references."+r.Key, r.Text, c.wording[c.body]))
	authors := citation.Authors(document.Plain(text))
	p := &document.Paragraph{Role: document.Reference, ID: citation.Prefix + r.Key, Lang: r.Lang}
	if p.Lang == "" {
		p.Lang = lang.Guess(document.Plain(text)[authors:], c.body)
	}
	for _, s := range text {
		name := s
		name.Text = s.Text[:min(authors, len(s.Text))]
		if name.Text != "" {
			name.Style |= document.Name
			p.Text = append(p.Text, name)
		}
		if s.Text = s.Text[len(name.Text):]; s.Text != "" {
			p.Text = append(p.Text, s)
		}
		authors -= len(name.Text)
	}
	return p
}
