package study

import "gopkg.in/yaml.v3"

// filesShape is a list of files, or cohorts with the file of each.
var filesShape = either("a list of files, or a file per cohort ({Angkatan I: a.xlsx, Angkatan II: b.xlsx})",
	sequence(via(list(filled()), func(files []string, r *Responses) { r.Files = files })),
	keyed(mapping("a file per cohort", false, filled(),
		func(_ *decoder, k *yaml.Node, file string, r *Responses) {
			r.Files = append(r.Files, file)
			r.Cohorts = append(r.Cohorts, k.Value)
		})))

// defaultCohort is what cohorts that the files tell are called without a name.
const defaultCohort = "Angkatan"

// headerShape is the row of the header, or the word none.
var headerShape = either(`a row number, or "none"`, scalar(func() shape[int] {
	row, none := integer(1, 1_000_000), oneOf(true, "none")
	spec := &Spec{Forms: []*Spec{row.spec, none.spec}}
	return shape[int]{spec, func(d *decoder, n *yaml.Node, path string, into *int) bool {
		if n.ShortTag() == "!!int" {
			return row.decode(d, n, path, into)
		}
		var word string
		if !none.decode(d, n, path, &word) {
			return false
		}
		*into = -1
		return true
	}}
}()))

// excludeShape is the kinds of respondents that a study may leave out.
var excludeShape = listOrOne(oneOf(false, "duplicates", "straightliners", "empty"))
