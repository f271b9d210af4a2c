package view

import (
	"fmt"
	"slices"
	"strings"

	"wogreport/internal/lang"
	"wogreport/internal/markdown"
	"wogreport/internal/study"
	"wogreport/internal/words"
)

// assumed says what was accepted without being confirmed, in the words of the
// report's language and from the study as it stands. An assumption of a kind of
// the author's own is said as it is written.
func assumed(st *study.Study, a study.Assumption, l lang.Tag, w *words.Words) string {
	what := markdown.Escape(a.What)
	switch a.Kind {
	case study.AssumedOrder, study.AssumedNumbers, study.AssumedLength:
		if points := assumedScales(st, a.Where, l); points != "" {
			what = w.Term("assumed."+a.Kind, points)
		}
	case study.AssumedNoAnswer:
		if len(st.Responses.Outside) > 0 {
			what = w.Term("assumed."+a.Kind, markdown.Escape(strings.Join(st.Responses.Outside, ", ")))
		}
	case study.AssumedRole, study.AssumedLayout:
		what = w.Get("assumed." + a.Kind)
	}
	if a.Where != "" {
		what += " (" + markdown.Escape(a.Where) + ")"
	}
	return what
}

// assumedScales are the points of the scales of the items that an assumption
// names, "" where it names none.
func assumedScales(st *study.Study, where string, l lang.Tag) string {
	named := strings.FieldsFunc(where, func(r rune) bool { return strings.ContainsRune(",; ", r) })
	var scales []string
	for _, c := range st.Constructs {
		if !slices.ContainsFunc(c.Items, func(it study.Item) bool { return slices.Contains(named, it.ID) }) {
			continue
		}
		text := fmt.Sprintf("%d–%d", c.Scale.Min(), c.Scale.Max())
		if !c.Scale.Bare {
			var labels []string
			for _, p := range c.Scale.Points {
				labels = append(labels, markdown.InlineSource(p.Label.In(l)))
			}
			text = strings.Join(labels, " < ")
		}
		if !slices.Contains(scales, text) {
			scales = append(scales, text)
		}
	}
	return strings.Join(scales, "; ")
}
