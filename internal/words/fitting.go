package words

import (
	"strings"

	"wogreport/internal/lang"
	"wogreport/internal/pattern"
)

// Fit tells about how well a paragraph is set: what part of the measure its last line takes, 1 of one
// that is a line by itself, at most a third where a line is loose. The paragraph may be the first one under a head, an item of a list, and stand
// in the front matter, before the pages that are numbered from 1.
type Fit func(text string, l lang.Tag, first, item, front bool) float64

// leastLast is what a last line should take: a third, and a little more since what references
// say is not known yet.
const leastLast = 0.36

// A choice of words begins and ends with noncharacters, which no text may hold, and has them
// between its wordings, until the paragraph that it stands in is known.
const (
	choiceStart = "\uFDD2"
	choiceOr    = "\uFDD3"
	choiceEnd   = "\uFDD4"
)

// mainMatter begins the pages that are numbered from 1.
const mainMatter = "pages:arabic)"

// mostTries is how many ways to word a paragraph are tried.
const mostTries = 8

// fitting is one of a few wordings of a paragraph or of a part of one: the first with which its
// last line is not of a word or two, as that of a paragraph is that is a little longer than a line.
func fitting(wordings ...string) string {
	return choiceStart + strings.Join(wordings, choiceOr) + choiceEnd
}

// fitted is a text in Markdown in which each choice of words is made. Where no page is known the
// first wording is taken.
func (w *Words) fitted(text string) string {
	if !strings.Contains(text, choiceStart) {
		return text
	}
	front := strings.LastIndex(text, mainMatter)
	paragraphs := strings.Split(text, "\n") // and items of lists
	at, first := 0, true
	for i, p := range paragraphs {
		at += len(p) + 1
		if choices := choicesOf(p); len(choices) > 0 {
			paragraphs[i] = w.chosen(p, choices, first, at <= front)
		}
		if strings.TrimSpace(p) != "" {
			first = strings.HasPrefix(p, "#")
		}
	}
	return strings.Join(paragraphs, "\n")
}

// choicesOf are the wordings of each choice in a paragraph.
func choicesOf(p string) (all [][]string) {
	for {
		_, rest, found := strings.Cut(p, choiceStart)
		if !found {
			return all
		}
		of, after, _ := strings.Cut(rest, choiceEnd)
		all, p = append(all, strings.Split(of, choiceOr)), after
	}
}

// chosen is a paragraph with the first wordings that make it end well, else those that make it end
// best.
func (w *Words) chosen(p string, choices [][]string, first, front bool) string {
	best, most, tries := "", -1.0, 0
	var try func(before, rest string, i int)
	try = func(before, rest string, i int) {
		head, rest, found := strings.Cut(rest, choiceStart)
		if !found {
			last := w.fit(before+head, first, front)
			if tries++; last > most {
				best, most = before+head, last
			}
			return
		}
		_, rest, _ = strings.Cut(rest, choiceEnd)
		for _, wording := range choices[i] {
			if try(before+head+wording, rest, i+1); most >= leastLast || tries >= mostTries {
				return
			}
		}
	}
	try("", p, 0)
	return best
}

// fit is what the last line of a paragraph in Markdown takes, whose references may have a number
// of one digit or of two.
func (w *Words) fit(p string, first, front bool) float64 {
	if w.Fit == nil {
		return 1
	}
	item := listMark.MatchString(p)
	last := w.Fit(w.read(p, "8"), w.lang, first, item, front)
	if last >= leastLast && reference.MatchString(p) {
		last = min(last, w.Fit(w.read(p, "12"), w.lang, first, item, front))
	}
	return last
}

var (
	listMark  = pattern.New(`^\s*(?:[-*]|\d+\.) `)
	citation  = pattern.New(`@[^\s\];]+`)
	reference = pattern.New(`\[\]\([^)]*\)`)
	several   = pattern.New(`(?:\[\]\([^)]*\),? (?:\pL+ )?){2,}\[\]\([^)]*\)`) // Figures 12–16
	formula   = pattern.New(`\[([^\]]+)\]\(<?formula:[^)]*\)`)
	link      = pattern.New(`\[([^\]]+)\]\([^)]*\)`)
)

// read is about what a paragraph in Markdown says: its references, whose numbers are not known yet,
// are to a figure with the number, and citations of usual length.
func (w *Words) read(p, number string) string {
	p = listMark.ReplaceAllString(p, "")
	p = several.ReplaceAllString(p, w.Get("word.figures")+" "+number+"–"+number)
	p = reference.ReplaceAllString(p, w.Get("word.figure")+" "+number)
	for _, m := range formula.FindAllStringSubmatch(p, -1) { // which stay on a line
		p = strings.Replace(p, m[0], strings.ReplaceAll(m[1], " ", "\u00a0"), 1)
	}
	p = link.ReplaceAllString(p, "$1")
	p = citation.ReplaceAllString(p, "Cohen, 1988")
	return strings.ReplaceAll(p, "*", "")
}
