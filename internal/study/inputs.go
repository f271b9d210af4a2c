package study

import (
	"os"
	"path/filepath"
	"slices"
)

// InputFiles are the files that the words of a report come from, as the study
// names them: sections, templates, the logo; each once. The answers and what is
// known of cohorts are not among them.
func (s *Study) InputFiles() []string {
	var out []string
	add := func(name string) {
		if name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	for _, section := range studySections() {
		for _, l := range s.Languages {
			add(s.Sections[section][l])
		}
	}
	if s.Templates != "" {
		entries, err := os.ReadDir(s.Path(s.Templates))
		if err == nil {
			for _, e := range entries {
				if !e.IsDir() && filepath.Ext(e.Name()) == ".md" {
					add(filepath.ToSlash(filepath.Join(s.Templates, e.Name())))
				}
			}
		}
	}
	add(s.Layout.Logo.File)
	return out
}
