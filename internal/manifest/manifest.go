// Package manifest owns manifest.json: what the reports in an output folder
// were made from, so that the next run can tell which of them still hold. Open
// reads it together with the journal of a run that was killed, Record notes
// what became of one report at once, Save writes the whole and ends the
// journal. It is the only output that holds times.
package manifest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"wogreport/internal/outdir"
)

// Name is the file's name in the output folder.
const Name = "manifest.json"

// Status is what became of a report in the last run that came to it.
type Status string

// The statuses.
const (
	Done     Status = "done"     // it is up to date
	Failed   Status = "failed"   // it could not be made; what stands is of an earlier run
	Withheld Status = "withheld" // the cohort is too small to have one
	Gone     Status = "gone"     // the answers hold the cohort no more; what stands is of an earlier run
)

// Manifest is what is known of an output folder.
type Manifest struct {
	Program string            `json:"program"` // name and version of the one that wrote last
	Study   string            `json:"study"`   // the study file's name
	By      string            `json:"by"`      // the column that tells the cohorts
	Inputs  map[string]string `json:"inputs"`  // SHA-256 of the files, by their names in the study
	Reports []Report          `json:"reports"`

	folder *outdir.Folder
	index  map[string]int // into Reports
	log    *os.File
	torn   bool // the journal may end within a line
	mu     sync.Mutex
}

// Report is one cohort's report. Without Files none stands.
type Report struct {
	Cohort      string            `json:"cohort"`
	Folder      string            `json:"folder,omitempty"`
	Status      Status            `json:"status"`
	Fingerprint string            `json:"basis,omitempty"` // SHA-256 of all that the standing report follows from
	Files       map[string]string `json:"files,omitempty"` // SHA-256 of the standing files, by name
	Time        *time.Time        `json:"time,omitempty"`  // when they were made
}

// Open reads the manifest of a folder and over it the journal, where they
// exist, and begins to write the journal. damaged says that the manifest could
// not be read, so that nothing is known of the reports.
func Open(folder *outdir.Folder) (m *Manifest, damaged bool, err error) {
	m = &Manifest{folder: folder, index: map[string]int{}}
	data, err := folder.ReadFile(Name)
	if err != nil {
		return nil, false, err
	}
	if data != nil {
		damaged = m.parse(data) != nil
	}
	lines, err := folder.ReadFile(outdir.JournalName)
	if err != nil {
		return nil, false, err
	}
	for line := range bytes.Lines(lines) {
		var r Report
		if json.Unmarshal(line, &r) == nil && r.sound() { // the last line may be half written
			m.set(r)
		}
	}
	// The journal is always a file of this run's own: what has another name as
	// well (a hard link) is not written into.
	if err := m.replace(outdir.JournalName, lines); err != nil {
		return nil, false, err
	}
	m.torn = len(lines) > 0 && lines[len(lines)-1] != '\n'
	m.log, err = folder.Append(outdir.JournalName)
	if err != nil {
		return nil, false, err
	}
	return m, damaged, nil
}

// Standing tells by which column the reports of a study stand in a folder, "" where
// there are none. Nothing is written.
func Standing(dir, studyFile string) (by string) {
	data, err := os.ReadFile(filepath.Join(dir, Name))
	if err != nil {
		return ""
	}
	var m Manifest
	if json.Unmarshal(data, &m) != nil || m.Study != studyFile || !slices.ContainsFunc(m.Reports, func(r Report) bool { return len(r.Files) > 0 }) {
		return ""
	}
	return m.By
}

// parse reads a manifest; of one that is damaged nothing is taken.
func (m *Manifest) parse(data []byte) error {
	var read Manifest
	if err := json.Unmarshal(data, &read); err != nil {
		return err
	}
	for _, r := range read.Reports {
		if !r.sound() {
			return errors.New("a report without a cohort, or outside the folder")
		}
	}
	for _, r := range read.Reports {
		m.set(r)
	}
	return nil
}

// sound reports whether a report has a cohort and stays in the folder.
func (r *Report) sound() bool {
	if r.Cohort == "" || len(r.Files) > 0 && (!filepath.IsLocal(r.Folder) || strings.ContainsAny(r.Folder, `/\`)) {
		return false
	}
	for name := range r.Files {
		if !filepath.IsLocal(filepath.FromSlash(name)) {
			return false
		}
	}
	return true
}

func (m *Manifest) set(r Report) {
	i, ok := m.index[r.Cohort]
	if !ok {
		m.index[r.Cohort] = len(m.Reports)
		m.Reports = append(m.Reports, r)
		return
	}
	m.Reports[i] = r
}

// Find is what is known of a cohort's report.
func (m *Manifest) Find(cohort string) (Report, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	i, ok := m.index[cohort]
	if !ok {
		return Report{}, false
	}
	return m.Reports[i], true
}

// Standing lists the reports that stand.
func (m *Manifest) Standing() []Report {
	var out []Report
	for _, r := range m.Reports {
		if len(r.Files) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// SetGone notes that the answers hold a cohort no more.
func (m *Manifest) SetGone(cohort string) { m.Reports[m.index[cohort]].Status = Gone }

// Record notes what became of a report, and keeps it should the program be
// killed from here on. It may be called from several goroutines.
func (m *Manifest) Record(r Report) error {
	line, err := json.Marshal(r)
	if err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.set(r)
	line = append(line, '\n')
	if m.torn {
		line = append([]byte{'\n'}, line...)
	}
	_, err = m.log.Write(line)
	if m.torn = err != nil; m.torn {
		return fmt.Errorf("cannot write %s: %w", m.folder.Path(outdir.JournalName), plain(err))
	}
	return nil
}

// plain is an error of the disk without the name of the file.
func plain(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// Save writes the manifest with its reports in the order of the cohorts,
// those of others that stand after them, and removes the journal.
func (m *Manifest) Save(cohorts []string) error {
	m.order(cohorts)
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	if err := m.replace(Name, append(data, '\n')); err != nil {
		return err
	}
	m.log.Close()
	m.folder.Remove(outdir.JournalName) // one that stays says the same
	return nil
}

// Close ends without saving; the journal stays for the next run.
func (m *Manifest) Close() { m.log.Close() }

// replace puts data in the place of a file in one step.
func (m *Manifest) replace(name string, data []byte) error {
	next := outdir.JournalName + ".next"
	f, err := m.folder.Create(next)
	if err != nil {
		return err
	}
	defer m.folder.Remove(next) // fails where all went well
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", m.folder.Path(name), plain(err))
	}
	return m.folder.Replace(next, name)
}

// order sorts the reports by a list of cohorts; those not in it keep theirs.
func (m *Manifest) order(cohorts []string) {
	var out []Report
	listed := map[string]bool{}
	for _, c := range cohorts {
		listed[c] = true
		if i, ok := m.index[c]; ok {
			out = append(out, m.Reports[i])
		}
	}
	for _, r := range m.Reports {
		if !listed[r.Cohort] && len(r.Files) > 0 {
			out = append(out, r)
		}
	}
	m.Reports = out
	clear(m.index)
	for i, r := range out {
		m.index[r.Cohort] = i
	}
}
