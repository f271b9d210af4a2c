package sheet

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"errors"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/archive"
	"wogreport/internal/diag"
	"wogreport/internal/infile"
)

// keptWorkbook is readWorkbook, or what it gave before for the same bytes: most of the
// time that a workbook takes is that of its XML.
func keptWorkbook(file string, data []byte, opt Options, kept *infile.Kept, diags *diag.List) *cells {
	if kept == nil {
		return readWorkbook(file, data, opt, diags)
	}
	key := workbookKey{sha256.Sum256(data), opt.Sheet, opt.Legends && opt.Sheet != ""}
	if known, ok := kept.Get(file, key); ok {
		return known.(*cells).copied()
	}
	c := readWorkbook(file, data, opt, diags)
	if c != nil {
		kept.Put(file, key, c.copied())
	}
	return c
}

// workbookKey is what the cells of a workbook follow from.
type workbookKey struct {
	sum     [sha256.Size]byte
	sheet   string
	legends bool // of other sheets than the one that is named
}

// readWorkbook reads a sheet of an XLSX or XLSM file: the one named, else the
// one that holds the data.
func readWorkbook(file string, data []byte, opt Options, diags *diag.List) *cells {
	if kind, hint := otherArchive(data); kind != "" {
		diags.Errorf(diag.Pos{File: file}, "not-readable", "the file is %s, not a workbook of Excel", kind)
		diags.Hintf("%s", hint)
		return nil
	}
	var parts map[string]*beside
	var err error
	z, noZip := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if noZip == nil { // else excelize says what is wrong
		parts, err = afford(z, opt.Limits)
	}
	if over := archive.OverBudget(""); errors.As(err, &over) {
		reportBudget(file, over, diags)
		return nil
	}
	var f *excelize.File
	if err == nil {
		f, err = excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: opt.Limits.Of(archive.MaxUnzipped)})
	}
	if err != nil {
		diags.Errorf(diag.Pos{File: file}, "not-readable", "the file is not a workbook that can be read: %v", err)
		diags.Hintf("open it in a spreadsheet program and save it as .xlsx again")
		return nil
	}
	defer f.Close()
	sheets, other := f.GetSheetList(), besides(z, parts)
	if opt.Sheet != "" {
		name, ok := sheetNamed(sheets, opt.Sheet)
		if !ok {
			diags.Errorf(opt.SheetAt, "unknown-sheet", "%s has no sheet %q", file, opt.Sheet)
			if near := diag.Suggest(opt.Sheet, sheets); near != "" {
				diags.Hintf("did you mean %q?", near)
			} else {
				diags.Hintf("its sheets are %s", strings.Join(quoted(sheets), ", "))
			}
			return nil
		}
		c := readSheet(f, file, name, other[name], diags)
		if c != nil && opt.Legends {
			for _, beside := range shown(f, sheets) {
				var not diag.List // of a sheet that is not the one asked for
				if b := readSheet(f, file, beside, other[beside], &not); b != nil && beside != name {
					c.explain(b)
				}
			}
		}
		return c
	}
	if len(sheets) == 0 {
		return &cells{file: file}
	}
	var all []*cells
	for _, name := range shown(f, sheets) {
		c := readSheet(f, file, name, other[name], diags)
		if c == nil {
			return nil
		}
		all = append(all, c)
	}
	return fullest(all)
}

// shown are the sheets that are not hidden; all where every one is. Hidden ones
// hold lists to choose from, or a master of all people.
func shown(f *excelize.File, sheets []string) []string {
	var out []string
	for _, s := range sheets {
		if visible, err := f.GetSheetVisible(s); err != nil || visible {
			out = append(out, s)
		}
	}
	if out == nil {
		return sheets
	}
	return out
}

// fullest chooses the sheet that holds the data among those of a workbook:
// the first that has at least half as many cells as the fullest. Raw answers
// outnumber instructions and recaps, and stand before their coded copy.
func fullest(all []*cells) *cells {
	most := 0
	size := make([]int, len(all))
	for i, c := range all {
		if len(c.rows) > 1 { // a single row is no table
			for _, r := range c.rows {
				size[i] += filled(r.Cells)
			}
		}
		most = max(most, size[i])
	}
	best := 0
	for i := range all {
		if size[i] > 0 && size[i]*2 >= most {
			best = i
			break
		}
	}
	for i, c := range all {
		if i != best && len(c.rows) > 0 {
			all[best].others = append(all[best].others, c.sheet)
			all[best].explain(c)
		}
	}
	return all[best]
}

// explain keeps the rows of another sheet, which may explain the answers.
func (c *cells) explain(other *cells) {
	if len(other.rows) > 0 {
		c.beside = append(c.beside, other.rows[:min(len(other.rows), maxLegend)])
	}
}

// maxLegend is how many rows of another sheet may explain the answers.
const maxLegend = 300

// sheetNamed finds a sheet by its name; capitals and outer spaces make no
// difference, as in a spreadsheet program.
func sheetNamed(sheets []string, name string) (string, bool) {
	for _, s := range sheets {
		if strings.EqualFold(strings.TrimSpace(s), strings.TrimSpace(name)) {
			return s, true
		}
	}
	return "", false
}

func readSheet(f *excelize.File, file, sheet string, other beside, diags *diag.List) *cells {
	c := &cells{file: file, sheet: sheet, merged: other.merged, empty: other.empty, hidden: other.hidden}
	c.place = func(r Row, col int) diag.Pos {
		return diag.Pos{File: file, Cell: cellName(sheet, col, r.Row)}
	}
	rows, err := f.Rows(sheet)
	if err == nil {
		known := texts{}
		for n := 1; rows.Next(); n++ {
			var row []string
			if row, err = rows.Columns(); err != nil {
				break
			}
			known.share(row)
			writeDays(row, n, other.days)
			c.add(Row{Row: n, Cells: row})
		}
		if closeErr := rows.Close(); err == nil {
			err = closeErr
		}
	}
	if err != nil {
		diags.Errorf(diag.Pos{File: file}, "not-readable", "the sheet %q cannot be read: %v", sheet, err)
		diags.Hintf("open the workbook in a spreadsheet program and save it as .xlsx again")
		return nil
	}
	return c
}

// texts are texts of cells, so that those of many cells are kept once.
type texts map[string]string

// maxTexts is how many different texts are shared.
const maxTexts = 1 << 12

func (t texts) share(cells []string) {
	for i, text := range cells {
		if known, ok := t[text]; ok {
			cells[i] = known
		} else if len(t) < maxTexts {
			t[text] = text
		}
	}
}

func quoted(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = strconv.Quote(n)
	}
	return out
}
