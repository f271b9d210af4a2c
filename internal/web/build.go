package web

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"path"
	"slices"
	"time"

	"wogreport/internal/build"
	"wogreport/internal/diag"
	"wogreport/internal/manifest"
	"wogreport/internal/outdir"
)

// build makes the report of all answers, in the formats that are asked for.
func (s *Session) build(ctx context.Context, req Request) (Reply, []File) {
	now := s.read()
	if now.input == nil {
		return Reply{Problems: problems(now.said, nil)}, nil
	}
	if now.built == nil {
		now.built, now.compiled = now.input.Compile()
		if !now.compiled.HasErrors() {
			now.compiled.Add(now.built.Disclosure()...)
		}
	}
	reply := Reply{Problems: now.problems(now.compiled)}
	s.checked = s.checked || now.compiled.HasErrors()
	if now.compiled.HasErrors() || ctx.Err() != nil {
		return reply, nil
	}
	s.all = true
	files, err := written(ctx, now.built.Outputs(req.Formats))
	if err == nil && req.Zip {
		files, err = zipped(now.input.Study.Name, files, req.time())
	}
	if err != nil {
		panic(err) // Serve tells of it: into memory only a mistake of the program's fails
	}
	return reply, files
}

// written are outputs as files, as many as could be made before the context ended.
func written(ctx context.Context, outputs []build.Output) ([]File, error) {
	var out []File
	for _, o := range outputs {
		if ctx.Err() != nil {
			break
		}
		var b bytes.Buffer
		if err := o.Write(&b); err != nil {
			return nil, err
		}
		out = append(out, File{o.Name, b.Bytes()})
	}
	return out, nil
}

// CohortDone says what became of a cohort. Its PDF goes with it.
type CohortDone struct {
	Name     string    `json:"name"`
	Folder   string    `json:"folder"`
	Status   string    `json:"status"` // done, failed or withheld
	Done     int       `json:"done"`   // cohorts so far
	Total    int       `json:"total"`
	Problems []Problem `json:"problems"`
}

// Counts are what a run by cohort came to.
type Counts struct {
	Done     int `json:"done"`
	Failed   int `json:"failed"`
	Withheld int `json:"withheld"`
}

// cohorts makes a report for each cohort, and a ZIP of them with what build --by
// writes beside them; of that, PDF files are given by themselves as well.
func (s *Session) cohorts(ctx context.Context, req Request, send Send) (Reply, []File) {
	now := s.read()
	if now.input == nil {
		return Reply{Problems: problems(now.said, nil)}, nil
	}
	c, ds := now.input.Cohorts(build.CohortOptions{Formats: req.Formats})
	if c == nil || ds.HasErrors() {
		s.checked = true
		return Reply{Problems: now.problems(ds)}, nil
	}
	if s.all {
		for _, d := range now.input.Together(c.Column, "the report of all answers, which was shown before,") {
			d.Severity = diag.Warning // the two are in no folder together
			ds.Add(d)
		}
	}
	var names []string
	for _, each := range c.Each {
		names = append(names, each.Name)
	}
	r := cohortRun{cohorts: c, folders: outdir.Names(names, append(c.Reserved(), manifest.Name)), problems: ds, seen: map[diag.Diagnostic]bool{}, at: req.time()}
	r.reports.Folders = make([]string, len(names))
	r.zip = zip.NewWriter(&r.packed)
	for i := range names {
		if ctx.Err() != nil {
			return Reply{}, nil
		}
		done, pdf := r.one(ctx, i)
		done.Done, done.Total = i+1, len(names)
		send(Reply{ID: req.ID, Event: Progress, Problems: []Problem{}, Cohort: &done}, pdf)
	}
	if ctx.Err() != nil {
		return Reply{}, nil
	}
	pdfs, err := r.beside(ctx)
	if err != nil {
		panic(err)
	}
	s.checked = s.checked || r.counts.Failed > 0
	if r.counts.Done == 0 && r.counts.Failed > 0 { // most often for one reason, which is told once
		r.problems.Add(now.input.Wrong()...)
	}
	if r.counts.Done > 0 {
		r.warn(now.input.Doubtful())
	}
	reply := Reply{Problems: now.problems(r.problems), Counts: &r.counts}
	if r.counts.Done == 0 {
		return reply, nil
	}
	return reply, append([]File{{c.Study.Name + ".zip", r.packed.Bytes()}}, pdfs...)
}

// table is a workbook with a row for each cohort, in which what is known of it is filled in.
func (s *Session) table(req Request) (Reply, []File) {
	now := s.read()
	if now.input == nil {
		return Reply{Problems: problems(now.said, nil)}, nil
	}
	c, ds := now.input.Cohorts(build.CohortOptions{})
	if c == nil {
		return Reply{Problems: now.problems(ds)}, nil
	}
	l := now.input.Study.Body()
	if len(req.Languages) > 0 {
		l = req.Languages[0]
	}
	name, data, err := c.Table(l)
	if err != nil {
		panic(err) // Serve tells of it
	}
	return Reply{Problems: []Problem{}}, []File{{name, data}}
}

// cohortRun is a run by cohort as far as it has come.
type cohortRun struct {
	cohorts  *build.Cohorts
	folders  []string
	reports  build.Reports
	counts   Counts
	problems diag.List
	seen     map[diag.Diagnostic]bool
	packed   bytes.Buffer
	zip      *zip.Writer
	at       time.Time // of the files in it
}

// one makes the report of the i-th cohort. What is wrong with it, a mistake of the
// program's too, is its own.
func (r *cohortRun) one(ctx context.Context, i int) (out CohortDone, pdf []File) {
	name := r.cohorts.Each[i].Name
	out = CohortDone{Name: name, Folder: r.folders[i], Status: "failed"}
	var ds diag.List
	defer func() {
		if p := recover(); p != nil {
			ds.Internal(p)
		}
		out.Problems = problems(ds, nil)
		if out.Status == "failed" {
			r.counts.Failed++
			r.reports.Failed = append(r.reports.Failed, name)
			pdf = nil
		}
	}()
	plan := r.cohorts.Plan(i)
	if plan.Withheld {
		out.Status = "withheld"
		r.counts.Withheld++
		r.reports.Withheld++
		return out, nil
	}
	if ds = plan.Problems; plan.Make == nil {
		return out, nil
	}
	outputs, l := plan.Make()
	if ds.Add(l...); ds.HasErrors() {
		return out, nil
	}
	files, err := written(ctx, outputs)
	if err == nil {
		err = pack(r.zip, r.folders[i], files, r.at)
	}
	if err != nil {
		panic(err)
	}
	out.Status = "done"
	r.counts.Done++
	r.reports.Folders[i] = r.folders[i]
	r.warn(ds)
	return out, pdfs(files)
}

// pdfs are the PDF files among some.
func pdfs(files []File) (out []File) {
	for _, f := range files {
		if path.Ext(f.Name) == ".pdf" {
			out = append(out, f)
		}
	}
	return out
}

// warn takes over warnings, most of which are the same in every report.
func (r *cohortRun) warn(ds diag.List) {
	for _, d := range ds {
		if !r.seen[d] {
			r.seen[d] = true
			r.problems.Add(d)
		}
	}
}

// beside adds the list of reports and their comparison, and ends the ZIP. It gives the
// PDF files among them.
func (r *cohortRun) beside(ctx context.Context) ([]File, error) {
	var files []File
	if r.counts.Done > 0 {
		outputs, ds, err := r.cohorts.Beside(r.reports)
		r.warn(ds)
		if err != nil {
			return nil, err
		}
		if files, err = written(ctx, outputs); err != nil {
			return nil, err
		}
		if err := pack(r.zip, "", files, r.at); err != nil {
			return nil, err
		}
	}
	return pdfs(files), r.zip.Close()
}

// zipped is one file that holds others.
func zipped(name string, files []File, at time.Time) ([]File, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	err := errors.Join(pack(z, "", files, at), z.Close())
	return []File{{name + ".zip", b.Bytes()}}, err
}

// pack adds files to a ZIP, all with the same time.
func pack(z *zip.Writer, folder string, files []File, at time.Time) error {
	for _, f := range files {
		h := &zip.FileHeader{Name: path.Join(folder, f.Name), Method: zip.Store, Modified: at}
		if slices.Contains([]string{".json", ".svg", ".html"}, path.Ext(f.Name)) {
			h.Method = zip.Deflate
		}
		w, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := w.Write(f.Data); err != nil {
			return err
		}
	}
	return nil
}
