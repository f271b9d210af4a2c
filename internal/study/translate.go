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

	title.add(d, "title", s.Languages, s.Title.Has)
	keywords.add(d, "keywords", s.Languages, func(l lang.Tag) bool { return len(s.Keywords[l]) > 0 })
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
	for _, u := range []untranslated{title, keywords, construct, statement, label, caption} {
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
