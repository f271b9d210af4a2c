package main

import (
	"bytes"
	"fmt"
	"path"

	"wogreport/internal/build"
	"wogreport/internal/diag"
	"wogreport/internal/pdfcheck"
	"wogreport/internal/study"
)

// rulesOf holds the PDFs among outputs to the rules that they claim to keep. What a
// logo or an embedded file causes is said of that file.
func rulesOf(files []build.Output, st *study.Study) diag.List {
	var ds diag.List
	for _, f := range files {
		if path.Ext(f.Name) != ".pdf" {
			continue
		}
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			ds.Errorf(diag.Pos{File: f.Name}, "pdf-rule", "the report cannot be checked: %v", err)
			continue
		}
		rulesOfPDF(&ds, f.Name, b.Bytes(), st)
	}
	return ds
}

func rulesOfPDF(ds *diag.List, name string, data []byte, st *study.Study) {
	at := diag.Pos{File: name}
	r := pdfcheck.Check(data)
	if r.Unreadable != "" {
		ds.Errorf(at, "pdf-rule", "the report cannot be checked: %s", r.Unreadable)
	}
	if len(r.Claims) == 0 && r.Unreadable == "" {
		ds.Errorf(st.At("layout.standard"), "pdf-rule", "%s claims neither PDF/UA nor PDF/A, so there is nothing to check it by", name)
		ds.Hintf("leave out  standard: none,  or --check-pdf")
	}
	for _, v := range r.Violations {
		switch {
		case v.Image && st.Layout.Logo.File != "":
			ds.Errorf(st.At("layout.logo"), "pdf-rule", "%s: %s: the logo %s: %s", name, rule(v), st.Layout.Logo.File, v.Sentence)
			ds.Hintf("save the logo anew as a PNG of 8 bits for a color, without transparency")
		case v.OfFile:
			ds.Errorf(st.At("embed"), "pdf-rule", "%s: %s: the embedded file %s: %s", name, rule(v), v.Detail, v.Sentence)
		default:
			ds.Errorf(at, "pdf-rule", "%s: %s", rule(v), v.Sentence)
		}
	}
}

func rule(v pdfcheck.Violation) string { return fmt.Sprintf("%s %s", v.Profile, v.Rule) }
