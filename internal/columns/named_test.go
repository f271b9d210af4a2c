package columns

import (
	"fmt"
	"strings"
	"testing"
)

// TestNamed reads what headers say of the numbers below them.
func TestNamed(t *testing.T) {
	for _, c := range []struct {
		name  string
		heads string // divided by "|"
		want  string // of each scale, its numbers, labels, and direction or question
	}{
		{"the best answer is the lowest", "Materi (1 = Sangat Baik, 5 = Sangat Buruk)|Ruang (1 = Sangat Baik, 5 = Sangat Buruk)", "1-5 1=Sangat Baik 5=Sangat Buruk down"},
		{"in brackets", "Materi [1: sangat puas – 5: sangat tidak puas]|Ruang [1: sangat puas – 5: sangat tidak puas]", "1-5 1=Sangat Puas 5=Sangat Tidak Puas down"},
		{"upwards", "Materi (1 = Sangat Tidak Puas, 5 = Sangat Puas)|Ruang (1 = Sangat Tidak Puas, 5 = Sangat Puas)", "1-5 1=Sangat Tidak Puas 5=Sangat Puas"},
		{"joined by words", "Materi (1=sangat jelas s/d 4=sangat tidak jelas)|Ruang (1=sangat jelas s/d 4=sangat tidak jelas)", "1-4 1=Sangat Jelas 4=Sangat Tidak Jelas down"},
		{"labels first", "Materi (Sangat mudah = 1, sangat sulit = 4)|Ruang (Sangat mudah = 1, sangat sulit = 4)", "1-4 1=Sangat Mudah 4=Sangat Sulit down"},
		{"numbers in brackets", "Materi: Very satisfied (1) to very dissatisfied (5)|Ruang: Very satisfied (1) to very dissatisfied (5)", "1-5 1=Sangat Puas 5=Sangat Tidak Puas down"},
		{"numbers beside labels", "Materi 1 Sangat Baik - 5 Sangat Buruk|Ruang 1 Sangat Baik - 5 Sangat Buruk", "1-5 1=Sangat Baik 5=Sangat Buruk down"},
		{"labels in brackets", "Materi 1 (Sangat Baik) - 5 (Sangat Buruk)|Ruang 1 (Sangat Baik) - 5 (Sangat Buruk)", "1-5 1=Sangat Baik 5=Sangat Buruk down"},
		{"with a comma", "Materi (1 sangat baik, 5 sangat buruk)|Ruang (1 sangat baik, 5 sangat buruk)", "1-5 1=Sangat Baik 5=Sangat Buruk down"},
		{"in words", "Materi (skala 1 sangat baik sampai 5 sangat buruk)|Ruang (skala 1 sangat baik sampai 5 sangat buruk)", "1-5 1=Sangat Baik 5=Sangat Buruk down"},
		{"with arrows", "Materi (1 → sangat baik, 5 → sangat buruk)|Ruang (1 → sangat baik, 5 → sangat buruk)", "1-5 1=Sangat Baik 5=Sangat Buruk down"},
		{"with arrows of signs", "Materi (1 -> sangat baik; 5 => sangat buruk)|Ruang (1 -> sangat baik; 5 => sangat buruk)", "1-5 1=Sangat Baik 5=Sangat Buruk down"},
		{"with slashes", "Materi (1/Sangat Baik - 5/Sangat Buruk)|Ruang (1/Sangat Baik - 5/Sangat Buruk)", "1-5 1=Sangat Baik 5=Sangat Buruk down"},
		{"short codes", "Materi (SS=1,S=2,N=3,TS=4,STS=5)|Ruang (SS=1,S=2,N=3,TS=4,STS=5)", "1-5 1=Sangat Setuju 2=Setuju 3=Netral 4=Tidak Setuju 5=Sangat Tidak Setuju down"},
		{"short codes, numbers first", "Materi (1=SS; 2=S; 3=N; 4=TS; 5=STS)|Ruang (1=SS; 2=S; 3=N; 4=TS; 5=STS)", "1-5 1=Sangat Setuju 2=Setuju 3=Netral 4=Tidak Setuju 5=Sangat Tidak Setuju down"},
		{"the highest and the lowest", "Materi (1 tertinggi, 5 terendah)|Ruang (1 tertinggi, 5 terendah)", "1-5 1=tertinggi 5=terendah down"},
		{"the best and the worst", "Materi (1 = terburuk, 5 = terbaik)|Ruang (1 = terburuk, 5 = terbaik)", "1-5 1=terburuk 5=terbaik"},
		{"numbers in sentences", "Modul 1 sangat baik|Bab 4 baik", "1-4"},
		{"the highest first", "Materi (4 = Buruk; 1 = Sangat Baik)|Ruang (4 = Buruk; 1 = Sangat Baik)", "1-4 1=Sangat Baik 4=Buruk down"},
		{"one end of a range", "Materi (skala 1-4, 1 = sangat puas)|Ruang (skala 1-4, 1 = sangat puas)", "1-4 1=Sangat Puas down"},
		{"as many labels as questions", "Materi (1 = Sangat Jelas, 4 = Tidak Jelas)|Ruang (1 = Sangat Nyaman, 4 = Tidak Nyaman)", "1-4 down"},
		{"both ways", "Materi (1 = Sangat Baik, 4 = Buruk)|Ruang (1 = Buruk, 4 = Sangat Baik)", "1-4 1=Sangat Baik 4=Buruk down; 1-4 1=Buruk 4=Sangat Baik"},
		{"words of no order", "Materi (1 = padat, 4 = renggang)|Ruang (1 = padat, 4 = renggang)", "1-4 1=padat 4=renggang asked"},
		{"beside one that says nothing", "Materi (1 = Sangat Baik, 4 = Buruk)|Ruang nyaman", "1-4 1=Sangat Baik 4=Buruk down; 1-4 asked"},
		{"numbers that go beyond", "Materi (1 = Sangat Baik, 3 = Buruk)|Ruang (1 = Sangat Baik, 3 = Buruk)", "1-4"},
		{"numbers of a list", "1. Materi baik|2. Materi buruk", "1-4"},
	} {
		var in []string
		for i, h := range strings.Split(c.heads, "|") {
			in = append(in, h+[]string{"|4|1|3|4|2|4|1|2", "|3|4|4|1|2|1|3|2"}[i])
		}
		_, scales := Classify(read(t, in...))
		var got []string
		for _, s := range scales {
			text := fmt.Sprintf("%d-%d", s.Min, s.Max)
			for _, p := range s.Points {
				if p.ID != "" {
					text += fmt.Sprintf(" %d=%s", p.Value, p.ID)
				}
			}
			if s.Down {
				text += " down"
			}
			for _, q := range s.Asked {
				if strings.Contains(q.What.String(), "best answer") {
					text += " asked"
				}
			}
			got = append(got, text)
		}
		if all := strings.Join(got, "; "); all != c.want {
			t.Errorf("%s: %s, want %s", c.name, all, c.want)
		}
	}
}

// TestNamedOfOthers has keys to the numbers of those who answer.
func TestNamedOfOthers(t *testing.T) {
	for _, head := range []string{"Pendidikan (1 = rendah, 4 = tinggi)", "Usia (1 = muda, 4 = tua)", "Berapa kali (1 = jarang, 4 = sering)",
		"Pendidikan (1=SD, 2=SMP, 3=SMA, 4=S1)", "Pekerjaan (1=PNS, 2=TNI, 3=Swasta, 4=Lainnya)", "Kelompok umur (1: <20, 2: 20-30, 3: 31-40, 4: >40)",
		"Masa kerja (1 = kurang dari 1 tahun, 2 = 1 sampai 5 tahun, 3 = lebih dari 5 tahun)", "Lama kerja (1 = <1 th, 2 = 1-5 th, 3 = >5 th)", "Status (1=menikah, 2=belum menikah, 3=cerai)",
		"Layanan yang diurus (1=KTP, 2=KK, 3=Akta, 4=KIA)", "Domisili", "Jenis layanan yang digunakan", "Sumber informasi", "Pendidikan terakhir Bapak/Ibu saat ini yang sudah ditamatkan"} {
		cols, _ := Classify(read(t, head+"|4|1|3|4|2|4|1|2", "A1|4|5|3|4|2|4", "A2|3|4|4|5|2|1"))
		if cols[0].Kind == Likert {
			t.Errorf("%s is an item", head)
		}
	}
}

// TestKeyedItems has keys to the numbers of judgements.
func TestKeyedItems(t *testing.T) {
	for _, head := range []string{"Materi (1 = jelek, 2 = lumayan, 3 = bagus)", "Jenis layanan lengkap", "Sumber informasi tersedia", "Pelayanan (1=STS,2=TS,3=N,4=S,5=SS)"} {
		cols, _ := Classify(read(t, head+"|3|1|3|2|2|3|1|2", "A1|4|5|3|4|2|4", "A2|3|4|4|5|2|1"))
		if cols[0].Kind != Likert {
			t.Errorf("%s is %s: %s", head, cols[0].Kind, cols[0].Why)
		}
	}
}
