package pdf

import (
	"crypto/md5"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Attachment is a file that travels in the PDF.
type Attachment struct {
	Name         string // of the file
	Type         string // its media type, "application/json"
	Relationship string // to the document: "Data" or "Source" (ISO 19005-3, table E.1 of 32000-2)
	Data         []byte
}

// attach adds the files and gives the catalog's entries.
func attach(to *objectList, files []Attachment, date time.Time) string {
	if len(files) == 0 {
		return ""
	}
	files = slices.Clone(files)
	slices.SortFunc(files, func(a, b Attachment) int { return strings.Compare(a.Name, b.Name) }) // as the name tree has them
	names, related := "", ""
	for _, f := range files {
		content := to.add(object{
			body: fmt.Appendf(nil, "<</Type /EmbeddedFile /Subtype /%s /Params <</ModDate (%s) /Size %d /CheckSum <%x>>>",
				strings.ReplaceAll(f.Type, "/", "#2F"), pdfDate(date), len(f.Data), md5.Sum(f.Data)),
			data: f.Data,
		})
		b := appendString([]byte("<</Type /Filespec /F "), strings.Map(func(r rune) rune {
			if r > '~' {
				return '_' // readers that don't know UF may know no other letters
			}
			return r
		}, f.Name))
		b = appendString(append(b, " /UF "...), f.Name)
		spec := to.add(object{body: fmt.Appendf(b, " /AFRelationship /%s /EF <</F %d 0 R /UF %d 0 R>>>>\n", f.Relationship, content, content)})
		names += fmt.Sprintf("%s %d 0 R ", appendString(nil, f.Name), spec)
		related += fmt.Sprintf("%d 0 R ", spec)
	}
	return "/AF [" + related + "]\n/Names <</EmbeddedFiles <</Names [" + names + "]>>>>\n"
}

// pdfDate is a date as the file's dictionaries write it.
func pdfDate(t time.Time) string { return t.UTC().Format("D:20060102150405") + "Z" }
