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

	"wogreport/internal/diag"
	"wogreport/internal/outdir"
)

// kinds are the outputs that --outputs and study.yaml may ask for.
var kinds = []string{"pdf", "json", "svg", "png", "xlsx"}

// buildOptions are the flags of build.
type buildOptions struct {
	dir     string
	outputs []string
	quiet   bool

	by      string // the column of the cohorts, "" for one report of all
	workers int
	force   bool
	json    bool
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
was.`,
		Args: func(c *cobra.Command, args []string) error {
			if o.by == cohortColumn { // the column may stand among them
				return takes("one study file at most", 0, 2)(c, args)
			}
			return takes("one study file at most", 0, 1)(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			if err := checkKinds(o.outputs); err != nil {
				return err
			}
			if o.workers < 1 {
				return fmt.Errorf("-j takes a number from 1")
			}
			if o.by == "" {
				for _, f := range []string{"force", "json", "jobs"} {
					if c.Flags().Changed(f) {
						return fmt.Errorf("--%s goes with --by", f)
					}
				}
				return build(studyArg(args), o, c.OutOrStdout(), c.ErrOrStderr())
			}
			args, err := takeColumn(&o, args)
			if err != nil {
				return err
			}
			return buildBy(studyArg(args), o, c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	f := c.Flags()
	f.StringVarP(&o.dir, "out", "o", "out", "`folder` to write into")
	f.StringSliceVar(&o.outputs, "outputs", nil, "what to write instead of what the study asks for: "+strings.Join(kinds, ","))
	f.BoolVarP(&o.quiet, "quiet", "q", false, "say nothing but errors")
	f.StringVar(&o.by, "by", "", "a report for each cohort, which this `column` of the answers names")
	f.Lookup("by").NoOptDefVal = cohortColumn
	f.IntVarP(&o.workers, "jobs", "j", runtime.GOMAXPROCS(0), "with --by: how many reports are made at once")
	f.BoolVar(&o.force, "force", false, "with --by: make reports that are up to date again")
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

func checkKinds(ks []string) error {
	for _, k := range ks {
		if !slices.Contains(kinds, k) {
			err := fmt.Sprintf("--outputs: there is no output %q; there are %s", k, strings.Join(kinds, ", "))
			if s := diag.Suggest(k, kinds); s != "" {
				err += fmt.Sprintf(" (did you mean %s?)", s)
			}
			return fmt.Errorf("%s", err)
		}
	}
	return nil
}

func build(path string, o buildOptions, stdout, stderr io.Writer) error {
	start := time.Now()
	dir, outputs := o.dir, o.outputs
	b, ds := compile(path)
	if ds.HasErrors() {
		ds.Fprint(stderr)
		fmt.Fprintf(stderr, "%s; nothing was written\n", count(ds))
		return errReported
	}
	if !o.quiet {
		warnSmallCohorts(b, &ds)
		ds.Fprint(stderr)
	}
	if len(outputs) == 0 {
		outputs = b.study.Outputs
	}
	files, read := b.outputs(outputs), sourcesOf(b.study)
	for _, f := range files {
		if name := filepath.Join(dir, f.name); read.hold(name) {
			return ioError{fmt.Errorf("the study reads %s, and an output would replace it; nothing was written\n\thint: write into another folder (-o), or name the outputs otherwise (name: in %s)", name, path)}
		}
	}
	ctx, stop := interruptible()
	defer stop()
	d, err := outdir.Stage(dir)
	if err != nil {
		return ioError{err}
	}
	defer d.Discard()
	for _, f := range files {
		if ctx.Err() != nil {
			return ioError{errors.New("stopped; nothing was written")}
		}
		if err := d.Write(f.name, f.write); err != nil {
			return ioError{err}
		}
	}
	if err := d.Commit(); err != nil {
		return ioError{err}
	}
	if !o.quiet {
		fmt.Fprintf(stdout, "wrote %s in %.2f s\n", written(dir, files), time.Since(start).Seconds())
	}
	return nil
}

// written names the files that were written; figures are counted.
func written(dir string, files []output) string {
	var names []string
	figures := 0
	for _, f := range files {
		if strings.HasPrefix(f.name, "figures/") {
			figures++
			continue
		}
		names = append(names, filepath.Join(dir, f.name))
	}
	if figures > 0 {
		names = append(names, fmt.Sprintf("%d figures in %s", figures, filepath.Join(dir, "figures")))
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
