package web

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// leaves are the parts with values below some, the empty entries of lists too.
func leaves(parts []Part) (out []Part) {
	for _, p := range parts {
		if len(p.Fields) > 0 {
			out = append(out, p)
		}
		out = append(out, leaves(p.Parts)...)
		if p.Entry != nil {
			out = append(out, leaves([]Part{*p.Entry})...)
		}
	}
	return out
}

// fill types a value into every field, as the page does.
func (p *page) fill(form *Form, value func(Part, Field) any) (a answer) {
	p.t.Helper()
	for _, l := range leaves(form.Identity) {
		for _, f := range l.Fields {
			v := value(l, f)
			if v == nil {
				continue
			}
			if a = p.ask(Request{Do: "confirm", Edits: append(slices.Clone(f.First), study.Edit{Path: f.Path, Value: v})}); a.Refused != "" {
				p.t.Fatalf("%s: %s", f.Path, a.Refused)
			}
		}
	}
	return a
}

// TestIdentity: every field that the form offers is taken, in both kinds and in one or two
// languages, and what was filled in is in the form and no more asked for.
func TestIdentity(t *testing.T) {
	for _, kind := range []string{"evaluation", "article"} {
		for _, languages := range [][]string{{"id"}, {"id", "en"}} {
			p := &page{t: t}
			p.ask(Request{Do: "open"}, File{"form.xlsx", form(t, agreement...)}, File{"logo.png", picture(t)}, File{"words.md", []byte("Kami sarankan ini.\n")})
			p.ask(Request{Do: "draft"})
			a := p.ask(Request{Do: "confirm", Edits: []study.Edit{{Path: "kind", Value: kind}, {Path: "languages", Value: languages}, {Path: "reports", Value: "together"}}})
			if a.State == nil {
				t.Fatalf("%+v", a)
			}
			before := p.ask(Request{Do: "build", Formats: []string{"pdf"}})
			typed := func(l Part, f Field) any {
				switch {
				case l.Type == "number":
					return 480
				case l.Key == "document.date":
					return "24 November 2026"
				case l.Key == "signatories.nip":
					return "19700101 199503 1 001"
				case l.Key == "layout.logo.file":
					return "logo.png"
				case strings.HasPrefix(l.Key, "sections."):
					return "words.md"
				}
				return strings.TrimSpace("Isian " + string(f.Lang))
			}
			if a = p.fill(a.State.Form, typed); a.State.Form == nil {
				t.Fatalf("%s %q: %+v\n%s", kind, languages, a.Problems, a.State.Text)
			}
			for _, problem := range a.Problems {
				if problem.Error || problem.Code == "translation-missing" {
					t.Errorf("%s %q: %+v", kind, languages, problem)
				}
			}
			for _, l := range leaves(a.State.Form.Identity) {
				for _, f := range l.Fields {
					if !strings.Contains(l.Path, "[1]") && f.Value == "" {
						t.Errorf("%s %q: %s is empty", kind, languages, f.Path)
					}
				}
			}
			after := p.ask(Request{Do: "build", Formats: []string{"pdf"}})
			if len(after.errors()) > 0 || len(after.files) == 0 {
				t.Fatalf("%s %q: %+v\n%s", kind, languages, after.Problems, a.State.Text)
			}
			if kind != "evaluation" {
				continue
			}
			for _, key := range []string{"program", "signatories", "legal_basis", "sections.recommendations", "sections.follow_up"} {
				if !strings.Contains(toFill(before), key) || strings.Contains(toFill(after), key) {
					t.Errorf("%q: to be filled was %q, is %q", languages, toFill(before), toFill(after))
				}
			}
		}
	}
}

// TestSectionText: the form has the text of a section of one's own, wherever its file lies.
func TestSectionText(t *testing.T) {
	p := &page{t: t}
	p.ask(Request{Do: "open"}, File{"jawaban.csv", madeUp()})
	text := p.ask(Request{Do: "draft", Title: "Judul", Kind: "evaluation"}).State.Text + "\nsections: {recommendations: sections/saran.md, follow_up: tidak-ada.md}\n"
	for _, name := range []string{"sections/saran.md", "saran.md"} {
		q := &page{t: t}
		a := q.ask(Request{Do: "open"}, File{"jawaban.csv", madeUp()}, File{"study.yaml", []byte(text)}, File{name, []byte("Modul diperbarui.\n")})
		var got []string
		for _, part := range a.State.Form.Identity {
			if strings.HasPrefix(part.Key, "sections.") {
				got = append(got, part.Fields[0].Text)
			}
		}
		if !slices.Equal(got, []string{"Modul diperbarui.\n", ""}) {
			t.Errorf("%s: the texts are %q, %+v", name, got, a.Problems)
		}
	}
}

// TestSectionInTheStudy: a section of lines of its own stands in the study file, with no file
// beside it, and is in the report.
func TestSectionInTheStudy(t *testing.T) {
	p := &page{t: t}
	p.ask(Request{Do: "open"}, File{"jawaban.csv", madeUp()})
	p.ask(Request{Do: "draft", Title: "Judul", Kind: "evaluation"})
	before := toFill(p.ask(Request{Do: "build", Formats: []string{"json"}}))
	const text = "Modul: diperbarui.\n\n1. Jadwal\n2. Ruang\n"
	a := p.ask(Request{Do: "confirm", Edits: []study.Edit{{Path: "sections.recommendations", Value: text}, {Path: "sections.follow_up", Value: "Tahun depan.\n"}}})
	if !strings.Contains(a.State.Text, "sections:\n  recommendations: |\n    Modul: diperbarui.\n") || !strings.Contains(a.State.Text, "follow_up: |\n    Tahun depan.\n") {
		t.Errorf("the study is\n%s", a.State.Text)
	}
	var got []string
	for _, part := range a.State.Form.Identity {
		if strings.HasPrefix(part.Key, "sections.") {
			got = append(got, part.Fields[0].Text)
		}
	}
	if !slices.Equal(got, []string{text, "Tahun depan.\n"}) {
		t.Errorf("the form has %q", got)
	}
	// The settings alone, with the answers, are enough.
	q := &page{t: t}
	if a := q.ask(Request{Do: "open"}, File{"jawaban.csv", madeUp()}, File{"study.yaml", []byte(a.State.Text)}); len(a.errors()) > 0 {
		t.Errorf("without other files: %+v", a.Problems)
	}
	after := toFill(q.ask(Request{Do: "build", Formats: []string{"pdf"}}))
	if !strings.Contains(before, "recommendations") || !strings.Contains(before, "follow_up") || strings.Contains(after, "recommendations") || strings.Contains(after, "follow_up") {
		t.Errorf("to be filled was %q, is %q", before, after)
	}
}

// TestCheck: what is wrong with the answers is told before a report is made.
func TestCheck(t *testing.T) {
	p := &page{t: t}
	p.ask(Request{Do: "open"}, File{"jawaban.csv", madeUp()})
	text := p.ask(Request{Do: "draft", Title: "Judul", Kind: "evaluation"}).State.Text
	if a := p.ask(Request{Do: "check"}); len(a.errors()) > 0 {
		t.Errorf("right answers: %+v", a.errors())
	}
	// Who answered twice is told, and left out where that is asked for.
	twice := append(madeUp(), madeUp()[bytes.LastIndexByte(madeUp()[:len(madeUp())-1], '\n')+1:]...)
	p.ask(Request{Do: "open"}, File{"jawaban.csv", twice}, File{"study.yaml", []byte(text)})
	told := func(a answer) (out []string) {
		for _, p := range a.Problems {
			if p.Code == "duplicate-respondent" {
				out = append(out, p.Message+"; "+p.Hint)
			}
		}
		return out
	}
	first := told(p.ask(Request{Do: "check"}))
	a := p.ask(Request{Do: "confirm", Edits: []study.Edit{{Path: "responses.exclude", Value: []string{"duplicates"}}}})
	then := told(p.ask(Request{Do: "check"}))
	if want := []string{"duplicates"}; !slices.Equal(a.State.Form.Exclude, want) || len(first) != 1 || !strings.Contains(first[0], "exclude") || len(then) != 1 || !strings.Contains(then[0], "leaves them out") {
		t.Errorf("a row twice: %v %q, then %q", a.State.Form.Exclude, first, then)
	}
	head, rows, _ := strings.Cut(string(madeUp()), "\n")
	cols := strings.Split(head, ",")
	cols[len(cols)-2] = "Ruang belajar nyaman" // an item
	q := &page{t: t}
	a = q.ask(Request{Do: "open"}, File{"jawaban.csv", []byte(strings.Join(cols, ",") + "\n" + rows)}, File{"study.yaml", []byte(text)})
	if len(a.errors()) > 0 {
		t.Errorf("opening reads no answers, and finds %+v", a.errors())
	}
	a = q.ask(Request{Do: "check"})
	i := slices.IndexFunc(a.Problems, func(p Problem) bool { return p.Error })
	if len(a.errors()) != 1 || a.Problems[i].Code != "unknown-column" || a.Problems[i].Instead == nil {
		t.Errorf("a head that was changed: %+v", a.Problems)
	}
}

// toFill is what a build says of what has to be filled in.
func toFill(a answer) (out string) {
	for _, p := range a.Problems {
		if p.Code == "to-be-filled" {
			out = p.Message[strings.LastIndex(p.Message, ":"):]
		}
	}
	return out
}

func picture(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestShortForms: a value that stands for its keys, a list that is written as its only
// entry and a plain text in two languages are changed in a part without losing the rest.
func TestShortForms(t *testing.T) {
	for _, c := range []struct{ written, path, want string }{
		{"agency: Dinas Satu", "agency.address.id", "agency:\n  name: Dinas Satu\n  address:\n    id: baru\n"},
		{"agency: Dinas Satu", "agency.name.en", "agency:\n  name:\n    en: baru\n    id: Dinas Satu\n"},
		{"program: Pelatihan", "program.en", "program:\n  en: baru\n  id: Pelatihan\n"},
		{"legal_basis: Peraturan Satu", "legal_basis[1].id", "legal_basis:\n  - Peraturan Satu\n  - id: baru\n"},
		{"signatories: [{role: Kepala}]", "signatories[0].name", "signatories: [{role: Kepala, name: baru}]\n"},
		{"program: ~", "program.id", "program:\n  id: baru\n"},
	} {
		p := &page{t: t}
		p.ask(Request{Do: "open"}, File{"form.xlsx", form(t, agreement...)})
		text := p.ask(Request{Do: "draft"}).State.Text + "\n" + c.written + "\n"
		text = strings.Replace(text, "languages: [id]", "languages: [id, en]", 1)
		a := p.ask(Request{Do: "confirm", Text: &text})
		a = p.fill(a.State.Form, func(_ Part, f Field) any {
			if f.Path == c.path {
				return "baru"
			}
			return nil
		})
		if len(a.errors()) > 0 || a.State == nil || !strings.Contains(a.State.Text, c.want) {
			t.Errorf("%s, %s: %+v, no %q in\n%s", c.written, c.path, a.Problems, c.want, a.State.Text)
		}
	}
}

// TestIdentityHasNames holds that the page has a name for every field in both languages.
func TestIdentityHasNames(t *testing.T) {
	words, err := os.ReadFile("../../web/page/words.js")
	if err != nil {
		t.Fatal(err)
	}
	named := bytes.Join(regexp.MustCompile(`(?s)\n    keys: \{.*?\n    \}`).FindAll(words, -1), nil)
	for kind := range identity {
		var all func([]Part)
		all = func(parts []Part) {
			for _, p := range parts {
				if n := len(regexp.MustCompile(`[{, \n]'?`+regexp.QuoteMeta(p.Key)+`'?: '`).FindAll(named, -1)); n != 2 {
					t.Errorf("web/page/words.js has %d names of %s", n, p.Key)
				}
				all(p.Parts)
				if p.Entry != nil {
					all(p.Entry.Parts)
				}
			}
		}
		all(parts(kind, nil, []lang.Tag{lang.ID}))
	}
}

// TestFirstKey: what is wrong with the first key of a group stands at its field.
func TestFirstKey(t *testing.T) {
	p := &page{t: t}
	p.ask(Request{Do: "open"}, File{"jawaban.xlsx", form(t, agreement...)})
	p.ask(Request{Do: "draft", Title: "Judul"})
	for _, e := range []study.Edit{{Path: "document.number", Value: "B/{angkatn}/1"}, {Path: "document.place", Value: "Surabaya"}} {
		a := p.ask(Request{Do: "confirm", Edits: []study.Edit{e}})
		if !slices.ContainsFunc(a.Problems, func(p Problem) bool { return p.Path == "document.number" && strings.Contains(p.Message, "{angkatn}") }) {
			t.Errorf("after %s: %+v", e.Path, a.Problems)
		}
	}
}
