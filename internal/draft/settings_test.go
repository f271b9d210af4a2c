package draft

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// form is an export as an officer has it.
func form() string {
	var b strings.Builder
	b.WriteString("Timestamp,Email,Nama,Unit kerja,Angkatan,Jenis kelamin,Materi jelas,Pengajar ramah,Ruang bersih,Kritik dan saran\n")
	labels := []string{"Sangat Setuju", "Setuju", "Tidak Setuju", "Sangat Tidak Setuju"}
	for i := range 40 {
		fmt.Fprintf(&b, "2026-03-%02d 10:00,orang%d@example.org,Orang %c Satu,Unit %c,Angkatan %s,%s,%s,%s,%s,Sudah baik nomor %c\n", 1+i%20, i, 'A'+i%26, 'A'+i%3, lang.Roman(1+i%4), []string{"Perempuan", "Laki-laki"}[i%2],
			labels[i%4], labels[(i+i/3)%4], labels[(i/2)%3], 'A'+i%26)
	}
	return b.String()
}

var offered = regexp.MustCompile(`^( *)# (?:([a-z_]+): ?(\S.*)?|([a-z_]+):)$`)

// settings are the places of the settings that a draft offers: the first line and the
// one behind the last.
func settings(lines []string) (out [][2]int) {
	var top, inResponses []string
	for _, k := range study.Format().Keys {
		top = append(top, k.Name)
		if k.Name == "responses" {
			for _, form := range k.Spec.Forms {
				for _, own := range form.Keys {
					inResponses = append(inResponses, own.Name)
				}
			}
		}
	}
	for i := 0; i < len(lines); i++ {
		m := offered.FindStringSubmatch(lines[i])
		if m == nil {
			continue
		}
		keys := top
		if m[1] != "" {
			keys = inResponses
		}
		if !slices.Contains(keys, m[2]+m[4]) {
			continue
		}
		end := i + 1
		for end < len(lines) && strings.HasPrefix(lines[end], m[1]+"#   ") {
			end++
		}
		out = append(out, [2]int{i, end})
		i = end - 1
	}
	return out
}

// taken is a draft with some of its settings taken.
func taken(lines []string, which ...[2]int) string {
	out := slices.Clone(lines)
	for _, w := range which {
		for i := w[0]; i < w[1]; i++ {
			out[i] = strings.Replace(out[i], "# ", "", 1)
		}
	}
	return strings.Join(out, "\n")
}

// TestSettings: each setting that a draft offers is right once the marks of the remark
// are taken away, alone and with all others: the study loads and reads its answers.
// What is not written yet is said and counts as not given; written, it is taken.
func TestSettings(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "jawaban.csv")
	if err := os.WriteFile(file, []byte(form()), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "teks.md"), []byte("Sebuah teks.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	loads := func(name, text string) (*study.Study, diag.List) {
		path := filepath.Join(dir, "study.yaml")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		st, l := study.Load(path)
		if st == nil || l.HasErrors() {
			t.Fatalf("%s: %v\n%s", name, l, text)
		}
		if _, read := responses.Read(st); read.HasErrors() {
			t.Errorf("%s: %v\n%s", name, read, text)
		}
		return st, l
	}
	for _, kind := range []string{"article", "evaluation"} {
		for _, languages := range [][]lang.Tag{{lang.ID}, {lang.EN}, {lang.EN, lang.ID}} {
			d, l := Make(filepath.Join(dir, "study.yaml"), []string{file}, Options{Kind: kind, Languages: languages})
			if d == nil {
				t.Fatal(l)
			}
			lines := strings.Split(string(d.Text), "\n")
			all := settings(lines)
			if least := map[string]int{"article": 9, "evaluation": 13}[kind]; len(all) < least {
				t.Fatalf("%s %v: there are %d settings only in\n%s", kind, languages, len(all), d.Text)
			}
			for _, s := range all {
				name := fmt.Sprintf("%s %v with %s", kind, languages, lines[s[0]])
				text := taken(lines, s)
				_, l := loads(name, text)
				blanks := strings.Contains(strings.Join(lines[s[0]:s[1]], ""), "…")
				for _, p := range l {
					if blanks != (p.Code == "unwritten") && p.Code != "without-min-cell" && p.Code != "translation-missing" {
						t.Errorf("%s: %v", name, p)
					}
				}
			}
			text := taken(lines, all...)
			loads(fmt.Sprint(kind, languages), text)

			written := strings.NewReplacer("date: …", "date: 2026-12-31", "population: …", "population: 400", "nip: …", `nip: "197001011995031001"`,
				"recommendations: …", "recommendations: teks.md", "follow_up: …", "follow_up: teks.md", "introduction: …", "introduction: teks.md", "discussion: …", "discussion: teks.md", "conclusion: …", "conclusion: teks.md",
				": …", ": Yang benar", "- …", "- Yang benar").Replace
			var keys []string
			for _, s := range all {
				for i := s[0]; i < s[1]; i++ {
					lines[i] = written(lines[i])
				}
			}
			st, l := loads(fmt.Sprint(kind, languages, " written"), taken(lines, all...))
			for _, p := range l {
				if p.Code == "unwritten" || p.Code == "not-in-kind" {
					t.Errorf("%s %v: %v", kind, languages, p)
				}
			}
			for _, k := range study.Format().Keys {
				if st.Given(k.Name) {
					keys = append(keys, k.Name)
				}
			}
			for _, want := range map[string][]string{"article": {"authors", "method", "comments"}, "evaluation": {"program", "agency", "document", "signatories", "legal_basis", "method", "sections", "comments", "privacy"}}[kind] {
				if !slices.Contains(keys, want) {
					t.Errorf("%s: no %s is offered", kind, want)
				}
			}
		}
	}
}

// TestOneLanguage: the remarks of a draft speak its language and no other.
func TestOneLanguage(t *testing.T) {
	english := regexp.MustCompile(`(?i)\b(the|of|which|answers|columns|these|named|who|without)\b`)
	indonesian := regexp.MustCompile(`(?i)\b(yang|dan|jawaban|kolom|tidak|dari)\b`)
	for l, foreign := range map[lang.Tag]*regexp.Regexp{lang.ID: english, lang.EN: indonesian} {
		for _, kind := range []string{"article", "evaluation"} {
			d, ds := make1(t, form(), Options{Kind: kind, Languages: []lang.Tag{l}})
			if d == nil {
				t.Fatal(ds)
			}
			for _, line := range strings.Split(string(d.Text), "\n") {
				_, note, ok := strings.Cut(line, "# ")
				if ok && foreign.MatchString(strings.ReplaceAll(note, "Kritik dan saran", "")) {
					t.Errorf("%s: %s", l, line)
				}
			}
		}
	}
}

// TestLeftOut: a draft says of each column of people that it is left out, by its header,
// and offers those of comments.
func TestLeftOut(t *testing.T) {
	d, l := make1(t, form(), Options{})
	if d == nil {
		t.Fatal(l)
	}
	for _, want := range []string{
		`B "Email": data pribadi (surel); isinya alamat surel`, `C "Nama": data pribadi (nama); terlihat dari judulnya`,
		`J "Kritik dan saran": komentar, yang tidak dicetak kecuali kolomnya disebut pada comments`, "\n# comments: [Kritik dan saran]\n",
		"tetapi nama orang di dalamnya",
	} {
		if !strings.Contains(string(d.Text), want) {
			t.Errorf("no %q in\n%s", want, d.Text)
		}
	}
	if strings.Contains(string(d.Text), "Orang A") || strings.Contains(string(d.Text), "orang1@") {
		t.Errorf("somebody is named in\n%s", d.Text)
	}
}
