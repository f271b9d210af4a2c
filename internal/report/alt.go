package report

import (
	"slices"
	"strings"

	"wogreport/internal/document"
	"wogreport/internal/lang"
)

// beside is a figure and the ids of the tables that have its numbers, if they are placed.
type beside struct {
	figure *document.Figure
	tables []string
}

// longestAlt is how many words describe a figure at most: a reader who does not see it
// cannot skim them.
const longestAlt = 150

// finishAlts names, when all tables have their numbers, those beside each figure.
func (c *composer) finishAlts() {
	for _, b := range c.besides {
		var labels []string
		for _, id := range b.tables {
			if l := c.labels[id]; l != "" && !slices.Contains(labels, l) {
				labels = append(labels, l)
			}
		}
		said := ""
		if len(labels) > 0 {
			said = " " + c.plain(c.wording[c.body].Line("alt.beside", lang.And(c.body, labels)))
		}
		b.figure.Alt = atMostWords(b.figure.Alt, longestAlt-len(strings.Fields(said))) + said
	}
}

// atMostWords is a text up to its last sentence that ends within so many words, or to
// the last of them.
func atMostWords(s string, most int) string {
	words := strings.Fields(s)
	if len(words) <= most {
		return s
	}
	for n := most; n > most/2; n-- {
		if strings.HasSuffix(words[n-1], ".") {
			return strings.Join(words[:n], " ")
		}
	}
	return strings.TrimRight(strings.Join(words[:most], " "), ",;:") + "…"
}
