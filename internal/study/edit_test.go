package study

import (
	"strings"
	"testing"
)

const edited = `# A first version.

kind: evaluation   # ASSUMED from the cohorts
title: jawaban     # ASSUMED from the file's name

method: ~
# The answer scale.
scale:
  - {value: 2, label: Setuju}   # 17 answers
  - {value: 1, label: Tidak Setuju}

constructs:
  - id: k1
    label: {id: mutu, en: quality}   # ASSUMED: name it
    items:
      - {id: P1, column: "1", statement: Ruang bersih}
      - {id: P2, column: "2", statement: Menunggu lama}
  - id: k2
    label: waktu
    items:
      - {id: P3, column: "3", statement: Cepat}

responses: {file: a.csv}
# the end
`

// TestEditedShort: a file of answers that is named alone keeps its name when a key comes beside it.
func TestEditedShort(t *testing.T) {
	for _, c := range [][2]string{
		{"title: a\nresponses: a b.csv # all\nkind: article\n", "title: a\nresponses:\n  file: a b.csv # all\n  cohort: Kelas\nkind: article\n"},
		{"responses: '2024'\n", "responses:\n  file: '2024'\n  cohort: Kelas\n"},
		{"responses:\n", "responses:\n  cohort: Kelas\n"},
	} {
		if got, err := Edited([]byte(c[0]), []Edit{{Path: "responses.cohort", Value: "Kelas"}}); err != nil || string(got) != c[1] {
			t.Errorf("%v, got\n%s\nwant\n%s", err, got, c[1])
		}
	}
}

func TestEdited(t *testing.T) {
	for _, c := range []struct {
		name string
		edit Edit
		old  string // of the file, which the edit turns into new
		new  string
	}{
		{"a text", Edit{Path: "title", Value: "Survei: 2024"}, "title: jawaban # ASSUMED from the file's name", "title: 'Survei: 2024'"},
		{"a text that looks like a number", Edit{Path: "title", Value: "2024"}, "title: jawaban # ASSUMED from the file's name", `title: "2024"`},
		{"the same text", Edit{Path: "title", Value: "jawaban"}, "", ""},
		{"a new key of an entry", Edit{Path: "constructs[0].items[1].reverse", Value: true}, "statement: Menunggu lama}", "statement: Menunggu lama, reverse: true}"},
		{"in one language", Edit{Path: "constructs[0].label.id", Value: "layanan"}, "id: mutu", "id: layanan"},
		{"a key of a key that is not there", Edit{Path: "privacy.min_group", Value: 10.0}, "# the end\n", "# the end\n\nprivacy:\n  min_group: 10\n"},
		{"a key of the file between others", Edit{Path: "agency.name", Value: "Dinas"}, "title: jawaban # ASSUMED from the file's name\n", "title: jawaban # ASSUMED from the file's name\nagency:\n  name: Dinas\n"},
		{"a key of a key without a value", Edit{Path: "method.place", Value: "Kota"}, "method: ~\n", "method:\n  place: Kota\n"},
		{"a list that is not there", Edit{Path: "profile[0]", Value: "Usia"}, "# the end\n", "# the end\n\nprofile:\n  - Usia\n"},
		{"a key that goes", Edit{Path: "kind"}, "kind: evaluation # ASSUMED from the cohorts\n", ""},
		{"an entry that goes", Edit{Path: "constructs[0].items[0]"}, "      - {id: P1, column: \"1\", statement: Ruang bersih}\n", ""},
		{"an entry of another list", Edit{Path: "constructs[0].items[0]", To: "constructs[1].items"}, "      - {id: P1, column: \"1\", statement: Ruang bersih}\n      - {id: P2, column: \"2\", statement: Menunggu lama}\n  - id: k2\n    label: waktu\n    items:\n      - {id: P3, column: \"3\", statement: Cepat}\n",
			"      - {id: P2, column: \"2\", statement: Menunggu lama}\n  - id: k2\n    label: waktu\n    items:\n      - {id: P3, column: \"3\", statement: Cepat}\n      - {id: P1, column: \"1\", statement: Ruang bersih}\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Edited([]byte(edited), []Edit{c.edit})
			if err != nil {
				t.Fatal(err)
			}
			plain, err := Edited([]byte(edited), nil)
			if err != nil {
				t.Fatal(err)
			}
			// Where a key is added, the encoder puts a blank line before a last remark.
			norm := func(s string) string { return strings.ReplaceAll(s, "\n\n", "\n") }
			want := norm(string(plain))
			if c.old != "" {
				if !strings.Contains(want, norm(c.old)) {
					t.Fatalf("the file has no %q:\n%s", c.old, want)
				}
				want = strings.Replace(want, norm(c.old), norm(c.new), 1)
			}
			if norm(string(got)) != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
	plain, _ := Edited([]byte(edited), nil)
	if got, want := strings.Count(string(plain), "\n\n"), strings.Count(edited, "\n\n"); got != want {
		t.Errorf("%d blank lines, the file has %d:\n%s", got, want, plain)
	}
	for _, path := range []string{"", "title.", "constructs[x]", "constructs[9].label", "title.id", "constructs.id", "scale[", "[0]"} {
		if got, err := Edited([]byte(edited), []Edit{{Path: path, Value: "x"}}); err == nil {
			t.Errorf("%q: no error, but\n%s", path, got)
		}
	}
}
