package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The tests of this file let system calls fail, and end the program at them, by
// strace. They take minutes, so that they run only when told how many of the
// calls to take:
//
//	WOGREPORT_FAULTS=7 go test ./cmd/wogreport -run 'TestFaults|TestKills'
//
// takes every seventh, WOGREPORT_FAULTS=1 all.

// callsAtFault are the system calls by which a run reaches the disk.
var callsAtFault = []string{
	"openat", "read", "pread64", "write", "close", "fstat", "newfstatat", "getdents64", "mkdirat", "linkat",
	"renameat", "renameat2", "unlinkat", "fsync", "flock", "fstatfs",
}

// faultStudy is a study with what a run reads, and an output folder with the
// reports of an older version of it.
type faultStudy struct {
	bin, dir string
	by       bool
	old, new map[string]string // the output folder's files
}

// every is how many calls one of is taken.
func every(t *testing.T) int {
	n, err := strconv.Atoi(os.Getenv("WOGREPORT_FAULTS"))
	if err != nil || n < 1 {
		t.Skip("WOGREPORT_FAULTS does not say how many calls fail")
	}
	if _, err := exec.LookPath("strace"); err != nil {
		t.Fatal(err)
	}
	return n
}

func newFaultStudy(t *testing.T, by bool) *faultStudy {
	t.Helper()
	s := &faultStudy{bin: filepath.Join(t.TempDir(), "wogreport"), dir: t.TempDir(), by: by}
	build := exec.Command("go", "build", "-o", s.bin, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0") // else the loader's calls fail before the program begins
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	answers := "Angkatan,P1,P2,P3\n"
	for i := range 24 {
		answers += fmt.Sprintf("%d,%d,%d,%d\n", 1+i%2, 1+i%5, 1+i*i%5, 1+(i+i/3)%5)
	}
	s.write(t, "a.csv", answers)
	s.write(t, "intro.md", "Kata pengantar.\n")
	s.write(t, "own/words.id.md", "{{define \"nothing\"}}x{{end}}\n")
	s.write(t, "cohorts.csv", "Angkatan,Populasi\n1,20\n2,20\n")
	s.study(t, "Lama")
	if code, text := s.run(); code != 0 {
		t.Fatalf("exit %d\n%s", code, text)
	}
	s.old = s.files(t)
	keep := filepath.Join(s.dir, "kept")
	if err := os.CopyFS(keep, os.DirFS(filepath.Join(s.dir, "out"))); err != nil {
		t.Fatal(err)
	}
	s.study(t, "Baru")
	if code, text := s.run(); code != 0 {
		t.Fatalf("exit %d\n%s", code, text)
	}
	s.new = s.files(t)
	return s
}

func (s *faultStudy) write(t *testing.T, name, text string) {
	t.Helper()
	path := filepath.Join(s.dir, name)
	err := os.MkdirAll(filepath.Dir(path), 0o777)
	if err == nil {
		err = os.WriteFile(path, []byte(text), 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func (s *faultStudy) study(t *testing.T, title string) {
	s.write(t, "study.yaml", `title: "`+title+`"
languages: [id]
scale:
  - {value: 5, label: Sangat Setuju}
  - {value: 4, label: Setuju}
  - {value: 3, label: Ragu-ragu}
  - {value: 2, label: Tidak Setuju}
  - {value: 1, label: Sangat Tidak Setuju}
constructs:
  - {id: c, label: Materi, items: [{id: P1, statement: Satu}, {id: P2, statement: Dua}, {id: P3, statement: Tiga}]}
sections: {introduction: intro.md}
templates: own
responses: {file: a.csv, cohort: Angkatan}
cohorts: cohorts.csv
outputs: [pdf, json, xlsx, svg]
`)
}

// reset puts the older reports back.
func (s *faultStudy) reset(t *testing.T) {
	t.Helper()
	out := filepath.Join(s.dir, "out")
	err := os.RemoveAll(out)
	if err == nil {
		err = os.CopyFS(out, os.DirFS(filepath.Join(s.dir, "kept")))
	}
	if err != nil {
		t.Fatal(err)
	}
}

// run builds, under strace where that is given arguments.
func (s *faultStudy) run(strace ...string) (code int, text string) {
	args := []string{"build", "-o", "out", "-q"}
	if s.by {
		args = append(args, "--by", "-j", "1")
	}
	cmd := exec.Command(s.bin, args...)
	if len(strace) > 0 {
		cmd = exec.Command("strace", append(append(strace, s.bin), args...)...)
	}
	cmd.Dir = s.dir
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1", "GODEBUG=asyncpreemptoff=1")
	out, _ := cmd.CombinedOutput()
	return cmd.ProcessState.ExitCode(), string(out)
}

// files are those in the output folder, but the stage; of the manifest without
// its times.
func (s *faultStudy) files(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	root := filepath.Join(s.dir, "out")
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			if strings.HasPrefix(e.Name(), ".wogreport") {
				return fs.SkipDir
			}
			return nil
		}
		rel, _ := filepath.Rel(root, path)
		data, err := os.ReadFile(path)
		if rel == "manifest.json" {
			if bytes.Contains(data, []byte(`""`)) {
				t.Errorf("the manifest has something empty:\n%s", data)
			}
			data = manifestTimes.ReplaceAll(data, nil)
		}
		out[rel] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var manifestTimes = regexp.MustCompile(`"time": "[^"]*"`)

// counts is how often a thread makes each call at most.
func (s *faultStudy) counts(t *testing.T) map[string]int {
	t.Helper()
	s.reset(t)
	log := filepath.Join(t.TempDir(), "log")
	if code, text := s.run("-f", "-o", log, "-e", "trace="+strings.Join(callsAtFault, ",")); code != 0 {
		t.Fatalf("exit %d\n%s", code, text)
	}
	data, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	perThread := map[string]int{}
	most := map[string]int{}
	for line := range strings.Lines(string(data)) {
		thread, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		call, _, ok := strings.Cut(strings.TrimSpace(rest), "(")
		if ok && slices.Contains(callsAtFault, call) {
			perThread[thread+call]++
			most[call] = max(most[call], perThread[thread+call])
		}
	}
	if len(most) < 8 {
		t.Fatalf("strace saw only %v", most)
	}
	return most
}

// whole reports what is neither of the older report nor of the new one: all files
// of a report are of one of the two.
func (s *faultStudy) whole(t *testing.T, what string, got map[string]string) {
	t.Helper()
	group := func(name string) string {
		folder, _, _ := strings.Cut(filepath.ToSlash(name), "/")
		switch {
		case !s.by:
			return "the report"
		case strings.Contains(filepath.ToSlash(name), "/"):
			return folder
		}
		return name // each file beside the reports for itself
	}
	is := map[string][2]bool{} // all old, all new
	for name := range maps.Keys(merged(got, s.old, s.new)) {
		g := group(name)
		now, seen := is[g]
		if !seen {
			now = [2]bool{true, true}
		}
		now[0] = now[0] && got[name] == s.old[name]
		now[1] = now[1] && got[name] == s.new[name]
		is[g] = now
	}
	for g, now := range is {
		if !now[0] && !now[1] && !slices.Contains(told, g) {
			t.Errorf("%s: %s is neither the old one nor the new one, as a whole", what, g)
		}
	}
}

func merged(all ...map[string]string) map[string]string {
	out := map[string]string{}
	for _, m := range all {
		maps.Copy(out, m)
	}
	return out
}

// told are the files that tell what became of each report.
var told = []string{"manifest.json", "index.html", "index.xlsx", "comparison.pdf", "comparison.json"}

// completes runs once more, after which all is new.
func (s *faultStudy) completes(t *testing.T, what string) {
	t.Helper()
	if code, text := s.run(); code != 0 {
		t.Errorf("%s: the run after it ends with %d\n%s", what, code, text)
		return
	}
	for name, data := range merged(s.files(t), s.new) {
		if s.new[name] != data || s.files(t)[name] != data {
			t.Errorf("%s: after another run %s is not the new one", what, name)
		}
	}
	if _, err := os.Stat(filepath.Join(s.dir, "out", ".wogreport.batch")); err == nil {
		t.Errorf("%s: after another run the stage is still there", what)
	}
}

// TestFaults lets each call fail in turn. A run that says it is done is; another
// leaves every report whole, and the next one goes on.
func TestFaults(t *testing.T) {
	n := every(t)
	t.Parallel()
	for _, by := range []bool{false, true} {
		t.Run(fmt.Sprintf("by %v", by), func(t *testing.T) {
			t.Parallel()
			s := newFaultStudy(t, by)
			counts := s.counts(t)
			faults, failed, k := 0, 0, 0
			for _, call := range callsAtFault {
				for when := 1; when <= counts[call]; when++ {
					if k++; k%n != 0 {
						continue
					}
					errno := []string{"ENOSPC", "EIO", "EACCES"}[k/n%3]
					what := fmt.Sprintf("%s:error=%s:when=%d", call, errno, when)
					s.reset(t)
					log := filepath.Join(t.TempDir(), "log")
					code, text := s.run("-f", "-o", log, "-e", "trace="+call, "-e", "inject="+what)
					hit, _ := os.ReadFile(log)
					if !bytes.Contains(hit, []byte("(INJECTED)")) {
						continue // with other threads it came to fewer calls
					}
					if i := bytes.Index(hit, []byte("(INJECTED)")); i >= 0 {
						line := hit[bytes.LastIndexByte(hit[:i], '\n')+1 : i]
						what += " " + string(line[:min(len(line), 160)])
					}
					faults++
					got := s.files(t)
					switch {
					case strings.Contains(text, "goroutine ") && !strings.Contains(text, "fatal error: "):
						t.Errorf("%s: a panic\n%s", what, text)
					case code == 0:
						for name, data := range merged(got, s.new) {
							if s.new[name] != data || got[name] != data {
								t.Errorf("%s: exit 0, and %s is not the new one\n%s", what, name, text)
							}
						}
					case code == 1 && strings.TrimSpace(text) == "" && call != "write":
						t.Errorf("%s: exit 1 without a word", what)
					case code != 1 && !strings.Contains(text, "fatal error: ") && !strings.Contains(text, "runtime"): // of Go's runtime, which cannot go on
						t.Errorf("%s: exit %d\n%s", what, code, text)
					default:
						failed++
					}
					s.whole(t, what, got)
					s.completes(t, what)
				}
			}
			t.Logf("%d faults, of which %d ended the run", faults, failed)
			if failed < faults/20 {
				t.Error("the faults hardly do anything")
			}
		})
	}
}

// TestKills ends the program at each call in turn. Every report stays whole or
// is made so by the next run, also one that comes to nothing itself.
func TestKills(t *testing.T) {
	n := every(t)
	t.Parallel()
	for _, by := range []bool{false, true} {
		t.Run(fmt.Sprintf("by %v", by), func(t *testing.T) {
			t.Parallel()
			s := newFaultStudy(t, by)
			counts := s.counts(t)
			kills, k := 0, 0
			for _, call := range callsAtFault {
				for when := 1; when <= counts[call]; when++ {
					if k++; k%n != 0 {
						continue
					}
					what := fmt.Sprintf("%s:signal=SIGKILL:when=%d", call, when)
					s.reset(t)
					s.run("-f", "-o", os.DevNull, "-e", "trace="+call, "-e", "inject="+what)
					kills++
					s.write(t, "study.yaml", "titel: x\n")
					if code, text := s.run(); code != 1 {
						t.Errorf("%s: a broken study ends with %d\n%s", what, code, text)
					}
					s.whole(t, what, s.files(t))
					s.study(t, "Baru")
					s.completes(t, what)
				}
			}
			t.Logf("%d kills", kills)
		})
	}
}
