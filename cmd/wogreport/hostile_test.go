//go:build linux

package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"wogreport/internal/costtest"
)

// TestHostile builds what is made to hang, to fill the memory or to panic, each
// in a process of its own under limits: it ends in time, within its memory, with
// an error or a report.
func TestHostile(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("testdata", "hostile"))); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "fifo.md"), 0o666); err != nil {
		t.Fatal(err)
	}
	fine := map[string]bool{"merges.yaml": true, "links1.yaml": true, "cohorts.yaml": true} // they cost nothing
	studies, err := filepath.Glob(filepath.Join(dir, "*.yaml"))
	if err != nil || len(studies) < 20 {
		t.Fatal(studies, err)
	}
	for _, path := range studies {
		name := filepath.Base(path)
		for _, by := range []string{"", "--by=Angkatan"} {
			if by != "" && name != "cohorts.yaml" {
				continue
			}
			ctx, stop := context.WithTimeout(context.Background(), 2*time.Minute)
			c := exec.CommandContext(ctx, "sh", "-c", "ulimit -v 4000000; exec wogreport build "+name+" -o out "+by)
			c.Dir = dir
			start := time.Now()
			text, _ := c.CombinedOutput()
			stop()
			took, code := time.Since(start), c.ProcessState.ExitCode()
			usage := c.ProcessState.SysUsage().(*syscall.Rusage)
			const most = 300 << 10 // kB
			if took, over := costtest.Over(took, c.ProcessState.UserTime()+c.ProcessState.SystemTime()); over || usage.Maxrss > most {
				t.Errorf("%s %s takes %v and %d MB", name, by, took, usage.Maxrss>>10)
			}
			if said := strings.Contains(string(text), "error: "); code != 0 && !(code == 1 && said) || code == 0 != fine[name] || strings.Contains(string(text), "goroutine ") {
				t.Errorf("%s %s ends with %d\n%s", name, by, code, text)
			}
		}
	}
}
