package serve

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"wogreport/internal/web"
)

// example copies the example of the repository into a folder.
func example(t testing.TB) (dir string, root *os.Root) {
	t.Helper()
	dir = t.TempDir()
	for _, name := range []string{"study.yaml", "data", "sections"} {
		from := filepath.Join("..", "..", name)
		if info, err := os.Stat(from); err != nil {
			t.Fatal(err)
		} else if info.IsDir() {
			if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(from)); err != nil {
				t.Fatal(err)
			}
			continue
		}
		data, err := os.ReadFile(from)
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), data, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return dir, root
}

// served is a server of the example, and a client of it.
type served struct {
	*server
	t   testing.TB
	dir string
}

func serving(t testing.TB, stop func()) served {
	t.Helper()
	dir, root := example(t)
	session, err := web.Folder(root.FS(), "")
	if err != nil {
		t.Fatal(err)
	}
	s := newServer(Options{Page: map[string][]byte{"index.html": []byte("<!doctype html>"), "app.js": []byte("1")}, Session: session}, "", stop)
	h := httptest.NewServer(s)
	t.Cleanup(h.Close)
	s.host = strings.TrimPrefix(h.URL, "http://")
	ctx, end := context.WithCancel(t.Context())
	t.Cleanup(end)
	go Watch(ctx, root.FS(), session.Wanted, s.tell)
	return served{s, t, dir}
}

// ask sends a request of the protocol and gives its replies with their files.
func (s served) ask(req web.Request) (replies []web.Reply, files [][]web.File) {
	s.t.Helper()
	body, err := web.Encode(req, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	r, _ := http.NewRequest(http.MethodPost, s.address()+"message", bytes.NewReader(body))
	r.Header.Set("Origin", "http://"+s.host)
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != http.StatusOK {
		s.t.Fatal(resp.Status, err)
	}
	for len(data) > 0 {
		n := binary.LittleEndian.Uint64(data)
		var reply web.Reply
		some, err := web.Decode(data[8:8+n], &reply)
		if err != nil {
			s.t.Fatal(err)
		}
		replies, files, data = append(replies, reply), append(files, some), data[8+n:]
	}
	return replies, files
}

func TestRefused(t *testing.T) {
	s := serving(t, func() {})
	own := "http://" + s.host
	for name, c := range map[string]struct {
		method, path, host, origin, site string
		want                             int
	}{
		"the page":                {"GET", "/" + s.token + "/", "", "", "none", 200},
		"one of its files":        {"GET", "/" + s.token + "/app.js", "", "", "same-origin", 200},
		"a message":               {"POST", "/" + s.token + "/message", "", own, "same-origin", 200},
		"no token":                {"GET", "/", "", "", "", 403},
		"another token":           {"GET", "/" + strings.Repeat("A", len(s.token)) + "/", "", "", "", 403},
		"a token cut short":       {"GET", "/" + s.token[:5] + "/", "", "", "", 403},
		"a message, no token":     {"POST", "/message", "", own, "same-origin", 403},
		"another host":            {"GET", "/" + s.token + "/", "rebound.example", "", "", 403},
		"another port":            {"GET", "/" + s.token + "/", "127.0.0.1:1", "", "", 403},
		"localhost":               {"GET", "/" + s.token + "/", strings.Replace(s.host, "127.0.0.1", "localhost", 1), "", "", 403},
		"another origin":          {"POST", "/" + s.token + "/message", "", "http://other.example", "", 403},
		"another port's origin":   {"POST", "/" + s.token + "/message", "", "http://127.0.0.1:1", "", 403},
		"no page as origin":       {"POST", "/" + s.token + "/message", "", "null", "", 403},
		"no origin":               {"POST", "/" + s.token + "/message", "", "", "", 403},
		"another site":            {"GET", "/" + s.token + "/app.js", "", "", "cross-site", 403},
		"a file of the study":     {"GET", "/" + s.token + "/study.yaml", "", "", "", 404},
		"answers":                 {"GET", "/" + s.token + "/data/responses.csv", "", "", "", 404},
		"out of the page":         {"GET", "/" + s.token + "/../study.yaml", "", "", "", 404},
		"a message that is asked": {"GET", "/" + s.token + "/message", "", "", "", 405},
		"a file that is sent":     {"PUT", "/" + s.token + "/app.js", "", own, "", 405},
	} {
		r := httptest.NewRequest(c.method, "http://"+s.host+"/", nil)
		r.URL.Path = c.path
		if r.Host = s.host; c.host != "" {
			r.Host = c.host
		}
		for k, v := range map[string]string{"Origin": c.origin, "Sec-Fetch-Site": c.site} {
			if v != "" {
				r.Header.Set(k, v)
			}
		}
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != c.want {
			t.Errorf("%s: %d, want %d", name, w.Code, c.want)
		}
		if w.Code == 403 && w.Body.String() != "refused\n" {
			t.Errorf("%s: a refusal says %q", name, w.Body)
		}
		for k, v := range headers {
			if w.Header().Get(k) != v {
				t.Errorf("%s: no %s", name, k)
			}
		}
	}
}

// A message that makes no sense is told so.
func TestBrokenMessage(t *testing.T) {
	s := serving(t, func() {})
	for _, body := range []string{"", "\x01", "\xff\xff\xff\xff{}", "\x02\x00\x00\x00{}"} {
		r, _ := http.NewRequest(http.MethodPost, s.address()+"message", strings.NewReader(body))
		r.Header.Set("Origin", "http://"+s.host)
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		data, _ := io.ReadAll(resp.Body)
		resp.Body.Close()
		var reply web.Reply
		if len(data) < 8 {
			t.Fatalf("%q: no reply", body)
		}
		if _, err := web.Decode(data[8:], &reply); err != nil || reply.Refused == "" || reply.Event != web.Done {
			t.Errorf("%q: %+v, %v", body, reply, err)
		}
	}
}

// The report of a folder is what the command line makes of it, and is another once a file has
// changed, which the page is told of.
func TestWatched(t *testing.T) {
	s := serving(t, func() {})
	first := s.pdf()
	events := s.events()
	if got := events(); got != "here" {
		t.Fatalf("the first event is %q", got)
	}
	change(t, s.dir, "sections/pendahuluan.md", "Kalimat yang baru.")
	if got := events(); got != "changed" {
		t.Fatalf("after a change of a section: %q", got)
	}
	second := s.pdf()
	if bytes.Equal(first, second) {
		t.Error("a change of a section did not change the report")
	}
	change(t, s.dir, "data/responses.csv", "")
	if got := events(); got != "changed" {
		t.Fatalf("after a change of the answers: %q", got)
	}
	change(t, s.dir, "study.yaml", "constructs: [")
	events()
	replies, _ := s.ask(web.Request{ID: 1, Do: "open", Add: true})
	if len(replies) != 1 || len(replies[0].Problems) == 0 {
		t.Errorf("a study file that is broken: %+v", replies)
	}
	if err := os.Remove(filepath.Join(s.dir, "study.yaml")); err != nil {
		t.Fatal(err)
	}
	events()
	if replies, _ = s.ask(web.Request{ID: 1, Do: "open", Add: true}); len(replies[0].Problems) != 1 || replies[0].Problems[0].Code != "not-found" {
		t.Errorf("a study file that is gone: %+v", replies[0].Problems)
	}
}

// change adds a line to a file.
func change(t testing.TB, dir, name, line string) {
	t.Helper()
	f, err := os.OpenFile(filepath.Join(dir, filepath.FromSlash(name)), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := io.WriteString(f, "\n"+line+"\n"); err != nil {
		t.Fatal(err)
	}
}

// pdf looks at the folder again and builds the report.
func (s served) pdf() []byte {
	s.t.Helper()
	if replies, _ := s.ask(web.Request{ID: 1, Do: "open", Add: true}); len(replies) != 1 || replies[0].State == nil || replies[0].State.Form == nil {
		s.t.Fatalf("the folder is not open: %+v", replies)
	}
	replies, files := s.ask(web.Request{ID: 2, Do: "build", Formats: []string{"pdf"}})
	last := files[len(files)-1]
	if len(last) != 1 || !bytes.HasPrefix(last[0].Data, []byte("%PDF-")) {
		s.t.Fatalf("no report: %+v", replies)
	}
	return last[0].Data
}

// events opens the page's own connection, and gives what is told there one by one.
func (s served) events() func() string {
	s.t.Helper()
	ctx, end := context.WithCancel(s.t.Context())
	s.t.Cleanup(end)
	r, _ := http.NewRequestWithContext(ctx, http.MethodGet, s.address()+"alive", nil)
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	lines := bufio.NewScanner(resp.Body)
	return func() string {
		for lines.Scan() {
			if e, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				return e
			}
		}
		return ""
	}
}

// The program ends when the page is closed, not when it is loaded again.
func TestEndsWithThePage(t *testing.T) {
	ended := make(chan struct{})
	s := serving(t, func() { close(ended) })
	s.grace = 200 * time.Millisecond
	visit := func() func() {
		ctx, leave := context.WithCancel(t.Context())
		r, _ := http.NewRequestWithContext(ctx, http.MethodGet, s.address()+"alive", nil)
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Read(make([]byte, 1))
		return leave
	}
	leave := visit()
	leave()
	leave = visit()
	select {
	case <-ended:
		t.Fatal("the program ended while its page was loaded again")
	case <-time.After(3 * s.grace):
	}
	leave()
	select {
	case <-ended:
	case <-time.After(time.Minute):
		t.Fatal("the program goes on without its page")
	}
}

// BenchmarkRebuild is the time from a change of a file of the example to the new report.
func BenchmarkRebuild(b *testing.B) {
	s := serving(b, func() {})
	s.pdf()
	events := s.events()
	events()
	for b.Loop() {
		change(b, s.dir, "sections/pendahuluan.md", "Kalimat.")
		events()
		s.pdf()
	}
}
