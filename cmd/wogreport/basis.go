package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"slices"

	"wogreport/internal/diag"
	"wogreport/internal/report"
	"wogreport/internal/study"
)

// basis tells whether a report that stands still holds: it sums up all that a
// report follows from. Of the answers these are the results that are shown,
// so that the sum proves no guess at what is not.
type basis struct{ common [sha256.Size]byte }

// newBasis sums up what all reports of a study have in common.
func newBasis(st *study.Study, outputs []string, ds *diag.List) *basis {
	h := sha256.New()
	settings := *st
	// What does not show in a report, or is the cohort's own.
	settings.File, settings.Dir, settings.Pos = "", "", nil
	settings.Cohorts, settings.CohortFile, settings.Published, settings.Outputs = nil, "", nil, nil
	settings.Responses.Files, settings.Responses.Cohorts = nil, nil
	settings.Method.Population = 0
	fmt.Fprintf(h, "%s\n%q\n%+v\n", version, outputs, settings)
	files := st.InputFiles()
	slices.Sort(files)
	for _, name := range files {
		f, err := os.Open(st.Path(name))
		if err != nil {
			ds.AddFileError(diag.Pos{File: st.File}, st.Path(name), err)
			continue
		}
		fmt.Fprintf(h, "%q\n", name)
		io.Copy(h, f)
		f.Close()
	}
	b := &basis{}
	h.Sum(b.common[:0])
	return b
}

// of is the basis of one cohort's report.
// Of the answers it knows results.json, and the comments that are listed.
func (b *basis) of(c study.Cohort, results []byte, comments []report.Comments) string {
	c.At, c.Problems = nil, nil
	h := sha256.New()
	h.Write(b.common[:])
	fmt.Fprintf(h, "%+v\n%q\n", c, comments)
	h.Write(results)
	return hex.EncodeToString(h.Sum(nil))
}
