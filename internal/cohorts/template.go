package cohorts

import (
	"bytes"
	"strconv"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// TemplateName is what a table to fill in is called.
func TemplateName(l lang.Tag) string {
	if l == lang.EN {
		return "cohorts.xlsx"
	}
	return "angkatan.xlsx"
}

// Template is a workbook that Read takes: a row for each cohort, in their order, with what is
// known of it. All of it is text, so that a spreadsheet program leaves dates and the 18
// digits of a NIP as they are typed.
func Template(known []study.Cohort, l lang.Tag) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	sheet := f.GetSheetName(0)
	const asText = 49 // the number of the format "@"
	plain, err := f.NewStyle(&excelize.Style{NumFmt: asText})
	if err != nil {
		return nil, err
	}
	bold, err := f.NewStyle(&excelize.Style{NumFmt: asText, Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, err
	}
	for i, c := range templateColumns(known, l) {
		name, _ := excelize.ColumnNumberToName(i + 1)
		if err := f.SetColStyle(sheet, name, plain); err != nil {
			return nil, err
		}
		if err := f.SetColWidth(sheet, name, name, c.width); err != nil {
			return nil, err
		}
		for row, text := range append([]string{c.head}, c.cells...) {
			if err := f.SetCellStr(sheet, name+strconv.Itoa(row+1), text); err != nil {
				return nil, err
			}
		}
		if err := f.SetCellStyle(sheet, name+"1", name+"1", bold); err != nil {
			return nil, err
		}
	}
	if err := f.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = f.Write(&b)
	return b.Bytes(), err
}

// templateColumn is a column of a table to fill in.
type templateColumn struct {
	head  string
	width float64
	cells []string // of each cohort
}

// templateColumns are those of cohorts of which something is known, with the last four of
// heads for each signatory.
func templateColumns(known []study.Cohort, l lang.Tag) (out []templateColumn) {
	add := func(k, signatory int) {
		h := heads[k]
		c := templateColumn{head: h.id, width: h.width}
		if l == lang.EN {
			c.head = h.en
		}
		if signatory > 0 {
			c.head += " " + strconv.Itoa(signatory+1)
		}
		for _, cohort := range known {
			c.cells = append(c.cells, said(cohort, h.key, signatory, l))
		}
		out = append(out, c)
	}
	signatories := 1
	for _, c := range known {
		signatories = max(signatories, len(c.Signatures))
	}
	own := len(heads) - 4
	for k := range own {
		add(k, 0)
	}
	for i := range signatories {
		for k := own; k < len(heads); k++ {
			add(k, i)
		}
	}
	return out
}

// said is what is known of a cohort, as a column of the table says it.
func said(c study.Cohort, key string, signatory int, l lang.Tag) string {
	var s study.Signatory
	if signatory < len(c.Signatures) {
		s = c.Signatures[signatory]
	}
	switch key {
	case "name":
		return c.Name
	case "population":
		if c.Population > 0 {
			return strconv.Itoa(c.Population)
		}
	case "period":
		return c.Period[l]
	case "place":
		return c.Place[l]
	case "title":
		return c.Title[l]
	case "number":
		return c.Number
	case "date":
		if !c.Date.IsZero() {
			return lang.Date(l, c.Date)
		}
	case "as":
		return s.As[l]
	case "role":
		return s.Role[l]
	case "signatory":
		return s.Name
	case "nip":
		return s.NIP
	}
	return ""
}
