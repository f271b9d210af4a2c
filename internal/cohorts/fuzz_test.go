package cohorts

import (
	"os"
	"path/filepath"
	"testing"

	"wogreport/internal/costtest"
	"wogreport/internal/diag"
	"wogreport/internal/study"
)

// FuzzTable reads any table of cohorts, and finds them in the answers.
func FuzzTable(f *testing.F) {
	f.Add("Angkatan,Periode,Populasi,Tanggal,Jabatan,Nama,NIP\nI,Mei 2024,30,2024-05-01,Kepala,A,196001011990011001\n")
	f.Add("Kelas;Judul;Jabatan 2\nA;[@a];x\nA;;\n;;\n")
	f.Fuzz(func(t *testing.T, text string) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "c.csv"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		costtest.Watch(t, func() {
			st := &study.Study{File: filepath.Join(dir, "study.yaml"), Dir: dir, CohortFile: "c.csv"}
			all, ds := Read(st, study.NewFiles(dir))
			if all == nil && len(ds) == 0 {
				t.Error("there are no cohorts, and nothing says why")
			}
			Match(all, []string{"I", "A", "III"}, diag.Pos{})
		})
	})
}
