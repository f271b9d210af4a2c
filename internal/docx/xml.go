package docx

import (
	"bytes"
	"encoding/xml"
	"math"
	"strconv"
)

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// The namespaces of the parts of WordprocessingML.
var namespaces = []string{
	"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
	"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
	"xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
	"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main",
	"xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture",
}

// The namespaces of shapes, which a template's headers may hold.
var shapes = []string{
	"xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006",
	"xmlns:wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
	"xmlns:wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
}

// markup is XML while it is written. Attributes are names and values in turn; one with
// an empty value is left out.
type markup struct{ bytes.Buffer }

func (m *markup) open(name string, attrs ...string) {
	m.tag(name, attrs)
	m.WriteByte('>')
}

func (m *markup) empty(name string, attrs ...string) {
	m.tag(name, attrs)
	m.WriteString("/>")
}

func (m *markup) tag(name string, attrs []string) {
	m.WriteByte('<')
	m.WriteString(name)
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] == "" {
			continue
		}
		m.WriteByte(' ')
		m.WriteString(attrs[i])
		m.WriteString(`="`)
		m.text(attrs[i+1])
		m.WriteByte('"')
	}
}

func (m *markup) close(name string) {
	m.WriteString("</")
	m.WriteString(name)
	m.WriteByte('>')
}

// text writes a text with what XML reserves escaped.
func (m *markup) text(s string) { _ = xml.EscapeText(m, []byte(s)) } // a Buffer takes all

// element is one with a text.
func (m *markup) element(name, text string, attrs ...string) {
	m.open(name, attrs...)
	m.text(text)
	m.close(name)
}

// val is an element with a single value.
func (m *markup) val(name, value string) { m.empty(name, "w:val", value) }

// Lengths in the units of the format: twentieths and halves of a point, eighths of one
// for rules, and 12700 to a point for drawings.
func twips(pt float64) string      { return strconv.Itoa(int(math.Round(pt * 20))) }
func halfPoints(pt float64) string { return strconv.Itoa(max(int(math.Round(pt*2)), 2)) }
func eighths(pt float64) string    { return strconv.Itoa(int(math.Round(pt * 8))) }
func emu(pt float64) string        { return strconv.Itoa(int(math.Round(pt * 12700))) }
