package report

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wogreport/internal/lang"
	"wogreport/internal/study"
)

func TestLogo(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 30, 20))); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, data := range map[string][]byte{"good.png": b.Bytes(), "cut.png": b.Bytes()[:40], "text.png": []byte("kata")} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	st, res := load(t, func(st *study.Study) { st.Layout.Logo = study.Logo{File: filepath.Join(dir, "good.png")} })
	if _, _, ds := Compose(st, res, testOptions); !strings.Contains(printed(ds), "warning: the logo has no words for readers who do not see it [no-alt]") {
		t.Errorf("a logo without words gives %q", printed(ds))
	}
	for name, want := range map[string]string{"good.png": "", "cut.png": "[bad-picture]", "text.png": "[bad-picture]", "none.png": "none.png"} {
		st, res := load(t, func(st *study.Study) {
			st.Layout.Logo = study.Logo{File: filepath.Join(dir, name), Alt: lang.Same("lambang")}
		})
		doc, _, ds := Compose(st, res, testOptions)
		if got := printed(ds); got != "" && want == "" || !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
		if want == "" && (doc.Masthead.Logo == nil || doc.Masthead.Logo.Width != 30 || doc.Masthead.Logo.Format != "png" || doc.Masthead.Logo.Alt != "lambang") {
			t.Errorf("%s: the logo is %+v", name, doc.Masthead.Logo)
		}
	}
}
