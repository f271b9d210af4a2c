package study

import (
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/diag/diagtest"
	"wogreport/internal/lang"
)

// TestFull reads a study that has every key and compares what came of it.
func TestFull(t *testing.T) {
	data, err := os.ReadFile("testdata/full.yaml")
	if err != nil {
		t.Fatal(err)
	}
	s, l := Parse("testdata/full.yaml", data)
	for _, d := range l {
		if d.Code != "without-min-cell" && d.Code != CodeAssumed {
			t.Errorf("%v", d)
		}
	}
	places := s.Pos
	s.Pos = nil
	got, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	golden := "testdata/full.json"
	if *diagtest.Update {
		if err := os.WriteFile(golden, append(got, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != string(got)+"\n" {
		t.Errorf("the study differs from %s; run with -update and look at the difference", golden)
	}

	given := map[string]bool{}
	for p := range places {
		given[indexes.ReplaceAllString(p, "")] = true
	}
	// What the example has in its other form, or cannot have beside another key.
	elsewhere := map[string]bool{"responses.file": true, "scale.min": true, "scale.max": true,
		"neutral":             true, // beside split
		"scores.classes.from": true, "scores.classes.label": true,
		"interpretation.tcr.from": true, "interpretation.tcr.label": true,
		"interpretation.reliability.source": true, "interpretation.reliability.bands": true,
		"interpretation.reliability.bands.from": true, "interpretation.reliability.bands.label": true}
	var check func(spec *Spec, path string)
	check = func(spec *Spec, path string) {
		for _, sub := range append(spec.Forms, spec.Items) {
			if sub != nil {
				check(sub, path)
			}
		}
		if spec.Values != nil {
			check(spec.Values, path+".*")
		}
		for _, k := range spec.Keys {
			sub := strings.TrimPrefix(path+"."+k.Name, ".")
			if k.Doc == "" {
				t.Errorf("%s has no documentation", sub)
			}
			isLanguage := k.Name == "en" || k.Name == "id" && k.Doc == "in Indonesian"
			if !isLanguage && !elsewhere[sub] && !matches(given, sub) {
				t.Errorf("%s is not in the example of every key", sub)
			}
			check(k.Spec, sub)
		}
	}
	check(Format(), "")
}

var indexes = regexp.MustCompile(`\[\d+\]`)

// matches reports whether a path with * for an author's own key was given.
func matches(given map[string]bool, pattern string) bool {
	for p := range given {
		if ok, _ := path.Match(pattern, p); ok {
			return true
		}
	}
	return false
}

func TestDefaults(t *testing.T) {
	s, l := Parse("dir/survei.yaml", []byte(`
title: T
scale: {min: 1, max: 5}
constructs: [{id: c, items: [P1, {id: P2, label: Dua}, {id: P3, statement: Tiga}]}]
responses: a.csv
`))
	if len(l) > 0 {
		t.Fatal(l)
	}
	got := fmt.Sprintln(s.Kind, s.Name, s.Analysis, s.Languages, s.Outputs, s.Privacy, s.Layout.Paper, s.Layout.Columns, s.Layout.Fonts, s.Layout.TableCaptions, s.Layout.FigureCaptions)
	want := "article survei {listwise corrected 0.05 2 0.6 spss plain ml false} [id en] [pdf json] {5 0} A4 1 serif above below\n"
	if got != want {
		t.Errorf("defaults are\n%swant\n%s", got, want)
	}
	for i, want := range [][3]string{{"P1", "P1", "P1"}, {"Dua", "Dua", "Dua"}, {"Tiga", "Tiga", "Tiga"}} {
		it := s.Constructs[0].Items[i]
		if got := [3]string{it.Statement.In(lang.ID), it.Label.In(lang.ID), it.Caption.In(lang.ID)}; got != want {
			t.Errorf("%s: statement, label and caption are %q, want %q", it.ID, got, want)
		}
	}
	if got := s.Path("data/a.csv"); got != filepath.Join("dir", "data", "a.csv") {
		t.Errorf("Path is %s", got)
	}
	if got := s.At("constructs[0].items[1].label").String(); got != "dir/survei.yaml:4:43" {
		t.Errorf("At is %s", got)
	}
	if got := s.At("method.place").String(); got != "dir/survei.yaml" {
		t.Errorf("At of an absent key is %s", got)
	}
}

func TestSampling(t *testing.T) {
	for _, c := range []struct{ words, kind string }{
		{"saturated", SamplingSaturated},
		{"sampling jenuh (sensus)", SamplingSaturated},
		{"Total sampling", SamplingSaturated},
		{"40 orang diambil acak dari total 90 orang", SamplingRandom},
		{"Simple random sampling", SamplingRandom},
		{"stratified, by cohort", SamplingRandom},
		{"probability sampling", SamplingRandom},
		{"non-random", SamplingOther},
		{"Nonprobability sampling", SamplingOther},
		{"non-probability sampling: accidental", SamplingConvenience},
		{"tidak secara acak", SamplingOther},
		{"tidak acak, melainkan purposive", SamplingPurposive},
		{"sampling insidental", SamplingConvenience},
		{"purposive districts, random within them", SamplingOther},
		{"snowball", SamplingOther},
	} {
		var s Sampling
		setSampling(lang.Same(c.words), &s)
		if s.Kind != c.kind {
			t.Errorf("%q is %q, want %q", c.words, s.Kind, c.kind)
		}
	}
	var s Sampling
	setSampling(lang.Same("Sampling jenuh"), &s)
	if s.Kind != SamplingSaturated || s.Text != nil {
		t.Errorf("a bare name of the kind keeps the text %v", s.Text)
	}
	setSampling(lang.Text{lang.ID: "sampling jenuh", lang.EN: "saturated sampling"}, &s)
	if s.Kind != SamplingSaturated || s.Text.IsZero() {
		t.Error("the author's wording in two languages is lost")
	}
}

func TestFoldLabel(t *testing.T) {
	for in, want := range map[string]string{
		"  Sangat\u00a0 SETUJU. ": "sangat setuju",
		"“Ragu–ragu”":             "ragu-ragu",
		"Cafe\u0301":              "café",
		"...":                     "...",
		"１":                       "1",
		"\u200bSetuju\ufeff":      "setuju",
		"-":                       "-",
	} {
		if got := FoldLabel(in); got != want {
			t.Errorf("FoldLabel(%q) = %q, want %q", in, got, want)
		}
		if again := FoldLabel(FoldLabel(in)); again != want {
			t.Errorf("folding %q twice gives %q", in, again)
		}
	}
}

// TestEncodings reads one study in the encodings that editors leave.
func TestEncodings(t *testing.T) {
	utf16 := func(order func(r uint16) []byte) []byte {
		b := order(0xFEFF)
		for _, r := range valid {
			b = append(b, order(uint16(r))...)
		}
		return b
	}
	for name, data := range map[string][]byte{
		"BOM":      []byte("\ufeff" + valid),
		"CRLF":     []byte(strings.ReplaceAll(valid, "\n", "\r\n")),
		"UTF-16LE": utf16(func(r uint16) []byte { return []byte{byte(r), byte(r >> 8)} }),
		"UTF-16BE": utf16(func(r uint16) []byte { return []byte{byte(r >> 8), byte(r)} }),
	} {
		if s, l := Parse("study.yaml", data); len(l) > 0 || s.Title.In(lang.ID) != "T" {
			t.Errorf("%s: %v", name, l)
		}
	}
	s, l := Parse("study.yaml", []byte("title: T\nname: caf\xe9\n"))
	if s != nil || len(l) != 1 || l[0].Code != "bad-encoding" || l[0].Pos.Line != 2 {
		t.Errorf("Windows-1252 gives %v", l)
	}
}

// TestAliasesAreBounded expands aliases within aliases.
func TestAliasesAreBounded(t *testing.T) {
	s := "x-a: &a [" + strings.Repeat("P,", 999) + "P]\nx-b: &b {id: c, items: *a}\nconstructs: [" + strings.Repeat("*b,", 999) + "*b]\n"
	_, l := Parse("study.yaml", []byte(s))
	n := 0
	for _, d := range l {
		if d.Code == "too-large" {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d diagnostics say too-large, want 1", n)
	}
}

func TestLoadChecksFiles(t *testing.T) {
	dir := t.TempDir()
	write := func(name, s string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("pendahuluan.md", "")
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o755); err != nil {
		t.Fatal(err)
	}
	write("study.yaml", valid+`sections:
  introduction: {id: pendahuluan.md, en: introduction.md}
  literature: pendahulan.md
  method: folder
templates: pendahuluan.md
`)
	_, l := Load(filepath.Join(dir, "study.yaml"))
	var b strings.Builder
	l.Fprint(&b)
	got := strings.ReplaceAll(b.String(), dir+string(filepath.Separator), "")
	want := `study.yaml:7:38: error: the file introduction.md does not exist [not-found]
study.yaml:8:3: error: the file pendahulan.md does not exist [not-found]
	hint: did you mean pendahuluan.md?
study.yaml:9:3: error: folder is a folder, not a file [not-found]
study.yaml:10:1: error: pendahuluan.md is a file, not a folder [not-found]
`
	if got != want {
		t.Errorf("Load says\n%swant\n%s", got, want)
	}
	s, l := Load(filepath.Join(dir, "studi.yaml"))
	if s != nil || len(l) != 1 || l[0].Code != "not-found" || l[0].Hint != "did you mean study.yaml?" {
		t.Errorf("a missing study gives %v", l)
	}
}

// TestTranslations warns once for each kind of text that lacks a language of
// the report; a plain text is meant for both, and one language needs no other.
func TestTranslations(t *testing.T) {
	text := `title: {id: Judul}
scale: {min: 1, max: 5}
keywords: {id: [satu], en: []}
constructs:
  - id: c
    label: Sama
    items:
      - {id: P1, statement: {id: Satu, en: One}, label: {en: One}}
      - {id: P2, statement: {id: Dua}}
      - {id: P3, statement: Tiga}
      - {id: P4, statement: {en: Four}, caption: {id: Empat, en: Four}}
responses: a.csv
`
	_, l := Parse("study.yaml", []byte(text))
	var b strings.Builder
	for _, d := range l {
		fmt.Fprintf(&b, "%s %s: %s\n", d.Pos, d.Code, d.Message)
	}
	want := `study.yaml:1:1 translation-missing: 1 title is given in one of the report's languages only
study.yaml:3:1 translation-missing: 1 list of keywords is given in one of the report's languages only
study.yaml:9:18 translation-missing: 2 statements of items are given in one of the report's languages only: lines 9, 11
study.yaml:8:50 translation-missing: 1 label of an item is given in one of the report's languages only
`
	if b.String() != want {
		t.Errorf("it says\n%swant\n%s", b.String(), want)
	}
	if _, l := Parse("study.yaml", []byte(text+"languages: [id]\n")); len(l) > 0 {
		t.Errorf("a report of one language gives %v", l)
	}
}

// What a draft offers and nobody wrote counts as not given, with a warning; what a study
// cannot do without is missing.
func TestUnwritten(t *testing.T) {
	const rest = "\nscale: {min: 1, max: 5}\nconstructs: [{id: c, items: [P1]}]\nresponses: a.csv\n"
	st, l := Parse("study.yaml", []byte("kind: evaluation\ntitle: T\nprogram: …\nagency: {name: …, address: Kota}\ndocument: {date: …}\nsignatories:\n  - {role: …, name: …}\n  - {role: Kepala, name: …}\nlegal_basis: [ … ]\nmethod: {population: …}\nresponses: {file: a.csv, missing: [\"…\"]}"+strings.Replace(rest, "\nresponses: a.csv", "", 1)))
	if l.HasErrors() {
		t.Fatal(l)
	}
	n := 0
	for _, d := range l {
		if d.Code == "unwritten" && strings.Contains(d.Message, "is not written yet") {
			n++
		}
	}
	if n != 7 || len(l) != n {
		t.Errorf("%d warnings: %v", n, l)
	}
	if !st.Program.IsZero() || st.Given("program") || !st.Agency.Name.IsZero() || st.Agency.Address.IsZero() || !st.Record.Date.IsZero() || len(st.LegalBasis) > 0 || st.Method.Population != 0 {
		t.Errorf("the study has %+v", st)
	}
	if len(st.Signatures) != 1 || st.Signatures[0].Name != "" || st.Signatures[0].Role.IsZero() {
		t.Errorf("they sign: %+v", st.Signatures)
	}
	if len(st.Responses.Missing) != 1 {
		t.Error("a text in quotes is what it is")
	}
	for _, text := range []string{"title: …" + rest, "title: T\nscale: {min: 1, max: 5}\nresponses: a.csv\nconstructs:\n  - {id: …, items: [P1]}\n", "title: T\nlayout: {logo: {file: …}}" + rest} {
		if _, l := Parse("study.yaml", []byte(text)); !slices.ContainsFunc(l, func(d diag.Diagnostic) bool { return d.Code == "missing-key" }) {
			t.Errorf("%s gives %v", text, l)
		}
	}
}

// min_group says nothing of the table of who answered; who sets it is told, until
// min_cell says what holds there.
func TestSmallCounts(t *testing.T) {
	for privacy, want := range map[string]int{"": 0, "privacy: {min_group: 10}": 1, "privacy: {min_group: 1}": 0, "privacy: {min_group: 10, min_cell: 10}": 0, "privacy: {min_group: 10, min_cell: 0}": 0} {
		for profile, times := range map[string]int{"": 0, "profile: [Kelamin]\n": 1} {
			_, l := Parse("study.yaml", []byte("title: T\nscale: {min: 1, max: 5}\nconstructs: [{id: c, items: [P1]}]\nresponses: a.csv\n"+profile+privacy))
			n := 0
			for _, d := range l {
				if d.Code == "small-counts" {
					n++
				}
			}
			if n != want*times || l.HasErrors() {
				t.Errorf("%s %s gives %v", profile, privacy, l)
			}
		}
	}
}

// TestNumberOfCohort: a place in the number of a document stands for the cohort's name, in
// either language; a report of all has no such number.
func TestNumberOfCohort(t *testing.T) {
	for number, want := range map[string][2]string{
		"800/{cohort}/2026":   {"800/Angkatan II/2026", ""},
		"800/{angkatan}/2026": {"800/Angkatan II/2026", ""},
		"800/{Angkatan}/2026": {"800/Angkatan II/2026", ""},
		"800/12/2026":         {"800/12/2026", "800/12/2026"},
	} {
		st := &Study{Record: Record{Number: number}}
		if got := [2]string{st.ForCohort(Cohort{Name: "Angkatan II"}).DocumentNumber(), st.DocumentNumber()}; got != want {
			t.Errorf("%s: %q, want %q", number, got, want)
		}
	}
}
