package sheet

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// beside is what stands in a sheet of a workbook besides its values.
type beside struct {
	merged []merge
	empty  []string        // cells with a formula whose value was not stored
	hidden map[int]bool    // rows that are not shown
	days   map[string]bool // cells that show a number as a day, true with its time

	cell                 []byte // the tag of the cell that is looked at
	formula, value, full bool   // what it has; full: something that shows
}

// besides is what stands beside the values by the names of the sheets, of what was found
// in their parts. Asking excelize for it builds every sheet in memory, at three times the
// cost of reading it.
func besides(z *zip.Reader, parts map[string]*beside) map[string]beside {
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var rels struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	if xml.Unmarshal(part(z, "xl/workbook.xml"), &book) != nil || xml.Unmarshal(part(z, "xl/_rels/workbook.xml.rels"), &rels) != nil {
		return nil
	}
	target := map[string]string{}
	for _, r := range rels.Relationship {
		name := path.Join("xl", r.Target)
		if strings.HasPrefix(r.Target, "/") {
			name = r.Target[1:]
		}
		target[r.ID] = name
	}
	out := map[string]beside{}
	for _, s := range book.Sheets {
		if own := parts[target[s.ID]]; own != nil {
			out[s.Name] = *own
		}
	}
	return out
}

// part is the content of a file in a workbook; empty when there is none.
func part(z *zip.Reader, name string) []byte {
	f, err := z.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		return nil
	}
	return data
}

// look takes a tag of a sheet into account. days are the styles of days.
func (b *beside) look(t *tags, days map[string]bool) {
	switch string(t.name) {
	case "mergeCell":
		b.merge(string(t.attr("ref")))
	case "row":
		if h := string(t.attr("hidden")); h == "1" || h == "true" {
			if n, err := strconv.Atoi(string(t.attr("r"))); err == nil {
				if b.hidden == nil {
					b.hidden = map[int]bool{}
				}
				b.hidden[n] = true
			}
		}
	case "c":
		b.cell = append(b.cell[:0], t.tag...)
		b.formula, b.value, b.full = false, false, false
		b.day(days)
	case "f":
		b.formula = true
	case "v":
		b.value = true
	case "/v":
		b.full = b.full || len(t.before) > 0
	case "/c":
		// A program wrote it that does not reckon. A formula may give an empty text.
		if b.formula && !b.full && !(b.value && string(attr(b.cell, "t")) == "str") {
			b.empty = append(b.empty, string(attr(b.cell, "r")))
		}
	case "/f":
	default:
		b.full = true
	}
}

// merge keeps a range of merged cells.
func (b *beside) merge(ref string) {
	from, to, _ := strings.Cut(ref, ":")
	left, top, err1 := excelize.CellNameToCoordinates(from)
	right, bottom, err2 := excelize.CellNameToCoordinates(to)
	if err1 == nil && err2 == nil {
		b.merged = append(b.merged, merge{top: top, left: left - 1, bottom: bottom, right: right - 1})
	}
}

// day notes whether the cell's number is shown as a day.
func (b *beside) day(days map[string]bool) {
	if len(days) == 0 {
		return
	}
	if t := string(attr(b.cell, "t")); t != "" && t != "n" {
		return
	}
	if timed, ok := days[string(attr(b.cell, "s"))]; ok {
		if b.days == nil {
			b.days = map[string]bool{}
		}
		b.days[string(attr(b.cell, "r"))] = timed
	}
}
