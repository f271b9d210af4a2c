// Package judge shows files to outside programs, for tests.
package judge

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"wogreport/internal/pdfcheck"
)

// Tool is an outside program: the test is skipped where it is missing, in CI it fails.
func Tool(t testing.TB, name string) {
	t.Helper()
	if _, err := exec.LookPath(name); err == nil {
		return
	}
	if os.Getenv("CI") != "" {
		t.Fatalf("%s is missing", name)
	}
	t.Skipf("%s is missing", name)
}

// Files shows files to outside programs, which must find nothing: qpdf, mutool,
// ghostscript and pdfcheck, and for archives PDFBox, which knows only PDF/A-1b: it
// gets each file as one of these. Files with attachments are none; names that begin
// with "attached" are left out there.
func Files(t *testing.T, files map[string][]byte) {
	t.Helper()
	dir := t.TempDir()
	paths := map[string]string{}
	for name, data := range files {
		paths[name] = filepath.Join(dir, strings.NewReplacer(" ", "-", "/", "-").Replace(name)+".pdf")
		if err := os.WriteFile(paths[name], data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, judge := range []struct {
		tool  string
		args  []string
		known []string // what it says of every file
	}{
		{"qpdf", []string{"--check", "FILE"}, []string{"checking ", "PDF Version: ", "File is not encrypted", "File is not linearized",
			"No syntax or stream encoding errors found; the file may still contain", "errors that qpdf cannot detect"}},
		{"mutool", []string{"draw", "-q", "-F", "stext", "-o", os.DevNull, "FILE"}, []string{"warning: ICC support is not available"}},
		{"gs", []string{"-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-dPDFSTOPONWARNING", "-r20", "-sDEVICE=nullpage", "FILE"}, nil},
	} {
		t.Run(judge.tool, func(t *testing.T) {
			t.Parallel()
			Tool(t, judge.tool)
			for name, path := range paths {
				args := append([]string(nil), judge.args...)
				for i := range args {
					args[i] = strings.ReplaceAll(args[i], "FILE", path)
				}
				out, err := exec.Command(judge.tool, args...).CombinedOutput()
				if err != nil {
					t.Errorf("%s: %v", name, err)
				}
			lines:
				for line := range strings.Lines(string(out)) {
					for _, k := range judge.known {
						if strings.HasPrefix(line, k) {
							continue lines
						}
					}
					t.Errorf("%s: %s", name, line)
				}
			}
		})
	}
	t.Run("pdfcheck", func(t *testing.T) {
		for name, data := range files {
			Rules(t, name, data)
		}
	})
	t.Run("preflight", func(t *testing.T) {
		t.Parallel()
		preflight(t, dir, paths)
	})
}

// Rules holds a file to the rules of PDF/UA and PDF/A that it claims to keep; it has
// to claim them.
func Rules(t testing.TB, name string, data []byte) {
	t.Helper()
	r := pdfcheck.Check(data)
	if r.Unreadable != "" {
		t.Errorf("%s: %s", name, r.Unreadable)
	}
	if len(r.Profiles) < 2 || len(r.Unchecked) > 0 {
		t.Errorf("%s claims %v", name, r.Claims)
	}
	for _, v := range r.Violations {
		t.Errorf("%s: %s %s", name, v, v.Detail)
	}
}

// jars are what PDFBox's preflight needs, as Debian names them.
const jars = "preflight pdfbox2 fontbox2 xmpbox commons-logging commons-io jaxb-api javax.activation"

// preflight judges files as PDF/A-1b, in one process. That part allows no object
// streams and no version after 1.4, and its metadata say so.
func preflight(t *testing.T, dir string, paths map[string]string) {
	Tool(t, "java")
	Tool(t, "qpdf")
	var classes []string
	for _, j := range strings.Fields(jars) {
		path := "/usr/share/java/" + j + ".jar"
		if _, err := os.Stat(path); err != nil {
			if os.Getenv("CI") != "" {
				t.Fatal(err)
			}
			t.Skip(err)
		}
		classes = append(classes, path)
	}
	var list bytes.Buffer
	want := 0
	for name, path := range paths {
		if strings.HasPrefix(name, "attached") {
			continue
		}
		to := strings.TrimSuffix(path, ".pdf") + ".1b"
		out, err := exec.Command("qpdf", "--object-streams=disable", "--newline-before-endstream", "--force-version=1.4", "--static-id", path, to).CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v %s", name, err, out)
		}
		data, err := os.ReadFile(to)
		if err != nil {
			t.Fatal(err)
		}
		data = bytes.Replace(data, []byte("<pdfaid:part>2<"), []byte("<pdfaid:part>1<"), 1)
		data = bytes.Replace(data, []byte("<pdfaid:conformance>A<"), []byte("<pdfaid:conformance>B<"), 1)
		if err := os.WriteFile(to, data, 0o644); err != nil {
			t.Fatal(err)
		}
		list.WriteString(to + "\n")
		want++
	}
	names := filepath.Join(dir, "files")
	if err := os.WriteFile(names, list.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("java", "-cp", strings.Join(classes, ":"), "org.apache.pdfbox.preflight.Validator_A1b", "xml", "group", names).CombinedOutput()
	if err != nil {
		t.Errorf("%v", err)
	}
	report, err := os.ReadFile(names + ".preflight.xml")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	valid := 0
	for _, r := range strings.Split(string(report), "<preflight ")[1:] {
		if strings.Contains(r, `<isValid type="PDF/A1-b">true</isValid>`) {
			valid++
		} else {
			t.Errorf("no valid PDF/A-1b: %s", r)
		}
	}
	if valid != want {
		t.Errorf("%d of %d files are valid PDF/A-1b", valid, want)
	}
}

// StructText is what pdfinfo -struct-text says that a document's elements hold, as
// one text, a space between two blocks.
func StructText(out string) string {
	var b strings.Builder
	for line := range strings.Lines(out) {
		line = strings.TrimSuffix(line, "\n")
		s := strings.TrimLeft(line, " ")
		if text, ok := strings.CutPrefix(s, `"`); ok {
			b.WriteString(strings.TrimSuffix(text, `"`))
		} else if !strings.Contains(s, "(inline)") && !strings.HasPrefix(s, "Object ") {
			b.WriteByte(' ')
		}
	}
	return Words(b.String())
}

// Words is a text with single spaces and without the hyphens that lines add.
func Words(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00ad", "")), " ")
}

// SameText holds a text to what a PDF's elements hold, but for its figures: letter by
// letter, in order. Spaces, and where lines end, count for nothing.
func SameText(t testing.TB, name string, pdf []byte, text string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "judged.pdf")
	if err := os.WriteFile(file, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdfinfo", "-enc", "UTF-8", "-struct-text", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	want, got := []rune(letters(StructText(withoutFigures(string(out))))), []rune(letters(text))
	for i := 0; i < len(want) || i < len(got); i++ {
		if i < len(want) && i < len(got) && want[i] == got[i] {
			continue
		}
		around := func(r []rune) string { return string(r[min(max(i-60, 0), len(r)):min(i+60, len(r))]) }
		t.Errorf("%s: after %d letters the text is\n%s\nand the PDF's\n%s", name, i, around(got), around(want))
		return
	}
}

// letters is a text without spaces and the hyphens that lines add.
func letters(s string) string { return strings.Join(strings.Fields(Words(s)), "") }

// withoutFigures leaves out what is within figures.
func withoutFigures(out string) string {
	var b strings.Builder
	figure := -1
	for line := range strings.Lines(out) {
		s := strings.TrimLeft(line, " ")
		indent := len(line) - len(s)
		if figure >= 0 && indent > figure {
			continue
		}
		if figure = -1; strings.HasPrefix(s, "Figure") {
			figure = indent
		}
		b.WriteString(line)
	}
	return b.String()
}

// knownProfile tells LibreOffice that its version has run with the profile
// before: in a new one it draws all its graphics tests first, which takes
// longer than the conversion.
const knownProfile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop></item>
</oor:items>
`

// LibreOffice has it open files and write them in another format, into a folder.
func LibreOffice(t testing.TB, files map[string][]byte, format string) (dir string) {
	t.Helper()
	Tool(t, "soffice")
	dir = t.TempDir()
	user := filepath.Join(dir, "profile", "user")
	if err := os.MkdirAll(user, 0o777); err != nil {
		t.Fatal(err)
	}
	args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(dir) + "/profile", "--headless", "--convert-to", format, "--outdir", dir}
	put := func(path string, data []byte) {
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	put(filepath.Join(user, "registrymodifications.xcu"), []byte(knownProfile))
	for name, data := range files {
		path := filepath.Join(dir, name)
		put(path, data)
		args = append(args, path)
	}
	if out, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	return dir
}
