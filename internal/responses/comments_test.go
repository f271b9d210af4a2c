package responses

import (
	"slices"
	"testing"
)

// TestComments: what says something, by the alphabet, without addresses and
// long numbers, of respondents that are not left out.
func TestComments(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "answers.csv", []byte("P1,P2,\"Saran, bila ada\"\nS,S,tambah jam praktik 10 menit\nS,SS,\"Surel budi.s@contoh.go.id atau +62 812-3456-7890, ya\"\nS,S,-\nS,S,  \nS,TS,Bagus\n,,kosong\nTS,S,bagus\nTS,S,123\n"))
	table, l := readIn(t, dir, "comments: [C]\nresponses: {file: answers.csv, exclude: [empty]}")
	if len(l) > 0 {
		t.Fatal(printed(l, dir))
	}
	head, got := table.Comments("C")
	want := []string{"Bagus", "bagus", "Surel […] atau […], ya", "tambah jam praktik 10 menit"}
	if head != "Saran, bila ada" || !slices.Equal(got, want) {
		t.Errorf("under %q: %q, want %q", head, got, want)
	}
	for text, want := range map[string]string{
		"hubungi 0812/3456/7890 ya":           "hubungi […] ya",
		"0812·3456·7890":                      "[…]",
		"+62 (812) 3456 _ 7890":               "[…]",
		"0812…3456…7890 (Budi)":               "[…] (Budi)",
		"budi [at] contoh [dot] go [dot] id":  "[…]",
		"surel budi(at)contoh.go.id":          "surel […]",
		"budi at contoh dot com, trims":       "[…], trims",
		"@budi.santoso bagus":                 "[…] bagus",
		"lihat instagram.com/budi":            "lihat […]",
		"IG: budi_s bagus":                    "[…] bagus",
		"https://facebook.com/budi?x=1 bagus": "[…] bagus",
		"mulai jam 8 at kelas A":              "mulai jam 8 at kelas A",
		"nilai 10/10, dari 2 (dua) kelas":     "nilai 10/10, dari 2 (dua) kelas",
	} {
		if got := contacts.ReplaceAllString(text, "[…]"); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]bool{
		"Terima kasih Pak Budi": true, "bu ani sabar sekali": true, "oleh Dr. Siti": true, "Ibu Dewi baik": true, "mas joko cepat": true, "Prof Hasan jelas": true,
		"bukunya bagus": false, "paket lengkap": false, "kepada ibu dan bapak": false, "lebih banyak masukan": false, "Materi bagus": false,
	} {
		if Names([]string{"Bagus", text}) != want {
			t.Errorf("%q seems to name somebody: %v", text, !want)
		}
	}
	if _, other := table.Comments("P1"); other != nil {
		t.Errorf("a column that is not named: %q", other)
	}
}
