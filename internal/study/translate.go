package study

import (
	"fmt"

	"wogreport/internal/lang"
)

// untranslated counts the texts of one kind that a study of two languages has
// in one of them only.
type untranslated struct {
	one, many string
	n         int
	first     string // the key of the first
}

// add looks at the text under a key. What was not given, or is plain and so
// meant for both languages, lacks nothing.
func (u *untranslated) add(d *decoder, key string, languages []lang.Tag, has func(lang.Tag) bool) {
	in := 0
	for _, l := range languages {
		if has(l) {
			in++
		}
	}
	if !d.given(key) || in == 0 || in == len(languages) {
		return
	}
	if u.n++; u.n == 1 {
		u.first = key
	}
}

// checkTranslations warns of texts that stand in the same language in both
// parts of a report, once for each kind of text.
func (d *decoder) checkTranslations(s *Study) {
	title := untranslated{one: "title", many: "titles"}
	keywords := untranslated{one: "list of keywords", many: "lists of keywords"}
	construct := untranslated{one: "label of a construct", many: "labels of constructs"}
	statement := untranslated{one: "statement of an item", many: "statements of items"}
	label := untranslated{one: "label of an item", many: "labels of items"}
	caption := untranslated{one: "caption of an item", many: "captions of items"}
	office := untranslated{one: "text on the agency or who signs for it", many: "texts on the agency and who signs for it"}
	cohort := untranslated{one: "text on a cohort", many: "texts on cohorts"}
	rule := untranslated{one: "rule of the legal basis", many: "rules of the legal basis"}

	title.add(d, "title", s.Languages, s.Title.Has)
	keywords.add(d, "keywords", s.Languages, func(l lang.Tag) bool { return len(s.Keywords[l]) > 0 })
	for _, p := range []struct {
		key  string
		text lang.Text
	}{
		{"program", s.Program}, {"agency.parent", s.Agency.Parent}, {"agency.name", s.Agency.Name}, {"agency.address", s.Agency.Address},
		{"agency.contact", s.Agency.Contact}, {"document.place", s.Record.Place},
	} {
		office.add(d, p.key, s.Languages, p.text.Has)
	}
	for i, p := range s.Signatures {
		path := fmt.Sprintf("signatories[%d]", i)
		office.add(d, path+".as", s.Languages, p.As.Has)
		office.add(d, path+".role", s.Languages, p.Role.Has)
	}
	for i, t := range s.LegalBasis {
		rule.add(d, fmt.Sprintf("legal_basis[%d]", i), s.Languages, t.Has)
	}
	for _, c := range s.Cohorts {
		path := "cohorts." + c.Name
		cohort.add(d, path+".title", s.Languages, c.Title.Has)
		cohort.add(d, path+".period", s.Languages, c.Period.Has)
		cohort.add(d, path+".place", s.Languages, c.Place.Has)
		for i, p := range c.Signatures {
			office.add(d, fmt.Sprintf("%s.signatories[%d].as", path, i), s.Languages, p.As.Has)
			office.add(d, fmt.Sprintf("%s.signatories[%d].role", path, i), s.Languages, p.Role.Has)
		}
	}
	for i, c := range s.Constructs {
		path := fmt.Sprintf("constructs[%d]", i)
		construct.add(d, path+".label", s.Languages, c.Label.Has)
		for j, it := range c.Items {
			item := fmt.Sprintf("%s.items[%d]", path, j)
			statement.add(d, item+".statement", s.Languages, it.Statement.Has)
			label.add(d, item+".label", s.Languages, it.Label.Has)
			caption.add(d, item+".caption", s.Languages, it.Caption.Has)
		}
	}
	for _, u := range []untranslated{title, keywords, construct, statement, label, caption, office, cohort, rule} {
		switch u.n {
		case 0:
			continue
		case 1:
			d.Warnf(d.pos[u.first], "translation-missing", "1 %s is given in one of the report's two languages only", u.one)
		default:
			d.Warnf(d.pos[u.first], "translation-missing", "%d %s are given in one of the report's two languages only; this is the first", u.n, u.many)
		}
		d.Hintf("add the other ({id: …, en: …}); a plain text without id: and en: is meant for both")
	}
}
