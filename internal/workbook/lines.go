package workbook

import (
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/lang"
)

// lines are the different versions of a text in one cell, each on a line of
// its own and all after the first in italic; single words share a line.
func (b *book) lines(t lang.Text, look style) any {
	var versions []string
	for _, l := range b.langs {
		if s := clean(t[l]); s != "" && (len(versions) == 0 || s != versions[0]) {
			versions = append(versions, s)
		}
	}
	switch len(versions) {
	case 0:
		return nil
	case 1:
		return versions[0]
	}
	between := "\n"
	if !look.head && isWord(versions[0]) && isWord(versions[1]) {
		between = " / "
	}
	first := &excelize.Font{Bold: look.head || look.strong, Family: fontFamily, Size: fontSize}
	second := &excelize.Font{Italic: true, Family: fontFamily, Size: fontSize}
	if look.head {
		first.Color, second.Color = headText, headText
	}
	return []excelize.RichTextRun{{Text: versions[0], Font: first}, {Text: between + versions[1], Font: second}}
}

func isWord(s string) bool { return utf8.RuneCountInString(s) <= 12 && !strings.Contains(s, " ") }
