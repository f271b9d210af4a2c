package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"math"
	"math/big"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var agencies = flag.Int("agencies", 12, "how many random agencies TestNobodyIsComputedBack builds")

// TestNobodyIsComputedBack gives results.json of all and of the cohorts of small agencies
// to a solver: of nobody who is hidden may it compute the answers. Without one of four
// rules, by the agency's settings or by publishing apart what the rule looks at together,
// it does. What else is published tells no more (TestOutputsFollowResults).
func TestNobodyIsComputedBack(t *testing.T) {
	for _, rule := range []string{"", "min_group", "columns", "reports", "min_cell"} {
		t.Run("without "+rule, func(t *testing.T) {
			recovered := 0
			for seed := range *agencies {
				a := newOffice(uint64(seed))
				for month := range 2 {
					a.answer()
					if got := a.solve(t, rule, month); len(got) > 0 {
						if recovered++; rule == "" {
							t.Errorf("agency %d, month %d: recovered %s\n%s", seed, month, strings.Join(got, "; "), a.csv())
						}
					}
				}
			}
			if rule != "" && recovered == 0 {
				t.Error("the solver recovers nobody; it could not find a leak either")
			}
		})
	}
}

// office is a small agency and its answers.
type office struct {
	rng            *rand.Rand
	people         []person
	minGroup, cell int
	dir            string
}

type person struct {
	cohort, field, section, gender string
	answers                        [3]int
}

func newOffice(seed uint64) *office {
	a := &office{rng: rand.New(rand.NewPCG(seed, 17)), minGroup: 3}
	if a.cell = 0; seed%3 == 2 {
		a.cell = 3
	}
	for range 10 + a.rng.IntN(14) {
		p := person{cohort: []string{"I", "II", "III"}[min(a.rng.IntN(3), a.rng.IntN(4))], field: []string{"A", "B"}[a.rng.IntN(2)], gender: []string{"L", "P"}[min(1, a.rng.IntN(4))]}
		p.section = p.field + []string{"1", "2"}[min(1, a.rng.IntN(3))]
		a.people = append(a.people, p)
	}
	return a
}

func (a *office) answer() {
	for i := range a.people {
		for k := range a.people[i].answers {
			a.people[i].answers[k] = 1 + a.rng.IntN(3)
		}
	}
}

func (a *office) csv() string {
	var b strings.Builder
	b.WriteString("Angkatan,Bidang,Seksi,JK,P1,P2,P3\n")
	for _, p := range a.people {
		fmt.Fprintf(&b, "%s,%s,%s,%s,%d,%d,%d\n", p.cohort, p.field, p.section, p.gender, p.answers[0], p.answers[1], p.answers[2])
	}
	return b.String()
}

// solve publishes all that the agency may, without a rule, and returns what the solver
// computes of those who are hidden.
func (a *office) solve(t *testing.T, rule string, month int) []string {
	if a.dir == "" {
		a.dir = t.TempDir()
	}
	least, cell := a.minGroup, a.cell
	if rule == "min_group" {
		least = 0
	}
	if rule == "min_cell" {
		cell = 0
	}
	groups := []string{"[Bidang, Seksi, JK]"}
	if rule == "columns" {
		groups = []string{"[Bidang]", "[Seksi]", "[JK]"}
	}
	if err := os.WriteFile(filepath.Join(a.dir, "a.csv"), []byte(a.csv()), 0o666); err != nil {
		t.Fatal(err)
	}
	s := &solver{office: a}
	for i, g := range groups {
		study := filepath.Join(a.dir, "study.yaml")
		yaml := fmt.Sprintf("title: T\nscale: {min: 1, max: 3}\nconstructs: [{id: c, items: [P1, P2, P3]}]\nresponses: {file: a.csv, cohort: Angkatan}\ngroups: %s\nprofile: [JK]\nscores: azwar\nprivacy: {min_group: %d, min_cell: %d}\noutputs: [json]\n", g, least, cell)
		if err := os.WriteFile(study, []byte(yaml), 0o666); err != nil {
			t.Fatal(err)
		}
		out := filepath.Join(a.dir, fmt.Sprint("out", month, i, rule))
		apart := out
		if rule == "reports" {
			apart += "-apart"
		}
		commands := [][]string{{"build", study, "-o", out}, {"build", study, "--by", "-o", apart}}
		if month == 1 {
			slices.Reverse(commands)
		}
		for _, args := range commands {
			var stdout, stderr bytes.Buffer
			if code := run(args, &stdout, &stderr); code != 0 && !strings.Contains(stderr.String(), "[told-together]") {
				t.Fatalf("%v: %s", args, stderr.String())
			}
		}
		for _, dir := range slices.Compact([]string{out, apart}) {
			s.read(t, dir)
		}
	}
	if a.cell > 0 {
		return s.counts()
	}
	return s.people()
}

// solver knows who is in which group, and what is published.
type solver struct {
	*office
	sets []published
}

// published are the counts of a set of people's answers by item and point, and of the
// people by classes of their scores and by gender, -1 where they are hidden.
type published struct {
	name   string
	in     []bool
	counts [counted][3]int
}

// What is counted: three items, and after them classes of scores and gender.
const (
	ofScores = 3 + iota
	ofGender
	counted
)

// point is the place of a person in what is counted.
func (p person) point(what int) int {
	switch what {
	case ofScores: // Azwar's of three items from 1 to 3: M = 6, SD = 1
		sum := p.answers[0] + p.answers[1] + p.answers[2]
		return map[bool]int{true: 1}[sum >= 5] + map[bool]int{true: 1}[sum >= 7]
	case ofGender:
		return map[string]int{"L": 0, "P": 1}[p.gender]
	}
	return p.answers[what] - 1
}

// read takes what a folder holds in results.json files.
func (s *solver) read(t *testing.T, dir string) {
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.Name() != "results.json" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		cohort := filepath.Base(filepath.Dir(path))
		if filepath.Dir(path) == dir {
			cohort = ""
		}
		s.results(t, data, cohort)
		return nil
	})
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
}

func (s *solver) results(t *testing.T, data []byte, cohort string) {
	type stats struct {
		N, Mean, SD *float64
		Counts      map[string]int // of answers
	}
	var r struct {
		Constructs []struct {
			Items   []struct{ Counts map[string]any }
			Classes struct {
				Classes []struct{ N int }
			} `json:"score_classes"`
		}
		Profile []struct {
			Withheld bool
			Values   []struct {
				Value string
				N     int
			}
		}
		Groups []struct {
			ID         string
			Groups     []struct{ Value string }
			Constructs []struct{ Items []struct{ Groups []stats } }
		}
	}
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	member := func(id, value string) []bool {
		in := make([]bool, len(s.office.people))
		for i, p := range s.office.people {
			in[i] = (cohort == "" || p.cohort == cohort) && (id == "" || map[string]string{"bidang": p.field, "seksi": p.section, "jk": p.gender}[id] == value)
		}
		return in
	}
	all := published{name: cohort, in: member("", "")}
	for i, it := range r.Constructs[0].Items {
		for p := range all.counts[i] {
			all.counts[i][p] = -1
			if n, ok := it.Counts[fmt.Sprint(p+1)].(float64); ok {
				all.counts[i][p] = int(n)
			}
		}
	}
	all.counts[ofScores], all.counts[ofGender] = [3]int{-1, -1, -1}, [3]int{-1, -1, -1}
	for i, x := range r.Constructs[0].Classes.Classes {
		all.counts[ofScores][i] = x.N
	}
	if p := r.Profile[0]; !p.Withheld {
		all.counts[ofGender] = [3]int{}
		for _, x := range p.Values {
			all.counts[ofGender][map[string]int{"L": 0, "P": 1}[x.Value]] = x.N
		}
	}
	s.sets = append(s.sets, all)
	for _, g := range r.Groups {
		for k, x := range g.Groups {
			set := published{name: cohort + " " + x.Value, in: member(g.ID, x.Value)}
			known := true
			for i, it := range g.Constructs[0].Items {
				st := it.Groups[k]
				switch known = st.N != nil && st.Mean != nil; {
				case known:
					set.counts[i] = threePoints(*st.N, *st.Mean, st.SD)
					if told := [3]int{st.Counts["1"], st.Counts["2"], st.Counts["3"]}; told != set.counts[i] {
						t.Errorf("%s, item %d: %v by its counts, %v by its mean", set.name, i+1, told, set.counts[i])
					}
				case st.Counts != nil: // told by no other figure
					known = true
					set.counts[i] = [3]int{st.Counts["1"], st.Counts["2"], st.Counts["3"]}
				}
				if !known {
					break
				}
			}
			if known {
				s.sets = append(s.sets, set)
			}
		}
	}
}

// threePoints are the counts of answers 1, 2, 3 with a size, a mean and an SD.
func threePoints(n, mean float64, sd *float64) [3]int {
	square := n * mean * mean
	if sd != nil {
		square += (n - 1) * *sd * *sd
	}
	sum := n * mean
	three := (square - 3*sum + 2*n) / 2
	two := sum - n - 2*three
	return [3]int{int(math.Round(n - two - three)), int(math.Round(two)), int(math.Round(three))}
}

// people are those fewer than min_group, but somebody, whose answers are a sum of
// what is published: of each group, cohort, group of a cohort and of whoever is alike.
func (s *solver) people() []string {
	targets := map[string][]bool{}
	for i, p := range s.office.people {
		for _, parts := range [][4]string{{p.cohort}, {"", p.field}, {"", "", p.section}, {"", "", "", p.gender}, {p.cohort, p.field}, {p.cohort, "", p.section}, {p.cohort, "", "", p.gender}, {p.cohort, "", p.section, p.gender}, {"", "", p.section, p.gender}} {
			key := strings.Join(parts[:], "/")
			if targets[key] == nil {
				targets[key] = make([]bool, len(s.office.people))
			}
			targets[key][i] = true
		}
	}
	var out []string
	for key, in := range targets {
		n := 0
		for _, x := range in {
			if x {
				n++
			}
		}
		if n >= s.minGroup {
			continue
		}
		factors := s.express(in)
		if factors == nil {
			continue
		}
		got, true3 := [3]int{}, [3]int{}
		for p := range 3 {
			sum := new(big.Rat)
			for k, f := range factors {
				sum.Add(sum, new(big.Rat).Mul(f, big.NewRat(int64(s.sets[k].counts[0][p]), 1)))
			}
			v, _ := sum.Float64()
			got[p] = int(math.Round(v))
		}
		for i, x := range in {
			if x {
				true3[s.office.people[i].answers[0]-1]++
			}
		}
		if got == true3 {
			out = append(out, fmt.Sprintf("%s: %v", key, got))
		}
	}
	slices.Sort(out)
	return out
}

// express is a set of people as a sum of the published ones: the factors, nil where it is
// none. Gauss–Jordan over rational numbers.
func (s *solver) express(target []bool) []*big.Rat {
	rows, cols := len(target), len(s.sets)
	m := make([][]*big.Rat, rows)
	for i := range m {
		m[i] = make([]*big.Rat, cols+1)
		for k := range s.sets {
			m[i][k] = one(s.sets[k].in[i])
		}
		m[i][cols] = one(target[i])
	}
	pivot := make([]int, 0, cols)
	for k := range cols {
		r := len(pivot)
		at := slices.IndexFunc(m[r:], func(row []*big.Rat) bool { return row[k].Sign() != 0 })
		if at < 0 {
			continue
		}
		m[r], m[r+at] = m[r+at], m[r]
		inverse := new(big.Rat).Inv(m[r][k])
		for j := k; j <= cols; j++ {
			m[r][j] = new(big.Rat).Mul(m[r][j], inverse)
		}
		for i := range m {
			if f := m[i][k]; i != r && f.Sign() != 0 {
				for j := k; j <= cols; j++ {
					m[i][j] = new(big.Rat).Sub(m[i][j], new(big.Rat).Mul(f, m[r][j]))
				}
			}
		}
		if pivot = append(pivot, k); len(pivot) == rows {
			break
		}
	}
	for _, row := range m[len(pivot):] {
		if row[cols].Sign() != 0 {
			return nil
		}
	}
	out := slices.Repeat([]*big.Rat{new(big.Rat)}, cols)
	for r, k := range pivot {
		out[k] = m[r][cols]
	}
	return out
}

func one(x bool) *big.Rat {
	if x {
		return big.NewRat(1, 1)
	}
	return new(big.Rat)
}

// counts are the small counts of all and of the cohorts that can be one number only, of
// those that fit what is published and how it is chosen.
func (s *solver) counts() []string {
	names := []string{"I", "II", "III"}
	sizes := map[string]int{}
	for _, p := range s.office.people {
		sizes[p.cohort]++
	}
	find := func(name string) *published {
		for k := range s.sets {
			if s.sets[k].name == name {
				return &s.sets[k]
			}
		}
		return nil
	}
	all := find("")
	var out []string
	for item := range counted {
		possible := map[string]map[int]bool{}
		truth := map[string]int{}
		for _, p := range s.office.people {
			truth[fmt.Sprint(p.cohort, p.point(item))]++
			truth[fmt.Sprint("", p.point(item))]++
		}
		var rows [][][3]int // by cohort
		for _, c := range names {
			rows = append(rows, s.rows(find(c), sizes[c], item))
		}
		for _, x := range rows[0] {
			for _, y := range rows[1] {
				for _, z := range rows[2] {
					sum := [3]int{x[0] + y[0] + z[0], x[1] + y[1] + z[1], x[2] + y[2] + z[2]}
					if all != nil && !fits(all.counts[item], sum, s.least(item)) {
						continue
					}
					for p := range 3 {
						for k, v := range []int{x[p], y[p], z[p]} {
							mark(possible, fmt.Sprint(names[k], p), v)
						}
						mark(possible, fmt.Sprint("", p), sum[p])
					}
				}
			}
		}
		for key, n := range truth {
			if who := key[:len(key)-1]; n > 0 && n < s.cell && len(possible[key]) == 1 && (who == "" && all != nil || find(who) != nil) {
				out = append(out, fmt.Sprintf("item %d, %s: %d", item+1, key, n))
			}
		}
	}
	slices.Sort(out)
	return out
}

func mark(m map[string]map[int]bool, key string, v int) {
	if m[key] == nil {
		m[key] = map[int]bool{}
	}
	m[key][v] = true
}

// rows are the counts that a cohort of a size may have.
func (s *solver) rows(of *published, n, item int) (out [][3]int) {
	for a := range n + 1 {
		for b := range n - a + 1 {
			row := [3]int{a, b, n - a - b}
			if item == ofGender && row[2] > 0 {
				continue
			}
			if of == nil || fits(of.counts[item], row, s.least(item)) {
				out = append(out, row)
			}
		}
	}
	return out
}

// least is the smallest count that is shown. There are no classes of scores where some
// count may be hidden.
func (s *solver) least(item int) int {
	if item == ofScores {
		return math.MaxInt
	}
	return s.cell
}

// fits reports whether counts would be shown so: no small count among the shown ones, and
// some small one where any is hidden or all of them on a size that hides all.
func fits(shown, counts [3]int, least int) bool {
	hidden, small, n := false, false, 0
	for p, c := range counts {
		n += c
		if shown[p] >= 0 && shown[p] != c {
			return false
		}
		if shown[p] < 0 {
			hidden = true
		}
		small = small || c > 0 && c < least
	}
	return !hidden || small || n == 3*(least-1)
}
