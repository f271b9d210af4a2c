package cohorts

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/pattern"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// heads are the columns that a table of cohorts may have, by what they say, with their heads
// and widths in one to fill in, and the words that offices head them with, folded.
var heads = []struct {
	key, id, en string
	width       float64
	words       []string
}{
	{"name", "Angkatan", "Cohort", 24, []string{"angkatan", "nama angkatan", "cohort", "kelas", "nama kelas", "class", "gelombang", "batch", "kelompok", "group"}},
	{"population", "Jumlah peserta", "Participants", 16, []string{"populasi", "jumlah peserta", "jml peserta", "peserta", "population", "participants", "number of participants"}},
	{"period", "Periode", "Period", 26, []string{"periode", "waktu", "waktu pelaksanaan", "tanggal pelaksanaan", "pelaksanaan", "period", "dates"}},
	{"place", "Tempat", "Place", 26, []string{"tempat", "tempat pelaksanaan", "lokasi", "place", "venue", "location"}},
	{"title", "Judul", "Title", 40, []string{"judul", "judul laporan", "title", "report title"}},
	{"number", "Nomor", "Number", 24, []string{"nomor", "nomor laporan", "nomor dokumen", "nomor surat", "number", "document number", "report number"}},
	{"date", "Tanggal", "Date", 20, []string{"tanggal", "tanggal laporan", "tanggal dokumen", "tanggal tanda tangan", "date", "report date", "date signed"}},
	{"as", "Sebagai", "As", 16, []string{"sebagai", "keterangan penandatangan", "as"}},
	{"role", "Jabatan", "Position", 30, []string{"jabatan", "jabatan penandatangan", "role", "position"}},
	{"signatory", "Penandatangan", "Signatory", 30, []string{"penandatangan", "nama penandatangan", "nama pejabat", "nama", "signatory", "name"}},
	{"nip", "NIP", "NIP", 24, []string{"nip", "nip penandatangan"}},
}

// numbered is a head with the number of a signatory: "Jabatan 2".
var numbered = pattern.New(`^(.*\S)\s*(\d)$`)

// column is what a column of the table says, and of which signatory.
type column struct {
	key       string
	signatory int // from 1
}

func columnOf(head string) (column, bool) {
	f := study.FoldLabel(head)
	c := column{signatory: 1}
	if m := numbered.FindStringSubmatch(f); m != nil {
		f = m[1]
		c.signatory, _ = strconv.Atoi(m[2])
	}
	for _, h := range heads {
		if slices.Contains(h.words, f) {
			c.key = h.key
			return c, c.signatory > 0
		}
	}
	return c, false
}

// ranked are heads of columns that a table of cohorts may have, and that say nothing.
func ranked(folded string) bool {
	return slices.Contains([]string{"", "no", "catatan", "notes"}, folded)
}

// IsTable reports a table of cohorts: a column names each cohort once, and what its heads say
// of cohorts is more than what they say of something else.
func IsTable(s *sheet.Sheet) bool {
	said, others, names := map[string]bool{}, 0, -1
	for i, col := range s.Columns {
		if c, ok := columnOf(col.Header); ok {
			said[c.key] = true
			if c.key == "name" && names < 0 {
				names = i
			}
		} else if !ranked(study.FoldLabel(col.Header)) {
			others++
		}
	}
	if names < 0 || len(said) < 2 || others >= len(said) {
		return false
	}
	named, each := namedRows(s, names)
	return named == each
}

// readTable reads the table that a study names: a row for each cohort.
func readTable(st *study.Study, files *study.Files) ([]study.Cohort, diag.List) {
	var ds diag.List
	g := sheet.Read(st.Path(st.CohortFile), st.At("cohorts"), sheet.Options{Limits: files.Limits, Open: files.OpenTable}, &ds)
	if g == nil {
		return nil, ds
	}
	found := map[column]int{}
	var unused []string
	for i, col := range g.Columns {
		c, ok := columnOf(col.Header)
		if other, twice := found[c]; ok && twice {
			ds.Errorf(g.HeaderPlace(i), "ambiguous-column", "the columns %s and %s of the table of cohorts say the same", sheet.Letter(other), sheet.Letter(i))
			ds.Hintf("rename or delete one; further signatories are headed Jabatan 2, Nama 2, NIP 2")
		} else if ok {
			found[c] = i
		} else if !ranked(study.FoldLabel(col.Header)) {
			unused = append(unused, fmt.Sprintf("%s %q", sheet.Letter(i), excerpt(col.Header)))
		}
	}
	if _, ok := found[column{"name", 1}]; !ok {
		ds.Errorf(g.HeaderPlace(0), "unknown-column", "the table of cohorts has no column that names them")
		ds.Hintf("head it Angkatan or Cohort; others are %s", known())
		return nil, ds
	}
	if named, each := namedRows(g, found[column{"name", 1}]); named >= 2*each && named > 2 {
		ds.Errorf(g.HeaderPlace(0), "answers-as-cohorts", "the table of cohorts has %d rows for %d cohorts, as a file of answers has", named, each)
		ds.Hintf("it needs one row for each cohort")
		return nil, ds
	}
	if len(unused) > 0 {
		ds.Warnf(g.HeaderPlace(0), "unused-column", "of the table of cohorts these columns are not used: %s", strings.Join(unused, ", "))
		ds.Hintf("the heads that are known are %s", known())
	}
	t := table{sheet: g, found: found, ds: &ds}
	return t.cohorts(), ds
}

// namedRows is how many rows name a cohort in a column, and how many cohorts they name.
func namedRows(g *sheet.Sheet, col int) (rows, cohorts int) {
	seen := map[string]bool{}
	for _, row := range g.Rows(g.Len()) {
		if name := study.CohortName(row.Cell(col)); name != "" {
			rows++
			seen[name] = true
		}
	}
	return rows, len(seen)
}

// known names the head of each kind.
func known() string {
	var out []string
	for _, h := range heads {
		out = append(out, h.id)
	}
	return strings.Join(out, ", ")
}

type table struct {
	sheet *sheet.Sheet
	found map[column]int
	ds    *diag.List
}

// cell is the text of a row in a column, and its place.
func (t table) cell(r sheet.Row, key string, signatory int) (string, diag.Pos) {
	col, ok := t.found[column{key, signatory}]
	if !ok {
		return "", diag.Pos{}
	}
	return sheet.Plain(r.Cell(col)), t.sheet.Place(r, col)
}

func (t table) cohorts() []study.Cohort {
	var out []study.Cohort
	var rows []int // of the file, parallel to out
	first := map[string]int{}
	general := t.ds
	for _, r := range t.sheet.Rows(t.sheet.Len()) {
		t.ds = general
		text, at := t.cell(r, "name", 1)
		c := study.Cohort{Name: study.CohortName(text), At: map[string]diag.Pos{"": at}}
		if c.Name == "" {
			t.ds.Warnf(at, "no-cohort", "this row names no cohort and is left out")
			continue
		}
		if i, twice := first[c.Name]; twice {
			own := &out[i].Problems
			own.Errorf(at, "duplicate-key", "the cohort %q is given twice", c.Name)
			own.Hintf("it stands in row %d already", rows[i])
			continue
		}
		first[c.Name] = len(out)
		t.ds = &c.Problems // of this cohort alone
		t.fill(r, &c)
		out, rows = append(out, c), append(rows, r.Row)
	}
	return out
}

func (t table) fill(r sheet.Row, c *study.Cohort) {
	text := func(key string) lang.Text {
		s, at := t.cell(r, key, 1)
		if s == "" {
			return nil
		}
		c.At[key] = at
		if d, ok := cellDay(s); ok && key == "period" {
			return period(d)
		}
		return lang.Same(s)
	}
	c.Title, c.Period, c.Place = text("title"), text("period"), text("place")
	c.Number, _ = t.cell(r, "number", 1)
	if s, at := t.cell(r, "population", 1); s != "" {
		c.At["population"] = at
		v, ok := sheet.Number(s)
		if !ok || v < 0 || v != math.Trunc(v) || v > math.MaxInt32 {
			t.ds.Errorf(at, "bad-value", "the number of participants must be a whole number, not %q", excerpt(s))
		} else {
			c.Population = int(v)
		}
	}
	if s, at := t.cell(r, "date", 1); s != "" {
		var ok bool
		if c.Date, ok = day(s); !ok {
			t.ds.Errorf(at, "bad-value", "the date must be a day, such as 24 November 2026 or 2026-11-24, not %q", excerpt(s))
		}
	}
	for i := 1; i <= 9; i++ {
		as, _ := t.cell(r, "as", i)
		role, _ := t.cell(r, "role", i)
		name, at := t.cell(r, "signatory", i)
		nip := t.nip(r, i)
		switch {
		case role != "":
			s := study.Signatory{Role: lang.Same(role), Name: name, NIP: nip}
			if as != "" {
				s.As = lang.Same(as)
			}
			c.Signatures = append(c.Signatures, s)
		case name != "":
			t.ds.Errorf(at, "missing-key", "the signatory has no position")
			t.ds.Hintf("add a column headed Jabatan")
		}
	}
}

// rounded matches a NIP that was typed into a cell as a number. A spreadsheet
// program keeps 15 digits of a number; a NIP has 18, the last three not all 0.
var rounded = pattern.New(`^(\d{15}000|\d[.,]\d+[Ee]\+?17)$`)

// nip is the NIP of a row's signatory.
func (t table) nip(r sheet.Row, signatory int) string {
	s, at := t.cell(r, "nip", signatory)
	if rounded.MatchString(s) {
		t.ds.Errorf(at, "nip-rounded", "the last digits of this NIP are lost: as a number, a cell keeps 15 of its 18 digits")
		t.ds.Hintf("format the column as text, then type the NIP again")
		return ""
	}
	return study.ReadNIP(s, at, t.ds)
}

// day reads a date as text, or as a spreadsheet program counts days.
func day(s string) (time.Time, bool) {
	if t, ok := serial(s); ok {
		return t, true
	}
	return study.ParseDate(s)
}

// serial is the day that a spreadsheet program counts from the end of 1899, its
// time of day as a fraction; ok is false for numbers that are more likely something else.
func serial(s string) (t time.Time, ok bool) {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || v < 36526 || v > 73050 { // 2000 to 2099
		return t, false
	}
	return time.Date(1899, 12, 30+int(v), 0, 0, 0, 0, time.UTC), true
}

// cellDay is the day that a cell holds as a date, not as text.
func cellDay(s string) (time.Time, bool) {
	if t, ok := serial(s); ok {
		return t, true
	}
	t, err := time.Parse(time.DateOnly, s)
	return t, err == nil
}

// period is a day in words. The first of a month is the month: a spreadsheet program makes a
// date of "Jan 2026", too.
func period(d time.Time) lang.Text {
	out := lang.Text{}
	for _, l := range lang.All {
		out[l] = lang.Date(l, d)
		if d.Day() == 1 {
			_, out[l], _ = strings.Cut(out[l], " ")
		}
	}
	return out
}

// excerpt keeps a message on its line.
func excerpt(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
