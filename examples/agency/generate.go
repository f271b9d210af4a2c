//go:build ignore

// Generate makes the example's answers, its table of cohorts and its logo, the
// same each time:
//
//	go run generate.go
//
// Nobody gave these answers. They are drawn at random around a level for each
// item and cohort, so that the reports have something to say.
package main

import (
	"encoding/csv"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"log"
	"math"
	"math/rand/v2"
	"os"

	"github.com/xuri/excelize/v2"
)

// items are the statements with the level around which they are answered.
var items = []struct {
	statement string
	level     float64
}{
	{"Materi pelatihan sesuai dengan kebutuhan tugas", 3.2},
	{"Materi disajikan runtut dan mudah dipahami", 3.0},
	{"Bahan ajar tersedia tepat waktu", 3.1},
	{"Pengajar menguasai materi", 3.5},
	{"Pengajar memberi kesempatan bertanya", 3.5},
	{"Pengajar memanfaatkan waktu dengan baik", 3.1},
	{"Ruang kelas nyaman untuk belajar", 3.0},
	{"Jaringan internet memadai", 2.3},
	{"Konsumsi layak dan tepat waktu", 3.0},
	{"Panitia cepat menanggapi keluhan", 3.2},
	{"Jadwal dilaksanakan sesuai rencana", 3.1},
}

var labels = []string{"Tidak Setuju", "Kurang Setuju", "Setuju", "Sangat Setuju"}

// cohorts are the numbers of people who answered; the eighth is too small for
// a report of its own.
var cohorts = []int{38, 40, 35, 39, 30, 40, 36, 3, 28, 37, 40, 33}

var roman = []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"}

func main() {
	random := rand.New(rand.NewPCG(2026, 11))
	f, err := os.Create("jawaban.csv")
	if err != nil {
		log.Fatal(err)
	}
	w := csv.NewWriter(f)
	who := rand.New(rand.NewPCG(2026, 12)) // apart, so that the answers stay as they are
	head := []string{"Cap waktu", "Angkatan", "Jenis Kelamin", "Usia"}
	for i, it := range items {
		head = append(head, fmt.Sprintf("%d. %s", i+1, it.statement))
	}
	write := func(row []string) {
		if err := w.Write(row); err != nil {
			log.Fatal(err)
		}
	}
	write(head)
	for c, n := range cohorts {
		shift := 0.25 * random.NormFloat64() // of the cohort
		for i := range n {
			row := []string{
				fmt.Sprintf("%d/%d/2026 %d:%02d:%02d", 20+i%8, 1+c/2*2, 8+i%9, random.IntN(60), random.IntN(60)),
				"Angkatan " + roman[c],
				[]string{"Laki-laki", "Perempuan"}[who.IntN(5)/3],
				fmt.Sprint(min(56, max(29, int(math.Round(41+6*who.NormFloat64()))))),
			}
			person := 0.55 * random.NormFloat64()
			for _, it := range items {
				if random.Float64() < 0.01 {
					row = append(row, "")
					continue
				}
				x := it.level + shift + person + 0.55*random.NormFloat64()
				row = append(row, labels[int(math.Max(0, math.Min(3, math.Round(x)-1)))])
			}
			write(row)
		}
	}
	w.Flush()
	if err := w.Error(); err != nil {
		log.Fatal(err)
	}
	if err := f.Close(); err != nil {
		log.Fatal(err)
	}
	table()
	logo()
}

// months in which the cohorts were trained, two in each.
var months = []string{"Januari", "Maret", "Mei", "Juli", "September", "November"}

// table writes what the agency keeps of its cohorts, as a workbook: more
// people took part than answered.
func table() {
	f := excelize.NewFile()
	set := func(row int, cells ...any) {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", row), &cells); err != nil {
			log.Fatal(err)
		}
	}
	set(1, "DAFTAR ANGKATAN PELATIHAN KEPEMIMPINAN PENGAWAS 2026 (data sintetis)")
	set(3, "No", "Angkatan", "Periode", "Tempat", "Jumlah peserta", "Nomor", "Tanggal")
	for c := range cohorts {
		place := []string{"Kota Contoh", "Kabupaten Contoh"}[c%2]
		set(4+c, c+1, "Angkatan "+roman[c], months[c/2]+" 2026", place, 40, fmt.Sprintf("800.2/%d/BPSDM/2026", 123+c), fmt.Sprintf("2026-%02d-15", 2+c/2*2))
	}
	created := "2026-11-01T00:00:00Z"
	if err := f.SetDocProps(&excelize.DocProperties{Created: created, Modified: created}); err != nil {
		log.Fatal(err)
	}
	if err := f.SaveAs("angkatan.xlsx"); err != nil {
		log.Fatal(err)
	}
}

// logo draws a shield with a ring.
func logo() {
	const w, h = 300, 360
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	blue := color.NRGBA{0x1d, 0x4e, 0x89, 0xff}
	for y := range h {
		for x := range w {
			dx, dy := float64(x)-w/2, float64(y)
			half := 135.0
			if dy > 200 {
				half *= math.Sqrt(math.Max(0, 1-math.Pow((dy-200)/150, 2)))
			}
			if dy < 10 || math.Abs(dx) > half {
				continue
			}
			r := math.Hypot(dx, dy-150)
			if r > 55 && r < 80 {
				continue
			}
			img.SetNRGBA(x, y, blue)
		}
	}
	f, err := os.Create("logo.png")
	if err != nil {
		log.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		log.Fatal(err)
	}
	if err := f.Close(); err != nil {
		log.Fatal(err)
	}
}
