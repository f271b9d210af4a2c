package main

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"wogreport/internal/analysis"
	"wogreport/internal/build"
	"wogreport/internal/diag"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

func checkCommand() *cobra.Command {
	var quiet, accept bool
	var reading accessOptions
	c := &cobra.Command{
		Use:   "check [STUDY]",
		Short: "say all that is wrong with a study, and write nothing",
		Long: `check does all that build does with STUDY (./study.yaml without it) but writes
nothing. It shows which column of the answers each item was found in and, where
the study names the column of the cohorts, what would become of each.`,
		Args: takes("one study file at most", 0, 1),
		RunE: func(c *cobra.Command, args []string) error {
			access, err := reading.access()
			if err != nil {
				return err
			}
			return check(studyArg(args), access, quiet, accept, c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	c.Flags().BoolVarP(&quiet, "quiet", "q", false, "say nothing but problems")
	c.Flags().BoolVar(&accept, "accept", false, "go on with what the study leaves open under assumed")
	reading.addFlags(c)
	return c
}

func check(path string, access study.Access, quiet, accept bool, stdout, stderr io.Writer) error {
	in, ds := load(path, access)
	if in != nil {
		if accept {
			in.Accept()
		}
		in.KeepAnswers()
		ds = checkStudy(in, quiet, stdout)
		if !quiet {
			outside(stdout, in)
		}
	}
	ds.Fprint(stderr)
	if ds.HasErrors() {
		fmt.Fprintln(stderr, count(ds))
		return errReported
	}
	if !quiet {
		_, w := ds.Count()
		if w == 0 {
			fmt.Fprintln(stdout, "no problems found")
		} else {
			fmt.Fprintf(stdout, "no errors, %s\n", plural(w, "warning"))
		}
	}
	return nil
}

// checkStudy shows what is found in a study's answers, and lists its problems.
func checkStudy(in *build.Input, quiet bool, stdout io.Writer) diag.List {
	b, ds := in.Compile()
	if b.Table != nil {
		if !quiet {
			itemColumns(stdout, b.Table)
			groupSizes(stdout, b.Results)
		}
		ds.Add(b.Table.Warnings()...)
	}
	if in.Study.Responses.Cohort != "" {
		checkCohorts(stdout, in, buildOptions{dir: "out", by: cohortColumn, quiet: quiet}, &ds)
	}
	return ds
}

// outside names the files that the study reads from elsewhere than its folder.
func outside(w io.Writer, in *build.Input) {
	for _, i := range in.Study.Outside(in.Files) {
		fmt.Fprintf(w, "read from outside the study's folder: %s (%s)\n", i.Name, i.At)
	}
}

// itemColumns shows where each item's answers were found, and how many there are.
func itemColumns(w io.Writer, t *responses.Table) {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	outside := slices.ContainsFunc(t.Columns, func(c *responses.Column) bool { return len(c.Outside) > 0 })
	head := ""
	if outside {
		head = "\toutside"
	}
	fmt.Fprintf(tw, "item\tcolumn\tfound by\tanswers%s\tmissing\theader\n", head)
	for _, c := range t.Columns {
		without, beside := 0, 0
		for _, code := range c.Codes {
			if code == responses.Missing {
				without++
			}
		}
		for _, rows := range c.Outside {
			beside += len(rows)
		}
		fmt.Fprintf(tw, "%s\t%s\t%s\t%d", c.Item, c.Letter, c.Matched, len(c.Codes)-without)
		if outside {
			fmt.Fprintf(tw, "\t%d", beside)
		}
		fmt.Fprintf(tw, "\t%d\t%s\n", without-beside, shorten(c.Header, 50))
	}
	tw.Flush()
}

// groupSizes shows the groups that are compared, and how many are too small to
// be shown.
func groupSizes(w io.Writer, r *analysis.Results) {
	if r == nil || len(r.Groups) == 0 {
		return
	}
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(tw, "\ncomparison\tgroup\trespondents\n")
	for i := range r.Groups {
		g := &r.Groups[i]
		for _, x := range g.Groups {
			fmt.Fprintf(tw, "%s\t%s\t%d\n", g.ID, shorten(x.Value, 50), x.N)
		}
		if g.Hidden.Groups > 0 {
			fmt.Fprintf(tw, "%s\t(not shown)\t%d\n", g.ID, g.Hidden.Respondents)
		}
		if g.Unknown > 0 {
			fmt.Fprintf(tw, "%s\t(not stated)\t%d\n", g.ID, g.Unknown)
		}
	}
	tw.Flush()
}

// shorten cuts a header to at most n letters.
func shorten(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}
