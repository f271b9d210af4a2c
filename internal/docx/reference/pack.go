package reference

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"wogreport/internal/archive"
	"wogreport/internal/limits"
)

// maxDocument is how many bytes of a template's text are looked through, once.
const maxDocument = 64 << 20

// pack is a template's package: its parts and how they are related.
type pack struct {
	files  map[string]*zip.File // by their names, which do not tell capitals apart
	budget archive.Budget
	limits limits.Limits
}

// fault is what is wrong with a template: a sentence that begins after its name, and what
// to do.
type fault struct {
	code, sentence, hint string
}

func (f *fault) Error() string { return f.sentence }

const saveAgain = "open it in Word and save it as a Word document (.docx) or template (.dotx)"

func notWord(format string, a ...any) error {
	return &fault{"bad-template", fmt.Sprintf(format, a...), saveAgain}
}

// signatures tell other files by how they begin.
var signatures = []struct{ begins, kind string }{
	{"%PDF", "a PDF"}, {"{\\rtf", "a document with formatting (RTF)"}, {"\x89PNG", "a picture"}, {"\xFF\xD8\xFF", "a picture"},
}

// openPack opens a file as a package.
func openPack(data []byte, l limits.Limits) (*pack, error) {
	if len(data) == 0 {
		return nil, notWord("is empty")
	}
	if bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")) {
		if bytes.Contains(data, utf16("EncryptedPackage")) {
			return nil, &fault{"bad-template", "is encrypted", "open it in Word, take the password off (File, Info, Protect Document), and save it"}
		}
		return nil, notWord("is a document of an old Word (.doc, .dot)")
	}
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.begins)) {
			return nil, notWord("is %s, not a Word document", s.kind)
		}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, notWord("is not a Word document, or is damaged: %v", err)
	}
	p := &pack{files: map[string]*zip.File{}, limits: l, budget: archive.Budget{Limits: l, Of: "template"}}
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		name := strings.ToLower(f.Name)
		switch {
		case f.Flags&1 != 0:
			return nil, &fault{"bad-template", "is encrypted", "pack it without a password"}
		case strings.Contains(name, `\`), strings.HasPrefix(name, "/"), path.Clean(name) != name, strings.HasPrefix(name, "../"):
			return nil, notWord("holds a part whose name leads elsewhere (%q)", short(f.Name))
		case p.files[name] != nil:
			return nil, notWord("holds the part %q twice", short(f.Name))
		}
		p.files[name] = f
	}
	if p.files["[content_types].xml"] == nil {
		switch {
		case p.files["mimetype"] != nil && p.files["content.xml"] != nil:
			return nil, notWord("is an OpenDocument file (.odt, .ott), not a Word document")
		default:
			return nil, notWord("is a ZIP archive, not a Word document")
		}
	}
	return p, nil
}

func utf16(s string) []byte {
	var b []byte
	for _, c := range []byte(s) {
		b = append(b, c, 0)
	}
	return b
}

// short is a text of the template as a message shows it.
func short(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// read reads a part by what it is called; nil where there is none.
func (p *pack) read(name string, with func(io.Reader) error) error {
	f := p.files[strings.ToLower(name)]
	if f == nil {
		return nil
	}
	err := p.budget.Part(f, with)
	var over archive.OverBudget
	var own *fault
	switch {
	case err == nil, errors.As(err, &own):
		return err
	case errors.As(err, &over):
		return &fault{"template-file-budget", "costs too much: " + string(over), limits.Hint}
	case errors.Is(err, errStrict):
		return &fault{"bad-template", "is in the strict variant of the format (Strict Open XML)", "save it in Word as  Word Document (.docx), not as  Strict Open XML Document"}
	case errors.Is(err, io.ErrUnexpectedEOF):
		return notWord("is damaged: the part %s ends too early", short(f.Name))
	}
	return notWord("is damaged: the part %s cannot be read: %v", short(f.Name), err)
}

// tree is a part as a tree; nil where there is none.
func (p *pack) tree(name string) (root *Node, err error) {
	err = p.read(name, func(r io.Reader) (err error) {
		root, err = parse(r, p.deepest())
		return err
	})
	return root, err
}

func (p *pack) deepest() int { return int(p.limits.Of(archive.MaxNesting)) }

// bytes are those of a part as it is.
func (p *pack) bytes(name string) (data []byte, err error) {
	err = p.read(name, func(r io.Reader) (err error) {
		data, err = io.ReadAll(r)
		return err
	})
	return data, err
}

// relation is what a part refers to.
type relation struct {
	kind   string // the last word of its type: "styles"
	target string // the name of a part, or an address outside
	out    bool
}

// relations are those of a part by their ids; "" is the package itself.
func (p *pack) relations(part string) (map[string]relation, error) {
	name := "_rels/.rels"
	if part != "" {
		name = path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
	}
	root, err := p.tree(name)
	if root == nil || err != nil {
		return nil, err
	}
	out := map[string]relation{}
	for _, c := range root.Children {
		if c.Prefix != "rel" || c.Name != "Relationship" {
			continue
		}
		r := relation{kind: path.Base(c.Value("Type")), target: c.Value("Target"), out: strings.EqualFold(c.Value("TargetMode"), "External")}
		if !r.out {
			target, _, _ := strings.Cut(r.target, "#")
			if strings.Contains(target, ":") || strings.Contains(target, `\`) {
				return nil, notWord("is damaged: the part %s refers to %q, which is no part", short(name), short(r.target))
			}
			folder := path.Dir(part)
			if strings.HasPrefix(target, "/") {
				folder = ""
			}
			if target = climb(folder, target); target == "" {
				return nil, notWord("is damaged: the part %s refers to %q, outside the file", short(name), short(r.target))
			}
			r.target = target
		}
		out[c.Value("Id")] = r
	}
	return out, nil
}

// climb follows a name from a folder of the package, "" where it leaves that.
func climb(folder, name string) string {
	var at []string
	for step := range strings.SplitSeq(folder+"/"+name, "/") {
		switch step {
		case "", ".":
		case "..":
			if len(at) == 0 {
				return ""
			}
			at = at[:len(at)-1]
		default:
			at = append(at, step)
		}
	}
	return strings.Join(at, "/")
}

// contentType is what the package says that a part is.
func (p *pack) contentType(part string) (string, error) {
	root, err := p.tree("[Content_Types].xml")
	if root == nil || err != nil {
		return "", err
	}
	kind := ""
	for _, c := range root.Children {
		switch {
		case c.Name == "Override" && strings.EqualFold(strings.TrimPrefix(c.Value("PartName"), "/"), part):
			return c.Value("ContentType"), nil
		case c.Name == "Default" && strings.EqualFold(c.Value("Extension"), strings.TrimPrefix(path.Ext(part), ".")):
			kind = c.Value("ContentType")
		}
	}
	return kind, nil
}

// sections looks through the text of the template, of which only its sections are taken
// and which styles it uses.
func (p *pack) sections(part string) (found []section, used []string, err error) {
	err = p.read(part, func(r io.Reader) error {
		s := newScanner(&bounded{r, p.limits.Of(maxDocument)}, p.deepest())
		seen, begun := map[string]bool{}, false
		paragraphs := 0
		for {
			t, err := s.next()
			if err == io.EOF {
				break
			}
			if err != nil {
				return err
			}
			start, ok := t.(xml.StartElement)
			if !ok {
				continue
			}
			prefix := prefixOf(start.Name.Space)
			if !begun {
				begun = true
				if prefix == "strict" {
					return errStrict
				}
				if prefix != "w" || start.Name.Local != "document" {
					return errors.New("it is no text of Word")
				}
			}
			switch {
			case prefix != "w":
			case start.Name.Local == "p":
				paragraphs++
			case start.Name.Local == "pStyle":
				for _, a := range start.Attr {
					if a.Name.Local == "val" && !seen[a.Value] {
						seen[a.Value] = true
						used = append(used, a.Value)
					}
				}
			case start.Name.Local == "sectPrChange": // how a section was before
				if err := s.d.Skip(); err != nil {
					return err
				}
				s.depth--
			case start.Name.Local == "sectPr":
				s.nodes = 0
				n, err := s.tree(start)
				if err != nil {
					return err
				}
				found = append(found, section{node: n, paragraphs: paragraphs})
				paragraphs = 0
			}
		}
		return nil
	})
	return found, used, err
}

// bounded is a reader that ends in an error after so many bytes.
type bounded struct {
	r    io.Reader
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return n, archive.OverBudget("its text takes more than " + strconv.Itoa(maxDocument>>20) + " MB")
	}
	return n, err
}
