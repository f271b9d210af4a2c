// Package output is the table of the formats that a report is written in. What
// study.yaml and --outputs may ask for, the schema, the names of files and the
// names that no cohort's folder may have are all read from it. A new format is
// a row here and its writer in internal/build.
package output

import (
	"path"
	"slices"
	"strings"
)

// Format is one row.
type Format struct {
	Name      string // as study.yaml and --outputs have it
	pattern   string // the file in the report's folder, with slashes; * is the name of the study, or of the figure
	PerFigure bool   // a file for each figure
	Default   bool   // written where the study asks for nothing
	Numbers   bool   // it is made of the results: no text is composed for it
	index     int    // the index of reports links to the file with the lowest number; 0: to none
}

// Formats are the rows in the order in which messages list them.
var Formats = []Format{
	{Name: "pdf", pattern: "*.pdf", Default: true, index: 1},
	{Name: "docx", pattern: "*.docx", index: 2},
	{Name: "json", pattern: "results.json", Default: true, Numbers: true, index: 4},
	{Name: "svg", pattern: "figures/*.svg", PerFigure: true},
	{Name: "png", pattern: "figures/*.png", PerFigure: true},
	{Name: "xlsx", pattern: "*.xlsx", Numbers: true, index: 3},
}

// Names are the names of all formats.
func Names() []string {
	var out []string
	for _, f := range Formats {
		out = append(out, f.Name)
	}
	return out
}

// Defaults are the names of those that are written without being asked for.
func Defaults() []string {
	var out []string
	for _, f := range Formats {
		if f.Default {
			out = append(out, f.Name)
		}
	}
	return out
}

// Find is the format of a name.
func Find(name string) (Format, bool) {
	i := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return Formats[i], true
}

// Composed reports whether one of the named formats shows the text of the report.
func Composed(names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		f, ok := Find(name)
		return ok && !f.Numbers
	})
}

// File is the file's name for the name of a study or figure.
func (f Format) File(name string) string { return strings.Replace(f.pattern, "*", name, 1) }

// Whole are the files of a report that have a name of their own, all formats but
// those of single figures.
func Whole(study string) []string {
	var out []string
	for _, f := range Formats {
		if !f.PerFigure {
			out = append(out, f.File(study))
		}
	}
	return out
}

// Indexed is the file of a report that an index links to, among those of the
// given formats; without one it is results.json.
func Indexed(names []string, study string) string {
	best, _ := Find("json")
	for _, f := range Formats {
		if f.index > 0 && f.index < best.index && slices.Contains(names, f.Name) {
			best = f
		}
	}
	return best.File(study)
}

// Reserved are the names in a folder of reports, one folder for each cohort,
// that no cohort's folder may have: what a report of all answers is written
// as, and all that the extra files, by their names without suffixes, could be.
func Reserved(study string, extra ...string) []string {
	var out []string
	suffixes := []string{".html"}
	for _, f := range Formats {
		first, _, _ := strings.Cut(f.File(study), "/")
		if !slices.Contains(out, first) {
			out = append(out, first)
		}
		if !f.PerFigure {
			suffixes = append(suffixes, path.Ext(f.pattern))
		}
	}
	for _, name := range extra {
		for _, suffix := range suffixes {
			out = append(out, name+suffix)
		}
	}
	return out
}
