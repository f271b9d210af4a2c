package manifest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wogreport/internal/costtest"
	"wogreport/internal/outdir"
)

// FuzzManifest: whatever a manifest and a journal hold, a run gets on with them,
// names nothing outside the folder and leaves a manifest that can be read.
func FuzzManifest(f *testing.F) {
	f.Add(`{"program":"wogreport","reports":[{"cohort":"a","folder":"a","status":"done","basis":"1","files":{"x.pdf":"1"}}]}`, `{"cohort":"a","folder":"a","status":"failed"}`+"\n")
	f.Add(`{"reports":[{"cohort":"a","folder":"../a","files":{"x":"1"}}]}`, `{"cohort":"b","folder":"b","files":{"../../x":"1"}}`+"\n{")
	f.Add("", "\n\n")
	f.Fuzz(func(t *testing.T, manifest, journal string) {
		dir := t.TempDir()
		write := func(name, text string) {
			path := filepath.Join(dir, filepath.FromSlash(name))
			err := os.MkdirAll(filepath.Dir(path), 0o777)
			if err == nil {
				err = os.WriteFile(path, []byte(text), 0o666)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		write(Name, manifest)
		write(outdir.JournalName, journal)
		folder, err := outdir.OpenFolder(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer folder.Close()
		costtest.Watch(t, func() {
			m, _, err := Open(folder)
			if err != nil {
				t.Error(err)
				return
			}
			defer m.Close()
			for _, r := range m.Standing() {
				if strings.ContainsAny(r.Folder, `/\`) || r.Folder == ".." {
					t.Errorf("a report stands in %q", r.Folder)
				}
			}
			if err := m.Record(Report{Cohort: "new", Folder: "new", Status: Done, Files: map[string]string{"x": "1"}}); err != nil {
				t.Error(err)
			}
			if err := m.Save([]string{"new", "a"}); err != nil {
				t.Error(err)
			}
		})
		data, err := os.ReadFile(filepath.Join(dir, Name))
		if err != nil || !json.Valid(data) {
			t.Errorf("what is saved is %q, %v", data, err)
		}
	})
}
