package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// agency is a synthetic agency in a new folder: cohorts whose answers are
// drawn by chance, always the same, one of them broken, one of two people, one
// with a name that no folder can have.
func agency(t testing.TB, cohorts int) (dir string) {
	t.Helper()
	dir = t.TempDir()
	random := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	b.WriteString("Angkatan,P1,P2,P3,P4,P5\n")
	for i := range cohorts {
		name, people := fmt.Sprintf("Angkatan %d", i+1), 12+random.IntN(20)
		switch i {
		case 5:
			people = 2
		case 7:
			name = `"../<A|B>: 'é' 👍"`
		}
		for k := range people {
			b.WriteString(name)
			for range 5 {
				fmt.Fprintf(&b, ",%d", 1+random.IntN(5))
			}
			if i == 9 && k == 3 {
				b.WriteString("9") // of the last answer, 9 more than ten times it
			}
			b.WriteString("\n")
		}
	}
	for name, text := range map[string]string{"answers.csv": b.String(), "study.yaml": `title: {id: Evaluasi, en: Evaluation}
scale: {min: 1, max: 5}
constructs: [{id: c, items: [P1, P2, P3, P4, P5]}]
responses: {file: answers.csv, cohort: Angkatan, synthetic: true}
`} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// files are the contents of the files under a folder, but for the times of a
// manifest.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	times := regexp.MustCompile(`"time": ".*"`)
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		out[filepath.ToSlash(rel)] = times.ReplaceAllString(string(data), "")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// same reports the files of which one folder has others than the other.
func same(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if g, ok := got[name]; !ok {
			t.Errorf("%s: there is no %s", what, name)
		} else if g != want[name] {
			t.Errorf("%s: %s differs", what, name)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s: there is a %s", what, name)
		}
	}
}

// buildAgency runs the program on an agency until so many reports stand, and
// then lets stop do its work. It returns the events.
func buildAgency(t *testing.T, dir, out string, workers, stopAfter int, stop func(*os.Process) error) []event {
	t.Helper()
	c := exec.Command("wogreport", "build", "--by", "--json", "-j", fmt.Sprint(workers), "-o", out)
	c.Dir = dir
	pipe, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	var events []event
	done := 0
	for s := bufio.NewScanner(pipe); s.Scan(); {
		var e event
		if err := json.Unmarshal(s.Bytes(), &e); err != nil {
			t.Errorf("%q is no event: %v", s.Text(), err)
		}
		events = append(events, e)
		if e.Status == "done" {
			if done++; done == stopAfter {
				if err := stop(c.Process); err != nil {
					t.Error(err)
				}
			}
		}
	}
	c.Wait()
	if code := c.ProcessState.ExitCode(); code == 0 {
		t.Error("a run with a broken cohort, or stopped, ends with 0")
	}
	return events
}

// TestKilled kills a run at several moments, twice in a row, or interrupts it:
// no half report stands, and the same command goes on where it stopped, to the
// very bytes of a run that nobody disturbed, by however many at once.
func TestKilled(t *testing.T) {
	const cohorts = 60
	dir := agency(t, cohorts)
	buildAgency(t, dir, "whole", 2, -1, nil)
	want := files(t, filepath.Join(dir, "whole"))
	if n := strings.Count(strings.Join(slices.Collect(maps.Keys(want)), "\n"), "study.pdf"); n != cohorts-2 {
		t.Fatalf("the whole run made %d reports, want all but the broken and the small one", n)
	}
	kill := func(p *os.Process) error { return p.Kill() }
	interrupt := func(p *os.Process) error { return p.Signal(os.Interrupt) }
	for _, c := range []struct {
		name    string
		workers int
		stop    func(*os.Process) error
		after   []int // reports of each run
	}{
		{"killed at the first", 1, kill, []int{1}},
		{"killed by one, twice", 1, kill, []int{7, 20}},
		{"killed by four, twice", 4, kill, []int{5, 20}},
		{"interrupted", 4, interrupt, []int{8}},
	} {
		out := filepath.Join(dir, "out")
		stood := 0
		for _, after := range c.after {
			buildAgency(t, dir, "out", c.workers, after, c.stop)
			got := files(t, out)
			stood = 0
			for _, folder := range folders(t, out) {
				if strings.HasPrefix(folder, ".") {
					continue
				}
				stood++
				for _, name := range []string{"study.pdf", "results.json"} {
					if f := folder + "/" + name; got[f] != want[f] {
						t.Errorf("%s: %s stands half, or is another's", c.name, f)
					}
				}
			}
			if stood < after || stood >= cohorts-2 {
				t.Errorf("%s: %d reports stand, so the test stopped nothing", c.name, stood)
			}
		}
		if c.name == "interrupted" {
			if _, err := os.Stat(filepath.Join(out, ".wogreport.batch")); err == nil {
				t.Error("a run that was interrupted leaves its stage")
			}
		}
		skipped := 0
		for _, e := range buildAgency(t, dir, "out", c.workers, -1, nil) {
			if e.Status == "skipped" {
				skipped++
			}
		}
		// A report that was in place when the kill came may not be noted yet.
		if skipped < stood-c.workers {
			t.Errorf("%s: %d reports stood, %d of them were not made again", c.name, stood, skipped)
		}
		same(t, c.name, files(t, out), want)
		if err := os.RemoveAll(out); err != nil {
			t.Fatal(err)
		}
	}
}

func folders(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		if e.IsDir() {
			out = append(out, e.Name())
		}
	}
	return out
}

// TestInterruptedBuild: a build of one report that is interrupted while it
// writes leaves nothing behind.
func TestInterruptedBuild(t *testing.T) {
	dir := agency(t, 1)
	c := exec.Command("wogreport", "build", "--outputs", "pdf,png,xlsx")
	c.Dir = dir
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	stage := filepath.Join(dir, "out", ".wogreport*")
	for range 5000 {
		if found, _ := filepath.Glob(stage); len(found) > 0 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	if err := c.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	c.Wait()
	if code := c.ProcessState.ExitCode(); code != 1 {
		t.Errorf("it ends with %d, want 1", code)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 2 {
		t.Errorf("it leaves %v, %v", entries, err)
	}
}

// TestTwoRuns: the second run into a folder is refused.
func TestTwoRuns(t *testing.T) {
	dir := agency(t, 60)
	second := ""
	buildAgency(t, dir, "out", 1, 3, func(first *os.Process) error {
		c := exec.Command("wogreport", "build", "--by", "-o", "out")
		c.Dir = dir
		text, err := c.CombinedOutput()
		if err == nil {
			return fmt.Errorf("a second run into the folder is let in")
		}
		second = string(text)
		return first.Kill() // the rest of its reports tell nothing more
	})
	if want := "another run is writing into the folder out; wait until it ends"; !strings.Contains(second, want) {
		t.Errorf("the second run says %q, want %q", second, want)
	}
}
