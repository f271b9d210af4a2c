package pdfcheck

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// However qpdf writes a report anew, it keeps the same rules: encrypted in each way
// with an empty password, linearized, with and without object streams.
func TestRewritten(t *testing.T) {
	if _, err := exec.LookPath("qpdf"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	dir := t.TempDir()
	from := filepath.Join(dir, "from.pdf")
	if err := os.WriteFile(from, sample(t), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ args, breaks string }{
		{"--object-streams=disable", ""},
		{"--object-streams=generate --compress-streams=y", ""},
		{"--linearize", ""},
		{"--qdf", ""},
		{"--allow-weak-crypto --encrypt EMPTY x 40 --", "6.1.3-t02"},
		{"--allow-weak-crypto --encrypt EMPTY x 128 --use-aes=n --", "6.1.3-t02"},
		{"--allow-weak-crypto --encrypt EMPTY x 128 --use-aes=y --", "6.1.3-t02"},
		{"--encrypt EMPTY x 256 --", "6.1.3-t02"},
		{"--allow-weak-crypto --encrypt EMPTY x 256 --force-R5 --", "6.1.3-t02"},
		{"--encrypt y x 256 --", "6.1.3-t02"},
	} {
		to := filepath.Join(dir, "to.pdf")
		args := []string{"--newline-before-endstream"}
		for arg := range strings.FieldsSeq(c.args) {
			args = append(args, strings.TrimPrefix(arg, "EMPTY"))
		}
		args = append(args, from, to)
		if out, err := exec.Command("qpdf", args...).CombinedOutput(); err != nil {
			t.Errorf("qpdf %s: %v %s", c.args, err, out)
			continue
		}
		data, err := os.ReadFile(to)
		if err != nil {
			t.Fatal(err)
		}
		r := Check(data, "ua1", "2a")
		var found []string
		for _, v := range r.Violations {
			found = append(found, v.Rule)
		}
		if got := strings.Join(found, " "); got != c.breaks {
			t.Errorf("qpdf %s: it breaks %s, not %s %s", c.args, got, c.breaks, r.Unreadable)
		}
		if locked := strings.Contains(c.args, "--encrypt y"); locked != (r.Unreadable != "") {
			t.Errorf("qpdf %s: unreadable is %q", c.args, r.Unreadable)
		}
	}
}

// A file whose cross-reference is lost is read by looking for its objects.
func TestBrokenCrossReference(t *testing.T) {
	whole := edit(t, sample(t)).write()
	for name, broken := range map[string][]byte{
		"no startxref":    bytes.Replace(whole, []byte("startxref"), []byte("startxxxx"), 1),
		"wrong startxref": bytes.Replace(whole, []byte("startxref\n"), []byte("startxref\n9"), 1),
		"no table":        bytes.Replace(whole, []byte("\nxref\n"), []byte("\nxxxx\n"), 1),
		"packed":          bytes.Replace(packed(), []byte("startxref"), []byte("startxxxx"), 1),
	} {
		if r := Check(broken, "ua1"); r.Unreadable != "" || name != "packed" && len(r.Violations) > 0 {
			t.Errorf("%s: %s %v", name, r.Unreadable, r.Violations)
		}
	}
}

// What is no PDF, or the beginning of one, is an answer.
func TestCutFiles(t *testing.T) {
	whole := sample(t)
	onPanic = func(p any, stack []byte) { t.Errorf("%v\n%s", p, stack) }
	defer func() { onPanic = nil }()
	for n := 0; n < len(whole); n += len(whole)/40 + 1 {
		Check(whole[:n], "ua1", "2a")
	}
	if r := Check([]byte("no PDF"), "ua1"); r.Unreadable == "" || r.Clean() {
		t.Error("a text is read as a PDF")
	}
}
