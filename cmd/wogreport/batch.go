package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"wogreport/internal/analysis"
	"wogreport/internal/batch"
	"wogreport/internal/cohorts"
	"wogreport/internal/compare"
	"wogreport/internal/diag"
	"wogreport/internal/manifest"
	"wogreport/internal/outdir"
	"wogreport/internal/responses"
	"wogreport/internal/results"
	"wogreport/internal/study"
)

// cohortColumn is what --by without a value stands for.
const cohortColumn = "responses.cohort"

// byCohort is a study that is built once for each cohort.
type byCohort struct {
	study   *study.Study
	column  string
	outputs []string
	cohorts []study.Cohort     // what is known of each, in the order of the reports
	answers []responses.Cohort // parallel to cohorts; a table goes when its report is made
	basis   *basis
	sources sources

	// What the comparison needs of each, parallel to cohorts; nil without a report.
	results []*compare.Summary
}

// buildBy builds a report for each cohort.
func buildBy(path string, o buildOptions, stdout, stderr io.Writer) error {
	start := time.Now()
	b, ds := splitStudy(path, o)
	show := newProgress(o, stdout, stderr)
	if ds.HasErrors() || b == nil {
		show.problems(ds)
		show.fatal(fmt.Sprintf("%s; nothing was written", count(ds)))
		return errReported
	}
	ctx, stop := interruptible()
	defer stop()

	jobs := b.jobs()
	show.start(len(jobs))
	var failed []batch.Outcome
	warnings := ds
	seen := map[diag.Diagnostic]bool{}
	stands := make([]bool, len(jobs))
	var withheld int
	sum, err := batch.Run(ctx, o.dir, jobs, batch.Options{
		Workers: o.workers, Force: o.force,
		Program: "wogreport " + version, Study: filepath.Base(path), By: b.column, Inputs: b.inputs(),
		Plan: b.plan(o.dir),
		Report: func(out batch.Outcome) {
			show.outcome(out)
			switch out.Status {
			case batch.Failed:
				failed = append(failed, out)
				return
			case batch.Withheld:
				withheld++
			default:
				stands[out.Index] = true
			}
			for _, d := range out.Problems { // most are the same in every report
				if !seen[d] {
					seen[d] = true
					warnings.Add(d)
				}
			}
		},
		After: func(put func(outdir.File) error) error {
			inOrder(failed)
			var names []string
			for _, f := range failed {
				names = append(names, f.Cohort)
			}
			ds, err := b.beside(jobs, stands, withheld, names, put)
			warnings.Add(ds...)
			return err
		},
		Now: time.Now,
	})
	show.end()
	if err != nil && sum.Begun() == 0 { // the folder could not be used
		return ioError{err}
	}
	show.problems(warnings)
	inOrder(failed)
	for _, f := range failed {
		show.failure(f)
	}
	show.summary(sum, b.study.Privacy.MinGroup, time.Since(start))
	if err != nil {
		return ioError{err}
	}
	if sum.Failed > 0 || sum.Stopped || warnings.HasErrors() {
		return errReported
	}
	return nil
}

// inOrder puts outcomes into the order of the reports.
func inOrder(o []batch.Outcome) {
	slices.SortFunc(o, func(x, y batch.Outcome) int { return x.Index - y.Index })
}

// interruptible is a context that ends when the user wants to stop. A second
// time stops the program at once.
func interruptible() (context.Context, func()) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// splitStudy reads a study and its answers and splits them.
func splitStudy(path string, o buildOptions) (*byCohort, diag.List) {
	st, ds := load(path)
	if st == nil || !readable(st) {
		return nil, ds
	}
	column, at := o.by, diag.Pos{File: "--by"}
	if column == cohortColumn {
		column, at = st.Responses.Cohort, st.At("responses.cohort")
	}
	if column == "" {
		ds.Errorf(st.At("responses"), "no-cohorts", "--by names no column, and the study has no responses.cohort either")
		ds.Hintf("name the column that tells the cohorts: --by=Angkatan, or  responses: {…, cohort: Angkatan}")
		return nil, ds
	}
	known, l := cohorts.Read(st)
	ds.Add(l...)
	split, l := responses.ReadBy(st, column, at)
	ds.Add(l...)
	var names []string
	for _, c := range split.Each {
		names = append(names, c.Name)
	}
	own, l := cohorts.Match(known, names, st.At("cohorts"))
	if !ds.HasErrors() { // else the names may be wrong altogether
		ds.Add(l...)
	}
	if st.Workbook.Answers {
		st.Workbook.Answers = false
		ds.Warnf(st.At("workbook.answers"), "no-answers-by-cohort", "workbook.answers has no effect on reports by cohort: they never hold the coded answers")
	}
	b := &byCohort{study: st, column: column, outputs: o.outputs, results: make([]*compare.Summary, len(names)), sources: sourcesOf(st)}
	if len(b.outputs) == 0 {
		b.outputs = st.Outputs
	}
	for _, i := range order(known, names) {
		b.cohorts = append(b.cohorts, own[i])
		b.answers = append(b.answers, split.Each[i])
	}
	b.basis = newBasis(st, b.outputs, &ds)
	for _, name := range []string{manifest.Name, indexPage, indexWorkbook, comparisonName} {
		b.sources.protect(filepath.Join(o.dir, name), &ds)
	}
	return b, ds
}

// order is the indexes of names: first those that are listed, in the order of
// the list, then the others.
func order(known []study.Cohort, names []string) []int {
	place := map[string]int{}
	for i, c := range known {
		place[c.Name] = i + 1
	}
	out := make([]int, len(names))
	for i := range out {
		out[i] = i
	}
	rank := func(i int) int {
		if p := place[names[i]]; p > 0 {
			return p
		}
		return len(known) + 1
	}
	slices.SortStableFunc(out, func(i, j int) int { return rank(i) - rank(j) })
	return out
}

// jobs names a folder for each cohort.
func (b *byCohort) jobs() []batch.Job {
	var names []string
	for _, c := range b.cohorts {
		names = append(names, c.Name)
	}
	reserved := []string{manifest.Name, "results.json", "figures", b.study.Name + ".pdf", b.study.Name + ".xlsx"}
	for _, name := range []string{"index", "comparison"} {
		for _, ext := range []string{"html", "xlsx", "pdf", "json"} {
			reserved = append(reserved, name+"."+ext)
		}
	}
	folders := outdir.Names(names, reserved)
	jobs := make([]batch.Job, len(names))
	for i := range jobs {
		jobs[i] = batch.Job{Cohort: names[i], Folder: folders[i]}
	}
	return jobs
}

// plan looks at a cohort: whether it has a report, and what that follows from.
func (b *byCohort) plan(dir string) func(i int) batch.Plan {
	jobs := b.jobs()
	return func(i int) batch.Plan {
		own, c := b.study.ForCohort(b.cohorts[i]), &b.answers[i]
		table := c.Table
		c.Table = nil
		p := batch.Plan{Problems: slices.Concat(b.cohorts[i].Problems, c.Problems)}
		if !p.Problems.HasErrors() {
			checkPopulation(own, table, &p.Problems)
		}
		// A file that could not be read has no rows; that is no small cohort.
		if small := b.study.Privacy.MinGroup; table.Answered() < small && (table.N > 0 || !p.Problems.HasErrors()) {
			p.Withheld = !p.Problems.HasErrors() || table.N < small
		}
		if p.Withheld || p.Problems.HasErrors() {
			return p
		}
		made := &built{study: own, table: table, results: analysis.Run(own, table)}
		var numbers bytes.Buffer
		if err := results.Encode(&numbers, made.results); err != nil {
			panic(err) // into memory it cannot fail
		}
		made.json = numbers.Bytes()
		kept := compare.Of(own, made.results)
		b.results[i] = &kept
		p.Basis = b.basis.of(b.cohorts[i], made.json, made.comments())
		p.Make = func() ([]outdir.File, diag.List) {
			ds := made.compose()
			if ds.HasErrors() {
				return nil, ds
			}
			var files []outdir.File
			for _, f := range made.outputs(b.outputs) {
				b.sources.protect(filepath.Join(dir, jobs[i].Folder, f.name), &ds)
				files = append(files, outdir.File{Name: f.name, Write: f.write})
			}
			return files, ds
		}
		return p
	}
}

// inputs are the sums of the files that the run read. Where answers may be
// guessed and compared, as of a cohort too small to be shown, the sum of their
// file would prove the guess: it is left out.
func (b *byCohort) inputs() map[string]string {
	out := map[string]string{}
	files := b.study.InputFiles()
	for _, f := range append(files, b.study.CohortFile) {
		if f != "" {
			out[f] = outdir.SumFile(b.study.Path(f))
		}
	}
	out[filepath.Base(b.study.File)] = outdir.SumFile(b.study.File)
	if b.study.Privacy.MinCell > 0 {
		return out
	}
	for i, f := range b.study.Responses.Files {
		small := slices.ContainsFunc(b.answers, func(c responses.Cohort) bool {
			return c.File == i && c.Table.Answered() < b.study.Privacy.MinGroup
		})
		if !small {
			out[f] = outdir.SumFile(b.study.Path(f))
		}
	}
	return out
}

// looksLikeColumn tells the value of --by COLUMN, with a blank between, from
// the study file.
func looksLikeColumn(arg string) bool {
	if studyFile(arg) {
		return false
	}
	_, err := os.Stat(arg)
	return err != nil && !strings.ContainsRune(arg, filepath.Separator)
}
