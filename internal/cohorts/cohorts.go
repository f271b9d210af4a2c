// Package cohorts owns what is known of the cohorts of a study beside their
// answers: it reads the table that a study may name instead of listing them,
// and finds for each cohort in the answers what is known of it. Read and Match
// are the ways in; study.Cohort is what leaves.
package cohorts

import (
	"slices"
	"strings"

	"wogreport/internal/diag"
	"wogreport/internal/study"
)

// Read is the cohorts that a study lists, or those of the table that it names,
// in their order.
func Read(st *study.Study, files *study.Files) ([]study.Cohort, diag.List) {
	if st.CohortFile == "" {
		return st.Cohorts, nil
	}
	return readTable(st, files)
}

// Match finds for each of the names in the answers, which differ, what is
// known of the cohort; of one that is not listed only its name. at is the
// place of the list. A name that only one of both has is worth a warning: it
// may be the other's misspelt.
func Match(known []study.Cohort, names []string, at diag.Pos) ([]study.Cohort, diag.List) {
	var ds diag.List
	out := make([]study.Cohort, len(names))
	index, used := map[string]int{}, map[string]bool{}
	var free []string
	for i, c := range known {
		index[c.Name] = i
	}
	for i, name := range names {
		out[i].Name = name
		k, ok := index[name]
		if !ok { // spelt with other capitals or marks
			k = slices.IndexFunc(known, func(c study.Cohort) bool {
				return study.FoldLabel(c.Name) == study.FoldLabel(name) && !slices.Contains(names, c.Name)
			})
			ok = k >= 0 && !used[known[k].Name]
		}
		if ok {
			out[i] = known[k]
			used[name], used[known[k].Name] = true, true
		}
	}
	if len(known) == 0 {
		return out, nil
	}
	for _, c := range known {
		if !used[c.Name] {
			free = append(free, c.Name)
		}
	}
	meant := map[string]bool{}
	for _, name := range names {
		if used[name] {
			continue
		}
		ds.Warnf(at, "unlisted-cohort", "nothing is listed on the cohort %q of the answers", name)
		if s := near(name, free); s != "" {
			meant[s] = true
			ds.Hintf("%q is listed, and has no answers: write both names in one way", s)
		}
	}
	for _, c := range known {
		if !used[c.Name] && !meant[c.Name] {
			ds.Warnf(c.At[""], "cohort-without-answers", "the cohort %q is listed, but has no answers", c.Name)
		}
	}
	return out, ds
}

// near is the name that was probably meant.
func near(name string, all []string) string {
	for _, a := range all {
		if study.FoldLabel(a) == study.FoldLabel(name) {
			return a
		}
	}
	// Cohorts are numbered: XI is not meant by XII.
	if strings.ContainsAny(name, "0123456789") {
		return ""
	}
	words := strings.Fields(name)
	if len(words) > 1 {
		for _, a := range all {
			other := strings.Fields(a)
			if len(other) == len(words) && strings.EqualFold(other[len(other)-1], words[len(words)-1]) && diag.Suggest(name, []string{a}) != "" {
				return a
			}
		}
	}
	return ""
}
