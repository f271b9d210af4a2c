package docx

import (
	"slices"
	"strings"
	"time"

	"wogreport/internal/document"
	"wogreport/internal/pdf/typeset"
)

// plain is the text of spans on one line.
func plain(spans []document.Span) string {
	return oneLine(document.Plain(document.WithoutNotes(spans)))
}

func oneLine(s string) string { return strings.Join(strings.Fields(typeset.Clean(s)), " ") }

// settings writes how Word is to take the file. Fields are not updated when it is opened: Word would
// ask its reader first, and all but pages are right already. But where lists of contents stand on
// pages that a template makes, their numbers are guessed from other letters and distances, and half
// of them were one off: there the question costs less than wrong numbers in print.
func (w *writer) settings() {
	p := w.pack.add("word/settings.xml", typeSettings)
	w.main.relate(relSettings, p.name, false)
	p.WriteString(xmlHead)
	p.open("w:settings", namespaces...)
	w.setting(p, settingsBefore...)
	if !w.setting(p, "defaultTabStop") {
		p.val("w:defaultTabStop", "720")
	}
	w.setting(p, settingsAfterTab...)
	if !w.setting(p, "characterSpacingControl") {
		p.val("w:characterSpacingControl", "doNotCompress")
	}
	if w.ref() != nil && slices.ContainsFunc(w.doc.Blocks, func(b document.Block) bool { _, is := b.(*document.Contents); return is }) {
		p.empty("w:updateFields", "w:val", "true")
	}
	if len(w.notes.placed) > 0 {
		p.open("w:footnotePr")
		p.empty("w:footnote", "w:id", "-1")
		p.empty("w:footnote", "w:id", "0")
		p.close("w:footnotePr")
	}
	if !w.setting(p, "compat") {
		p.compatible()
	}
	if w.ref() == nil {
		p.empty("w:themeFontLang", "w:val", locale(w.doc.Language))
	} else {
		w.setting(p, "themeFontLang")
		w.setting(p, "clrSchemeMapping")
	}
	mark, separator := decimalMark(w.doc.Language), ","
	if mark == "," {
		separator = ";"
	}
	p.val("w:decimalSymbol", mark)
	p.val("w:listSeparator", separator)
	p.close("w:settings")
}

// compatible says as which Word the file is laid out: 2013 and later.
func (p *part) compatible() {
	p.open("w:compat")
	for _, s := range [][2]string{{"compatibilityMode", "15"}, {"overrideTableStyleFontSizeAndJustification", "1"}, {"enableOpenTypeFeatures", "1"}, {"doNotFlipMirrorIndents", "1"}, {"differentiateMultirowTableHeaders", "1"}} {
		p.empty("w:compatSetting", "w:name", s[0], "w:uri", "http://schemas.microsoft.com/office/word", "w:val", s[1])
	}
	p.close("w:compat")
}

// properties writes what the file says of itself: no more than the study does.
func (w *writer) properties() {
	m := &w.doc.Meta
	p := w.pack.add("docProps/core.xml", typeCore)
	w.pack.root.relate(relCore, p.name, false)
	p.WriteString(xmlHead)
	p.open("cp:coreProperties",
		"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/",
		"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	property := func(name, value string) {
		if value = oneLine(value); value != "" {
			p.element(name, value)
		}
	}
	property("dc:title", w.title())
	property("dc:subject", m.Subject)
	property("dc:creator", strings.Join(m.Authors, "; "))
	property("cp:keywords", strings.Join(m.Keywords, ", "))
	property("dc:language", locale(w.doc.Language))
	date := w.opt.Date.UTC().Format(time.RFC3339)
	p.element("dcterms:created", date, "xsi:type", "dcterms:W3CDTF")
	p.element("dcterms:modified", date, "xsi:type", "dcterms:W3CDTF")
	p.close("cp:coreProperties")

	app := w.pack.add("docProps/app.xml", typeApp)
	w.pack.root.relate(relApp, app.name, false)
	app.WriteString(xmlHead)
	app.open("Properties", "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
	if w.opt.Creator != "" {
		app.element("Application", w.opt.Creator)
	}
	app.close("Properties")
}

// title is what the file is called: as the PDF.
func (w *writer) title() string {
	if t := oneLine(w.doc.Meta.Title); t != "" {
		return t
	}
	for _, b := range w.doc.Blocks {
		if h, ok := b.(*document.Heading); ok {
			if t := plain(h.Text); t != "" {
				return t
			}
		}
	}
	return w.opt.Creator
}
