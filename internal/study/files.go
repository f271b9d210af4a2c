package study

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// filesShape is a list of files, or cohorts with the file of each.
func filesShape() shape[Responses] {
	return either("a list of files, or a file per cohort ({Angkatan I: a.xlsx, Angkatan II: b.xlsx})",
		sequence(via(list(filled()), func(files []string, r *Responses) { r.Files = files })),
		keyed(mapping("a file per cohort", false, filled(),
			func(d *decoder, k *yaml.Node, file string, r *Responses) {
				name := CohortName(k.Value)
				d.pos["responses.files."+name] = d.at(k)
				r.Files = append(r.Files, file)
				r.Cohorts = append(r.Cohorts, name)
			})))
}

// defaultCohort is what cohorts that the files tell are called without a name.
const defaultCohort = "Angkatan"

// headerShape is the row of the header, or the word none.
func headerShape() shape[int] {
	row, word := integer(1, 1_000_000), oneOf(true, "none")
	spec := &Spec{Noun: "a row number, or none", Forms: []*Spec{row.spec, word.spec}}
	return shape[int]{spec, func(d *decoder, n *yaml.Node, path string, into *int) bool {
		switch {
		case n.Kind == yaml.ScalarNode && n.ShortTag() == "!!int":
			return row.decode(d, n, path, into)
		case n.Kind == yaml.ScalarNode && strings.EqualFold(n.Value, "none"):
			*into = -1
			return true
		}
		return d.wrongType(n, path, spec.Noun)
	}}
}

// excludeShape is the kinds of respondents that a study may leave out.
func excludeShape() shape[[]string] {
	return listOrOne(oneOf(false, "duplicates", "straightliners", "empty"))
}
