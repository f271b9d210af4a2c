package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"

	"wogreport/internal/pattern"

	"github.com/xuri/excelize/v2"
)

// beside is what stands in a sheet of a workbook besides its values.
type beside struct {
	merged []merge
	empty  []string        // cells with a formula whose value was not stored
	hidden map[int]bool    // rows that are not shown
	days   map[string]bool // cells that show a number as a day, true with its time
}

// besides are the merged cells and the formulas of a workbook by the names of
// its sheets. They are read from the workbook's parts: asking excelize for them
// builds every sheet in memory, at three times the cost of reading it.
func besides(data []byte) map[string]beside {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil
	}
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
	styles := dayStyles(part(z, "xl/styles.xml"))
	out := map[string]beside{}
	for _, s := range book.Sheets {
		sheet := part(z, target[s.ID])
		out[s.Name] = beside{mergesOf(sheet), withoutValue(sheet), hiddenRows(sheet), dayCells(sheet, styles)}
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

var formulaOnly = pattern.New(`<c r="([A-Z]+[0-9]+)"([^>]*)>\s*<f[^>]*(?:/>|>[^<]*</f>)\s*(<v\s*/>|<v>\s*</v>)?\s*</c>`)

// withoutValue lists the cells with a formula whose value is not in the file:
// a program wrote them that does not reckon. A formula may give an empty text.
func withoutValue(sheet []byte) []string {
	if !bytes.Contains(sheet, []byte("<f")) {
		return nil
	}
	var out []string
	for _, m := range formulaOnly.FindAllSubmatch(sheet, -1) {
		if len(m[3]) == 0 || !bytes.Contains(m[2], []byte(`t="str"`)) {
			out = append(out, string(m[1]))
		}
	}
	return out
}

var mergeCell = pattern.New(`<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+[0-9]+):([A-Z]+[0-9]+)"`)

// mergesOf reads the merged cells of a sheet, which stand behind its rows.
func mergesOf(sheet []byte) []merge {
	if i := bytes.LastIndex(sheet, []byte("</sheetData>")); i >= 0 {
		sheet = sheet[i:]
	}
	var out []merge
	for _, m := range mergeCell.FindAllSubmatch(sheet, -1) {
		left, top, err1 := excelize.CellNameToCoordinates(string(m[1]))
		right, bottom, err2 := excelize.CellNameToCoordinates(string(m[2]))
		if err1 == nil && err2 == nil {
			out = append(out, merge{top: top, left: left - 1, bottom: bottom, right: right - 1})
		}
	}
	return out
}
