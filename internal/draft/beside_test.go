package draft

import (
	"fmt"
	"strings"
	"testing"
)

// answered are numbers from 1 to 5 of twelve respondents to four items.
var answered = [][]int{
	{2, 1, 3, 2}, {5, 5, 5, 3}, {4, 5, 3, 2}, {4, 3, 2, 1}, {3, 4, 4, 5}, {1, 2, 2, 4}, {3, 3, 1, 4}, {4, 4, 5, 4}, {5, 2, 3, 3}, {2, 3, 4, 1}, {4, 4, 4, 5}, {5, 3, 4, 4},
}

// beside is a file of the answers with further columns behind them.
func beside(heads string, cells func(r []int) string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "No,Materi jelas,Ruang nyaman,Petugas ramah,Biaya wajar,%s\n", heads)
	for i, r := range answered {
		fmt.Fprintf(&b, "%d,%d,%d,%d,%d,%s\n", i+1, r[0], r[1], r[2], r[3], cells(r))
	}
	return b.String()
}

// TestBesideItems takes no column of counts, figures or consent for an item.
func TestBesideItems(t *testing.T) {
	counts := func(r []int) string {
		n := make([]int, 6)
		for _, v := range r {
			n[v]++
		}
		return fmt.Sprintf("%d,%d,%d,%d,%d", n[5], n[4], n[3], n[2], n[1])
	}
	for heads, cells := range map[string]func(r []int) string{
		"SS,S,N,TS,STS": counts,
		"Sangat Setuju,Setuju,Netral,Tidak Setuju,Sangat Tidak Setuju": counts,
		"5,4,3,2,1":   counts,
		"Rata-rata A": func(r []int) string { return fmt.Sprint((r[0] + r[1]) / 2) },
		"Min,Max": func(r []int) string {
			return fmt.Sprintf("%d,%d", min(r[0], r[1], r[2], r[3]), max(r[0], r[1], r[2], r[3]))
		},
		"Median":        func(r []int) string { return fmt.Sprint(r[1]) },
		"Ruang sejuk 1": nil,
	} {
		want := 4
		if cells == nil { // an item after all
			want, cells = 5, func(r []int) string { return fmt.Sprint(r[2]%5 + 1) }
		}
		if d, l := make1(t, beside(heads, cells), Options{}); d == nil || len(d.Items) != want {
			t.Errorf("%s: %v", heads, l)
			if d != nil {
				t.Error(d.Items)
			}
		}
	}
}

// TestConsent takes no question of consent for an item though its answer is a label of their scale.
func TestConsent(t *testing.T) {
	labels := []string{"", "Sangat Tidak Setuju", "Tidak Setuju", "Netral", "Setuju", "Sangat Setuju"}
	for head, want := range map[string]int{"Apakah Anda setuju mengisi kuesioner ini?": 4, "Informed consent": 4, "Saya menyatakan data yang diisi benar": 4, "Saya setuju dengan jadwal pelatihan": 5} {
		var b strings.Builder
		fmt.Fprintf(&b, "No,%s,Materi jelas,Ruang nyaman,Petugas ramah,Biaya wajar\n", head)
		for i, r := range answered {
			fmt.Fprintf(&b, "%d,Setuju,%s,%s,%s,%s\n", i+1, labels[r[0]], labels[r[1]], labels[r[2]], labels[r[3]])
		}
		b.WriteString("13,Tidak Setuju,,,,\n")
		if d, l := make1(t, b.String(), Options{}); d == nil || len(d.Items) != want {
			t.Errorf("%s: %v", head, l)
		}
	}
}

// TestChosen refuses columns under the answers however the one that was given is marked.
func TestChosen(t *testing.T) {
	for _, c := range []struct{ heads, yes, no string }{
		{"SS,S,TS,STS", "1", "0"}, {"SS,S,TS,STS", "Ya", "Tidak"}, {"SS,S,TS,STS", "TRUE", "FALSE"}, {"SS,S,TS,STS", "√ v", ""}, {"4,3,2,1", "1", ""}, {"4,3,2,1", "1", "0"},
	} {
		k := strings.Count(c.heads, ",") + 1
		var b strings.Builder
		gap := strings.Repeat(",", k)
		fmt.Fprintf(&b, "No,Materi jelas%sRuang nyaman%sPetugas ramah%s\n,%s,%s,%s\n", gap, gap, gap[1:], c.heads, c.heads, c.heads)
		marks := strings.Fields(c.yes)
		for i, r := range answered {
			fmt.Fprint(&b, i+1)
			for _, v := range r[:3] {
				for col := range k {
					cell := c.no
					if col == v%k {
						cell = marks[(i+v)%len(marks)]
					}
					b.WriteString("," + cell)
				}
			}
			b.WriteString("\n")
		}
		if d, l := make1(t, b.String(), Options{}); d != nil || !l.HasErrors() || l[len(l)-1].Code != "ticks-under-answers" {
			t.Errorf("%v: %v", c, l)
		}
	}
}
