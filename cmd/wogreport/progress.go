package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"wogreport/internal/batch"
	"wogreport/internal/diag"
)

// progress says how a run by cohort goes: with a bar on a terminal, a line for
// each report that it makes elsewhere, an event for each with --json, and with --quiet only
// what is wrong.
type progress struct {
	opt            buildOptions
	stdout, stderr io.Writer
	events         *json.Encoder
	bar            *progressbar.ProgressBar
	total, n       int
}

func newProgress(o buildOptions, stdout, stderr io.Writer) *progress {
	p := &progress{opt: o, stdout: stdout, stderr: stderr}
	if o.json {
		p.events = json.NewEncoder(stdout)
		p.events.SetEscapeHTML(false)
	}
	return p
}

// event is one line of --json. Fields that do not apply are left out.
type event struct {
	Event    string    `json:"event"` // start, report, problem, end
	Reports  *int      `json:"reports,omitempty"`
	Cohort   string    `json:"cohort,omitempty"`
	Folder   string    `json:"folder,omitempty"`
	Status   string    `json:"status,omitempty"`
	Error    string    `json:"error,omitempty"`
	Problems []problem `json:"problems,omitempty"`
	Done     *int      `json:"done,omitempty"`
	Skipped  *int      `json:"skipped,omitempty"`
	Failed   *int      `json:"failed,omitempty"`
	Withheld *int      `json:"withheld,omitempty"`
	Stopped  bool      `json:"stopped,omitempty"`
	Stale    []string  `json:"stale,omitempty"`
	Seconds  *float64  `json:"seconds,omitempty"`
}

// problem is a diagnostic in an event.
type problem struct {
	Place    string `json:"place"`
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
}

func problemsOf(ds diag.List) []problem {
	var out []problem
	for _, d := range ds.Sorted() {
		out = append(out, problem{d.Pos.String(), d.Severity.String(), d.Code, d.Message, d.Hint})
	}
	return out
}

// start begins with a number of reports.
func (p *progress) start(total int) {
	p.total = total
	switch f, ok := p.stderr.(*os.File); {
	case p.events != nil:
		p.events.Encode(event{Event: "start", Reports: &total})
	case p.opt.quiet:
	case ok && term.IsTerminal(int(f.Fd())):
		p.bar = progressbar.NewOptions(total,
			progressbar.OptionSetWriter(p.stderr), progressbar.OptionSetDescription("reports"),
			progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("reports"),
			progressbar.OptionSetPredictTime(true), progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionSetWidth(30), progressbar.OptionClearOnFinish())
	}
}

// outcome tells what became of one report.
func (p *progress) outcome(o batch.Outcome) {
	p.n++
	switch {
	case p.events != nil:
		seconds := o.Elapsed.Seconds()
		e := event{Event: "report", Cohort: o.Cohort, Folder: o.Folder, Status: string(o.Status), Problems: problemsOf(o.Problems), Seconds: &seconds}
		if o.Status == batch.Withheld {
			e.Folder, e.Seconds = "", nil
		}
		if o.Err != nil {
			e.Error = o.Err.Error()
		}
		p.events.Encode(e)
	case p.bar != nil:
		p.bar.Add(1)
	case !p.opt.quiet && o.Status != batch.Skipped:
		fmt.Fprintf(p.stderr, "[%d/%d] %s: %s\n", p.n, p.total, o.Cohort, p.words(o))
	}
}

// words says what became of a report.
func (p *progress) words(o batch.Outcome) string {
	folder := filepath.Join(p.opt.dir, o.Folder)
	switch o.Status {
	case batch.Done:
		return "wrote " + folder
	case batch.Withheld:
		return "no report, too few respondents"
	}
	if e, _ := o.Problems.Count(); e > 0 {
		return "failed, " + plural(e, "error")
	}
	return "failed"
}

// end takes the bar away.
func (p *progress) end() {
	if p.bar != nil {
		p.bar.Finish()
	}
}

// problems tells what is wrong with all reports alike.
func (p *progress) problems(ds diag.List) {
	switch {
	case p.events != nil:
		for _, d := range problemsOf(ds) {
			p.events.Encode(event{Event: "problem", Problems: []problem{d}})
		}
	case !p.opt.quiet || ds.HasErrors():
		ds.Fprint(p.stderr)
	default:
		var kept diag.List
		for _, d := range ds {
			if d.Code == keptCode {
				kept.Add(d)
			}
		}
		kept.Fprint(p.stderr)
	}
}

// keptCode is of the warning that is told with --quiet, too: a cohort that nothing
// is known of may be another's misspelt, and then two reports are wrong.
const keptCode = "unlisted-cohort"

// failure tells what is wrong with one report.
func (p *progress) failure(o batch.Outcome) {
	if p.events != nil { // told already
		return
	}
	fmt.Fprintf(p.stderr, "no report for %s:\n", o.Cohort)
	o.Problems.Fprint(p.stderr)
	if o.Err != nil {
		fmt.Fprintf(p.stderr, "%v\n", o.Err)
	}
}

// fatal ends a run that did not begin.
func (p *progress) fatal(text string) {
	if p.events != nil {
		zero := 0
		p.events.Encode(event{Event: "end", Done: &zero, Error: text})
		return
	}
	fmt.Fprintln(p.stderr, text)
}

// summary says what the run came to.
func (p *progress) summary(s batch.Summary, minGroup int, took time.Duration) {
	if p.events != nil {
		seconds := took.Seconds()
		p.events.Encode(event{Event: "end", Done: &s.Done, Skipped: &s.Skipped, Failed: &s.Failed, Withheld: &s.Withheld, Stopped: s.Stopped, Stale: s.Stale, Seconds: &seconds})
		return
	}
	if s.Damaged && !p.opt.quiet {
		fmt.Fprintf(p.stderr, "%s could not be read, so every report was made anew\n", filepath.Join(p.opt.dir, "manifest.json"))
	}
	for _, folder := range s.Stale {
		fmt.Fprintf(p.stderr, "%s is of an earlier run and no longer of a cohort that is reported; it was left as it is\n", filepath.Join(p.opt.dir, folder))
	}
	if s.Stopped {
		fmt.Fprintf(p.stderr, "stopped after %d of %s; the same command goes on from there\n", p.n, plural(p.total, "report"))
	}
	if p.opt.quiet {
		return
	}
	fmt.Fprintf(p.stdout, "%s: %s written, %d up to date, %d failed, %d withheld (%.2f s)\n", p.opt.dir, plural(s.Done, "report"), s.Skipped, s.Failed, s.Withheld, took.Seconds())
	if s.Withheld > 0 {
		fmt.Fprintf(p.stdout, "a report is withheld of a cohort with fewer than %d respondents (privacy.min_group)\n", minGroup)
	}
}
