package main

import (
	"fmt"
	"io"
	"strconv"
	"text/tabwriter"

	"wogreport/internal/build"
	"wogreport/internal/diag"
)

// checkCohorts shows a study's cohorts with what would become of each, and
// adds what is wrong with them to what is known already.
func checkCohorts(w io.Writer, in *build.Input, o buildOptions, ds *diag.List) {
	b, l := splitStudy(in, o)
	if b != nil && !l.HasErrors() {
		var ends []string
		for i, job := range b.jobs {
			p := b.plan(i)
			l.Add(p.Problems...)
			switch {
			case p.Withheld:
				ends = append(ends, "none: too few respondents")
			case p.Problems.HasErrors():
				ends = append(ends, "none: "+count(p.Problems))
			default:
				ends = append(ends, job.Folder)
			}
		}
		if !o.quiet {
			cohortSizes(w, b.cohorts.Each, ends)
		}
	}
	seen := map[diag.Diagnostic]bool{}
	for _, d := range *ds {
		seen[d] = true
	}
	for _, d := range l {
		if !seen[d] {
			seen[d] = true
			ds.Add(d)
		}
	}
}

// cohortSizes shows a line for each cohort: how many answered out of how many,
// and the folder of its report.
func cohortSizes(w io.Writer, cohorts []build.Cohort, reports []string) {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(tw, "\ncohort\trespondents\tparticipants\treport\n")
	number := func(n int, none string) string {
		if n == 0 {
			return none
		}
		return strconv.Itoa(n)
	}
	for i, c := range cohorts {
		fmt.Fprintf(tw, "%s\t%s\t%s\t%s\n", shorten(c.Name, 40), number(c.Respondents, "too few"), number(c.Participants, "–"), reports[i])
	}
	tw.Flush()
}
