package build

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"wogreport/internal/analysis"
	"wogreport/internal/diag"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// The privacy rule of cohorts: one with fewer respondents than
// privacy.min_group has no report, and nothing that is shown or kept tells how
// many they are or confirms a guess at what they answered. What is hidden
// within a report is the analysis's (withhold.go there).

// withheld reports whether a cohort is too small for a report. Problems are
// those of its answers.
func withheld(t *responses.Table, minGroup int, problems diag.List) bool {
	if t.Answered() >= minGroup {
		return false
	}
	if !problems.HasErrors() {
		return true
	}
	// A file that could not be read has no rows, and answers that were not
	// understood count as missing: neither makes a small cohort.
	return t.N > 0 && t.N < minGroup
}

// shown is a number of respondents, 0 where it must not be told.
func shown(respondents, minGroup int) int {
	if respondents < minGroup {
		return 0
	}
	return respondents
}

// Disclosure warns where a report of all answers counts cohorts that get no
// report of their own: from it and the others' reports theirs can be told.
func (b *Built) Disclosure() diag.List {
	var ds diag.List
	least, small := b.Study.Privacy.MinGroup, 0
	for name, n := range b.Table.AnsweredBy(b.Study.Responses.Cohort) {
		if name != "" && n < least {
			small++
		}
	}
	cohorts := "1 cohort"
	if small > 1 {
		cohorts = fmt.Sprintf("%d cohorts", small)
	}
	if small > 0 {
		ds.Warnf(b.Study.At("responses.cohort"), "small-cohorts", "this report counts all answers, also those of %s with fewer than %d respondents", cohorts, least)
		ds.Hintf("do not show it beside reports by cohort (--by): the difference of their totals would tell the small ones")
	} else if told := toldTogether(b.Study, b.Table, b.Study.Responses.Cohort); told != "" {
		ds.Warnf(b.Study.At("responses.cohort"), "told-together", "this report and reports by cohort (--by) would together tell what privacy hides: %s", told)
		ds.Hintf("publish one of the two; the second is refused in the same folder")
	}
	return ds
}

// maxTold is how many cells a message names.
const maxTold = 8

// Together is an error where a report of all answers, beside the reports of the
// cohorts that a column tells, gives back what each of them hides. "" is the column
// that the study names. other is the one that stands already.
func (in *Input) Together(column, other string) (ds diag.List) {
	if !in.readable() {
		return nil
	}
	st, answers := *in.Study, in.answers
	if column != "" && study.FoldLabel(column) != study.FoldLabel(st.Responses.Cohort) {
		st.Responses.Cohort, st.Responses.Cohorts = column, nil
		answers = responses.OpenFiles(&st, in.Files)
	}
	t, l := answers.Table()
	if l.HasErrors() { // they are told elsewhere
		return nil
	}
	told := toldTogether(in.Study, t, st.Responses.Cohort)
	if told == "" {
		return nil
	}
	ds.Errorf(in.Study.At("responses"), "told-together", "beside %s this would tell what privacy hides: %s", other, told)
	ds.Hintf("keep one of the two: delete what stands, where nobody has it yet, or leave this one out")
	return ds
}

// toldTogether names the cells that a report of all answers and the reports of cohorts
// that a column tells give together; "" where there are none.
func toldTogether(st *study.Study, t *responses.Table, column string) string {
	listed := func(name string) string {
		for _, c := range st.Cohorts {
			if study.FoldLabel(c.Name) == study.FoldLabel(name) {
				return c.Name
			}
		}
		return name
	}
	var cohorts []string
	for _, value := range t.Groups[column] {
		cohorts = append(cohorts, listed(study.CohortName(value)))
	}
	answered := map[string]int{}
	for name, n := range t.AnsweredBy(column) {
		answered[listed(name)] += n
	}
	if len(cohorts) < t.N {
		return ""
	}
	told := analysis.Together(st, t, column, cohorts, func(name string) bool { return answered[name] >= st.Privacy.MinGroup })
	more := ""
	if len(told) > maxTold {
		more = fmt.Sprintf("; and %d more", len(told)-maxTold)
		told = told[:maxTold]
	}
	return strings.Join(told, "; ") + more
}

// Checksums are the SHA-256 of the files that the reports follow from, by their
// names in the study, of the bytes that were read, but for the answers: their checksum
// would confirm a guess at what a person answered who is in no report, or in a group
// that is not shown.
func (c *Cohorts) Checksums() (map[string]string, error) {
	st, files := c.Study, c.input.Files
	out := map[string]string{}
	var failed error
	add := func(key, name string) {
		data, err := files.ReadFile(name)
		if err != nil {
			failed = errors.Join(failed, err)
			return
		}
		sum := sha256.Sum256(data)
		out[key] = hex.EncodeToString(sum[:])
	}
	table := func(name string) {
		if sum, ok := files.TableSum(st.Path(name)); ok { // one that could not be read has its error
			out[name] = sum
		}
	}
	for _, i := range st.Inputs(files) {
		add(i.Name, i.Name)
	}
	if st.CohortFile != "" {
		table(st.CohortFile)
	}
	base := filepath.Base(st.File)
	add(base, base)
	return out, failed
}
