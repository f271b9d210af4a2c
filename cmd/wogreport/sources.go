package main

import (
	"os"
	"slices"

	"wogreport/internal/diag"
	"wogreport/internal/study"
)

// sources are the files that a study reads. No output may take the place of one.
type sources []os.FileInfo

// sourcesOf finds the files of a study: its own, the answers, what is known of
// cohorts, and what the words of its report come from.
func sourcesOf(st *study.Study) sources {
	var out sources
	for _, name := range slices.Concat(st.Responses.Files, st.InputFiles(), []string{st.CohortFile}) {
		if name == "" {
			continue
		}
		if info, err := os.Stat(st.Path(name)); err == nil {
			out = append(out, info)
		}
	}
	if info, err := os.Stat(st.File); err == nil {
		out = append(out, info)
	}
	return out
}

// hold reports whether a file is one of them, under whatever name.
func (s sources) hold(name string) bool {
	info, err := os.Stat(name)
	return err == nil && slices.ContainsFunc(s, func(own os.FileInfo) bool { return os.SameFile(own, info) })
}

// protect reports an output that would take a source's place.
func (s sources) protect(output string, ds *diag.List) {
	if s.hold(output) {
		ds.Errorf(diag.Pos{File: output}, "would-replace", "the study reads this file, and an output would replace it")
		ds.Hintf("write into another folder (-o)")
	}
}
