package build

import (
	"os"
	"slices"
)

// Reads reports whether a file is one that the study reads, under whatever
// name: itself, the answers, what is known of cohorts, sections, templates,
// the logo or the Word template. No output may take its place.
func (in *Input) Reads(path string) bool {
	info, err := os.Stat(path)
	return err == nil && slices.ContainsFunc(in.sources(), func(own os.FileInfo) bool { return os.SameFile(own, info) })
}

// findSources finds the files that the study reads.
func (in *Input) findSources() []os.FileInfo {
	st := in.Study
	paths := []string{st.File}
	for _, name := range append(slices.Clone(st.Responses.Files), st.CohortFile) {
		if name != "" {
			paths = append(paths, st.Path(name))
		}
	}
	for _, i := range st.Inputs(in.Files) {
		paths = append(paths, st.Path(i.Name))
	}
	var out []os.FileInfo
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil {
			out = append(out, info)
		}
	}
	return out
}
