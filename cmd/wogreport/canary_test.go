package main

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"image"
	"image/png"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// canaries are what nobody may find: names, addresses and numbers, as they stand in
// the inputs. A word that is found in pieces or capitals counts.
var canaries = []string{"Zulqarnain", "Xantippe", "zq.kenari", "contoh-kenari", "081255501234", "0812-5550-1234", "0812/5550/1234", "0812·5550·1234", "198001012005011", "kenari_zq", "Jalan Kenari 17", "Qwertzia"}

// TestCanary puts them into every place where an agency has them – columns of names,
// comments, wrong answers, a logo – and looks for them in all that any command writes.
func TestCanary(t *testing.T) {
	dir := t.TempDir()
	answers := canaryAnswers()
	files := map[string]string{
		"a.csv":      answers,
		"bad.csv":    answers + strings.Repeat("I,Xantippe,,,,\"Setuju, Zulqarnain\",Setuju,Xantippe setuju,\n", 4) + "II,Xantippe,,,,Setuju,Qwertzia,Setuju,\n",
		"logo.png":   canaryLogo(t),
		"study.yaml": canaryStudy("a.csv"),
		"bad.yaml":   canaryStudy("bad.csv"),
		"cell.yaml":  canaryStudy("a.csv") + "privacy: {min_cell: 3}\n",
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var said bytes.Buffer
	out := func(name string) string { return filepath.Join(dir, "out", name) }
	in := func(name string) string { return filepath.Join(dir, name) }
	for _, c := range []struct {
		code int
		args []string
	}{
		{0, []string{"build", in("study.yaml"), "-o", out("all")}},
		{0, []string{"build", in("study.yaml"), "--by", "-o", out("by")}},
		{0, []string{"build", in("study.yaml"), "--by", "--json", "-o", out("json")}},
		{0, []string{"build", in("cell.yaml"), "-o", out("cell")}},
		{0, []string{"check", in("study.yaml")}},
		{1, []string{"check", in("bad.yaml")}},
		{1, []string{"build", in("bad.yaml"), "-o", out("bad")}},
		{1, []string{"build", in("bad.yaml"), "--by", "-o", out("badby")}},
		{0, []string{"init", in("a.csv"), "-o", out("draft.yaml")}},
	} {
		fmt.Fprintln(&said, "$", c.args[0], filepath.Base(c.args[1]))
		if code := run(c.args, &said, &said); code != c.code {
			t.Errorf("%v ends with %d, want %d\n%s", c.args, code, c.code, said.String())
		}
	}
	seen := 0
	look := func(where, text string) {
		seen++
		flat := strings.ToLower(strings.Join(strings.Fields(text), " "))
		for _, c := range canaries {
			if strings.Contains(flat, strings.ToLower(c)) {
				t.Errorf("%s holds %q", where, c)
			}
		}
		for _, name := range []string{"a.csv", "bad.csv"} {
			if sum := sha256.Sum256([]byte(files[name])); strings.Contains(text, hex.EncodeToString(sum[:])) {
				t.Errorf("%s holds a checksum of %s", where, name)
			}
		}
	}
	look("what is said", said.String())
	err := filepath.WalkDir(filepath.Join(dir, "out"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		for part, text := range opened(t, path) {
			look(strings.TrimPrefix(path, dir)+part, text)
		}
		return nil
	})
	if err != nil || seen < 40 {
		t.Errorf("looked at %d texts, %v", seen, err)
	}
}

func canaryAnswers() string {
	var b strings.Builder
	b.WriteString("Angkatan,Nama Lengkap,Alamat Surel,Nomor HP,NIP,P1,P2,P3,Saran\n")
	comments := []string{
		"hubungi 0812/5550/1234", "telepon 0812·5550·1234 ya", "surel zq.kenari@contoh-kenari.go.id", "zq.kenari [at] contoh-kenari.go.id",
		"zq.kenari (at) contoh-kenari (dot) go (dot) id", "ikuti @kenari_zq", "instagram.com/kenari_zq", "https://facebook.com/kenari_zq", "IG: kenari_zq", "materi bagus",
	}
	for i := range 20 {
		cohort := "I"
		if i >= 10 {
			cohort = "II"
		}
		fmt.Fprintf(&b, "%s,Zulqarnain %d,zq.kenari%d@contoh-kenari.go.id,0812-5550-1234,19800101200501100%d,%s,%s,%s,%s\n", cohort, i, i, i%10,
			[]string{"Setuju", "Sangat Setuju", "Ragu-ragu"}[i%3], []string{"Setuju", "Ragu-ragu"}[i%2], []string{"Sangat Setuju", "Setuju", "Setuju", "Ragu-ragu"}[i%4], comments[i%len(comments)])
	}
	return b.String()
}

func canaryStudy(answers string) string {
	return `title: T
name: s
scale: {3: Sangat Setuju, 2: Setuju, 1: Ragu-ragu}
constructs: [{id: c, items: [P1, P2, P3]}]
responses: {file: ` + answers + `, cohort: Angkatan}
comments: [Saran]
layout: {logo: {file: logo.png, alt: lambang}}
outputs: [pdf, docx, json, xlsx, svg]
`
}

// canaryLogo is a picture with texts and EXIF.
func canaryLogo(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	chunk := func(name, body string) string {
		c := []byte{0, 0, 0, byte(len(body))}
		c = append(append(c, name...), body...)
		sum := crc32.ChecksumIEEE(c[4:])
		return string(append(c, byte(sum>>24), byte(sum>>16), byte(sum>>8), byte(sum)))
	}
	const header = 8 + 25
	p := b.String()
	return p[:header] + chunk("tEXt", "Author\x00Qwertzia, Jalan Kenari 17") + chunk("eXIf", "MM\x00*Qwertzia") + p[header:] + "Qwertzia"
}

var flate = regexp.MustCompile(`(?s)stream\r?\n(.*?)endstream`)

// opened are the texts of a file: itself, what is packed in it, and a page's words.
func opened(t *testing.T, path string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{"": string(data)}
	switch filepath.Ext(path) {
	case ".xlsx", ".docx":
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			text, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			out["!"+f.Name] = string(text)
		}
	case ".pdf":
		for i, m := range flate.FindAllSubmatch(data, -1) {
			if r, err := zlib.NewReader(bytes.NewReader(m[1])); err == nil {
				text, _ := io.ReadAll(r) // what is cut short is looked at as far as it goes
				out[fmt.Sprintf("!stream %d", i)] = string(text)
			}
		}
		if words, err := exec.Command("pdftotext", path, "-").Output(); err == nil {
			out["!words"] = string(words)
		}
	}
	return out
}
