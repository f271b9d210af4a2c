package build

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"

	"wogreport/internal/diag"
	"wogreport/internal/responses"
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
	}
	return ds
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
