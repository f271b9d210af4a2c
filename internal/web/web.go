// Package web owns the protocol between the page and the program: open, draft,
// confirm, build, cohorts, cancel. A Session holds the files of one person in
// memory and runs them through draft and build as the command line does; nothing
// is read from a disk or written to one. Session.Serve is the one way in. It knows
// nothing of how messages travel: Encode and Decode make bytes of them, which a
// worker's postMessage and HTTP carry alike.
package web

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"wogreport/internal/build"
	"wogreport/internal/columns"
	"wogreport/internal/diag"
	"wogreport/internal/draft"
	"wogreport/internal/infile"
	"wogreport/internal/lang"
	"wogreport/internal/output"
	"wogreport/internal/study"
)

// Request is what the page asks for.
type Request struct {
	ID int    `json:"id"` // chosen by the page; replies bear it
	Do string `json:"do"` // open, draft, confirm, check, table, look, build, cohorts or cancel

	Add bool `json:"add,omitempty"` // open: to the files that are there

	Title     string     `json:"title,omitempty"` // draft: as the flags of init
	Kind      string     `json:"kind,omitempty"`
	Languages []lang.Tag `json:"languages,omitempty"` // table: the first is that of its heads
	Sheet     string     `json:"sheet,omitempty"`

	Text    *string      `json:"text,omitempty"`    // confirm: the whole study file, or
	Edits   []study.Edit `json:"edits,omitempty"`   // changes of it, and
	Assumed []int        `json:"assumed,omitempty"` // the open assumptions that are confirmed

	Formats []string `json:"formats,omitempty"` // build, cohorts: none for those that the study asks for
	Zip     bool     `json:"zip,omitempty"`     // build: the files come in one

	Now  int64 `json:"now,omitempty"`  // build, cohorts: the time of files in a ZIP, in milliseconds since 1970;
	Zone int   `json:"zone,omitempty"` // it is written as clocks show it that are so many minutes ahead of UTC

	Cancel int `json:"cancel,omitempty"` // cancel: the request to end
}

// time is the time that the page gives, zero without one.
func (r Request) time() time.Time {
	if r.Now == 0 {
		return time.Time{}
	}
	return time.UnixMilli(r.Now).In(time.FixedZone("", 60*r.Zone))
}

// Reply is what the session says to a request: any number with Event progress,
// then one with done or stopped.
type Reply struct {
	ID       int         `json:"id"`
	Event    string      `json:"event"`
	Refused  string      `json:"refused,omitempty"` // the request itself makes no sense
	State    *State      `json:"state,omitempty"`   // open, draft, confirm
	Problems []Problem   `json:"problems"`
	Drafted  *Drafted    `json:"drafted,omitempty"`
	Cohort   *CohortDone `json:"cohort,omitempty"` // progress of cohorts
	Counts   *Counts     `json:"counts,omitempty"` // cohorts
	Taken    *Taken      `json:"taken,omitempty"`  // open
	Table    bool        `json:"table,omitempty"`  // look: the file is a table of cohorts
}

// The events of a Reply.
const (
	Done     = "done"
	Progress = "progress"
	Stopped  = "stopped" // by cancel
)

// Taken is a file of answers that took the place of the one that the study named.
type Taken struct {
	Named string `json:"named"`
	Given string `json:"given"`
}

// Drafted is what init says of a draft.
type Drafted struct {
	Items int    `json:"items"`
	Rows  int    `json:"rows"`
	Said  []Said `json:"said"` // what it concluded
}

// Said is a conclusion of a draft. Items are those that it takes to be worded the other way
// round: it holds until one of them is reversed. Identifier is the column that tells of people
// who answered again, in that many rows: it holds until the study has one.
type Said struct {
	Text       map[lang.Tag]string `json:"text"`
	Items      []string            `json:"items,omitempty"`
	Identifier string              `json:"identifier,omitempty"`
	Again      int                 `json:"again,omitempty"`
}

// File is a file with its name, which may have folders before it.
type File struct {
	Name string
	Data []byte
}

// Send takes a reply and the files that go with it.
type Send func(Reply, []File)

// Session is one page's files and study. It takes one request after the other, and
// cancel at any time.
type Session struct {
	mu       sync.Mutex
	files    memory
	folder   *folder  // behind the files; nil for none
	study    string   // the name of the study file; "" as long as there is none
	columns  []string // of the answers that were drafted
	others   []draft.Column
	items    []draft.Item // that were drafted
	asked    []draft.Asked
	chosen   []columns.Point // of the scales that were drafted
	reversed map[int]bool    // of items: the study reversed it when it last listed it
	now      *reading        // of the files as they are now; nil before
	kept     *infile.Kept
	all      bool // a report of all answers was given out
	checked  bool // what is wrong with the answers was asked for, or kept a report from being made

	running struct {
		sync.Mutex
		stop map[int]context.CancelFunc
	}
}

// drafted is the name of a study file that is drafted.
const drafted = "study.yaml"

// Serve carries out one request. It returns when the last reply was sent.
func (s *Session) Serve(ctx context.Context, req Request, files []File, send Send) {
	if req.Do == "cancel" {
		s.cancel(req.Cancel)
		send(Reply{ID: req.ID, Event: Done}, nil)
		return
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	s.begin(req.ID, stop)
	defer s.end(req.ID)
	s.mu.Lock()
	defer s.mu.Unlock()
	defer func() {
		if p := recover(); p != nil {
			var ds diag.List
			ds.Internal(p)
			send(Reply{ID: req.ID, Event: Done, Problems: problems(ds, nil)}, nil)
		}
	}()
	reply, out := s.do(ctx, req, files, send)
	reply.ID = req.ID
	if reply.Event = Done; ctx.Err() != nil {
		reply.Event, out = Stopped, nil
	}
	if reply.Problems == nil {
		reply.Problems = []Problem{}
	}
	send(reply, out)
}

func (s *Session) do(ctx context.Context, req Request, files []File, send Send) (Reply, []File) {
	if s.study == "" && slices.Contains([]string{"confirm", "check", "table", "build", "cohorts"}, req.Do) {
		return Reply{Refused: "no study is open"}, nil
	}
	for _, name := range req.Formats {
		if _, ok := output.Find(name); !ok {
			return Reply{Refused: fmt.Sprintf("there is no output %q", name)}, nil
		}
	}
	switch req.Do {
	case "look":
		return look(files), nil
	case "open":
		return s.open(req, files), nil
	case "draft":
		return s.draft(req), nil
	case "confirm":
		return s.confirm(req), nil
	case "check":
		return s.check(), nil
	case "table":
		return s.table(req)
	case "build":
		return s.build(ctx, req)
	case "cohorts":
		return s.cohorts(ctx, req, send)
	}
	return Reply{Refused: fmt.Sprintf("there is no request %q", req.Do)}, nil
}

// look says what a file is, which is not kept.
func look(files []File) Reply {
	if len(files) != 1 {
		return Reply{Refused: "one file is looked at"}
	}
	m := memory{}
	m.put(files[0].Name, files[0].Data)
	return Reply{Table: draft.IsCohortTable(m.names()[0], study.Access{FS: m})}
}

// begin notes how a request is ended early.
func (s *Session) begin(id int, stop context.CancelFunc) {
	s.running.Lock()
	defer s.running.Unlock()
	if s.running.stop == nil {
		s.running.stop = map[int]context.CancelFunc{}
	}
	s.running.stop[id] = stop
}

func (s *Session) end(id int) {
	s.running.Lock()
	defer s.running.Unlock()
	delete(s.running.stop, id)
}

func (s *Session) cancel(id int) {
	s.running.Lock()
	defer s.running.Unlock()
	if stop := s.running.stop[id]; stop != nil {
		stop()
	}
}

// open takes files in place of those before, or beside them. Where a study file is
// among them it is read; else the answers have to be drafted. No files beside those of
// a folder ask to look at that again.
func (s *Session) open(req Request, files []File) Reply {
	if !req.Add {
		s.files, s.study, s.columns, s.others, s.items, s.asked, s.chosen, s.all, s.folder, s.kept, s.checked = memory{}, "", nil, nil, nil, nil, nil, false, nil, nil, false
	}
	if s.folder != nil && len(files) == 0 {
		s.changed()
		if err := s.refresh(); err != nil {
			var ds diag.List
			ds.AddFileError(diag.Pos{File: s.folder.name}, s.folder.name, err)
			return Reply{State: s.description(nil, nil), Problems: problems(ds, nil)}
		}
		return s.state()
	}
	for _, f := range files {
		s.files.put(f.Name, f.Data)
	}
	s.changed()
	if s.study == "" {
		s.study = studyFile(s.files.names())
	}
	taken, err := s.take()
	r := s.state()
	if r.Taken = taken; err != nil {
		r.Refused = err.Error()
	}
	return r
}

// take lets the study read the only file of answers that was given where it names another,
// which was not: a form's second export has another name.
func (s *Session) take() (*Taken, error) {
	if s.study == "" || s.folder != nil {
		return nil, nil
	}
	r := s.read()
	if r.input == nil || len(r.input.Study.Responses.Files) != 1 || len(r.input.Study.Responses.Cohorts) > 0 {
		return nil, nil
	}
	st := r.input.Study
	named := st.Responses.Files[0]
	others := []string{named, st.CohortFile}
	for _, in := range st.Inputs(r.input.Files) {
		others = append(others, in.Name)
	}
	var given []string
	for _, name := range s.answers() {
		switch {
		case path.Base(name) == path.Base(named):
			return nil, nil
		case !slices.ContainsFunc(others, func(other string) bool { return path.Base(other) == path.Base(name) }):
			given = append(given, name)
		}
	}
	if len(given) != 1 {
		return nil, nil
	}
	key := "responses"
	for _, own := range []string{"responses.files[0]", "responses.files", "responses.file"} {
		if st.Given(own) {
			key = own
			break
		}
	}
	text, _ := s.files.get(s.study)
	text, err := study.Edited(text, []study.Edit{{Path: key, Value: relative(path.Dir(s.study), given[0])}})
	if err != nil {
		return nil, err
	}
	s.files.put(s.study, text)
	s.changed()
	return &Taken{named, given[0]}, nil
}

// relative is a file as one in a folder names it.
func relative(folder, name string) string {
	up := ""
	for folder != "." && !strings.HasPrefix(name, folder+"/") {
		folder, up = path.Dir(folder), up+"../"
	}
	return up + strings.TrimPrefix(name, folder+"/")
}

// answers are the files that may hold answers.
func (s *Session) answers() (out []string) {
	for _, name := range s.files.names() {
		switch strings.ToLower(path.Ext(name)) {
		case ".yaml", ".yml", ".json", ".md", ".png", ".jpg", ".jpeg":
		default:
			out = append(out, name)
		}
	}
	return out
}

// studyFile is the study among files: study.yaml, or else the first in the
// outermost folder.
func studyFile(names []string) string {
	best := ""
	rank := func(name string) []int {
		usual := 1
		if path.Base(name) == drafted {
			usual = 0
		}
		return []int{strings.Count(name, "/"), usual}
	}
	for _, name := range names {
		if ext := strings.ToLower(path.Ext(name)); ext != ".yaml" && ext != ".yml" {
			continue
		}
		if best == "" || slices.Compare(rank(name), rank(best)) < 0 {
			best = name
		}
	}
	return best
}

// reading is what was read of a study and made of it.
type reading struct {
	input *build.Input // nil where there is no study to go on with
	said  diag.List
	text  []byte
	paths map[diag.Pos]string // the keys of the study file by their places

	built    *build.Built // nil before
	compiled diag.List    // said by its compilation
}

// read reads the study that is open, once for the files as they are.
func (s *Session) read() *reading {
	if s.now == nil {
		text, _ := s.files.get(s.study)
		r := &reading{text: text, paths: study.Paths(s.study, text)}
		if r.input, r.said = build.Open(s.study, s.access()); r.input != nil {
			r.input.KeepAnswers()
		}
		s.now = r
	}
	return s.now
}

// changed forgets what was made of the files as they were.
func (s *Session) changed() { s.now = nil }

func (s *Session) access() study.Access {
	if s.kept == nil {
		s.kept = new(infile.Kept)
	}
	if s.folder != nil {
		return study.Access{FS: over{s.files, s.folder}, Kept: s.kept}
	}
	return study.Access{FS: s.files, Kept: s.kept}
}

// draft makes a study file for the answers.
func (s *Session) draft(req Request) Reply {
	answers := s.answers()
	if len(answers) == 0 { // to be told that pictures are none
		for _, name := range s.files.names() {
			if ext := strings.ToLower(path.Ext(name)); ext == ".png" || ext == ".jpg" || ext == ".jpeg" {
				answers = append(answers, name)
			}
		}
	}
	if len(answers) == 0 {
		return Reply{Refused: "no answers are open"}
	}
	d, ds := draft.Make(drafted, answers, draft.Options{Title: req.Title, Kind: req.Kind, Languages: req.Languages, Sheet: req.Sheet, Access: s.access()})
	if d == nil {
		return Reply{State: s.description(nil, nil), Problems: problems(ds, nil)}
	}
	s.files.put(drafted, d.Text)
	s.study, s.columns, s.others, s.items, s.asked, s.chosen, s.reversed = drafted, d.Columns, d.Others, d.Items, d.Asked, d.Chosen, map[int]bool{}
	s.changed()
	r := s.state()
	r.Drafted = &Drafted{Items: len(d.Items), Rows: d.Rows, Said: []Said{}}
	for _, said := range d.Said {
		each := Said{Text: map[lang.Tag]string{}, Items: said.Items, Identifier: said.Identifier, Again: said.Again}
		for _, l := range lang.All {
			each.Text[l] = said.In(l)
		}
		r.Drafted.Said = append(r.Drafted.Said, each)
	}
	return r
}

// confirm changes the study file as the page's form was, and takes away the
// assumptions that were confirmed. Changes come first: what is asked is settled by them.
func (s *Session) confirm(req Request) Reply {
	text, _ := s.files.get(s.study)
	if req.Text != nil {
		text = []byte(*req.Text)
	}
	if len(req.Edits) > 0 {
		changed, err := study.Edited(text, req.Edits)
		if err != nil {
			r := s.state()
			r.Refused = err.Error()
			return r
		}
		text = changed
	}
	if len(req.Assumed) > 0 {
		text, _ = study.Confirm(text, func(i int) bool { return slices.Contains(req.Assumed, i) })
	}
	before, _ := s.files.get(s.study)
	s.files.put(s.study, text)
	s.changed()
	if name := namedTable(req.Edits); name != "" && s.noTable() {
		s.files.put(s.study, before)
		s.files.drop(name)
		s.changed()
		r := s.state()
		r.Refused = "it is no table of cohorts, which has one row for each"
		return r
	}
	if s.checked {
		return s.check()
	}
	return s.state()
}

// namedTable is the file that changes name as the table of cohorts, "" for none.
func namedTable(edits []study.Edit) string {
	for _, e := range edits {
		if name, ok := e.Value.(string); ok && e.Path == "cohorts" {
			return name
		}
	}
	return ""
}

// noTable reports whether the study names a table of cohorts that tells of none: a file of
// answers, say. It is not kept, since it may tell of people.
func (s *Session) noTable() bool {
	in := s.read().input
	return in != nil && in.Study.CohortFile != "" && in.Listed() == 0
}

// check reads the answers, and says what is wrong with them; from now on every change does.
func (s *Session) check() Reply {
	s.checked = true
	r := s.state()
	if now := s.read(); now.input != nil {
		ds := append(diag.List{}, now.said...)
		ds.Add(now.input.Doubtful()...)
		if byCohort(now.input.Study) && !ds.HasErrors() {
			n, l := now.input.DoubtfulCohorts()
			r.State.Form.Cohorts = n
			ds.Add(l...)
		}
		r.Problems = now.problems(ds)
	}
	return r
}

// state reads the study and describes it.
func (s *Session) state() Reply {
	if s.study == "" {
		return Reply{State: s.description(nil, nil)}
	}
	r := s.read()
	if r.input == nil {
		return Reply{State: s.description(nil, nil), Problems: problems(r.said, nil)}
	}
	text, _ := s.files.get(s.study)
	return Reply{State: s.description(r.input.Study, text), Problems: problems(r.said, r.paths)}
}
