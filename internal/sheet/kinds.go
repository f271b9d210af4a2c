package sheet

import (
	"archive/zip"
	"bytes"
	"path/filepath"
	"strings"

	"wogreport/internal/diag"
)

var (
	zipSignature = []byte("PK\x03\x04")
	oleSignature = []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
)

// Named reports whether a file is named like one of answers, which may be of a form
// that only Read tells to be none.
func Named(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv", ".tsv", ".xlsx", ".xlsm", ".xls":
		return true
	}
	return false
}

// otherFile says what a file is whose first bytes are those of a known kind
// that is no table here, and how to get one from it; "" for all others.
func otherFile(data []byte) (kind, hint string) {
	for _, k := range []struct{ signature, kind, hint string }{
		{"$FL2", "a file of SPSS (.sav)", "in SPSS, save it with File, Save As as Excel (.xlsx)"},
		{"$FL3", "a file of SPSS (.zsav)", "in SPSS, save it with File, Save As as Excel (.xlsx)"},
		{"<stata_dta>", "a file of Stata (.dta)", "in Stata, write it with export excel"},
		{"%PDF", "a PDF", "save the answers as .xlsx or .csv"},
		{"\x89PNG", "a picture", "save the answers as .xlsx or .csv"},
		{"\xFF\xD8\xFF", "a picture", "save the answers as .xlsx or .csv"},
		{"Rar!", "an archive", "unpack it and name the file within"},
		{"7z\xBC\xAF", "an archive", "unpack it and name the file within"},
		{"\x1F\x8B", "an archive", "unpack it and name the file within"},
	} {
		if bytes.HasPrefix(data, []byte(k.signature)) {
			return k.kind, k.hint
		}
	}
	return "", ""
}

// otherArchive says what a ZIP archive is that is no workbook of Excel; "" for
// a workbook, and for what cannot be opened.
func otherArchive(data []byte) string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return ""
	}
	has := map[string]bool{}
	for _, f := range z.File {
		has[strings.ReplaceAll(f.Name, `\`, "/")] = true
	}
	switch {
	case has["xl/workbook.bin"]:
		return "a binary workbook (.xlsb)"
	case has["xl/workbook.xml"], has["[Content_Types].xml"] && !has["word/document.xml"] && !has["ppt/presentation.xml"]:
		return ""
	case has["word/document.xml"]:
		return "a document of Word"
	case has["ppt/presentation.xml"]:
		return "a presentation"
	case has["content.xml"]:
		return "an OpenDocument file (.ods)"
	case has["Index/Document.iwa"], has["Index.zip"]:
		return "a sheet of Numbers"
	}
	return "a ZIP archive"
}

// lockFile is how Excel's note begins that a workbook is open; the workbook's
// name follows.
const lockFile = "~$"

// readOLE says why a file of the old container format is not read: it is a
// workbook of Excel 97 to 2003, or a newer one behind a password.
func readOLE(file string, data []byte, diags *diag.List) {
	holds := func(stream string) bool { // names in the container are UTF-16
		var name []byte
		for _, b := range []byte(stream) {
			name = append(name, b, 0)
		}
		return bytes.Contains(data, name)
	}
	if holds("WordDocument") {
		diags.Errorf(diag.Pos{File: file}, "not-readable", "the file is a document of Word, not a table")
		diags.Hintf("save the answers as .xlsx or .csv")
		return
	}
	if holds("EncryptedPackage") {
		diags.Errorf(diag.Pos{File: file}, "not-readable", "the workbook is protected by a password")
		diags.Hintf("save a copy of it without the password")
		return
	}
	diags.Errorf(diag.Pos{File: file}, "not-readable", "the workbook has the old format .xls")
	diags.Hintf("open it in a spreadsheet program and save it as .xlsx")
}
