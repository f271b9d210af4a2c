package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"wogreport/internal/build"
	"wogreport/internal/diag"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// fileArgs accepts the names of files that are dropped on the program, and
// refuses what is more likely a misspelt command.
func fileArgs(c *cobra.Command, args []string) error {
	for _, a := range args {
		if _, err := os.Stat(a); err != nil && !studyFile(a) && !sheet.Named(a) {
			return fmt.Errorf("unknown command %q for %q", a, c.CommandPath())
		}
	}
	return nil
}

func studyFile(path string) bool {
	return slices.Contains([]string{".yaml", ".yml"}, strings.ToLower(filepath.Ext(path)))
}

// open does what a person means who drops files on the program: it builds the
// study, and drafts one first where there is none. The report goes beside the
// study, wherever the program was started.
func open(files []string, stdout, stderr io.Writer) error {
	var ds diag.List
	for _, f := range files {
		if _, err := os.Stat(f); err != nil {
			ds.AddFileError(diag.Pos{File: f}, f, err)
		}
	}
	if len(ds) > 0 {
		ds.Fprint(stderr)
		return errReported
	}
	path := files[0]
	if !studyFile(path) {
		var err error
		if path, err = studyFor(files, stdout, stderr); err != nil {
			return err
		}
	}
	if err := askAssumed(path, answers(), stdout); err != nil {
		return err
	}
	out := filepath.Join(filepath.Dir(path), "out")
	o := buildOptions{dir: out, workers: runtime.GOMAXPROCS(0)}
	l := loadFor(path, study.Access{}, &o, stdout)
	if l.input != nil && l.input.Study.Kind == "evaluation" && l.input.Study.Responses.Cohort != "" { // an agency owes a report for each cohort
		o.by = cohortColumn
	}
	if o.by != "" {
		if err := buildCohorts(l, o, stdout, stderr); err != nil {
			fmt.Fprintf(stderr, "not every cohort has a report: correct the above in %s or in the answers, then drop the file again\n", path)
			return err
		}
		fmt.Fprintf(stdout, "the reports are in the folder %s; %s there lists and opens them\n", out, build.IndexPage)
		return nil
	}
	if err := buildStudy(l, o, stdout, stderr); err != nil {
		fmt.Fprintf(stderr, "there is no report yet: correct the above in %s or in the answers, then drop the file again\n", path)
		return err
	}
	fmt.Fprintf(stdout, "the report is in the folder %s\n", out)
	return nil
}

// studyFor is the study of dropped answers: study.yaml beside them when it
// names them, or one that has their name, or a new draft.
func studyFor(files []string, stdout, stderr io.Writer) (string, error) {
	dir := filepath.Dir(files[0])
	base := filepath.Base(files[0])
	own := filepath.Join(dir, strings.TrimSuffix(base, filepath.Ext(base))+".yaml")
	usual := filepath.Join(dir, "study.yaml")
	for _, path := range []string{usual, own} {
		if st, _ := study.Load(path); st != nil && names(st, files) {
			fmt.Fprintf(stdout, "using the study file %s\n", path)
			return path, nil
		}
	}
	path := usual
	if _, err := os.Lstat(usual); err == nil { // of other answers
		path = own
	}
	// What is wrong with the answers is said again by the build.
	var said bytes.Buffer
	path, err := initStudy(files, initOptions{out: path, builds: true}, stdout, &said)
	if err != nil {
		said.WriteTo(stderr)
	} else {
		fmt.Fprintf(stdout, "there was no study file for these answers, so this is a first one: look through it, correct what was assumed, and drop the answers again\n")
	}
	return path, err
}

// names reports whether a study reads the files.
func names(st *study.Study, files []string) bool {
	return !slices.ContainsFunc(files, func(file string) bool {
		return !slices.ContainsFunc(st.Responses.Files, func(own string) bool {
			a, err1 := os.Stat(st.Path(own))
			b, err2 := os.Stat(file)
			return err1 == nil && err2 == nil && os.SameFile(a, b)
		})
	})
}
