package study

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"gopkg.in/yaml.v3"

	"wogreport/internal/diag"
	"wogreport/internal/infile"
	"wogreport/internal/lang"
	"wogreport/internal/limits"
	"wogreport/internal/output"
	"wogreport/internal/pattern"
)

// Load reads and checks a study file, and that the files it names besides the
// answers exist. The study is nil only when the file could not be read or is
// not YAML; otherwise it holds what was understood, with defaults for the rest.
func Load(path string) (*Study, diag.List) {
	s, _, l := Open(path)
	return s, l
}

// Open is Load, with the files that the study names, of which the study file
// itself has been read.
func Open(path string) (*Study, *Files, diag.List) { return OpenWith(path, Access{}) }

// OpenWith is Open with other limits, or for a study that comes from others.
func OpenWith(path string, access Access) (*Study, *Files, diag.List) {
	files := OpenFiles(filepath.Dir(path), access)
	if path == "-" {
		var l diag.List
		l.Errorf(diag.Pos{File: path}, "not-a-study", "a study is not read from the standard input")
		l.Hintf("save it as a file, such as study.yaml, and name that: the answers stand beside it")
		return nil, files, l
	}
	data, err := files.readFile(path)
	if err != nil {
		var l diag.List
		l.AddFileError(diag.Pos{File: path}, path, err)
		return nil, files, l
	}
	if kind := otherFile(data); kind != "" {
		var l diag.List
		l.Errorf(diag.Pos{File: path}, "not-a-study", "the file is %s, not a text", kind)
		l.Hintf("write the study in a text editor (Notepad, not Word), or draft it:  wogreport init FILE  with the file of answers")
		return nil, files, l
	}
	s, l := parse(path, data, access.Limits)
	if s != nil {
		l.Add(checkFiles(s, files)...)
	}
	return s, files, l
}

// otherFile names what is no text by its first bytes, "" for all else.
func otherFile(data []byte) string {
	for _, k := range []struct{ signature, kind string }{
		{"PK\x03\x04", "a document of Word or a workbook"}, {"\xD0\xCF\x11\xE0", "an old document of Word or a workbook"}, {"%PDF", "a PDF"}, {"{\\rtf", "a document with formatting (RTF)"},
	} {
		if bytes.HasPrefix(data, []byte(k.signature)) {
			return k.kind
		}
	}
	return ""
}

// Parse reads and checks the contents of a study file without looking at any
// other file.
func Parse(file string, data []byte) (*Study, diag.List) { return parse(file, data, limits.Limits{}) }

func parse(file string, data []byte, l limits.Limits) (*Study, diag.List) {
	d := &decoder{file: file, limits: l, pos: map[string]diag.Pos{}, wrong: map[string]bool{}}
	data, ok := DecodeText(data, d.file, &d.List)
	if !ok {
		return nil, d.List
	}
	root, ok := d.parseYAML(data)
	if !ok {
		return nil, d.List
	}
	s := defaults(file)
	s.Pos = d.pos
	if root == nil {
		d.Errorf(diag.Pos{File: file}, "missing-key", "the study file is empty")
		d.Hintf("it needs title, scale, constructs and responses")
		return s, d.List
	}
	if studyShape().decode(d, root, "", s) {
		d.check(s)
	}
	s.texts = d.texts
	return s, d.List
}

// defaults is a study with what holds where the file says nothing.
func defaults(file string) *Study {
	base := filepath.Base(file)
	return &Study{
		File: file, Dir: filepath.Dir(file),
		Kind:           "article",
		Name:           strings.TrimSuffix(base, filepath.Ext(base)),
		Analysis:       Analysis{Missing: "listwise", Correlation: "corrected", Significance: 0.05, Tails: 2, AlphaThreshold: 0.6, Quartiles: "spss", Percents: "plain", Omega: "ml"},
		Interpretation: defaultInterpretation(),
		Languages:      []lang.Tag{lang.ID, lang.EN},
		Outputs:        output.Defaults(),
		Privacy:        Privacy{MinGroup: 5},
		Responses:      Responses{OffScale: "error", Hidden: "keep"},
		Reports:        "together",
		Layout:         Layout{Paper: "A4", Columns: 1, Fonts: "serif", TableCaptions: "above", FigureCaptions: "below", Items: "auto", Standard: "archive"},
	}
}

// DecodeText makes UTF-8 of a file in UTF-8 or, marked as such, UTF-16, as some
// editors save it. False with an error in diags where it is in neither.
func DecodeText(data []byte, file string, diags *diag.List) ([]byte, bool) {
	if bytes.HasPrefix(data, []byte{0xFE, 0xFF}) || bytes.HasPrefix(data, []byte{0xFF, 0xFE}) {
		data, _ = unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Bytes(data)
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	for rest, line := data, 1; len(rest) > 0; line++ {
		this, after, _ := bytes.Cut(rest, []byte("\n"))
		if !utf8.Valid(this) {
			diags.Errorf(diag.Pos{File: file, Line: line}, "bad-encoding", "the file is not in UTF-8")
			diags.Hintf("save it as UTF-8 in the editor")
			return nil, false
		}
		rest = after
	}
	return data, true
}

// parseYAML is the root of the only document, nil for an empty one.
func (d *decoder) parseYAML(data []byte) (*yaml.Node, bool) {
	docs, err := documents(data)
	if err != nil {
		d.syntaxError(data, err)
		return nil, false
	}
	if len(docs) > 1 {
		d.Errorf(d.at(docs[1]), "multiple-documents", "the file holds more than one study")
		d.Hintf("remove the line with --- and what follows it, or put it into a file of its own")
	}
	if len(docs) == 0 || len(docs[0].Content) == 0 {
		return nil, true
	}
	if !d.affords(docs[0]) {
		return nil, false
	}
	root := resolve(docs[0].Content[0])
	if isNull(root) {
		return nil, true
	}
	return root, true
}

// documents are the first two YAML documents of a file.
func documents(data []byte) ([]*yaml.Node, error) {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var docs []*yaml.Node
	for len(docs) < 2 {
		var n yaml.Node
		if err := dec.Decode(&n); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return docs, err
		}
		docs = append(docs, &n)
	}
	return docs, nil
}

// brokenLine is the line that a syntax error starts in: the one after the
// longest run of lines from the top that is YAML by itself. The parser's own
// line is that of the enclosing block, or the end of the file where a quote
// was left open, and counts from 0 or from 1; said is taken in a file so long
// that the search would be felt.
func brokenLine(data []byte, said int) int {
	ends := []int{0}
	for i, b := range data {
		if b == '\n' {
			ends = append(ends, i+1)
		}
	}
	const lines = 600
	if len(ends) > lines {
		return said
	}
	for k := len(ends) - 1; k > 0; k-- {
		if _, err := documents(data[:ends[k]]); err == nil {
			return k + 1
		}
	}
	return 1
}

var yamlPrefix = pattern.New(`^(?:yaml: )?(?:line (\d+): )?`)

// syntaxError reports what the YAML parser says, with what is usually behind it.
func (d *decoder) syntaxError(data []byte, err error) {
	m := yamlPrefix.FindStringSubmatch(err.Error())
	said, _ := strconv.Atoi(m[1])
	msg := err.Error()[len(m[0]):]
	d.Errorf(diag.Pos{File: d.file, Line: brokenLine(data, said)}, "yaml-syntax", "not valid YAML: %s", msg)
	switch line := brokenText(data, d.List[len(d.List)-1].Pos.Line); {
	case strings.ContainsRune(line, noBreak):
		d.Hintf("a no-break space stands here, which looks like a space and is none: write an ordinary space")
	case strings.ContainsAny(line, curly):
		d.Hintf("the quotation marks here are curly ones, as a word processor makes them; write straight ones: \"")
	case strings.Contains(msg, "tab character"):
		d.Hintf("indent with spaces instead of tabs")
	case strings.Contains(msg, "cannot start any token"):
		d.Hintf("indent with spaces instead of tabs, and put a text that starts with @, %%, ` or & into quotes")
	case noSpace.MatchString(line):
		d.Hintf("a space belongs between the colon and the value:  title: Uji")
	case strings.Contains(msg, "mapping values are not allowed"):
		d.Hintf("put a text that holds a colon into quotes, and check the indentation")
	case strings.Contains(msg, "unknown anchor"), strings.Contains(msg, "alphabetic or numeric"):
		d.Hintf("put a text that starts with * or & into quotes")
	case strings.Contains(msg, "did not find expected"):
		d.Hintf("check the indentation, the brackets and the quotes here and in the lines above")
	case strings.Contains(msg, "unexpected end of stream"):
		d.Hintf("a quote is opened here and not closed")
	}
}

// noSpace is a key without a space behind its colon.
var noSpace = pattern.New(`(?m)^\s*(?:- )?[a-z_]+:[^\s:/\\]`)

// brokenText is a line of a file and the one before it, where what is wrong may stand.
func brokenText(data []byte, line int) string {
	lines := strings.Split(string(data), "\n")
	if line < 1 || line > len(lines) {
		return ""
	}
	return strings.Join(lines[max(0, line-2):line], "\n")
}

// checkFiles looks for the files and folders that a study names, besides its
// answers.
func checkFiles(s *Study, files *Files) diag.List {
	var l diag.List
	exists := func(at diag.Pos, name string, folder bool) {
		info, err := infile.Exists(s.Path(name), files.options(0))
		switch {
		case err != nil:
			l.AddFileError(at, s.Path(name), err)
		case folder && !info.IsDir():
			l.Errorf(at, "not-found", "%s is a file, not a folder", name)
		case !folder && info.IsDir():
			l.Errorf(at, "not-found", "%s is a folder, not a file", name)
		}
	}
	for _, section := range studySections() {
		seen := map[string]bool{}
		for _, t := range s.Languages {
			file := s.Sections[section][t]
			if _, own := OwnText(file); file != "" && !own && !seen[file] {
				seen[file] = true
				exists(s.PlaceIn("sections."+section, t), file, false)
			}
		}
	}
	if s.Templates != "" {
		exists(s.At("templates"), s.Templates, true)
	}
	if s.Layout.Logo.File != "" {
		exists(s.At("layout.logo"), s.Layout.Logo.File, false)
	}
	if s.Docx.Reference != "" {
		exists(s.At("docx.reference"), s.Docx.Reference, false)
	}
	if s.CohortFile != "" {
		exists(s.At("cohorts"), s.CohortFile, false)
	}
	return l
}

// PlaceIn is the place of a text in one language, or of the text itself where
// it is the same in all.
func (s *Study) PlaceIn(path string, t lang.Tag) diag.Pos {
	if p, ok := s.Pos[path+"."+string(t)]; ok {
		return p
	}
	return s.At(path)
}
