package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"wogreport/internal/build"
	"wogreport/internal/diag"
	"wogreport/internal/limits"
	"wogreport/internal/outdir"
	"wogreport/internal/output"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// buildOptions are the flags of build.
type buildOptions struct {
	dir     string
	outputs []string
	quiet   bool

	by      string // the column of the cohorts, "" for one report of all
	workers int
	force   bool
	json    bool
	check   bool // hold the reports to the rules of PDF/UA and PDF/A

	accept bool // go on with what the study leaves open under assumed
	access accessOptions
}

// accessOptions are the flags that say what may be read.
type accessOptions struct {
	contained bool
	limits    int
}

func (a *accessOptions) addFlags(c *cobra.Command) {
	c.Flags().BoolVar(&a.contained, "contained", false, "refuse files outside the study's folder, for a study that comes from others")
	addLimits(c, &a.limits)
}

func addLimits(c *cobra.Command, times *int) {
	c.Flags().IntVar(times, "limits", 1, "allow `n` times as large inputs as usual, for files that you trust")
}

func (a accessOptions) access() (study.Access, error) {
	l, err := limitsOf(a.limits)
	return study.Access{Limits: l, Contained: a.contained}, err
}

func limitsOf(times int) (limits.Limits, error) {
	if times < 1 || times > 1000 {
		return limits.Limits{}, fmt.Errorf("--limits takes a number from 1 to 1000")
	}
	return limits.Times(times), nil
}

func buildCommand() *cobra.Command {
	var o buildOptions
	c := &cobra.Command{
		Use:   "build [STUDY]",
		Short: "read a study and its answers and write the report",
		Long: `build reads STUDY (./study.yaml without it) and the answers it names, and writes
the report. On any problem it says all of them and writes nothing.

With --by it writes a report for each cohort, into a folder of its own. What is
wrong with one cohort leaves the others their reports. Reports that are up to
date are left as they are; stopped or killed, the same command goes on where it
was. A study that says  reports: by-cohort  needs no flag for it.

What a draft of the study could not tell stands in it under  assumed:  and stops
the build until it is settled; --accept goes on with it as it is.`,
		Args: func(c *cobra.Command, args []string) error {
			if o.by == cohortColumn { // the column may stand among them
				return takes("one study file at most", 0, 2)(c, args)
			}
			return takes("one study file at most", 0, 1)(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			if err := checkOutputs(o.outputs); err != nil {
				return err
			}
			if o.workers < 1 {
				return fmt.Errorf("-j takes a number from 1")
			}
			args, err := takeColumn(&o, args)
			if err != nil {
				return err
			}
			access, err := o.access.access()
			if err != nil {
				return err
			}
			if err := outdir.Recover(o.dir); err != nil {
				return ioError{err}
			}
			l := loadFor(studyArg(args), access, &o, c.OutOrStdout())
			if o.by == "" {
				for _, f := range []string{"force", "json", "jobs"} {
					if c.Flags().Changed(f) {
						return fmt.Errorf("--%s goes with --by", f)
					}
				}
				return buildStudy(l, o, c.OutOrStdout(), c.ErrOrStderr())
			}
			return buildCohorts(l, o, c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	f := c.Flags()
	f.StringVarP(&o.dir, "out", "o", defaultFolder, "`folder` to write into")
	f.StringSliceVar(&o.outputs, "outputs", nil, "what to write instead of what the study asks for: "+strings.Join(output.Names(), ","))
	f.BoolVarP(&o.quiet, "quiet", "q", false, "say nothing but errors, and with --by cohorts that are not listed")
	f.StringVar(&o.by, "by", "", "a report for each cohort, which this `column` of the answers names")
	f.Lookup("by").NoOptDefVal = cohortColumn
	f.IntVarP(&o.workers, "jobs", "j", runtime.GOMAXPROCS(0), "with --by: how many reports are made at once")
	f.BoolVar(&o.force, "force", false, "with --by: make reports that are up to date again")
	f.BoolVar(&o.accept, "accept", false, "go on with what the study leaves open under assumed; the report says so")
	f.BoolVar(&o.check, "check-pdf", false, "hold the reports to the rules of PDF/UA and PDF/A that they claim to keep, and write none that breaks one")
	o.access.addFlags(c)
	f.BoolVar(&o.json, "json", false, "with --by: tell what happens as JSON, an event a line")
	return c
}

// takeColumn takes the column of  --by COLUMN,  which the flags' parser knows
// only as  --by=COLUMN,  out of the arguments.
func takeColumn(o *buildOptions, args []string) ([]string, error) {
	if o.by != cohortColumn {
		return args, nil
	}
	var rest, columns []string
	for _, a := range args {
		if looksLikeColumn(a) {
			columns = append(columns, a)
		} else {
			rest = append(rest, a)
		}
	}
	switch {
	case len(columns) == 1:
		o.by = columns[0]
	case len(columns)+len(rest) > 1:
		return nil, fmt.Errorf("--by takes one column and build one study file: write --by=COLUMN, in quotes where it has blanks")
	}
	return rest, nil
}

func checkOutputs(names []string) error {
	known := output.Names()
	for _, name := range names {
		if !slices.Contains(known, name) {
			err := fmt.Sprintf("--outputs: there is no output %q; there are %s", name, strings.Join(known, ", "))
			if s := diag.Suggest(name, known); s != "" {
				err += fmt.Sprintf(" (did you mean %s?)", s)
			}
			return errors.New(err)
		}
	}
	return nil
}

// load reads a study file; the input is nil when there is none to go on with.
func load(path string, access study.Access) (*build.Input, diag.List) {
	if sheet.Named(path) {
		var ds diag.List
		ds.Errorf(diag.Pos{File: path}, "not-a-study", "this is a file of answers, not a study file")
		ds.Hintf("wogreport init %s drafts a study file for it", path)
		return nil, ds
	}
	in, ds := build.Open(path, access)
	if in == nil {
		hintStudy(path, &ds)
	}
	return in, ds
}

// loaded is a study that was read, with what is wrong with it.
type loaded struct {
	path  string
	input *build.Input // nil when there is none to go on with
	diags diag.List
}

// loadFor reads a study for a build, which may ask for a report by cohort itself.
func loadFor(path string, access study.Access, o *buildOptions, stdout io.Writer) loaded {
	in, ds := load(path, access)
	if in != nil && o.accept {
		ds = in.Accept()
	}
	if in != nil && o.by == "" && in.Study.Reports == "by-cohort" && in.Study.Responses.Cohort != "" {
		o.by = cohortColumn
		if !o.quiet && !o.json {
			fmt.Fprintln(stdout, "a report for each cohort, as the study says (reports: by-cohort)")
		}
	}
	return loaded{path, in, ds}
}

// buildStudy writes one report of all answers.
func buildStudy(l loaded, o buildOptions, stdout, stderr io.Writer) error {
	start := time.Now()
	var b *build.Built
	in, ds, path := l.input, l.diags, l.path
	if in != nil {
		b, ds = in.CompileFor(o.outputs)
		if !ds.HasErrors() {
			ds.Add(besideCohorts(in, path, o.dir)...)
		}
	}
	var files []build.Output
	if !ds.HasErrors() {
		files = b.Outputs(o.outputs)
		if o.check {
			ds.Add(rulesOf(files, in.Study)...)
		}
	}
	if ds.HasErrors() {
		ds.Fprint(stderr)
		fmt.Fprintf(stderr, "%s; nothing was written\n", count(ds))
		return errReported
	}
	if !o.quiet {
		ds.Add(b.Disclosure()...)
		ds.Fprint(stderr)
	}
	for _, f := range files {
		if name := filepath.Join(o.dir, f.Name); in.Reads(name) {
			return ioError{fmt.Errorf("the study reads %s, and an output would replace it; nothing was written\n\thint: write into another folder (-o), or name the outputs otherwise (name: in %s)", name, path)}
		}
	}
	ctx, stop := interruptible()
	defer stop()
	d, err := outdir.Stage(o.dir)
	if err != nil {
		return ioError{err}
	}
	defer d.Discard()
	for _, f := range files {
		if ctx.Err() != nil {
			return ioError{errors.New("stopped; nothing was written")}
		}
		if err := d.Write(f.Name, f.Write); err != nil {
			return ioError{err}
		}
	}
	if err := d.Commit(); err != nil {
		return ioError{err}
	}
	if !o.quiet {
		fmt.Fprintf(stdout, "wrote %s in %.2f s\n", written(o.dir, files), time.Since(start).Seconds())
	}
	return nil
}

// written names the files that were written; figures are counted.
func written(dir string, files []build.Output) string {
	var names []string
	figures, folder := 0, ""
	for _, f := range files {
		name := filepath.Join(dir, f.Name)
		if f.Figure {
			figures++
			folder = filepath.Dir(name)
			continue
		}
		names = append(names, name)
	}
	if figures > 0 {
		names = append(names, fmt.Sprintf("%d figures in %s", figures, folder))
	}
	return strings.Join(names, ", ")
}

// count says how many problems there are.
func count(ds diag.List) string {
	e, w := ds.Count()
	s := plural(e, "error")
	if w > 0 {
		s += ", " + plural(w, "warning")
	}
	return s
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
