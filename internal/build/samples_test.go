package build

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sample is a study of made-up answers, for what the shape of a study does to its pages.
type sample struct {
	name                      string
	constructs, items, points int  // items of each construct
	long                      bool // statements of several lines, without labels
	more                      string
}

const inAllWays = "interpretation: true\nanalysis: {appendix: true}\ngroups: [{column: Kelas, label: {id: kelas, en: class}}, {column: Unit, label: {id: unit kerja, en: unit}}]\n"

var samples = []sample{
	{name: "sixty", constructs: 6, items: 10, points: 5},
	{name: "thirty", constructs: 3, items: 10, points: 5, more: inAllWays},
	{name: "long", constructs: 2, items: 8, points: 5, long: true, more: inAllWays},
	{name: "seven", constructs: 2, items: 9, points: 7},
	{name: "eleven", constructs: 2, items: 10, points: 11},
	{name: "thirteen", constructs: 5, items: 13, points: 5, more: "kind: evaluation\n"},
	{name: "tall", constructs: 4, items: 9, points: 3, long: true},
}

// write writes the study to a folder of its name and gives the path of its study.yaml.
func (s sample) write(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), s.name)
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	var yaml, answers strings.Builder
	yaml.WriteString("title: {id: Kepuasan Peserta Pelatihan, en: Satisfaction with the Training}\nscale: [")
	for p := range s.points {
		fmt.Fprintf(&yaml, "{value: %d, label: {id: %s, en: %s}}, ", p+1, degree(p, s.points, "Sangat Tidak Setuju", "Sangat Setuju"), degree(p, s.points, "Strongly disagree", "Strongly agree"))
	}
	yaml.WriteString("]\nconstructs:\n")
	answers.WriteString("Kelas,Unit")
	topics := [][2]string{{"jadwal", "the schedule"}, {"ruang", "the rooms"}, {"biaya", "the costs"}, {"materi", "the material"}, {"hasil", "the results"}}
	n := 0
	for c := range s.constructs {
		fmt.Fprintf(&yaml, "  - id: c%d\n    label: {id: mutu bagian %d, en: quality of part %d}\n    items:\n", c+1, c+1, c+1)
		for range s.items {
			n++
			topic := topics[n%len(topics)]
			id, en := "Penyelenggara menyampaikan "+topic[0]+" dengan jelas", "The organisers told participants about "+topic[1]
			label := fmt.Sprintf(", label: {id: Penyampaian %s %d, en: Word of %s %d}", topic[0], n, topic[1], n)
			if s.long {
				id += " dan lengkap kepada semua peserta sebelum kegiatan dimulai, sehingga peserta dapat mempersiapkan diri dengan baik dan memahami tujuan setiap kegiatan"
				en += " clearly and in full before the activities began, so that all of them could prepare well and understood the purpose of each of the activities"
				label = ""
			}
			fmt.Fprintf(&yaml, "      - {id: P%d, statement: {id: \"%s %d\", en: \"%s %d\"}%s}\n", n, id, n, en, n, label)
			fmt.Fprintf(&answers, ",P%d", n)
		}
	}
	yaml.WriteString("responses: {file: answers.csv, synthetic: true}\n" + s.more)
	random := rand.New(rand.NewPCG(7, uint64(n)))
	for range 80 {
		fmt.Fprintf(&answers, "\n%s,%s", []string{"Pagi", "Sore"}[random.IntN(2)], []string{"Dinas Kesehatan", "Dinas Pendidikan", "Kecamatan"}[random.IntN(3)])
		level := 0.65 + 0.2*random.NormFloat64()
		for range n {
			x := level + 0.15*random.NormFloat64()
			fmt.Fprintf(&answers, ",%d", 1+min(max(int(x*float64(s.points)), 0), s.points-1))
		}
	}
	for name, text := range map[string]string{"study.yaml": yaml.String(), "answers.csv": answers.String() + "\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "study.yaml")
}

// degree is the label of a point: words at the ends, numbers between.
func degree(p, points int, low, high string) string {
	switch p {
	case 0:
		return low
	case points - 1:
		return high
	}
	return fmt.Sprintf("\"%d\"", p+1)
}
