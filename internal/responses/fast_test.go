package responses

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/sheet"
)

// TestEitherReader finds the same answers, respondents and problems in files that differ
// only in a blank before a quote, which leaves a file to the tolerant reader, whatever
// the number of processors. The last cell of each file is the one.
func TestEitherReader(t *testing.T) {
	labels := []string{"Sangat Setuju", "S", "Ragu-ragu", "TS", "Sangat Tidak Setuju"}
	for _, c := range []struct {
		name, keys, head string
		row              func(i int) string
	}{
		{"numbers", "", "P1,P2", func(i int) string { return fmt.Sprintf("%d,%d", 1+i%5, 1+i/3%5) }},
		{"labels and blanks", "", "P1,P2", func(i int) string { return labels[i%5] + "," + []string{"", " ", "setuju", "5"}[i%4] }},
		{"codes for no answer, answers outside", "responses: {file: answers.csv, missing: [99, \"-\"], outside: [Tidak berlaku]}", "P1,P2",
			func(i int) string {
				return []string{"99", "4", "-", "5"}[i%4] + "," + []string{"3", "Tidak berlaku", ""}[i%3]
			}},
		{"what is no answer", "responses: {file: answers.csv, off_scale: missing}", "P1,P2",
			func(i int) string {
				return fmt.Sprintf("%d,%s", 1+i%5, []string{"4", "5", "7", "Sangat Setujuu"}[i%97%4])
			}},
		{"times, names and comments", "comments: [Saran]", "Timestamp,Nama,P1,P2,Saran",
			func(i int) string {
				return fmt.Sprintf("2024/01/%02d 10:%02d:00,Peserta %d,%d,%d,%s", 1+i%28, i%60, i/2, 1+i/2%5, 1+i/6%5, []string{"bagus", "", "baik sekali"}[i%3])
			}},
		{"times alone", "responses: {file: answers.csv, exclude: [duplicates, straightliners, empty]}", "Timestamp,P1,P2",
			func(i int) string {
				return fmt.Sprintf("2024/01/05 10:%02d:%02d,%d,%d", i/120%60, i%60, 1+i/2%5, 1+i/7%4)
			}},
		{"identifiers", "responses: {file: answers.csv, identifier: NIP, exclude: [duplicates]}", "NIP,P1,P2",
			func(i int) string { return fmt.Sprintf("a-%d,%d,%d", i*7%4000, 1+i%5, 1+i/5%5) }},
		{"groups and profile", "groups: [Unit, {column: Usia, classes: [20, 30, 40]}]\nprofile: [Unit]", "Unit,Usia,P1,P2",
			func(i int) string { return fmt.Sprintf("%s %d,%d,%d,%d", "Dinas", i%7, 18+i%40, 1+i%5, 1+i/5%5) }},
		{"cohorts", "responses: {file: answers.csv, cohort: Angkatan}", "Angkatan,P1,P2",
			func(i int) string { return fmt.Sprintf("Angkatan %d,%d,%d", i*i%600, 1+i%5, 1+i/5%5) }},
		{"rows of no cohort", "responses: {file: answers.csv, cohort: Angkatan}", "Angkatan,P1,P2",
			func(i int) string { return fmt.Sprintf("%s,%d,%d", []string{"I", "II", ""}[i%3], 1+i%5, 1+i/5%5) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			var rows []string
			for i := range 20_000 {
				rows = append(rows, c.row(i))
			}
			text := c.head + "\n" + strings.Join(rows, "\n") + "\n"
			last := strings.LastIndexByte(text, ',') + 1
			tolerant := text[:last] + ` "` + strings.TrimSpace(text[last:]) + "\"\n"
			dir := t.TempDir()
			want := ""
			for _, processors := range []int{4, 1} {
				for _, text := range []string{tolerant, text} {
					write(t, dir, "answers.csv", []byte(text))
					before := runtime.GOMAXPROCS(processors)
					got := found(t, dir, c.keys)
					runtime.GOMAXPROCS(before)
					if want == "" {
						want = got
					} else if got != want {
						t.Fatalf("%d processors, fast %v: found\n%.3000s\nwant\n%.3000s", processors, text != tolerant, got, want)
					}
				}
			}
			var l diag.List
			g := sheet.Read(dir+"/answers.csv", diag.Pos{}, sheet.Options{}, &l)
			if _, coded := g.Coded(len(g.Columns) - 2); !coded {
				t.Error("the file was not read by the fast reader")
			}
		})
	}
}

// found is everything that is found in the answers of a study.
func found(t *testing.T, dir, keys string) string {
	t.Helper()
	st := parse(t, dir, keys)
	table, l := Read(st)
	l = append(l, table.Warnings()...)
	out := printed(l, dir) + tableText(table)
	for _, name := range st.Comments {
		_, texts := table.Comments(name)
		out += strings.Join(texts, "\n")
	}
	if st.Responses.Cohort != "" {
		c, l := Open(st).By(st.Responses.Cohort, diag.Pos{})
		out += printed(l, dir)
		for _, one := range c.Each {
			out += one.Name + printed(one.Problems, dir) + tableText(one.Table)
		}
	}
	return out
}

func tableText(t *Table) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d %+v %v\n", t.N, t.Quality, t.Groups)
	for i := range t.N {
		fmt.Fprintln(&b, t.Place(i))
	}
	for _, c := range t.Columns {
		fmt.Fprintf(&b, "%+v\n", *c)
	}
	return b.String()
}

// TestPatterns holds what is found of rows eight at a time equal to what a look at each
// finds.
func TestPatterns(t *testing.T) {
	dir := t.TempDir()
	var csv strings.Builder
	csv.WriteString("P1,P2,X1,X2\n")
	for i := range 5003 {
		for k, of := range [][]string{{"1", "5", ""}, {"1", "5", "", "5"}, {"1", "2", "", "5", "5"}, {"", "1", "5", "1", "5", "", "2"}} {
			csv.WriteString(of[i/(k+1)%len(of)] + map[bool]string{true: "\n", false: ","}[k == 3])
		}
	}
	write(t, dir, "answers.csv", []byte(csv.String()))
	st := parse(t, dir, "constructs: [{id: c, items: [P1, P2]}, {id: d, items: [X1, X2], scale: {min: 1, max: 5}}]\nscale: {min: 1, max: 7}\n")
	table, l := Read(st)
	if l.HasErrors() {
		t.Fatal(l)
	}
	empty, straight := table.patterns(st)
	for i := range table.N {
		var values []int
		for _, c := range table.Columns {
			if k := c.Codes[i]; k != Missing {
				values = append(values, int(k))
			}
		}
		want := len(values)
		if want > 0 && slices.Min(values) != slices.Max(values) {
			want = 0
		}
		if empty[i] != (len(values) == 0) || int(straight[i]) != want {
			t.Fatalf("row %d with %v: empty %v, the same %d times, want %d", i, values, empty[i], straight[i], want)
		}
	}
	if !slices.Equal(empty, table.EmptyRows()) {
		t.Error("EmptyRows finds others")
	}
	if table.empty = nil; !slices.Equal(empty, table.EmptyRows()) {
		t.Error("EmptyRows of a table that was put together finds others")
	}
	if table.Answered() != len(slices.DeleteFunc(empty, func(e bool) bool { return e })) {
		t.Error("Answered counts others")
	}
}
