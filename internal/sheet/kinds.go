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

// wantTable says what to bring in place of a file that holds no answers.
const wantTable = "bring the answers as a table: in Google Forms open Responses and choose Download responses (.csv), in Excel save them as .xlsx or .csv"

// otherFile says what a file is whose first bytes are those of a known kind
// that is no table here, and how to get one from it; "" for all others.
func otherFile(data []byte) (kind, hint string) {
	for _, k := range []struct {
		at                    int
		signature, kind, hint string
	}{
		{0, "$FL2", "a file of SPSS (.sav)", "in SPSS, save it with File, Save As as Excel (.xlsx)"},
		{0, "$FL3", "a file of SPSS (.zsav)", "in SPSS, save it with File, Save As as Excel (.xlsx)"},
		{0, "<stata_dta>", "a file of Stata (.dta)", "in Stata, write it with export excel"},
		{0, "%PDF", "a PDF", wantTable},
		{0, "{\\rtf", "a document of Word", wantTable},
		{0, "\x89PNG", "a picture", wantTable},
		{0, "\xFF\xD8\xFF", "a picture", wantTable},
		{0, "GIF8", "a picture", wantTable},
		{8, "WEBP", "a picture", wantTable},
		{0, "II*\x00", "a picture", wantTable},
		{0, "MM\x00*", "a picture", wantTable},
		{4, "ftyphei", "a picture", wantTable}, // of telephones
		{4, "ftypmif1", "a picture", wantTable},
		{4, "ftypavif", "a picture", wantTable},
		{4, "ftyp", "a film", wantTable},
		{0, "Rar!", "an archive", "unpack it and name the file within"},
		{0, "7z\xBC\xAF", "an archive", "unpack it and name the file within"},
		{0, "\x1F\x8B", "an archive", "unpack it and name the file within"},
	} {
		if len(data) >= k.at && bytes.HasPrefix(data[k.at:], []byte(k.signature)) {
			return k.kind, k.hint
		}
	}
	return "", ""
}

// otherArchive says what a ZIP archive is that is no workbook of Excel, and how to get
// one from it; "" for a workbook, and for what cannot be opened.
func otherArchive(data []byte) (kind, hint string) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", ""
	}
	has := map[string]bool{}
	for _, f := range z.File {
		has[strings.ReplaceAll(f.Name, `\`, "/")] = true
	}
	switch {
	case has["xl/workbook.bin"]:
		return "a binary workbook (.xlsb)", "open it and save the answers as .xlsx or .csv"
	case has["xl/workbook.xml"], has["[Content_Types].xml"] && !has["word/document.xml"] && !has["ppt/presentation.xml"]:
		return "", ""
	case has["word/document.xml"]:
		return "a document of Word", wantTable
	case has["ppt/presentation.xml"]:
		return "a presentation", wantTable
	case has["content.xml"]:
		return "an OpenDocument file (.ods)", "open it and save the answers as .xlsx or .csv"
	case has["Index/Document.iwa"], has["Index.zip"]:
		return "a sheet of Numbers", "open it and save the answers as .xlsx or .csv"
	}
	return "a ZIP archive", "unpack it and name the file within"
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
		diags.Hintf(wantTable)
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
