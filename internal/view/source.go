package view

import (
	"strconv"
	"strings"

	"wogreport/internal/lang"
	"wogreport/internal/markdown"
	"wogreport/internal/study"
	"wogreport/internal/words"
)

// Source is a text of the study file, by its key, as Markdown in the language of
// words; its place is noted.
func Source(st *study.Study, key string, t lang.Text, w *words.Words) string {
	s := markdown.InlineSource(t.In(w.Language))
	if !strings.Contains(s, "](") && !strings.Contains(s, "[@") {
		return s
	}
	at := st.TextAt(key, w.Language)
	if at.Line == 0 && at.Cell == "" { // a text that stands for another: an item's label for its statement
		if i := strings.LastIndexByte(key, '.'); i > 0 {
			at = st.At(key[:i])
		}
	}
	w.Sources.Note(s, at)
	return s
}

// entry is the key of an entry of a list.
func entry(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }
