package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// Points of a row with one line, and at most.
const (
	lineHeight = 15.0
	mostHeight = 409.0
)

// height is that of a row of cells as they wrap in their columns. Not every
// program works it out for itself.
func (s *sheet) height(cells []any) excelize.RowOpts {
	lines := 1
	for i, c := range cells {
		cell, ok := c.(excelize.Cell)
		if !ok {
			continue
		}
		text := ""
		switch v := cell.Value.(type) {
		case string:
			text = v
		case []excelize.RichTextRun:
			for _, run := range v {
				text += run.Text
			}
		}
		if text != "" {
			lines = max(lines, wrapped(text, int(s.columns[i].width*1.1)-2))
		}
	}
	return excelize.RowOpts{Height: min(mostHeight, lineHeight*float64(lines))}
}

// wrapped is how many lines a text takes with some letters to a line.
func wrapped(text string, letters int) int {
	lines := 0
	for _, paragraph := range strings.Split(text, "\n") {
		at := 0
		lines++
		for _, word := range strings.Fields(paragraph) {
			n := letterCount(word)
			if at > 0 && at+1+n > letters {
				lines, at = lines+1, 0
			}
			if at > 0 {
				at++
			}
			at += n
			for ; at > letters; at -= letters {
				lines++
			}
		}
	}
	return lines
}

// letterCount counts the letters of a word; those of scripts with square
// letters and emoji count twice.
func letterCount(word string) int {
	n := 0
	for _, r := range word {
		n++
		if r >= 0x2E80 {
			n++
		}
	}
	return n
}
