package web

import (
	"context"
	"fmt"
	"strings"

	"wogreport/internal/lang"
)

// Warm makes reports of made-up answers in a session of its own and forgets them: what
// a process does only once (templates parsed, patterns compiled, and in a browser the
// program's own code) is done then, before the first file is there. pause is called
// between steps; Warm ends where it returns false.
func Warm(pause func() bool) {
	for _, kind := range []string{"evaluation", "article"} {
		var s Session
		for _, step := range []Request{
			{Do: "open"},
			{Do: "draft", Title: "Judul", Kind: kind, Languages: []lang.Tag{lang.ID, lang.EN}},
			{Do: "build", Formats: []string{"pdf", "json"}},
		} {
			if !pause() {
				return
			}
			var files []File
			if step.Do == "open" {
				files = []File{{"jawaban.csv", madeUp()}}
			}
			s.Serve(context.Background(), step, files, func(Reply, []File) {})
		}
	}
}

// madeUp are answers of nobody.
func madeUp() []byte {
	var b strings.Builder
	b.WriteString("Waktu,Angkatan,Jenis kelamin,Materi sesuai kebutuhan,Materi mudah dipahami,Pengajar menguasai materi,Pengajar menjawab pertanyaan,Ruang kelas nyaman,Saran\n")
	labels := []string{"Tidak Setuju", "Netral", "Setuju", "Sangat Setuju"}
	for i := range 36 {
		fmt.Fprintf(&b, "2024-01-%02d,Angkatan %d,%s", i%28+1, i%2+1, []string{"Laki-laki", "Perempuan"}[i/2%2])
		for k := range 5 {
			b.WriteString("," + labels[(i*(k+3)/5+i/7)%len(labels)])
		}
		b.WriteString(",Lebih banyak latihan\n")
	}
	return []byte(b.String())
}
