// Package serve carries the messages of internal/web over HTTP, for a page in a browser
// of the same computer. Everything stands below an address that nobody can guess; a
// request by another name of the computer, or from another page, is refused; nothing is
// served but the page's own files and what the session answers. Run is the way in.
package serve

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"

	"wogreport/internal/web"
)

// Options say what is served.
type Options struct {
	Page    map[string][]byte // the page's files by their names, index.html among them
	Session *web.Session
	Watch   func(context.Context, func()) // calls its function when the files have changed; nil: they are not watched
	Opened  func(address string)          // is told where the page is, once it can be opened
}

// maxMessage is how many bytes a request may have: files of answers are part of it.
const maxMessage = 1 << 30

// Run serves until the page was closed, or the context ends.
func Run(ctx context.Context, opt Options) error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	s := newServer(opt, listener.Addr().String(), stop)
	if opt.Watch != nil {
		go opt.Watch(ctx, s.tell)
	}
	server := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	opt.Opened(s.address())
	select {
	case err = <-ended:
	case <-ctx.Done():
		server.Close()
		err = <-ended
	}
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// server is the handler of one page.
type server struct {
	Options
	host  string // with its port
	token string
	stop  func()
	grace time.Duration // that a page may be away, as while it is loaded again

	mu    sync.Mutex
	pages map[chan struct{}]bool // of each page that is open: a value says that files have changed
	away  *time.Timer
}

func newServer(opt Options, host string, stop func()) *server {
	return &server{Options: opt, host: host, token: rand.Text(), stop: stop, grace: 3 * time.Second, pages: map[chan struct{}]bool{}}
}

// address is where the page is.
func (s *server) address() string { return "http://" + s.host + "/" + s.token + "/" }

// headers go with every answer: nothing is kept, shown within another page, or told to one.
var headers = map[string]string{
	"Cache-Control":                "no-store",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Referrer-Policy":              "no-referrer",
	"X-Content-Type-Options":       "nosniff",
	"X-Frame-Options":              "DENY",
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for k, v := range headers {
		w.Header().Set(k, v)
	}
	name, ok := s.allowed(r)
	switch {
	case !ok:
		http.Error(w, "refused", http.StatusForbidden)
	case name == "message":
		s.message(w, r)
	case name == "alive":
		s.alive(w, r)
	default:
		s.file(w, r, name)
	}
}

// allowed is what a request asks for, below the page's address. One that another page made,
// through a name that leads here (DNS rebinding) or by guessing, gets nothing.
func (s *server) allowed(r *http.Request) (name string, ok bool) {
	token, name, found := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	same := subtle.ConstantTimeCompare([]byte(token), []byte(s.token)) == 1
	origin, site := r.Header.Get("Origin"), r.Header.Get("Sec-Fetch-Site")
	foreign := origin != "" && origin != "http://"+s.host || site != "" && site != "same-origin" && site != "none" || r.Method == http.MethodPost && origin == ""
	return name, found && same && r.Host == s.host && !foreign
}

// file sends a file of the page.
func (s *server) file(w http.ResponseWriter, r *http.Request, name string) {
	if name == "" {
		name = "index.html"
	}
	data, ok := s.Page[name]
	switch {
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
	case !ok:
		http.NotFound(w, r)
	default:
		w.Header().Set("Content-Type", contentType(name))
		w.Write(data)
	}
}

// contentType is a file's type by its name. Tables of types differ between computers, so that
// those that browsers insist on stand here.
func contentType(name string) string {
	switch ext := path.Ext(name); ext {
	case ".html":
		return "text/html; charset=utf-8"
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	default:
		if t := mime.TypeByExtension(ext); t != "" {
			return t
		}
	}
	return "application/octet-stream"
}

// message takes a request of the protocol and sends its replies one after the other, each
// with its length in eight bytes, little-endian, before it.
func (s *server) message(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", "POST")
		http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		return
	}
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxMessage))
	var req web.Request
	var files []web.File
	if err == nil {
		files, err = web.Decode(data, &req)
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	send := func(reply web.Reply, files []web.File) { s.send(w, reply, files) }
	if err != nil {
		send(web.Reply{ID: req.ID, Event: web.Done, Refused: err.Error()}, nil)
		return
	}
	s.Session.Serve(r.Context(), req, files, send)
}

// send writes one reply. Where the page is gone there is nobody to tell.
func (s *server) send(w http.ResponseWriter, reply web.Reply, files []web.File) {
	data, err := web.Encode(reply, files)
	if err != nil {
		panic(err) // a reply is text and bytes
	}
	w.Write(binary.LittleEndian.AppendUint64(nil, uint64(len(data))))
	w.Write(data)
	http.NewResponseController(w).Flush()
}

// alive stays open as long as the page is, and tells it of changed files. When the last page
// is gone, and none comes back, the program ends.
func (s *server) alive(w http.ResponseWriter, r *http.Request) {
	changed := make(chan struct{}, 1)
	s.come(changed)
	defer s.leave(changed)
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	fmt.Fprint(w, "data: here\n\n")
	for out.Flush() == nil {
		select {
		case <-r.Context().Done():
			return
		case <-changed:
			fmt.Fprint(w, "data: changed\n\n")
		}
	}
}

func (s *server) come(page chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages[page] = true
	if s.away != nil {
		s.away.Stop()
	}
}

func (s *server) leave(page chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if delete(s.pages, page); len(s.pages) > 0 {
		return
	}
	s.away = time.AfterFunc(s.grace, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if len(s.pages) == 0 {
			s.stop()
		}
	})
}

// tell says to all pages that files have changed.
func (s *server) tell() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for page := range s.pages {
		select {
		case page <- struct{}{}:
		default: // it was not yet told of the last change
		}
	}
}
