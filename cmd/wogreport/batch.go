package main

import (
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

	"wogreport/internal/batch"
	"wogreport/internal/build"
	"wogreport/internal/diag"
	"wogreport/internal/manifest"
	"wogreport/internal/outdir"
)

// cohortColumn is what --by without a value stands for.
const cohortColumn = "responses.cohort"

// byCohort is a run that writes a report for each cohort.
type byCohort struct {
	input   *build.Input
	cohorts *build.Cohorts
	dir     string
	jobs    []batch.Job // parallel to the cohorts
	check   bool        // hold the reports to the rules of PDF/UA and PDF/A
}

// splitStudy splits a study that was read by cohort; nil where it cannot.
func splitStudy(in *build.Input, o buildOptions) (*byCohort, diag.List) {
	opt := build.CohortOptions{Formats: o.outputs}
	if o.by != cohortColumn {
		opt.Column, opt.At = o.by, diag.Pos{File: "--by"}
	}
	c, ds := in.Cohorts(opt)
	if c == nil {
		return nil, ds
	}
	b := &byCohort{input: in, cohorts: c, dir: o.dir, check: o.check}
	for _, name := range append(build.Beside(), manifest.Name) {
		b.protect(name, &ds)
	}
	var names []string
	for _, each := range c.Each {
		names = append(names, each.Name)
	}
	for i, folder := range outdir.Names(names, append(c.Reserved(), manifest.Name)) {
		b.jobs = append(b.jobs, batch.Job{Cohort: names[i], Folder: folder})
	}
	return b, ds
}

// protect reports an output that would take the place of a file that the study reads.
func (b *byCohort) protect(name string, ds *diag.List) {
	if path := filepath.Join(b.dir, name); b.input.Reads(path) {
		ds.Errorf(diag.Pos{File: path}, "would-replace", "the study reads this file, and an output would replace it")
		ds.Hintf("write into another folder (-o)")
	}
}

// plan is what the batch is told of a cohort.
func (b *byCohort) plan(i int) batch.Plan {
	p := b.cohorts.Plan(i)
	out := batch.Plan{Problems: p.Problems, Withheld: p.Withheld, Fingerprint: p.Fingerprint}
	if p.Make == nil {
		return out
	}
	out.Make = func() ([]outdir.File, diag.List) {
		outputs, ds := p.Make()
		if b.check && !ds.HasErrors() {
			ds.Add(rulesOf(outputs, b.input.Study)...)
		}
		var files []outdir.File
		for _, f := range outputs {
			b.protect(filepath.Join(b.jobs[i].Folder, f.Name), &ds)
			files = append(files, outdir.File{Name: f.Name, Write: f.Write})
		}
		return files, ds
	}
	return out
}

// buildCohorts writes a report for each cohort.
func buildCohorts(l loaded, o buildOptions, stdout, stderr io.Writer) error {
	start := time.Now()
	var b *byCohort
	in, ds, path := l.input, l.diags, l.path
	if in != nil {
		if b, ds = splitStudy(in, o); b != nil && !ds.HasErrors() {
			ds.Add(besideAll(in, b.cohorts.Column, o.dir)...)
		}
	}
	show := newProgress(o, stdout, stderr)
	if ds.HasErrors() || b == nil {
		show.problems(ds)
		show.fatal(fmt.Sprintf("%s; nothing was written", count(ds)))
		return errReported
	}
	sums, err := b.cohorts.Checksums()
	if err != nil {
		show.fatal(fmt.Sprintf("%v; nothing was written", err))
		return errReported
	}
	ctx, stop := interruptible()
	defer stop()

	show.start(len(b.jobs))
	run := cohortRun{byCohort: b, warnings: ds, seen: map[diag.Diagnostic]bool{}, reports: build.Reports{Folders: make([]string, len(b.jobs))}}
	sum, err := batch.Run(ctx, o.dir, b.jobs, batch.Options{
		Workers: o.workers, Force: o.force,
		Program: "wogreport " + version, Study: filepath.Base(path), By: b.cohorts.Column, Inputs: sums,
		Plan: b.plan,
		Report: func(out batch.Outcome) {
			show.outcome(out)
			run.add(out)
		},
		After: run.beside,
		Now:   time.Now,
	})
	show.end()
	if err != nil && sum.Begun() == 0 { // the folder could not be used
		return ioError{err}
	}
	show.problems(run.warnings)
	inOrder(run.failed)
	for _, f := range run.failed {
		show.failure(f)
	}
	show.summary(sum, b.cohorts.Study.Privacy.MinGroup, time.Since(start))
	if err != nil {
		return ioError{err}
	}
	if sum.Failed > 0 || sum.Stopped || run.warnings.HasErrors() {
		return errReported
	}
	return nil
}

// cohortRun is what a run by cohort has come to so far.
type cohortRun struct {
	*byCohort
	reports  build.Reports
	failed   []batch.Outcome
	warnings diag.List
	seen     map[diag.Diagnostic]bool // of warnings, most of which are the same in every report
}

// add takes the outcome of a cohort.
func (r *cohortRun) add(out batch.Outcome) {
	switch out.Status {
	case batch.Failed:
		r.failed = append(r.failed, out)
		return
	case batch.Withheld:
		r.reports.Withheld++
	default:
		r.reports.Folders[out.Index] = out.Folder
	}
	r.warn(out.Problems)
}

func (r *cohortRun) warn(ds diag.List) {
	for _, d := range ds {
		if !r.seen[d] {
			r.seen[d] = true
			r.warnings.Add(d)
		}
	}
}

// beside writes the list of reports and their comparison.
func (r *cohortRun) beside(put func(outdir.File) error) error {
	inOrder(r.failed)
	for _, f := range r.failed {
		r.reports.Failed = append(r.reports.Failed, f.Cohort)
	}
	outputs, ds, err := r.cohorts.Beside(r.reports)
	r.warn(ds)
	for _, f := range outputs {
		if r.check {
			if ds := rulesOf([]build.Output{f}, r.input.Study); len(ds) > 0 {
				r.warn(ds)
				continue
			}
		}
		if err := put(outdir.File{Name: f.Name, Write: f.Write}); err != nil {
			return err
		}
	}
	return err
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

// looksLikeColumn tells the value of --by COLUMN, with a blank between, from
// the study file.
func looksLikeColumn(arg string) bool {
	if studyFile(arg) {
		return false
	}
	_, err := os.Stat(arg)
	return err != nil && !strings.ContainsRune(arg, filepath.Separator)
}
