// Package docxtest reads Word files, for tests: their parts, and their text as a reader
// meets it.
package docxtest

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Parts are the parts of a file by their names.
func Parts(t testing.TB, data []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		out[f.Name] = part
	}
	return out
}

// Node is an element. Its name is without its namespace, as those of its attributes.
type Node struct {
	Name     string
	Attr     map[string]string
	Children []*Node
	Text     string
}

// Tree is a part as its elements; the test fails where it is no XML, or has a prefix that
// stands for nothing, a name that no program but encoding/xml takes, or an attribute twice.
func Tree(t testing.TB, name string, part []byte) *Node {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(part))
	root := &Node{}
	open := []*Node{root}
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		last := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			n := &Node{Name: token.Name.Local, Attr: map[string]string{}}
			known(t, name, token.Name)
			seen := map[xml.Name]bool{}
			for _, a := range token.Attr {
				if seen[a.Name] {
					t.Fatalf("%s: %s has %q twice", name, token.Name.Local, a.Name.Local)
				}
				seen[a.Name] = true
				known(t, name, a.Name)
				if _, twice := n.Attr[a.Name.Local]; !twice || a.Name.Space != "" {
					n.Attr[a.Name.Local] = a.Value
				}
			}
			last.Children = append(last.Children, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.Text += string(token)
		}
	}
	if len(root.Children) != 1 {
		t.Fatalf("%s holds %d elements", name, len(root.Children))
	}
	return root.Children[0]
}

// known fails for a name that is none, or whose namespace encoding/xml could not find: it
// leaves the prefix in its place.
func known(t testing.TB, part string, n xml.Name) {
	t.Helper()
	const letters, others = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", "0123456789-."
	if n.Local == "" || strings.Trim(n.Local, letters+others) != "" || strings.ContainsAny(n.Local[:1], others) || n.Space != "" && n.Space != "xmlns" && !strings.Contains(n.Space, ":") {
		t.Fatalf("%s holds the name %q of %q", part, n.Local, n.Space)
	}
}

// Walk visits a node and all in it.
func (n *Node) Walk(visit func(*Node)) {
	visit(n)
	for _, c := range n.Children {
		c.Walk(visit)
	}
}

// First is the first element of a name in the node, nil for none.
func (n *Node) First(name string) *Node {
	if n == nil {
		return nil
	}
	for _, c := range n.Children {
		if c.Name == name {
			return c
		}
		if f := c.First(name); f != nil {
			return f
		}
	}
	return nil
}

// Val is the value of the first element of a name, "" for none.
func (n *Node) Val(name string) string {
	if f := n.First(name); f != nil {
		return f.Attr["val"]
	}
	return ""
}

// Paragraph is a paragraph as it is read: its text with the numbers of lists and notes.
type Paragraph struct {
	Style, Text string
	Cell        bool
}

// reader reads a file's paragraphs in order.
type reader struct {
	numbers map[string]*Node // definitions of lists, by their number
	counts  map[string]int
	notes   map[string]*Node
	marks   map[string]string
	due     []string // notes that were referred to
	counted int
	out     []Paragraph
}

// Text is the document as it is read: the lines over the first page, then the text, each
// footnote after the paragraph or table that refers to it.
func Text(t testing.TB, data []byte) []Paragraph {
	t.Helper()
	parts := Parts(t, data)
	r := &reader{numbers: map[string]*Node{}, counts: map[string]int{}, notes: map[string]*Node{}, marks: map[string]string{}}
	if n := parts["word/numbering.xml"]; n != nil {
		r.definitions(Tree(t, "numbering", n))
	}
	if n := parts["word/footnotes.xml"]; n != nil {
		for _, c := range Tree(t, "footnotes", n).Children {
			r.notes[c.Attr["id"]] = c
		}
	}
	if head := parts["word/header-masthead.xml"]; head != nil {
		r.blocks(Tree(t, "masthead", head), false)
	}
	r.blocks(Tree(t, "document", parts["word/document.xml"]).First("body"), false)
	return r.out
}

func (r *reader) definitions(root *Node) {
	kinds := map[string]*Node{}
	for _, c := range root.Children {
		if c.Name == "abstractNum" {
			kinds[c.Attr["abstractNumId"]] = c.First("lvl")
		} else if c.Name == "num" {
			r.numbers[c.Attr["numId"]] = kinds[c.Val("abstractNumId")]
			start, _ := strconv.Atoi(c.Val("startOverride"))
			r.counts[c.Attr["numId"]] = max(start, 1)
		}
	}
}

func (r *reader) blocks(n *Node, cell bool) {
	for _, c := range n.Children {
		switch c.Name {
		case "p":
			r.paragraph(c, cell)
		case "tbl":
			r.blocks(c, true)
		case "tr", "tc":
			r.blocks(c, cell)
		}
		if !cell {
			r.told(n, c)
		}
	}
}

// told adds the notes that are due, unless a note under a table is still to come.
func (r *reader) told(parent, at *Node) {
	for i, c := range parent.Children {
		if c == at && i+1 < len(parent.Children) {
			if next := parent.Children[i+1]; at.Name == "tbl" && next.Val("pStyle") == "TableNote" {
				return
			}
			if style := at.Val("pStyle"); style == "Caption" || style == "CaptionSecond" || style == "Figure" {
				if next := parent.Children[i+1]; next.Name == "tbl" || strings.HasPrefix(next.Val("pStyle"), "Caption") || next.Val("pStyle") == "TableNote" {
					return
				}
			}
		}
	}
	for len(r.due) > 0 {
		id := r.due[0]
		r.due = r.due[1:]
		for _, p := range r.notes[id].Children {
			if p.Name == "p" {
				r.noted(p, r.marks[id])
			}
		}
	}
}

func (r *reader) noted(p *Node, mark string) {
	r.out = append(r.out, Paragraph{Style: p.Val("pStyle"), Text: r.text(p, mark)})
}

func (r *reader) paragraph(p *Node, cell bool) {
	out := Paragraph{Style: p.Val("pStyle"), Cell: cell}
	if num := p.First("pPr").First("numPr"); num != nil {
		id := num.Val("numId")
		if kind := r.numbers[id]; kind.Val("numFmt") == "bullet" {
			out.Text = kind.Val("lvlText") + " "
		} else {
			out.Text = strings.Replace(kind.Val("lvlText"), "%"+strconv.Itoa(1+atoi(num.Val("ilvl"))), strconv.Itoa(r.counts[id]), 1) + " "
			r.counts[id]++
		}
	}
	out.Text += r.text(p, "")
	r.out = append(r.out, out)
}

func atoi(s string) int { n, _ := strconv.Atoi(s); return n }

// text is the text of a paragraph's runs, fields as they are shown.
func (r *reader) text(p *Node, mark string) string {
	var b strings.Builder
	p.Walk(func(n *Node) {
		switch n.Name {
		case "t":
			b.WriteString(n.Text)
		case "br":
			b.WriteString("\n")
		case "tab":
			if n.Attr["pos"] == "" {
				b.WriteString("\t")
			}
		case "softHyphen":
			b.WriteString("\u00ad")
		case "footnoteRef":
			b.WriteString(mark)
		case "footnoteReference":
			id := n.Attr["id"]
			if n.Attr["customMarkFollows"] == "" {
				r.counted++
				r.marks[id] = strconv.Itoa(r.counted)
				b.WriteString(r.marks[id])
			}
			r.due = append(r.due, id)
		}
	})
	return b.String()
}

// Dump is a file's structure as text, for goldens: each paragraph with its style, fields,
// links, breaks and languages; tables; the properties of sections.
func Dump(t testing.TB, data []byte) string {
	t.Helper()
	parts := Parts(t, data)
	var b strings.Builder
	for _, name := range []string{"docProps/core.xml", "word/header-masthead.xml", "word/header-running.xml", "word/footer-running.xml", "word/document.xml", "word/footnotes.xml"} {
		if parts[name] == nil {
			continue
		}
		fmt.Fprintf(&b, "== %s\n", path.Base(name))
		for _, c := range Tree(t, name, parts[name]).Children {
			dump(&b, c, "")
		}
	}
	return b.String()
}

func dump(b *strings.Builder, n *Node, indent string) {
	switch n.Name {
	case "p":
		fmt.Fprintf(b, "%s[%s]%s%s\n", indent, n.Val("pStyle"), paragraphMarks(n), runs(n))
		if s := n.First("sectPr"); s != nil {
			dump(b, s, indent)
		}
	case "sectPr":
		fmt.Fprintf(b, "%s--- section", indent)
		for _, c := range n.Children {
			switch c.Name {
			case "type":
				fmt.Fprintf(b, " %s", c.Attr["val"])
			case "titlePg":
				b.WriteString(" first-page")
			case "headerReference", "footerReference":
				fmt.Fprintf(b, " %s:%s", strings.TrimSuffix(c.Name, "Reference"), c.Attr["type"])
			case "pgSz":
				fmt.Fprintf(b, " %s×%s", c.Attr["w"], c.Attr["h"])
			case "pgNumType":
				fmt.Fprintf(b, " pages:%s from:%s", c.Attr["fmt"], c.Attr["start"])
			case "cols":
				fmt.Fprintf(b, " columns:%s", c.Attr["num"])
			}
		}
		b.WriteString("\n")
	case "tbl":
		fmt.Fprintf(b, "%stable %s %q %q\n", indent, n.Val("tblStyle"), n.Val("tblCaption"), n.Val("tblDescription"))
		for _, c := range n.Children {
			dump(b, c, indent+"  ")
		}
	case "tr":
		head := ""
		if n.First("tblHeader") != nil {
			head = " head"
		}
		fmt.Fprintf(b, "%srow%s\n", indent, head)
		for _, c := range n.Children {
			dump(b, c, indent+"  ")
		}
	case "tc":
		if span := n.Val("gridSpan"); span != "" {
			fmt.Fprintf(b, "%sspan %s\n", indent, span)
		}
		if merge := n.Val("vMerge"); merge != "" {
			fmt.Fprintf(b, "%smerge %s\n", indent, merge)
		}
		for _, c := range n.Children {
			dump(b, c, indent)
		}
	case "body", "footnote":
		for _, c := range n.Children {
			dump(b, c, indent)
		}
	case "tblPr", "tblGrid", "trPr", "tcPr":
	default:
		fmt.Fprintf(b, "%s%s %s\n", indent, n.Name, n.Text)
	}
}

func paragraphMarks(p *Node) string {
	s := ""
	pr := p.First("pPr")
	if num := pr.First("numPr"); num != nil {
		s += fmt.Sprintf(" list %s.%s", num.Val("numId"), num.Val("ilvl"))
	}
	for _, mark := range []string{"pageBreakBefore", "keepNext"} {
		if c := pr.First(mark); c != nil {
			s += " " + mark + c.Attr["val"]
		}
	}
	if jc := pr.Val("jc"); jc != "" {
		s += " " + jc
	}
	return s + " "
}

// runs are a paragraph's runs with their styles: text of the body's language is bare.
func runs(p *Node) string {
	var b strings.Builder
	for _, c := range p.Children {
		switch c.Name {
		case "r":
			run(&b, c)
		case "hyperlink":
			fmt.Fprintf(&b, "[%s](%s%s)", runs(c), c.Attr["anchor"], c.Attr["id"])
		case "bookmarkStart":
			fmt.Fprintf(&b, "<%s:", c.Attr["name"])
		case "bookmarkEnd":
			b.WriteString(">")
		}
	}
	return b.String()
}

// short is a text, or its beginning and its end.
func short(s string) string {
	r := []rune(s)
	if len(r) <= 90 {
		return s
	}
	return string(r[:50]) + "…" + string(r[len(r)-30:])
}

func run(b *strings.Builder, r *Node) {
	pr := r.First("rPr")
	marks := pr.Val("rStyle")
	for _, m := range []string{"b", "i", "vertAlign"} {
		if c := pr.First(m); c != nil {
			marks += " " + m + c.Attr["val"]
		}
	}
	if l := pr.Val("lang"); l != "id-ID" {
		marks += " " + l
	}
	if marks = strings.TrimSpace(marks); marks != "" {
		fmt.Fprintf(b, "{%s|", marks)
		defer b.WriteString("}")
	}
	for _, c := range r.Children {
		switch c.Name {
		case "t":
			b.WriteString(short(strings.ReplaceAll(c.Text, "\u00a0", "~")))
		case "br":
			b.WriteString("\\")
		case "tab":
			b.WriteString("→")
		case "fldChar":
			b.WriteString(map[string]string{"begin": "«", "separate": "»", "end": "¤"}[c.Attr["fldCharType"]])
		case "instrText":
			b.WriteString(strings.TrimSpace(c.Text))
		case "footnoteReference":
			fmt.Fprintf(b, "^%s", c.Attr["id"])
		case "footnoteRef":
			b.WriteString("^")
		case "drawing":
			fmt.Fprintf(b, "drawing %q", c.First("docPr").Attr["descr"])
		}
	}
}

// Words is the document's text as one, with spaces between paragraphs. An entry of a list
// of tables has no full stop after its number there, as it has none on the page.
func Words(t testing.TB, data []byte) string {
	t.Helper()
	var b strings.Builder
	for _, p := range Text(t, data) {
		text := p.Text
		if p.Style == "TableofFigures" {
			text = strings.Replace(text, ". ", " ", 1)
		}
		b.WriteString(text)
		b.WriteString(" ")
	}
	return b.String()
}

// Faults are what the Open XML validator finds in a file.
func Faults(t testing.TB, data []byte) []string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "judged.docx")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("ooxml-validator", file).Output()
	var report struct {
		OK     bool
		Errors []struct{ Description, Path, XPath string }
	}
	if json.Unmarshal(out, &report) != nil {
		t.Fatalf("ooxml-validator: %v\n%s", err, out)
	}
	var found []string
	for _, e := range report.Errors {
		found = append(found, e.Path+" "+e.XPath+": "+e.Description)
	}
	if report.OK != (len(found) == 0) {
		t.Fatalf("ooxml-validator contradicts itself:\n%s", out)
	}
	return found
}
