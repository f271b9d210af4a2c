package workbook

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
)

// tab is the name of a sheet in the languages of the workbook; part numbers
// several sheets of a kind, from 1, and is 0 for the only one. A name of an
// author's own is made one that Excel takes and no other sheet has.
func (b *book) tab(key string, part int) string {
	name := b.joined(b.term("sheet."+key), " - ")
	name = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) || r < ' ' {
			return '-'
		}
		return r
	}, name), "' ")
	if name == "" {
		name = key
	}
	end := ""
	if part > 0 {
		end = " " + strconv.Itoa(part)
	}
	for n := 2; ; n++ {
		tab := name + end
		if len(utf16.Encode([]rune(tab))) > longestTab {
			tab = shorten(name, longestTab-1-len(end)) + end
		}
		if key2, taken := b.tabs[strings.ToLower(tab)]; !taken || key2 == key+end {
			b.tabs[strings.ToLower(tab)] = key + end
			return tab
		}
		end = " (" + strconv.Itoa(n) + ")"
	}
}

// longestTab is how long the name of a sheet may be, in UTF-16 units.
const longestTab = 31

// open makes the i-th sheet and sets how it is printed.
func (b *book) open(i int, name string) error {
	f := b.file
	if i == 0 {
		if err := f.SetSheetName(f.GetSheetName(0), name); err != nil {
			return err
		}
	} else if _, err := f.NewSheet(name); err != nil {
		return err
	}
	a4, landscape := 9, "landscape"
	if err := f.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape}); err != nil {
		return err
	}
	side, end := 0.4, 0.6 // inches
	if err := f.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &side, Bottom: &end}); err != nil {
		return err
	}
	left := ""
	if b.Results.Synthetic {
		left = b.joined(b.word("synthetic-footer"), " / ")
	}
	return f.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&L" + left + "&C&A&R&P / &N"})
}

// layOut sets the filter, the panes and the printed pages of a table.
func (b *book) layOut(s *sheet) error {
	f := b.file
	last, err := excelize.CoordinatesToCellName(len(s.columns), s.size()+1)
	if err != nil {
		return err
	}
	if s.size() > 0 {
		if err := f.AutoFilter(s.name, "A1:"+last, nil); err != nil {
			return err
		}
	}
	fit, across, asMany := true, s.pagesAcross(), 0
	if err := f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil { // after AutoFilter, which sets its own
		return err
	}
	if err := f.SetPageLayout(s.name, &excelize.PageLayoutOptions{FitToWidth: &across, FitToHeight: &asMany}); err != nil {
		return err
	}
	titles := "'" + s.name + "'!$1:$1"
	if s.frozen > 0 {
		name, err := excelize.ColumnNumberToName(s.frozen)
		if err != nil {
			return err
		}
		titles = "'" + s.name + "'!$A:$" + name + "," + titles
	}
	if err := f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: s.name}); err != nil {
		return err
	}
	below, err := excelize.CoordinatesToCellName(s.frozen+1, 2)
	if err != nil {
		return err
	}
	panes := &excelize.Panes{Freeze: true, XSplit: s.frozen, YSplit: 1, TopLeftCell: below, ActivePane: "bottomRight"}
	if s.frozen == 0 {
		panes.ActivePane = "bottomLeft"
	}
	return f.SetPanes(s.name, panes)
}

// pagesAcross is how many pages a sheet is printed on side by side, with
// letters that can still be read.
func (s *sheet) pagesAcross() int {
	const letters = 300 // of the widths of columns on a page
	width := 0.0
	for _, c := range s.columns {
		width += c.width
	}
	return int(math.Ceil(width / letters))
}

// write fills a sheet. Rows are streamed, so that a million of them fit.
func (b *book) write(s *sheet) error {
	if err := b.layOut(s); err != nil {
		return err
	}
	if err := b.setLinks(s); err != nil {
		return err
	}
	out, err := b.file.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	heads := make([]any, len(s.columns))
	for i := len(s.columns) - 1; i >= 0; i-- { // excelize puts the last width first
		c := s.columns[i]
		if err := out.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
		if heads[i], err = b.cell(b.heads(c), style{format: c.format, head: true}); err != nil {
			return err
		}
	}
	if err := out.SetRow("A1", heads, s.height(heads)); err != nil {
		return err
	}
	cells := make([]any, len(s.columns))
	for i := range s.size() {
		if err := b.fillRow(cells, s, s.at(i)); err != nil {
			return err
		}
		if err := out.SetRow(fmt.Sprintf("A%d", i+2), cells, s.height(cells)); err != nil {
			return err
		}
	}
	return out.Flush()
}

// fillRow makes a row's cells.
func (b *book) fillRow(cells []any, s *sheet, r row) (err error) {
	for i := range s.columns {
		var v any
		if i < len(r.cells) {
			v = r.cells[i]
		}
		if cells[i], err = b.cell(v, style{format: s.columns[i].format, strong: r.strong, band: r.strong}); err != nil {
			return err
		}
	}
	if s.noted() {
		cells[len(cells)-1], err = b.cell(b.note(s, r), style{band: r.strong})
	}
	return err
}

// cell is a value as excelize takes it. A string is always written as a
// string, whatever it begins with.
func (b *book) cell(v any, look style) (excelize.Cell, error) {
	id, err := b.styleID(look)
	if err != nil {
		return excelize.Cell{}, err
	}
	switch x := v.(type) {
	case link:
		v = clean(x.text)
	case analysis.Value:
		v = undefinedMark
		if n, ok := x.Get(); ok {
			v = n
		}
	case string:
		v = clean(x)
	case lang.Text:
		v = b.lines(x, look)
	}
	return excelize.Cell{StyleID: id, Value: v}, nil
}
