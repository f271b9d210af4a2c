package sheet

import (
	"bytes"
	"html"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/pattern"
)

// What a workbook shows of its cells and rows: days are numbers whose style says
// that they are days, and rows may be hidden, by hand or by a filter.

var (
	xfTag  = pattern.New(`<(?:\w+:)?xf\b[^>]*>`)
	numFmt = pattern.New(`<(?:\w+:)?numFmt\b[^>]*>`)
)

// attr is the value of an attribute in a tag, nothing without it.
func attr(tag []byte, name string) []byte {
	for rest := tag; ; {
		i := bytes.Index(rest, []byte(name))
		if i < 0 {
			return nil
		}
		alone := i > 0 && bytes.IndexByte([]byte(" \t\r\n"), rest[i-1]) >= 0
		rest = rest[i+len(name):]
		value := bytes.TrimLeft(rest, " \t\r\n")
		if !alone || len(value) == 0 || value[0] != '=' {
			continue
		}
		value = bytes.TrimLeft(value[1:], " \t\r\n")
		if len(value) == 0 || value[0] != '"' && value[0] != '\'' {
			return nil
		}
		end := bytes.IndexByte(value[1:], value[0])
		if end < 0 {
			return nil
		}
		return value[1 : 1+end]
	}
}

// dayStyles are the styles of a workbook that show a number as a day; true where
// they show the time of day as well.
func dayStyles(styles []byte) map[string]bool {
	formats := map[string]string{}
	for _, m := range numFmt.FindAllSubmatch(styles, -1) {
		tag := m[0]
		formats[string(attr(tag, "numFmtId"))] = html.UnescapeString(string(attr(tag, "formatCode")))
	}
	from := bytes.Index(styles, []byte("<cellXfs"))
	if from < 0 {
		return nil
	}
	to := bytes.Index(styles[from:], []byte("</cellXfs>"))
	if to < 0 {
		return nil
	}
	out := map[string]bool{}
	for i, m := range xfTag.FindAllSubmatch(styles[from:from+to], -1) {
		tag := m[0]
		id := string(attr(tag, "numFmtId"))
		n, _ := strconv.Atoi(id)
		day, timed := n >= 14 && n <= 17 || n >= 27 && n <= 36 || n >= 50 && n <= 58, n == 22
		if code, own := formats[id]; own {
			day, timed = dayCode(code)
		}
		if day || timed {
			out[strconv.Itoa(i)] = timed
		}
	}
	return out
}

// dayCode tells whether a format's code shows a day, and a time. Text in quotes
// and brackets is no part of it.
func dayCode(code string) (day, timed bool) {
	quoted, bracket := false, false
	if strings.EqualFold(code, "standard") { // general, in German
		return false, false
	}
	years, hours := false, false
	for i := range len(code) {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case quoted || bracket || i > 0 && code[i-1] == '\\':
		case c == 'y' || c == 'Y' || c == 'd' || c == 'D':
			years = true
		case c == 'h' || c == 'H':
			hours = true
		}
	}
	return years, years && hours
}

// writeDays writes the numbers of a row's cells that are days as days.
func writeDays(cells []string, row int, days map[string]bool) {
	if len(days) == 0 {
		return
	}
	for i, text := range cells {
		v, ok := Number(text)
		if !ok || v < 1 || v >= 200_000 {
			continue
		}
		name, err := excelize.CoordinatesToCellName(i+1, row)
		if err != nil {
			continue
		}
		timed, ok := days[name]
		if !ok {
			continue
		}
		t := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).Add(time.Duration(math.Round(v*24*3600)) * time.Second)
		form := "2006-01-02"
		if timed || v != math.Trunc(v) {
			form = "2006-01-02 15:04:05"
		}
		cells[i] = t.Format(form)
	}
}
