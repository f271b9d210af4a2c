// Package batch owns the making of many reports in one run: which are up to
// date, which are made now and by how many at once, and what stands when a run
// is killed. It knows nothing of what a report holds: Plan hands that in. Run
// is the one way in; folders of reports and a manifest are what it leaves.
package batch

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"sync"
	"syscall"
	"time"

	"wogreport/internal/diag"
	"wogreport/internal/manifest"
	"wogreport/internal/outdir"
)

// Job is one report to make: a cohort's, into a folder of its own.
type Job struct{ Cohort, Folder string }

// Plan is what is known of a report before it is made.
type Plan struct {
	Problems    diag.List // of the cohort; with errors among them there is no report
	Withheld    bool      // the cohort is too small for a report
	Fingerprint string    // of all that the report follows from
	// Make makes the report, or says what is wrong.
	Make func() ([]outdir.File, diag.List)
}

// Options of Run.
type Options struct {
	Workers int  // how many reports are made at once
	Force   bool // also those that are up to date
	Program string
	Study   string
	By      string
	Inputs  map[string]string
	// Plan looks at the i-th job. It is called from several goroutines.
	Plan func(i int) Plan
	// Report is told what became of each job, one after the other, in the order
	// in which they end.
	Report func(Outcome)
	// After, where it is not nil, makes what stands beside the reports, when all
	// of them are done with.
	After func(put func(outdir.File) error) error
	Now   func() time.Time
}

// Status is what a run did about a report.
type Status string

// The statuses.
const (
	Done     Status = "done"
	Skipped  Status = "skipped" // it is up to date
	Failed   Status = "failed"
	Withheld Status = "withheld"
)

// Outcome is what became of a job.
type Outcome struct {
	Job
	Index    int // of the job
	Status   Status
	Problems diag.List
	Err      error // of writing
	Elapsed  time.Duration
}

// Summary is what a run came to.
type Summary struct {
	Done, Skipped, Failed, Withheld int
	Stopped                         bool     // before it came to every job
	Damaged                         bool     // there was a manifest that could not be read
	Stale                           []string // folders whose report is of an earlier run and no cohort's now
}

// Begun is how many jobs the run came to.
func (s Summary) Begun() int { return s.Done + s.Skipped + s.Failed + s.Withheld }

// Run makes the reports of jobs in the folder dir. What one job comes to
// touches no other. An error is of the folder as a whole.
func Run(ctx context.Context, dir string, jobs []Job, opt Options) (sum Summary, err error) {
	out, err := outdir.OpenBatch(dir)
	if err != nil {
		return sum, err
	}
	defer out.Close()
	m, damaged, err := manifest.Open(out.Folder)
	if err != nil {
		return sum, err
	}
	defer m.Close()
	sum.Damaged = damaged
	r := &run{out: out, manifest: m, jobs: jobs, opt: opt}
	sum.Stale = r.stale()

	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	outcomes := r.start(ctx)
	var unnoted error // that a report stands
	for o := range outcomes {
		switch o.Status {
		case Done:
			sum.Done++
		case Skipped:
			sum.Skipped++
		case Failed:
			sum.Failed++
		case Withheld:
			sum.Withheld++
			if r, _ := m.Find(o.Cohort); len(r.Files) > 0 {
				sum.Stale = append(sum.Stale, r.Folder)
			}
		}
		if errors.Is(o.Err, syscall.ENOSPC) {
			stop(o.Err) // the others would fail as well
		}
		if o.Err != nil && o.Status != Failed && unnoted == nil {
			unnoted = fmt.Errorf("what became of a report could not be noted at once: %w", o.Err)
		}
		opt.Report(o)
	}
	slices.Sort(sum.Stale)
	sum.Stopped = sum.Begun() < len(jobs)
	if opt.After != nil && !sum.Stopped {
		err = opt.After(out.PutFile)
	}
	m.Program, m.Study, m.By, m.Inputs = opt.Program, opt.Study, opt.By, opt.Inputs
	var order []string
	for _, j := range jobs {
		order = append(order, j.Cohort)
	}
	return sum, errors.Join(err, unnoted, m.Save(order))
}

type run struct {
	out      *outdir.Batch
	manifest *manifest.Manifest
	jobs     []Job
	opt      Options
}

// stale lists the folders whose report stands and is no cohort's of this run,
// and notes so of cohorts that are gone.
func (r *run) stale() []string {
	now := map[string]string{}
	for _, j := range r.jobs {
		now[j.Cohort] = j.Folder
	}
	var out []string
	for _, old := range r.manifest.Standing() {
		folder, ok := now[old.Cohort]
		if !ok {
			r.manifest.SetGone(old.Cohort)
		}
		if folder != old.Folder {
			out = append(out, old.Folder)
		}
	}
	return out
}

// start hands the jobs to the workers, until the context ends.
func (r *run) start(ctx context.Context) <-chan Outcome {
	next, outcomes := make(chan int), make(chan Outcome)
	go func() {
		defer close(next)
		for i := range r.jobs {
			select {
			case next <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	var workers sync.WaitGroup
	for range max(1, r.opt.Workers) {
		workers.Go(func() {
			for i := range next {
				if ctx.Err() != nil {
					return
				}
				outcomes <- r.do(i)
			}
		})
	}
	go func() {
		workers.Wait()
		close(outcomes)
	}()
	return outcomes
}

// do does one job. A panic on the way is the job's failure alone.
func (r *run) do(i int) (o Outcome) {
	job := r.jobs[i]
	start := time.Now()
	o = Outcome{Job: job, Index: i, Status: Failed}
	old, _ := r.manifest.Find(job.Cohort)
	defer func() {
		if p := recover(); p != nil {
			o.Problems.Internal(p)
			o.Status = Failed
		}
		o.Elapsed = time.Since(start)
		if o.Status == Failed {
			old.Cohort, old.Status = job.Cohort, manifest.Failed // what stands stays
			o.Err = errors.Join(o.Err, r.manifest.Record(old))
		}
	}()
	plan := r.opt.Plan(i)
	o.Problems = plan.Problems
	switch {
	case plan.Withheld:
		o.Status = Withheld
		o.Problems = nil
		o.Err = r.manifest.Record(manifest.Report{Cohort: job.Cohort, Folder: old.Folder, Status: manifest.Withheld, Files: old.Files, Time: old.Time})
		return o
	case plan.Problems.HasErrors():
		return o
	}
	if held, err := r.holds(old, job, plan.Fingerprint); err != nil {
		o.Err = err
		return o
	} else if held && !r.opt.Force {
		o.Status = Skipped
		if old.Status != manifest.Done {
			old.Status = manifest.Done
			o.Err = r.manifest.Record(old)
		}
		return o
	}
	files, problems := plan.Make()
	o.Problems.Add(problems...)
	if problems.HasErrors() {
		return o
	}
	var own []string
	if old.Folder == job.Folder {
		for name := range old.Files {
			own = append(own, name)
		}
	}
	sums, err := r.out.Put(job.Folder, files, own)
	if err != nil {
		o.Err = err
		return o
	}
	now := r.opt.Now().UTC().Truncate(time.Second)
	o.Status = Done
	o.Err = r.manifest.Record(manifest.Report{Cohort: job.Cohort, Folder: job.Folder, Status: manifest.Done, Fingerprint: plan.Fingerprint, Files: sums, Time: &now})
	return o
}

// holds reports whether a report stands that was made from the same, and is as
// it was made.
func (r *run) holds(old manifest.Report, job Job, fingerprint string) (bool, error) {
	if old.Fingerprint != fingerprint || old.Folder != job.Folder || len(old.Files) == 0 {
		return false, nil
	}
	for name, sum := range old.Files {
		if there, err := r.out.Sum(path.Join(job.Folder, name)); err != nil || there != sum {
			return false, err
		}
	}
	return true, nil
}
