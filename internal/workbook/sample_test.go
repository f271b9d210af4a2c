package workbook

import (
	"archive/zip"
	"bytes"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// example is the project's own study, in some languages.
func example(t testing.TB, langs ...lang.Tag) Input {
	t.Helper()
	st, ds := study.Load(filepath.Join("..", "..", "study.yaml"))
	if ds.HasErrors() {
		t.Fatal(ds)
	}
	if len(langs) > 0 {
		st.Languages = langs
	}
	table, ds := responses.Read(st)
	if ds.HasErrors() {
		t.Fatal(ds)
	}
	return Input{Study: st, Results: analysis.Run(st, table), Answers: table, Creator: "wogreport test"}
}

// made is a study from its text, with answers given as codes: rows of one
// letter per item, "-" for a missing answer, "1" for the least point.
func made(t testing.TB, yaml string, rows ...string) Input {
	t.Helper()
	st, ds := study.Parse("study.yaml", []byte(yaml))
	if ds.HasErrors() {
		t.Fatal(ds)
	}
	table := &responses.Table{N: len(rows)}
	item := 0
	for _, c := range st.Constructs {
		for _, it := range c.Items {
			col := &responses.Column{Item: it.ID}
			for _, r := range rows {
				code := responses.Missing
				if r[item] != '-' {
					code = r[item] - '0'
				}
				col.Codes = append(col.Codes, code)
			}
			table.Columns = append(table.Columns, col)
			item++
		}
	}
	return Input{Study: st, Results: analysis.Run(st, table), Answers: table}
}

// twoScales has constructs on two scales, a reversed item, an item that
// everybody answered alike, missing answers and one that nobody answered.
const twoScales = `
title: {id: "Judul *miring*", en: Title}
scale: {1: {id: Tidak, en: No}, 2: {id: Ragu, en: Unsure}, 3: {id: Ya, en: "Yes"}}
method: {sampling: saturated, population: 9}
constructs:
  - {id: a, label: {id: Konstruk A, en: Construct A}, items: [A1, {id: A2, reverse: true}, A3]}
  - {id: b, scale: {min: 0, max: 4}, items: [B1, B2]}
responses: x.csv
`

var twoScalesRows = []string{"1321-", "2222-", "3123-", "3-24-", "2325-", "1322-"}

// service is a study with all that a study can ask for: nine items on four
// points, groups of which the last is hidden, classes, the IKM, and items in pairs.
func service(t testing.TB, langs ...lang.Tag) Input {
	t.Helper()
	rows := make([]string, 40)
	for i := range rows {
		for j := range 9 {
			rows[i] += string(rune('1' + (i*(j+2)/3+i*i)%4))
		}
	}
	in := made(t, `
title: {id: Survei, en: Survey}
scale: {min: 1, max: 4}
constructs:
  - {id: layanan, label: {id: Layanan, en: Service}, items: [{id: U1, importance: U9}, {id: U2, importance: U8}, U3, U4, U5, U6, U7, U8, U9]}
groups: [{column: Unit, label: {id: unit, en: unit}, values: {A: {id: Pusat, en: Centre}}}]
interpretation: true
scores: true
ikm: true
responses: x.csv
`, rows...)
	values := make([]string, len(rows))
	for i := range values {
		values[i] = string(rune('A' + i%4))
	}
	values[0], values[1], values[2], values[3] = "Kecil", "Kecil", "Kecil", ""
	in.Answers.Groups = map[string][]string{"Unit": values}
	if len(langs) > 0 {
		in.Study.Languages = langs
	}
	in.Results = analysis.Run(in.Study, in.Answers)
	return in
}

func write(t testing.TB, in Input) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := Write(&buf, in); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func open(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// grid reads a sheet by what its rows and columns are called.
type grid struct {
	t     testing.TB
	heads map[string]int
	rows  map[string][]string
	order []string
}

// read reads a sheet; a row is known by the cells of the columns by, joined by
// a blank. Values are raw, or as they are shown.
func read(t testing.TB, f *excelize.File, sheet string, raw bool, by ...string) *grid {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: raw})
	if err != nil {
		t.Fatal(err)
	}
	g := &grid{t: t, heads: map[string]int{}, rows: map[string][]string{}}
	for i, h := range rows[0] {
		h, _, _ = strings.Cut(h, "\n") // the first language
		if _, twice := g.heads[h]; twice {
			t.Errorf("%s: the head %q stands twice", sheet, h)
		}
		g.heads[h] = i
	}
	for _, r := range rows[1:] {
		var name []string
		for _, h := range by {
			if i, ok := g.heads[h]; !ok {
				t.Fatalf("%s: there is no column %q", sheet, h)
			} else if i < len(r) && r[i] != "" {
				name = append(name, r[i])
			}
		}
		key := strings.Join(name, " ")
		g.rows[key] = r
		g.order = append(g.order, key)
	}
	return g
}

func (g *grid) at(row, head string) string {
	g.t.Helper()
	r, ok := g.rows[row]
	if !ok {
		g.t.Fatalf("there is no row %q; there are %q", row, g.order)
	}
	i, ok := g.heads[head]
	if !ok {
		g.t.Fatalf("there is no column %q", head)
	}
	if i >= len(r) {
		return ""
	}
	return r[i]
}

// parts are the files inside a workbook.
func parts(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, p := range z.File {
		r, err := p.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[p.Name] = string(b)
	}
	return out
}
