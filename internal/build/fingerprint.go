package build

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"

	"wogreport/internal/diag"
	"wogreport/internal/report"
	"wogreport/internal/study"
)

// fingerprint is a checksum of all that a report follows from, by which a run
// knows whether the report that stands still holds. Of the answers it covers
// only the results as they are shown: a checksum of the answers themselves
// would confirm a guess at what is withheld.
type fingerprint struct{ common [sha256.Size]byte }

// newFingerprint covers what all reports of a study have in common. A file
// that cannot be read is reported, unless Load has found fault with it.
func newFingerprint(in *Input, st *study.Study, formats []string, ds *diag.List) fingerprint {
	h := sha256.New()
	settings := *st
	// What does not show in a report, or is the cohort's own.
	settings.File, settings.Dir, settings.Pos = "", "", nil
	settings.Cohorts, settings.CohortFile, settings.Published, settings.Outputs = nil, "", nil, nil
	settings.Responses.Files, settings.Responses.Cohorts = nil, nil
	settings.Method.Population = 0
	fmt.Fprintf(h, "%s\n%q\n%+v\n", Version, formats, settings)
	files := st.Inputs(in.Files)
	if st.Embeds("study") {
		files = append(files, study.Input{Name: filepath.Base(st.File), At: diag.Pos{File: st.File}})
	}
	slices.SortFunc(files, func(a, b study.Input) int { return cmp.Compare(a.Name, b.Name) })
	for _, f := range files {
		data, err := in.Files.ReadFile(f.Name)
		if err != nil {
			if !slices.ContainsFunc(in.problems, func(d diag.Diagnostic) bool { return d.Pos == f.At }) {
				ds.AddFileError(f.At, st.Path(f.Name), err)
			}
			continue
		}
		fmt.Fprintf(h, "%q\n", f.Name)
		h.Write(data)
	}
	var f fingerprint
	h.Sum(f.common[:0])
	return f
}

// of is the fingerprint of one cohort's report.
func (f fingerprint) of(c study.Cohort, results []byte, comments []report.Comments) string {
	c.At, c.Problems = nil, nil
	h := sha256.New()
	h.Write(f.common[:])
	fmt.Fprintf(h, "%+v\n%q\n", c, comments)
	h.Write(results)
	return hex.EncodeToString(h.Sum(nil))
}
