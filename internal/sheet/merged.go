package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// merges are the merged cells of a workbook by the names of its sheets. They
// are read from the workbook's parts: asking excelize for them builds every
// sheet in memory, at three times the cost of reading it.
func merges(data []byte) map[string][]merge {
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
	out := map[string][]merge{}
	for _, s := range book.Sheets {
		out[s.Name] = mergesOf(part(z, target[s.ID]))
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
	data, err := io.ReadAll(io.LimitReader(f, maxUnzipped))
	if err != nil {
		return nil
	}
	return data
}

var mergeCell = regexp.MustCompile(`<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+[0-9]+):([A-Z]+[0-9]+)"`)

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
