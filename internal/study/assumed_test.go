package study

import (
	"slices"
	"strings"
	"testing"
)

const withAssumed = `title: T
scale: {min: 1, max: 5}
constructs: [{id: c, items: [P1, P2]}]
responses: a.csv

# What stands here was assumed.
assumed:
  - kind: order
    what: A < B < C
    other: number the points
    where: P1 and P2
  - kind: length
    what: there are 4 points
`

// TestAssumed stops for each open assumption until it is deleted or accepted.
func TestAssumed(t *testing.T) {
	s, l := Parse("study.yaml", []byte(withAssumed))
	if len(l) != 2 || l[0].Code != CodeAssumed || !l.HasErrors() || l[0].Pos.Line != 8 || !strings.Contains(l[0].Message, "A < B < C (P1 and P2)") || !strings.Contains(l[0].Hint, "number the points") {
		t.Fatalf("found %v", l)
	}
	if rest := s.Accept(l); len(rest) != 0 || !s.Assumed[0].Accepted || !s.Assumed[1].Accepted {
		t.Errorf("accepted: %v, %+v", rest, s.Assumed)
	}
}

// TestNoOrder stops for points without numbers, also where all is accepted.
func TestNoOrder(t *testing.T) {
	text := `title: T
scale:
  - {value: …, label: Oke}
  - {value: …, label: Mantul}
constructs: [{id: c, items: [P1, P2]}]
responses: a.csv
`
	entry := "assumed: [{kind: order, what: the order is not known, other: write it}]\n"
	s, l := Parse("study.yaml", []byte(text+entry))
	if len(l) != 1 || l[0].Code != CodeAssumed || strings.Contains(l[0].Hint, "accept") || !s.Unordered() {
		t.Errorf("open: %v", l)
	}
	if rest := s.Accept(l); len(rest) != 1 || rest[0].Code != "no-order" || !strings.Contains(rest[0].Message, "“Oke”, “Mantul”") || rest[0].Pos.Line != 3 {
		t.Errorf("accepted: %v", rest)
	}
	if _, l = Parse("study.yaml", []byte(text)); len(l) != 1 || l[0].Code != "no-order" {
		t.Errorf("confirmed without numbers: %v", l)
	}
	numbered, all := Number([]byte(text), func(labels []string) []int { return []int{2, 1} })
	if s, l = Parse("study.yaml", numbered); !all || len(l) != 0 || s.Scale.Points[0].Label.In("id") != "Mantul" {
		t.Errorf("numbered: %v\n%s", l, numbered)
	}
}

// TestConfirm deletes confirmed entries, and nothing else.
func TestConfirm(t *testing.T) {
	for _, c := range []struct {
		confirmed []int
		want      string
	}{
		{nil, withAssumed},
		{[]int{1}, strings.Replace(withAssumed, "  - kind: length\n    what: there are 4 points\n", "", 1)},
		{[]int{0}, strings.Replace(withAssumed, "  - kind: order\n    what: A < B < C\n    other: number the points\n    where: P1 and P2\n", "", 1)},
		{[]int{0, 1}, withAssumed[:strings.Index(withAssumed, "# What")]},
	} {
		got, ok := Confirm([]byte(withAssumed), func(i int) bool { return slices.Contains(c.confirmed, i) })
		if !ok || string(got) != c.want {
			t.Errorf("%v confirmed: %v\n%s", c.confirmed, ok, got)
		}
		// In the middle of a file, too.
		tail := "\nlanguages: [id]\n"
		got, _ = Confirm([]byte(withAssumed+tail), func(i int) bool { return slices.Contains(c.confirmed, i) })
		if string(got) != c.want+tail {
			t.Errorf("%v confirmed above other keys:\n%s", c.confirmed, got)
		}
	}
	flow := "title: T\nassumed: [{kind: a, what: b}]\n"
	if got, ok := Confirm([]byte(flow), func(int) bool { return true }); ok || string(got) != flow {
		t.Errorf("a list on one line became\n%s", got)
	}
}

// TestGroupOf puts texts of a column into the groups that a study makes of them.
func TestGroupOf(t *testing.T) {
	s, l := Parse("study.yaml", complete(`groups:
  - {column: Pendidikan, values: {SMA: Menengah, SMK: Menengah, S1: {id: Sarjana, en: Degree}, D4: {id: Sarjana, en: Degree}}}
  - {column: Usia, classes: [20, 30]}
  - {column: IPK, classes: [2.5, 3]}
  - Unit
`))
	if l.HasErrors() {
		t.Fatal(l)
	}
	for _, c := range []struct {
		group      int
		text, want string
	}{
		{0, "SMA", "SMA"}, {0, "smk ", "SMA"}, {0, "D4", "S1"}, {0, "SD", "SD"}, {0, "", ""},
		{1, "19", "under 20"}, {1, "20", "20–29"}, {1, "29,5", "20–29"}, {1, "30", "30 and over"}, {1, "", ""}, {1, "dua puluh", ""},
		{2, "2.49", "under 2.5"}, {2, "2,75", "2.5 to under 3"},
		{3, "A", "A"},
	} {
		got, ok := s.Groups[c.group].Of(c.text)
		if got != c.want || ok != (c.want != "" || c.text == "") {
			t.Errorf("%q is of the group %q, %v", c.text, got, ok)
		}
	}
	if len(s.Groups[0].Values) != 2 || s.Groups[1].Values[1].Label.In("id") != "20–29" || s.Groups[1].Values[0].Label.In("id") != "di bawah 20" {
		t.Errorf("the groups are %+v", s.Groups)
	}
}
