package batch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"wogreport/internal/diag"
	"wogreport/internal/outdir"
)

// job is what a test lets a cohort come to.
type job struct {
	cohort, fingerprint, text string
	broken, small, panics     bool
	write                     error
}

// runJobs makes the reports of jobs and says what became of each, in their order.
func runJobs(t *testing.T, ctx context.Context, dir string, opt Options, jobs ...job) (Summary, string) {
	t.Helper()
	var list []Job
	for _, j := range jobs {
		list = append(list, Job{Cohort: j.cohort, Folder: "f-" + j.cohort})
	}
	opt.Now = time.Now
	opt.Plan = func(i int) Plan {
		j := jobs[i]
		p := Plan{Fingerprint: j.fingerprint, Withheld: j.small}
		if j.broken {
			p.Problems.Errorf(diag.Pos{}, "broken", "broken")
		}
		p.Make = func() ([]outdir.File, diag.List) {
			if j.panics {
				panic("a mistake")
			}
			return []outdir.File{{Name: "x.pdf", Write: func(w io.Writer) error {
				if _, err := io.WriteString(w, j.text); err != nil {
					return err
				}
				return j.write
			}}}, nil
		}
		return p
	}
	said := make([]string, len(jobs))
	opt.Report = func(o Outcome) {
		said[o.Index] = o.Cohort + " " + string(o.Status)
		for _, d := range o.Problems {
			said[o.Index] += " [" + d.Code + "]"
		}
		if o.Err != nil {
			said[o.Index] += " " + o.Err.Error()
		}
	}
	sum, err := Run(ctx, dir, list, opt)
	if err != nil {
		t.Fatal(err)
	}
	return sum, strings.Join(said, "; ")
}

func holds(t *testing.T, dir, cohort, want string) {
	t.Helper()
	if b, err := os.ReadFile(filepath.Join(dir, "f-"+cohort, "x.pdf")); string(b) != want || want != "" && err != nil {
		t.Errorf("the report of %s is %q, %v, want %q", cohort, b, err, want)
	}
}

// TestIsolation: what one cohort comes to touches no other, and is tried
// again when the others are up to date.
func TestIsolation(t *testing.T) {
	dir := t.TempDir()
	ctx := context.Background()
	a := job{cohort: "a", fingerprint: "1", text: "A"}
	b := job{cohort: "b", fingerprint: "1", text: "B"}
	denied := job{cohort: "d", fingerprint: "1", text: "D", write: os.ErrPermission}
	for _, c := range []struct {
		name string
		opt  Options
		jobs []job
		want string
		sum  string
	}{
		{"at first", Options{Workers: 3}, []job{a, {cohort: "x", broken: true}, {cohort: "y", small: true}, {cohort: "z", fingerprint: "1", panics: true}, denied, b},
			"a done; x failed [broken]; y withheld; z failed [internal]; d failed cannot write x.pdf: permission denied; if it is open in a viewer, close x.pdf and run again; b done", "{2 0 3 1 false false []}"},
		{"again", Options{Workers: 1}, []job{b, {cohort: "x", fingerprint: "1", text: "X"}, a}, "b skipped; x done; a skipped", "{1 2 0 0 false false []}"},
		{"changed", Options{}, []job{{cohort: "a", fingerprint: "2", text: "A2"}, b}, "a done; b skipped", "{1 1 0 0 false false [f-x]}"},
		{"broken later", Options{}, []job{{cohort: "a", broken: true}, {cohort: "b", small: true}}, "a failed [broken]; b withheld", "{0 0 1 1 false false [f-b f-x]}"},
		{"whole again", Options{}, []job{{cohort: "a", fingerprint: "2", text: "A2"}, b}, "a skipped; b done", "{1 1 0 0 false false [f-x]}"},
		{"by force", Options{Force: true}, []job{a}, "a done", "{1 0 0 0 false false [f-b f-x]}"},
	} {
		sum, said := runJobs(t, ctx, dir, c.opt, c.jobs...)
		if said != c.want || fmt.Sprint(sum) != c.sum {
			t.Errorf("%s: %s %v, want %s %s", c.name, said, sum, c.want, c.sum)
		}
	}
	holds(t, dir, "a", "A")
	holds(t, dir, "b", "B")
	holds(t, dir, "d", "")
}

// TestDiskFull ends the run, since the others would fail as well; what stands
// stands, and the same run goes on later.
func TestDiskFull(t *testing.T) {
	dir := t.TempDir()
	jobs := []job{{cohort: "a", fingerprint: "1", text: "A"}, {cohort: "b", fingerprint: "1", text: "B", write: &os.PathError{Err: syscall.ENOSPC}}}
	for i := range 50 {
		jobs = append(jobs, job{cohort: fmt.Sprint(i), fingerprint: "1", text: "T"})
	}
	sum, said := runJobs(t, context.Background(), dir, Options{Workers: 1}, jobs...)
	if !sum.Stopped || sum.Failed != 1 || sum.Done > 3 || !strings.HasPrefix(said, "a done; b failed cannot write x.pdf: the disk is full;") {
		t.Errorf("%+v %s", sum, said)
	}
	holds(t, dir, "a", "A")
	holds(t, dir, "b", "")
	jobs[1].write = nil
	if sum, _ = runJobs(t, context.Background(), dir, Options{Workers: 4}, jobs...); sum.Skipped < 1 || sum.Done+sum.Skipped != len(jobs) {
		t.Errorf("again: %+v", sum)
	}
	holds(t, dir, "b", "B")
}

// TestStop: a run that is told to stop ends the reports it has begun, no more.
func TestStop(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	var jobs []job
	for i := range 100 {
		jobs = append(jobs, job{cohort: fmt.Sprint(i), fingerprint: "1", text: "T"})
	}
	var n atomic.Int32
	opt := Options{Workers: 4, Report: func(Outcome) {}, Now: func() time.Time {
		if n.Add(1) == 10 {
			stop()
		}
		return time.Time{}
	}}
	opt.Plan = func(i int) Plan {
		return Plan{Fingerprint: "1", Make: func() ([]outdir.File, diag.List) {
			return []outdir.File{{Name: "x", Write: func(io.Writer) error { return nil }}}, nil
		}}
	}
	var list []Job
	for _, j := range jobs {
		list = append(list, Job{j.cohort, j.cohort})
	}
	dir := t.TempDir()
	sum, err := Run(ctx, dir, list, opt)
	if err != nil || !sum.Stopped || sum.Done < 10 || sum.Done > 20 {
		t.Errorf("%+v, %v", sum, err)
	}
	// A folder that is busy is an error of the whole.
	b, err := outdir.OpenBatch(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if _, err := Run(context.Background(), dir, list, opt); !errors.Is(err, outdir.ErrBusy) {
		t.Errorf("a second run: %v", err)
	}
}
