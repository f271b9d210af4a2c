package words

import (
	"strings"
	"unicode/utf8"
)

// lineLetters are how many letters lines have on the pages that there are: in columns, and on
// sheets of several sizes in serif and sans.
var lineLetters = [...]int{55, 58, 61, 81, 87, 93, 98}

// referenceLetters are how many a reference has whose text is not known yet ("Gambar 12").
const referenceLetters = 9

// fitting is the first of a few wordings of a paragraph that leaves the fewest of these pages with
// a last line of a word or two: one that is a little longer than a line cannot be set well.
// Which it is follows from the text alone, so that all formats have the same.
func fitting(wordings ...string) string {
	best, least := "", len(lineLetters)+1
	for _, s := range wordings {
		if n := runts(letters(s)); n < least {
			best, least = s, n
		}
	}
	return best
}

// runts is on how many of the pages a text of so many letters ends in less than a third of a line
// that a line or two before it cannot mend, which give a thirtieth each.
func runts(letters int) (n int) {
	for _, line := range lineLetters {
		full, last := letters/line, 100*(letters%line)/line
		if full > 0 && full < 3 && last > 4*full && last < 35-3*full {
			n++
		}
	}
	return n
}

// letters is how long a text in Markdown is as it will be read.
func letters(s string) (n int) {
	for s != "" {
		before, link, found := strings.Cut(s, "[")
		n += utf8.RuneCountInString(before)
		if !found {
			break
		}
		text, target, isLink := strings.Cut(link, "](")
		if !isLink {
			return n + utf8.RuneCountInString(link)
		}
		if n += utf8.RuneCountInString(text); text == "" {
			n += referenceLetters
		}
		if _, s, found = strings.Cut(target, ")"); !found {
			break
		}
	}
	return n
}
