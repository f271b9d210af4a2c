package manifest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"wogreport/internal/outdir"
)

func open(t *testing.T, dir string, wantDamaged bool) *Manifest {
	t.Helper()
	folder, err := outdir.OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(folder.Close)
	if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, outdir.JournalName)), 0o777); err != nil {
		t.Fatal(err)
	}
	m, damaged, err := Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	if damaged != wantDamaged {
		t.Errorf("damaged is %v", damaged)
	}
	t.Cleanup(m.Close)
	return m
}

func record(t *testing.T, m *Manifest, reports ...Report) {
	t.Helper()
	for _, r := range reports {
		if err := m.Record(r); err != nil {
			t.Fatal(err)
		}
	}
}

// listed is each report's cohort, status and basis.
func listed(m *Manifest) string {
	var out []string
	for _, r := range m.Reports {
		out = append(out, r.Cohort+" "+string(r.Status)+" "+r.Fingerprint)
	}
	return strings.Join(out, ", ")
}

// What was recorded is found again: after Save, in the order of the cohorts,
// and after a kill, which may cut the last line short.
func TestRecorded(t *testing.T) {
	dir := t.TempDir()
	now := time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)
	standing := map[string]string{"x.pdf": "1"}
	m := open(t, dir, false)
	record(t, m, Report{Cohort: "b", Folder: "b", Status: Done, Fingerprint: "1", Files: standing, Time: &now}, Report{Cohort: "a", Folder: "a", Status: Done, Fingerprint: "2", Files: standing}, Report{Cohort: "c", Status: Withheld})
	if err := m.Save([]string{"a", "b", "c"}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, outdir.JournalName)); err == nil {
		t.Error("the journal is still there")
	}

	m = open(t, dir, false)
	if got, want := listed(m), "a done 2, b done 1, c withheld "; got != want {
		t.Errorf("after Save: %s, want %s", got, want)
	}
	if b, _ := m.Find("b"); b.Time == nil || !b.Time.Equal(now) || b.Files["x.pdf"] != "1" {
		t.Errorf("b is %+v", b)
	}
	record(t, m, Report{Cohort: "a", Folder: "a", Status: Done, Fingerprint: "3", Files: standing}, Report{Cohort: "d", Status: Failed})
	f, err := os.OpenFile(filepath.Join(dir, outdir.JournalName), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	f.WriteString(`{"cohort":"b","sta`)
	f.Close()

	m = open(t, dir, false) // as after a kill
	record(t, m, Report{Cohort: "e", Status: Failed})
	m = open(t, dir, false)
	if got, want := listed(m), "a done 3, b done 1, c withheld , d failed , e failed "; got != want {
		t.Errorf("after a kill: %s, want %s", got, want)
	}

	// A cohort that is gone stays as long as its report stands.
	m.SetGone("b")
	if err := m.Save([]string{"c", "a"}); err != nil {
		t.Fatal(err)
	}
	if got, want := listed(open(t, dir, false)), "c withheld , a done 3, b gone 1"; got != want {
		t.Errorf("after others are gone: %s, want %s", got, want)
	}
}

// Nothing is taken of a manifest that is damaged, or that leads out of the folder.
func TestDamaged(t *testing.T) {
	for _, text := range []string{
		"", "{", "[]", "null and void",
		`{"reports": [{"cohort": "a", "folder": "a", "status": "done", "files": {"x.pdf": "1"}}, {"status": "done"}]}`,
		`{"reports": [{"cohort": "a", "folder": "../a", "status": "done", "files": {"x.pdf": "1"}}]}`,
		`{"reports": [{"cohort": "a", "folder": "a", "status": "done", "files": {"../../x.pdf": "1"}}]}`,
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, Name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if m := open(t, dir, true); len(m.Reports) > 0 {
			t.Errorf("%s: taken %v", text, m.Reports)
		}
	}
}
