package docx

import (
	"archive/zip"
	"io"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/klauspost/compress/flate"

	"wogreport/internal/docx/drawingml"
)

// Types of parts.
const (
	wordML           = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	typeDocument     = wordML + "document.main+xml"
	typeStyles       = wordML + "styles+xml"
	typeNumbering    = wordML + "numbering+xml"
	typeSettings     = wordML + "settings+xml"
	typeFootnotes    = wordML + "footnotes+xml"
	typeHeader       = wordML + "header+xml"
	typeFooter       = wordML + "footer+xml"
	typeCore         = "application/vnd.openxmlformats-package.core-properties+xml"
	typeApp          = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
	officeRelation   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	typeTheme        = "application/vnd.openxmlformats-officedocument.theme+xml"
	typeFonts        = wordML + "fontTable+xml"
	relTheme         = officeRelation + "theme"
	relFonts         = officeRelation + "fontTable"
	relDocument      = officeRelation + "officeDocument"
	relStyles        = officeRelation + "styles"
	relNumbering     = officeRelation + "numbering"
	relSettings      = officeRelation + "settings"
	relFootnotes     = officeRelation + "footnotes"
	relHeader        = officeRelation + "header"
	relFooter        = officeRelation + "footer"
	relImage         = officeRelation + "image"
	relHyperlink     = officeRelation + "hyperlink"
	relPackage       = officeRelation + "package"
	relApp           = officeRelation + "extended-properties"
	relCore          = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
	typeRelations    = "application/vnd.openxmlformats-package.relationships+xml"
	spaceRelations   = "http://schemas.openxmlformats.org/package/2006/relationships"
	spaceContentType = "http://schemas.openxmlformats.org/package/2006/content-types"
)

// pack is the file: parts with their types and relationships (ISO/IEC 29500-2).
type pack struct {
	root   part // bears the relationships of the file itself
	parts  []*part
	styles *styleNames
}

// part is one file in the package.
type part struct {
	markup
	name        string // from the package's root
	contentType string // "" for what its extension tells
	relations   []relation
	styles      *styleNames
	toggles     *toggles // of the paragraph's style where that is a template's
}

type relation struct {
	kind, target string
	external     bool
}

func (p *pack) add(name, contentType string) *part {
	part := &part{name: name, contentType: contentType, styles: p.styles}
	p.parts = append(p.parts, part)
	return part
}

// relate gives the id of a relationship to a part, by its name, or to an address.
func (p *part) relate(kind, target string, external bool) (id string) {
	if !external {
		target = relative(path.Dir(p.name), target)
	}
	r := relation{kind, target, external}
	for i := range p.relations {
		if p.relations[i] == r {
			return relationID(i)
		}
	}
	p.relations = append(p.relations, r)
	return relationID(len(p.relations) - 1)
}

func relationID(i int) string { return "rId" + strconv.Itoa(i+1) }

// relative is the name of a part seen from a folder of the package.
func relative(folder, name string) string {
	if folder == "." || folder == "" {
		return name
	}
	if rest, ok := strings.CutPrefix(name, folder+"/"); ok {
		return rest
	}
	return "../" + relative(path.Dir(folder), name)
}

// extensions are the types that the ending of a part's name tells.
var extensions = [][2]string{
	{"rels", typeRelations}, {"xml", "application/xml"}, {"png", "image/png"}, {"jpeg", "image/jpeg"}, {"svg", "image/svg+xml"},
	{"xlsx", drawingml.WorkbookType},
}

// deflaters are kept for the next file: making one costs as much as a small part.
var deflaters = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, flate.DefaultCompression)
	if err != nil {
		panic(err) // of a level that there is not
	}
	return w
}}

// epoch is the time of every part, the first that the format has: the same parts are the
// same bytes.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// write writes the package.
func (p *pack) write(to io.Writer) error {
	z := zip.NewWriter(to)
	deflater := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(deflater)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		deflater.Reset(w) // parts are written one after the other
		return deflater, nil
	})
	put := func(name string, data []byte) error {
		h := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: epoch}
		if ext := path.Ext(name); ext == ".png" || ext == ".jpeg" || ext == ".xlsx" {
			h.Method = zip.Store // packed as they are
		}
		w, err := z.CreateHeader(h)
		if err == nil {
			_, err = w.Write(data)
		}
		return err
	}
	if err := put("[Content_Types].xml", p.contentTypes()); err != nil {
		return err
	}
	if err := put("_rels/.rels", p.root.relationships()); err != nil {
		return err
	}
	for _, part := range p.parts {
		if err := put(part.name, part.Bytes()); err != nil {
			return err
		}
		if len(part.relations) == 0 {
			continue
		}
		if err := put(path.Join(path.Dir(part.name), "_rels", path.Base(part.name)+".rels"), part.relationships()); err != nil {
			return err
		}
	}
	return z.Close()
}

func (p *pack) contentTypes() []byte {
	var m markup
	m.WriteString(xmlHead)
	m.open("Types", "xmlns", spaceContentType)
	for _, e := range extensions {
		m.empty("Default", "Extension", e[0], "ContentType", e[1])
	}
	for _, part := range p.parts {
		if part.contentType != "" {
			m.empty("Override", "PartName", "/"+part.name, "ContentType", part.contentType)
		}
	}
	m.close("Types")
	return m.Bytes()
}

func (p *part) relationships() []byte {
	var m markup
	m.WriteString(xmlHead)
	m.open("Relationships", "xmlns", spaceRelations)
	for i, r := range p.relations {
		mode := ""
		if r.external {
			mode = "External"
		}
		m.empty("Relationship", "Id", relationID(i), "Type", r.kind, "Target", r.target, "TargetMode", mode)
	}
	m.close("Relationships")
	return m.Bytes()
}
