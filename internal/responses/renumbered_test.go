package responses

import (
	"fmt"
	"strings"
	"testing"
)

// TestRenumbered: where a question was put between others, items are found by their statements, and
// that is said; where a statement was only worded anew, or stands twice, by their numbers.
func TestRenumbered(t *testing.T) {
	const keys = `constructs: [{id: c, items: [{id: P1, column: "1", statement: Materi jelas}, {id: P2, column: "2", statement: Pengajar sabar}, {id: P3, column: "3", statement: {id: Ruang bersih, en: The room is clean}}]}]`
	for name, c := range map[string]struct{ head, want, said string }{
		"as it was":         {"1. Materi jelas,2. Pengajar sabar,3. Ruang bersih,Catatan umum", "1 2 3", ""},
		"one between":       {"1. Materi jelas,2. Jadwal tepat,3. Pengajar sabar,4. Ruang bersih", "1 3 4", "P2 C P3 D"},
		"turned round":      {"1. Ruang bersih,2. Pengajar sabar,3. Materi jelas,4. Jadwal tepat", "3 2 1", "P1 C P3 A"},
		"other brackets":    {"[1] Materi jelas,(2) Jadwal tepat,(3) Pengajar sabar,Nilai [4. Ruang bersih]", "1 3 4", "P2 C P3 D"},
		"in English":        {"1. Materi jelas,2. Pengajar sabar,4. Jadwal tepat,5. The room is clean", "1 2 4", "P3 D"},
		"a number is gone":  {"Jadwal tepat,5. Materi jelas,6. Pengajar sabar,7. Ruang bersih", "2 3 4", "P1 B P2 C P3 D"},
		"worded anew":       {"1. Materi jelas,2. Pengajar amat sabar,3. Ruang kelas bersih,4. Jadwal tepat", "1 2 3", ""},
		"stated twice":      {"1. Materi jelas,2. Jadwal tepat,3. Ruang bersih,4. Pengajar sabar,5. Pengajar sabar", "1 2 3", ""},
		"the letters alone": {"P,Q,1,2,3", "3 4 5", ""},
	} {
		dir := t.TempDir()
		n := strings.Count(c.head, ",") + 1
		rows := c.head + "\n"
		for i := range 3 {
			for col := range n {
				rows += fmt.Sprint((col+i)%5+1) + map[bool]string{true: "\n", false: ","}[col == n-1]
			}
		}
		write(t, dir, "answers.csv", []byte(rows))
		table, ds := readIn(t, dir, keys)
		if ds.HasErrors() {
			t.Errorf("%s: %v", name, ds)
			continue
		}
		var got, said []string
		for _, line := range strings.Fields(codes(table)) {
			if line[0] != 'P' { // the first answer is the number of the column
				got = append(got, line[:1])
			}
		}
		for _, d := range ds {
			if d.Code == "renumbered" {
				w := strings.Fields(d.Message)
				said = append(said, w[1], w[6])
			}
		}
		if strings.Join(got, " ") != c.want || strings.Join(said, " ") != c.said {
			t.Errorf("%s: columns %q, want %s; %q is said, want %s", name, got, c.want, said, c.said)
		}
	}
}
