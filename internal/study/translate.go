package study

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
)

// inLanguages is a text that is written for each language, or a list of keywords:
// the languages that it has.
type inLanguages struct {
	path string
	at   diag.Pos
	has  []lang.Tag
}

// noteLanguages keeps that a text was written for each language.
func (d *decoder) noteLanguages(path string, n *yaml.Node, has []lang.Tag) {
	at, ok := d.pos[path]
	if !ok {
		at = d.at(n)
	}
	d.perLanguage = append(d.perLanguage, inLanguages{path, at, has})
}

// untranslatable are the texts that need not be in both languages of a report: an
// abstract that is not given is written from the results, a section is of the body's
// language, and a reference is cited as it was published.
var untranslatable = []string{"abstract", "sections", "references"}

// textKinds name texts by their keys, without the numbers of list entries, for one
// and for several; a key that ends in a full stop stands for all under it.
var textKinds = []struct{ key, one, many string }{
	{"title", "title", "titles"},
	{"short_title", "title", "titles"},
	{"keywords", "list of keywords", "lists of keywords"},
	{"constructs.label", "label of a construct", "labels of constructs"},
	{"constructs.items.statement", "statement of an item", "statements of items"},
	{"constructs.items.label", "label of an item", "labels of items"},
	{"constructs.items.caption", "caption of an item", "captions of items"},
	{"program", "text on the agency or who signs for it", "texts on the agency and who signs for it"},
	{"agency.", "text on the agency or who signs for it", "texts on the agency and who signs for it"},
	{"document.", "text on the agency or who signs for it", "texts on the agency and who signs for it"},
	{"signatories.", "text on the agency or who signs for it", "texts on the agency and who signs for it"},
	{"cohorts.", "text on a cohort", "texts on cohorts"},
	{"legal_basis", "rule of the legal basis", "rules of the legal basis"},
	{"scale.", "label of a point of the scale", "labels of points of the scale"},
	{"constructs.scale.", "label of a point of the scale", "labels of points of the scale"},
	{"groups.", "name of a comparison or a group", "names of comparisons and groups"},
	{"method.", "text on the method", "texts on the method"},
}

// kindOfText is the index of a text's kind; -1 for another.
func kindOfText(path string) int {
	var key strings.Builder
	for _, part := range strings.Split(path, ".") {
		name, _, _ := strings.Cut(part, "[")
		key.WriteString("." + name)
	}
	k := key.String()[1:]
	return slices.IndexFunc(textKinds, func(t struct{ key, one, many string }) bool {
		return k == t.key || strings.HasSuffix(t.key, ".") && strings.HasPrefix(k, t.key)
	})
}

// checkTranslations warns of texts that stand in the same language in both parts of
// a report, once for each kind of text, with the places of the first.
func (d *decoder) checkTranslations(s *Study) {
	const named = 8
	type lacking struct {
		kind   int
		places []diag.Pos
	}
	var all []*lacking
	for _, t := range d.perLanguage {
		top, _, _ := strings.Cut(t.path, ".")
		if slices.Contains(untranslatable, top) || d.wrong[t.path] {
			continue
		}
		in := 0
		for _, l := range s.Languages {
			if slices.Contains(t.has, l) {
				in++
			}
		}
		if in == 0 || in == len(s.Languages) {
			continue
		}
		kind := kindOfText(t.path)
		i := slices.IndexFunc(all, func(u *lacking) bool {
			return u.kind == kind || u.kind >= 0 && kind >= 0 && textKinds[u.kind].one == textKinds[kind].one
		})
		if i < 0 {
			i, all = len(all), append(all, &lacking{kind: kind})
		}
		all[i].places = append(all[i].places, t.at)
	}
	slices.SortStableFunc(all, func(a, b *lacking) int { // other texts last
		return cmp.Compare(uint(a.kind), uint(b.kind))
	})
	for _, u := range all {
		one, many := "text", "texts"
		if u.kind >= 0 {
			one, many = textKinds[u.kind].one, textKinds[u.kind].many
		}
		n := len(u.places)
		if n == 1 {
			d.Warnf(u.places[0], "translation-missing", "1 %s is given in one of the report's languages only", one)
		} else {
			var lines []string
			for _, at := range u.places[:min(n, named)] {
				if line := strconv.Itoa(at.Line); !slices.Contains(lines, line) {
					lines = append(lines, line)
				}
			}
			if n > named {
				lines = append(lines, "…")
			}
			word := "lines "
			if len(lines) == 1 {
				word = "line "
			}
			d.Warnf(u.places[0], "translation-missing", "%d %s are given in one of the report's languages only: %s", n, many, word+strings.Join(lines, ", "))
		}
		d.Hintf("add the other ({id: …, en: …}); a plain text without id: and en: is meant for both")
	}
}
