package main

import (
	"fmt"
	"io"
	"strconv"
	"text/tabwriter"

	"wogreport/internal/diag"
)

// checkCohorts shows a study's cohorts with what would become of each, and
// adds what is wrong with them to what is known already.
func checkCohorts(w io.Writer, path string, o buildOptions, ds *diag.List) {
	b, l := splitStudy(path, o)
	if b != nil && !l.HasErrors() {
		var ends []string
		plan := b.plan(o.dir)
		jobs := b.jobs()
		answered := make([]int, len(jobs))
		for i := range jobs {
			answered[i] = b.answers[i].Table.Answered()
			p := plan(i)
			l.Add(p.Problems...)
			switch {
			case p.Withheld:
				answered[i] = 0
				ends = append(ends, "none: too few respondents")
			case p.Problems.HasErrors():
				if answered[i] < b.study.Privacy.MinGroup {
					answered[i] = 0
				}
				ends = append(ends, "none: "+count(p.Problems))
			default:
				ends = append(ends, jobs[i].Folder)
			}
		}
		if !o.quiet {
			cohortSizes(w, b, answered, ends)
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

// cohortSizes shows a line for each cohort: how many answered, 0 standing for
// what must not be told, out of how many, and the folder of its report.
func cohortSizes(w io.Writer, b *byCohort, answered []int, reports []string) {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(tw, "\ncohort\trespondents\tparticipants\treport\n")
	number := func(n int, none string) string {
		if n == 0 {
			return none
		}
		return strconv.Itoa(n)
	}
	for i, c := range b.cohorts {
		fmt.Fprintf(tw, "%s\t%s\t%s\t%s\n", shorten(c.Name, 40), number(answered[i], "too few"), number(c.Population, "–"), reports[i])
	}
	tw.Flush()
}

// warnSmallCohorts warns that a report of all answers counts cohorts that get
// no report of their own: from it and the others' reports theirs can be told.
func warnSmallCohorts(b *built, ds *diag.List) {
	least, small := b.study.Privacy.MinGroup, 0
	for name, n := range b.table.AnsweredBy(b.study.Responses.Cohort) {
		if name != "" && n < least {
			small++
		}
	}
	if small > 0 {
		ds.Warnf(b.study.At("responses.cohort"), "small-cohorts", "this report counts all answers, also those of %s with fewer than %d respondents", plural(small, "cohort"), least)
		ds.Hintf("do not show it beside reports by cohort (--by): the difference of their totals would tell the small ones")
	}
}
