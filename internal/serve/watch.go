package serve

import (
	"context"
	"fmt"
	"io/fs"
	"strings"
	"time"
)

// interval is how often files are looked at. Looking at those of a study takes far less.
const interval = 20 * time.Millisecond

// Watch calls changed each time when one of the files of a folder is another than before, and
// has been the same for an interval: editors write in several steps. wanted are their names,
// those of files that are missing among them. Files are looked at rather than waited for, since
// systems tell of changes in different ways, and of those on a network not at all.
func Watch(ctx context.Context, files fs.FS, wanted func() []string, changed func()) {
	known, last := map[string]string{}, map[string]string{}
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for {
		moved, still := false, true
		for _, name := range wanted() {
			now := look(files, name)
			if _, seen := known[name]; !seen {
				known[name] = now
			}
			moved = moved || now != known[name]
			still = still && now == last[name]
			last[name] = now
		}
		if moved && still {
			for name, now := range last {
				known[name] = now
			}
			changed()
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// look is what tells a file from itself after a change: its size and time, and of a folder the
// same of what it holds.
func look(files fs.FS, name string) string {
	info, err := fs.Stat(files, name)
	if err != nil {
		return "missing"
	}
	if !info.IsDir() {
		return fmt.Sprint(info.Mode(), info.Size(), info.ModTime().UnixNano())
	}
	entries, _ := fs.ReadDir(files, name)
	var b strings.Builder
	for _, e := range entries {
		if i, err := e.Info(); err == nil && !i.IsDir() {
			fmt.Fprintln(&b, i.Name(), i.Size(), i.ModTime().UnixNano())
		}
	}
	return b.String()
}
