package document

import (
	"slices"
	"strconv"
	"strings"
)

// AuthorLines are the authors' names on one line, the affiliations under it (numbered
// where there are several), then the addresses.
func (t *TitleBlock) AuthorLines() [][]Span {
	if len(t.Authors) == 0 {
		return nil
	}
	var places, mails []string
	for _, a := range t.Authors {
		if a.Affiliation != "" && !slices.Contains(places, a.Affiliation) {
			places = append(places, a.Affiliation)
		}
		if a.Email != "" {
			mails = append(mails, a.Email)
		}
	}
	numbered := len(places) > 1
	var names []Span
	for i, a := range t.Authors {
		if i > 0 {
			names = append(names, Span{Text: ", "})
		}
		names = append(names, Span{Text: strings.ReplaceAll(a.Name, " ", "\u00a0")})
		if at := slices.Index(places, a.Affiliation); numbered && at >= 0 {
			names = append(names, Span{Text: strconv.Itoa(at + 1), Style: Superscript})
		}
	}
	lines := [][]Span{names}
	for i, p := range places {
		var line []Span
		if numbered {
			line = append(line, Span{Text: strconv.Itoa(i + 1), Style: Superscript})
		}
		lines = append(lines, append(line, Span{Text: p}))
	}
	if len(mails) > 0 {
		var line []Span
		for i, m := range mails {
			if i > 0 {
				line = append(line, Span{Text: ", "})
			}
			line = append(line, Span{Text: m, Link: "mailto:" + m})
		}
		lines = append(lines, line)
	}
	return lines
}
