package main

import (
	"os"
	"path/filepath"
	"slices"

	"wogreport/internal/build"
	"wogreport/internal/diag"
	"wogreport/internal/manifest"
	"wogreport/internal/output"
)

// defaultFolder is where outputs go without -o.
const defaultFolder = "out"

// besideCohorts is what is wrong with a report of all answers beside the reports by
// cohort that stand where it goes, or where they go without -o.
func besideCohorts(in *build.Input, study, dir string) diag.List {
	var ds diag.List
	for _, folder := range outputFolders(dir) {
		if by := manifest.Standing(folder, filepath.Base(study)); by != "" {
			ds.Add(in.Together(by, "the reports by "+by+" in "+folder)...)
		}
	}
	return ds
}

// besideAll is what is wrong with reports by cohort beside a report of all answers.
func besideAll(in *build.Input, column, dir string) diag.List {
	var ds diag.List
	for _, folder := range outputFolders(dir) {
		for _, name := range output.Whole(in.Study.Name) {
			if _, err := os.Stat(filepath.Join(folder, name)); err == nil {
				ds.Add(in.Together(column, "the report of all answers, "+filepath.Join(folder, name)+",")...)
				break
			}
		}
	}
	return ds
}

// outputFolders are a folder of outputs and the one without -o.
func outputFolders(dir string) []string {
	return slices.Compact([]string{filepath.Clean(dir), defaultFolder})
}
