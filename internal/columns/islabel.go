package columns

import (
	"sync"

	"wogreport/internal/study"
)

// LabelKind is what a text is known to be, by itself.
type LabelKind uint8

// The kinds of texts.
const (
	NotALabel  LabelKind = iota
	OtherLabel           // a label or short form of a known scale
	NoPoint              // no answer, or one outside a scale
)

// IsLabel tells whether a folded text is a label of a known set, or stands for no
// answer: it is not another label misspelt then.
func IsLabel(folded string) LabelKind {
	switch w := WriteOut(folded); {
	case noAnswerText(folded):
		return NoPoint
	case knownLabels()[folded], knownLabels()[w]:
		return OtherLabel
	default:
		if _, ok := phrases().of[w]; ok && phrases().of[w].kind == place {
			return OtherLabel
		}
	}
	return NotALabel
}

// knownLabels are the labels and short forms of all known sets.
var knownLabels = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, l := range known() {
		for _, r := range l.rungs {
			for _, text := range []string{r.id, r.en, r.code} {
				if text != "" {
					out[study.FoldLabel(text)] = true
				}
			}
		}
	}
	return out
})
