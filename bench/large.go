//go:build ignore

// Command large writes a synthetic survey into a folder: a study and the answers of
// many people to many items, drawn by chance, always the same.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"

	"github.com/xuri/excelize/v2"
)

func main() {
	people := flag.Int("people", 1_000_000, "how many answer")
	items := flag.Int("items", 25, "how many items they answer")
	labels := flag.Bool("labels", false, "answers are labels, not numbers")
	cohorts := flag.Int("cohorts", 0, "how many cohorts they belong to, in a column of its own")
	workbook := flag.Bool("xlsx", false, "a workbook instead of CSV")
	flag.Parse()
	dir := flag.Arg(0)
	rows := newAnswers(*people, *items, *labels, *cohorts)
	name, write := "answers.csv", writeCSV
	if *workbook {
		name, write = "answers.xlsx", writeXLSX
	}
	if err := write(filepath.Join(dir, name), rows); err != nil {
		log.Fatal(err)
	}
	study := "kind: article\ntitle: {id: \"Survei besar (data sintetis)\", en: \"A large survey (synthetic data)\"}\n" +
		"method: {respondents: {id: peserta, en: participants}, sampling: saturated}\n" +
		"scale:\n  - {value: 5, code: SS, label: {id: Sangat Setuju, en: Strongly agree}}\n  - {value: 4, code: S, label: {id: Setuju, en: Agree}}\n" +
		"  - {value: 3, code: RR, label: {id: Ragu-ragu, en: Undecided}}\n  - {value: 2, code: TS, label: {id: Tidak Setuju, en: Disagree}}\n" +
		"  - {value: 1, code: STS, label: {id: Sangat Tidak Setuju, en: Strongly disagree}}\n"
	cohort := ""
	if *cohorts > 0 {
		cohort = ", cohort: Angkatan"
	}
	study += fmt.Sprintf("responses: {file: %s%s, synthetic: true}\nconstructs:\n  - id: kepuasan\n    label: {id: kepuasan peserta, en: satisfaction of participants}\n    items:\n", name, cohort)
	for i := range *items {
		study += fmt.Sprintf("      - {id: P%d, statement: {id: Pernyataan nomor %d, en: Statement number %d}}\n", i+1, i+1, i+1)
	}
	if err := os.WriteFile(filepath.Join(dir, "study.yaml"), []byte(study), 0o666); err != nil {
		log.Fatal(err)
	}
}

// answers gives the rows one after the other.
type answers struct {
	people, items, cohorts int
	labels                 bool
	random                 *rand.Rand
}

func newAnswers(people, items int, labels bool, cohorts int) *answers {
	return &answers{people, items, cohorts, labels, rand.New(rand.NewPCG(1, 2))}
}

func (a *answers) header() []string {
	var row []string
	if a.cohorts > 0 {
		row = append(row, "Angkatan")
	}
	for i := range a.items {
		row = append(row, "P"+strconv.Itoa(i+1))
	}
	return row
}

// next is a row: one in fifty answers is missing.
func (a *answers) next(row []string) []string {
	row = row[:0]
	if a.cohorts > 0 {
		row = append(row, fmt.Sprintf("Angkatan %d", 1+a.random.IntN(a.cohorts)))
	}
	mood := a.random.NormFloat64()
	for range a.items {
		v := min(max(int(3.4+0.8*mood+0.8*a.random.NormFloat64()+0.5), 1), 5)
		switch {
		case a.random.IntN(50) == 0:
			row = append(row, "")
		case a.labels:
			row = append(row, [...]string{"Sangat Tidak Setuju", "Tidak Setuju", "Ragu-ragu", "Setuju", "Sangat Setuju"}[v-1])
		default:
			row = append(row, strconv.Itoa(v))
		}
	}
	return row
}

func writeCSV(path string, a *answers) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	line := func(row []string) {
		for i, cell := range row {
			if i > 0 {
				w.WriteByte(',')
			}
			w.WriteString(cell)
		}
		w.WriteByte('\n')
	}
	line(a.header())
	var row []string
	for range a.people {
		row = a.next(row)
		line(row)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

func writeXLSX(path string, a *answers) error {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	number := 0
	line := func(row []string) error {
		number++
		cells := make([]any, len(row))
		for i, cell := range row {
			if v, err := strconv.Atoi(cell); err == nil {
				cells[i] = v
			} else if cell != "" {
				cells[i] = cell
			}
		}
		return w.SetRow("A"+strconv.Itoa(number), cells)
	}
	if err := line(a.header()); err != nil {
		return err
	}
	var row []string
	for range a.people {
		row = a.next(row)
		if err := line(row); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.SaveAs(path)
}
