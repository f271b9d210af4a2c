package draft

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"wogreport/internal/columns"
	"wogreport/internal/pattern"
	"wogreport/internal/remark"
	"wogreport/internal/sheet"
)

// names are the files as the study names them.
func (p *plan) names() []string {
	var out []string
	for _, f := range p.files {
		out = append(out, relative(p.path, f))
	}
	return out
}

// ending is what programs put after a form's title in the name of a file.
var ending = pattern.New(`(?i)[ _-]*(\((responses?|respons|respon|jawaban|tanggapan)\)|form responses \d*|form_responses\d*|\(\d+(-\d+)?\)|(all versions|latest version)|- (labels|english|indonesian|bahasa indonesia|xml values)( \(\w+\))?|sheet ?\d+|[- ]*copy|\.csv|\.xlsx)[ _-]*$`)

// kind is what report is drafted, with a remark where that was concluded.
func (p *plan) kind() (kind string, why remark.Remark) {
	switch {
	case p.opt.Kind != "":
		return p.opt.Kind, why
	case p.byCohort():
		return "evaluation", remark.Of("ASSUMED from the cohorts; article makes one report of all answers")
	}
	return "article", why
}

// byCohort reports answers of several cohorts, or of one that a column names.
func (p *plan) byCohort() bool { return len(p.files) > 1 || p.cohort() != "" }

// title is the report's title, with a remark where it comes from: given, the
// sheet's own, or made of the file's name.
func (p *plan) title() (title string, from remark.Remark) {
	if p.opt.Title != "" {
		return p.opt.Title, from
	}
	if len(p.files) == 1 {
		for _, t := range p.sheet.Titles {
			if isTitle(t) {
				return capital(calm(t)), remark.Of("ASSUMED from the title of the sheet")
			}
		}
	}
	return p.fileTitle(), remark.Of("ASSUMED from the file's name")
}

// isTitle tells a title over a table from instructions and remarks.
func isTitle(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	if len(words) < 2 || len(words) > 25 || strings.ContainsAny(text, "=;?") {
		return false
	}
	if slices.Contains(cohortWords, words[0]) { // over a part of the answers
		return false
	}
	return !slices.Contains([]string{"petunjuk", "keterangan", "catatan", "isilah", "isi", "mohon", "berilah", "pilih", "instruksi", "note", "notes", "please", "instructions", "nb", "*", "tanggal", "date"}, strings.Trim(words[0], ".:*()"))
}

// fileTitle is a title from the names of the files: what they begin with in common.
func (p *plan) fileTitle() string {
	t := strings.Fields(stem(p.files[0]))
	for _, f := range p.files[1:] {
		own := strings.Fields(stem(f))
		n := 0
		for n < min(len(t), len(own)) && strings.EqualFold(t[n], own[n]) {
			n++
		}
		t = t[:n]
	}
	if n := len(t); n > 0 && len(p.files) > 1 && slices.Contains(cohortWords, strings.ToLower(t[n-1])) {
		t = t[:n-1] // of "Angkatan 1" and "Angkatan 2"
	}
	if len(t) == 0 {
		for _, f := range p.files[:min(len(p.files), 3)] {
			t = append(t, stem(f)+",")
		}
		t[len(t)-1] = strings.TrimSuffix(t[len(t)-1], ",")
	}
	own := strings.Join(t, " ")
	for cut := ""; cut != own; {
		cut, own = own, strings.TrimSpace(ending.ReplaceAllString(own, ""))
	}
	if own == "" {
		return stem(p.files[0])
	}
	return own
}

// cohorts names each file's cohort after it, from the word for a cohort on where
// all have one ("Angkatan 1"), and by its folder too where two have one name.
func cohortNames(files []string) []string {
	short := true
	for _, f := range files {
		_, ok := fromCohort(stem(f))
		short = short && ok
	}
	var out []string
	for _, f := range files {
		name := stem(f)
		if short {
			name, _ = fromCohort(name)
		}
		if slices.Contains(out, name) {
			name = filepath.Base(filepath.Dir(f)) + " " + name
		}
		for k := 2; slices.Contains(out, name); k++ {
			name = fmt.Sprintf("%s (%d)", stem(f), k)
		}
		out = append(out, name)
	}
	return out
}

// fromCohort is a name from the word for a cohort on, where something follows it.
func fromCohort(name string) (string, bool) {
	split := strings.Fields(strings.ReplaceAll(name, "_", " "))
	for i, w := range split {
		if slices.Contains(cohortWords, strings.ToLower(w)) && i+1 < len(split) {
			return strings.Join(split[i:], " "), true
		}
	}
	return "", false
}

// cohortWords are what cohorts are called.
var cohortWords = []string{"angkatan", "cohort", "batch", "gelombang", "kelas", "class"}

// cohort is the column that looks like the cohort.
func (p *plan) cohort() string {
	for _, c := range p.cols {
		if c.Kind != columns.Category && c.Kind != columns.Constant && c.Kind != columns.Number || c.Header == "" || c.Distinct > 60 {
			continue
		}
		for i, w := range strings.FieldsFunc(strings.ToLower(c.Header), func(r rune) bool { return r == ' ' || r == '_' || r == '/' || r == '-' }) {
			if slices.Contains(cohortWords, w) && len(strings.Fields(c.Header)) <= 5 && (i == 0 || c.Kind == columns.Category) {
				return p.nameOf(c)
			}
		}
	}
	return ""
}

// identifier is a column that tells the respondents apart, their number or address, and how
// many rows repeat what it holds.
func (p *plan) identifier() (name string, again int) {
	for _, k := range []columns.Kind{columns.IDNumber, columns.Email, columns.Phone} {
		for _, c := range p.cols {
			if c.Kind == k && c.Distinct*10 >= (p.sheet.Len()-c.Missing)*8 && c.Missing*2 < p.sheet.Len() {
				seen, rows := map[string]bool{}, p.sheet.Rows(p.sheet.Len())
				for _, id := range columns.Identify(len(rows), func(i int) string { return rows[i].Cell(c.Index) }) {
					if id != "" && seen[id] {
						again++
					}
					seen[id] = true
				}
				return p.nameOf(c), again
			}
		}
	}
	return "", 0
}

// groups are the columns of few texts that are no cohort.
func (p *plan) groups() []string {
	var out []string
	cohort := p.cohort()
	for _, c := range p.cols {
		if c.Kind != columns.Category || c.Distinct < 2 || c.Distinct > 12 {
			continue
		}
		if name := p.nameOf(c); name != "" && name != cohort {
			out = append(out, yamlText(name))
		}
	}
	return out
}

// profile are the columns whose headers ask who somebody is: those of few texts, and ages,
// in classes. A column of few texts may also hold remarks, which no table may show.
func (p *plan) profile() []string {
	var out []string
	groups := p.groups()
	for _, c := range p.cols {
		name := p.nameOf(c)
		switch {
		case name == "" || !c.Demographic():
		case slices.Contains(groups, yamlText(name)):
			out = append(out, yamlText(name))
		case c.Kind == columns.Number:
			words := strings.FieldsFunc(strings.ToLower(c.Header), func(r rune) bool { return !unicode.IsLetter(r) })
			if limits := ageClasses(c); len(limits) > 0 && slices.ContainsFunc(words, func(w string) bool { return slices.Contains(ageWords, w) }) {
				out = append(out, fmt.Sprintf("{column: %s, classes: [%s]}", yamlText(name), strings.Join(limits, ", ")))
			}
		}
	}
	return out
}

// ageWords are those of a header whose numbers are ages.
var ageWords = []string{"usia", "umur", "age"}

// ageClasses are lower limits of classes of ages: of ten years, or of five where all are
// within twenty.
func ageClasses(c columns.Column) []string {
	least, most := math.MaxInt, 0
	for _, v := range c.Values {
		n, err := strconv.Atoi(strings.TrimSpace(v.Text))
		if err != nil || n < 5 || n > 110 { // a text, or no age
			return nil
		}
		least, most = min(least, n), max(most, n)
	}
	width := 10
	if most-least <= 20 {
		width = 5
	}
	var out []string
	for limit := (least/width + 1) * width; limit <= most; limit += width {
		out = append(out, strconv.Itoa(limit))
	}
	return out
}

// nameOf is how a study names a column that is no item.
func (p *plan) nameOf(c columns.Column) string {
	if cols, _ := p.finder.Find(c.Header); len(cols) == 1 && cols[0] == c.Index {
		return c.Header
	}
	return sheet.Letter(c.Index)
}
