package pdfcheck

import (
	"archive/zip"
	"encoding/xml"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"wogreport/internal/costtest"
)

var corpusDir = flag.String("corpus", "", "folder of the veraPDF corpus and profiles; ../shared/verapdf beside the project without it")

// shared is the folder that holds the corpus; the test is skipped where it is missing.
func shared(t testing.TB) string {
	t.Helper()
	dir := *corpusDir
	if dir == "" {
		dir = os.Getenv("WOGREPORT_VERAPDF")
	}
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "verapdf")
	}
	if _, err := os.Stat(filepath.Join(dir, "corpus.zip")); err != nil {
		t.Skipf("the veraPDF corpus is missing (-corpus or WOGREPORT_VERAPDF names its folder): %v", err)
	}
	return dir
}

// folders are the corpus's folders with the profile by which their files are judged.
var folders = map[string]Profile{"PDF_UA-1": "ua1", "PDF_A-2a": "2a", "PDF_A-2b": "2b", "PDF_A-2u": "2u", "PDF_A-3b": "3b"}

// corpusFile is a file of the corpus.
type corpusFile struct {
	profile Profile
	name    string // as 7.1-t01-fail-a
	data    []byte
	pass    bool
}

func corpus(t testing.TB) []corpusFile {
	z, err := zip.OpenReader(filepath.Join(shared(t), "corpus.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var out []corpusFile
	for _, f := range z.File {
		folder, _, _ := strings.Cut(f.Name, "/")
		if folders[folder] == "" || !strings.HasSuffix(f.Name, ".pdf") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		r.Close()
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(f.Name[strings.LastIndexByte(f.Name, '/')+1:], ".pdf")
		name = strings.TrimPrefix(name, "veraPDF test suite ")
		out = append(out, corpusFile{folders[folder], name, data, strings.Contains(name, "-pass")})
	}
	return out
}

// wanted are the rules of which a file that fails has to break one.
func (f *corpusFile) wanted() []string {
	topic, _, _ := strings.Cut(f.name, "-fail")
	if f.profile == UA1 {
		if topic == "7.18.7-t01" { // asks what 7.11 does
			topic = "7.11-t01"
		}
		return []string{topic}
	}
	if r, ok := topicFiles[string(f.profile)+" "+f.name]; ok {
		return strings.Fields(r)
	}
	return strings.Fields(topics[string(f.profile)+" "+topic])
}

// TestCorpus holds that each file of the corpus that fails breaks its own rule, and
// each that passes none of its folder's profile.
func TestCorpus(t *testing.T) {
	files := corpus(t)
	onPanic = func(p any, stack []byte) { t.Errorf("panic: %v\n%s", p, stack) }
	defer func() { onPanic = nil }()
	clock := costtest.Start()
	caught, fails, wrong, passes := map[Profile]int{}, map[Profile]int{}, map[Profile]int{}, map[Profile]int{}
	for i := range files {
		f := &files[i]
		r := Check(f.data, f.profile)
		var found []string
		for _, v := range r.Violations {
			found = append(found, v.Rule)
			if v.Was != "" {
				found = append(found, v.Was)
			}
		}
		if f.pass {
			passes[f.profile]++
			if !r.Clean() {
				wrong[f.profile]++
				t.Errorf("%s %s passes, but breaks %v %s", f.profile, f.name, found, r.Unreadable)
			}
			continue
		}
		fails[f.profile]++
		want := f.wanted()
		if len(want) == 0 {
			t.Errorf("%s %s: the table has no rule of it; it breaks %v", f.profile, f.name, found)
		}
		if slices.ContainsFunc(want, func(w string) bool { return slices.Contains(found, w) }) {
			caught[f.profile]++
		} else {
			t.Errorf("%s %s breaks %v, none of %v", f.profile, f.name, found, want)
		}
	}
	took, _ := clock.TooLong()
	for _, p := range []Profile{"ua1", "2a", "2b", "2u", "3b"} {
		t.Logf("%s: caught %d of %d, false %d of %d", p, caught[p], fails[p], wrong[p], passes[p])
	}
	if took > time.Minute {
		t.Errorf("the corpus took %v", took)
	}
	t.Logf("%d files took %v", len(files), took)
}

// profileXML is a validation profile.
type profileXML struct {
	Rules []struct {
		Object string `xml:"object,attr"`
		ID     struct {
			Clause string `xml:"clause,attr"`
			Test   string `xml:"testNumber,attr"`
		} `xml:"id"`
	} `xml:"rules>rule"`
}

// TestRulesAreTheProfiles holds the table of rules to the profiles: the same
// clauses and tests, about the same objects.
func TestRulesAreTheProfiles(t *testing.T) {
	dir := shared(t)
	for file, p := range map[string]Profile{"PDFUA-1.xml": "ua1", "PDFA-2A.xml": "2a", "PDFA-3A.xml": "3a"} {
		data, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		var x profileXML
		if err := xml.Unmarshal(data, &x); err != nil {
			t.Fatal(err)
		}
		want := map[string]string{}
		for _, r := range x.Rules {
			want[number(r.ID.Clause+"-"+r.ID.Test)] = r.Object
		}
		for _, r := range RulesOf(p) {
			n := r.Number(p)
			if want[n] == "" {
				t.Errorf("%s has no rule %s", file, n)
			} else if want[n] != r.Object {
				t.Errorf("%s %s is about %s, not %s", p, n, want[n], r.Object)
			}
			delete(want, n)
		}
		for n := range want {
			t.Errorf("%s %s is missing", p, n)
		}
	}
}
