package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestOrderOfCohorts: which cohort came before which is known by a list of all, or
// by names that tell it; numbers in names are an order, but not one of time.
func TestOrderOfCohorts(t *testing.T) {
	for _, c := range []struct {
		names, study    string
		known, numbered bool
	}{
		{"Kelas A|Kelas B", "", false, false},
		{"Angkatan 1|Angkatan 2", "", true, true},
		{"Angkatan IX|Angkatan X", "", true, true},
		{"Angkatan 1|Angkatan 2", "cohorts: {Angkatan 1: {}, Angkatan 2: {}}", true, false},
		{"Angkatan 1|Angkatan 2", "cohorts: {Angkatan 2: {}}", false, false},
		{"Maret 2026|April 2026", "", true, false},
		{"Semester Genap 2022/2023|Semester Ganjil 2023/2024", "", true, false},
		{"Kelas A|Kelas B", "cohorts: {Kelas B: {}, Kelas A: {}}", true, false},
		{"Kelas A|Kelas B", "cohorts: {Kelas A: {}}", false, false},
		{"kelas a|Kelas B", "cohorts: {Kelas B: {}, Kelas A: {}}", true, false}, // spelt otherwise
		{"2025-03-01|2025-04-07", "", true, false},
		{"2024|2025", "", true, false},
		{"101|102", "", true, true},
	} {
		dir := t.TempDir()
		var rows strings.Builder
		for _, name := range strings.Split(c.names, "|") {
			rows.WriteString(strings.Repeat(name+",1,2\n"+name+",2,2\n", 4))
		}
		write(t, dir, "a.csv", "Angkatan,P1,P2\n"+rows.String())
		write(t, dir, "study.yaml", "title: T\nscale: {min: 1, max: 2}\nlanguages: [id]\nconstructs: [{id: c, items: [P1, P2]}]\nresponses: {file: a.csv, cohort: Angkatan}\n"+c.study+"\n")
		in, ds := Load(filepath.Join(dir, "study.yaml"))
		if ds.HasErrors() {
			t.Fatal(ds)
		}
		cohorts, ds := in.Cohorts(CohortOptions{})
		if ds.HasErrors() {
			t.Fatal(ds)
		}
		for i := range cohorts.Each {
			cohorts.Plan(i)
		}
		known := !cohorts.Each[0].summary.Unplaced && !cohorts.Each[1].summary.Unplaced
		if known != c.known {
			t.Errorf("%s, %s: the order is known: %v", c.names, c.study, known)
		}
		if numbered := cohorts.Each[1].summary.Numbered; numbered != c.numbered {
			t.Errorf("%s, %s: the order is that of numbers: %v", c.names, c.study, numbered)
		}
		if first, _, _ := strings.Cut(c.names, "|"); c.known && c.study == "" && cohorts.Each[0].Name != first {
			t.Errorf("%s: %s is the first", c.names, cohorts.Each[0].Name)
		}
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
