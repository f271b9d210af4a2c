//go:build ignore

// Command agency writes a synthetic agency into a folder: a study and the
// answers of many cohorts, drawn by chance, always the same.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
)

func main() {
	cohorts := flag.Int("cohorts", 1000, "how many cohorts")
	people := flag.Int("people", 65, "how many answer in each")
	items := flag.Int("items", 5, "how many items they answer")
	kind := flag.String("kind", "article", "article or evaluation")
	flag.Parse()
	dir := flag.Arg(0)
	f, err := os.Create(filepath.Join(dir, "answers.csv"))
	if err != nil {
		log.Fatal(err)
	}
	w := bufio.NewWriter(f)
	random := rand.New(rand.NewPCG(1, 2))
	labels := []string{"Sangat Tidak Setuju", "Tidak Setuju", "Ragu-ragu", "Setuju", "Sangat Setuju"}
	fmt.Fprint(w, "Angkatan")
	for i := range *items {
		fmt.Fprintf(w, ",P%d", i+1)
	}
	for c := range *cohorts {
		for range *people {
			fmt.Fprintf(w, "\nAngkatan %d", c+1)
			mood := random.NormFloat64()
			for range *items {
				v := int(3.4 + 0.8*mood + 0.8*random.NormFloat64() + 0.5)
				fmt.Fprintf(w, ",%s", labels[min(max(v, 1), 5)-1])
			}
		}
	}
	fmt.Fprintln(w)
	if err := w.Flush(); err != nil {
		log.Fatal(err)
	}
	study := fmt.Sprintf(`kind: %s
title: {id: "Evaluasi pelatihan (data sintetis)", en: "Evaluation of a training (synthetic data)"}
method: {respondents: {id: peserta pelatihan, en: trainees}, sampling: saturated}
scale:
  - {value: 5, code: SS, label: {id: Sangat Setuju, en: Strongly agree}}
  - {value: 4, code: S, label: {id: Setuju, en: Agree}}
  - {value: 3, code: RR, label: {id: Ragu-ragu, en: Undecided}}
  - {value: 2, code: TS, label: {id: Tidak Setuju, en: Disagree}}
  - {value: 1, code: STS, label: {id: Sangat Tidak Setuju, en: Strongly disagree}}
responses: {file: answers.csv, cohort: Angkatan, synthetic: true}
constructs:
  - id: kepuasan
    label: {id: kepuasan peserta, en: satisfaction of trainees}
    items:
`, *kind)
	for i := range *items {
		study += fmt.Sprintf("      - {id: P%d, statement: {id: Pernyataan nomor %d tentang pelatihan, en: Statement number %d on the training}}\n", i+1, i+1, i+1)
	}
	if err := os.WriteFile(filepath.Join(dir, "study.yaml"), []byte(study), 0o666); err != nil {
		log.Fatal(err)
	}
}
