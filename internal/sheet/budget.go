package sheet

import (
	"archive/zip"
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/archive"
	"wogreport/internal/diag"
	"wogreport/internal/limits"
)

// What a workbook may cost beside what archive counts. Its parts are looked through, as a
// stream, before any is taken into memory.
const (
	maxFilled = 32_000_000 // cells with a value: a million rows of 32 columns
	maxGaps   = 4_000_000  // places without one between these
	maxLong   = 64 << 20   // bytes of texts that are longer than
	longText  = 1 << 10    // this, each as often as a cell shows it
	maxTag    = 1 << 16    // bytes of one
)

// reportBudget says that a file costs too much.
func reportBudget(file string, err error, diags *diag.List) {
	diags.Errorf(diag.Pos{File: file}, "table-budget", "%v", err)
	diags.Hintf("%s", limits.Hint)
}

// afford reports whether the parts of a workbook may be taken into memory: an
// OverBudget where they cost too much, another error where one cannot be unpacked as
// the archive says, since excelize makes room for what it says and drops the error.
// What is no workbook at all is for the reader to say. What stands beside the values
// of its sheets is found on the way, by the names of their parts.
func afford(z *zip.Reader, l limits.Limits) (map[string]*beside, error) {
	w := &weigher{limits: l, budget: archive.Budget{Limits: l, Of: "workbook"}, beside: map[string]*beside{}}
	// The texts and the styles come first: the cells name them.
	const texts, styles = "xl/sharedstrings.xml", "xl/styles.xml"
	for _, now := range []func(name string) bool{
		func(name string) bool { return name == texts || name == styles },
		func(name string) bool { return name != texts && name != styles },
	} {
		for _, f := range z.File {
			name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
			if !now(name) {
				continue
			}
			if err := w.part(f, name, name == texts); err != nil {
				return nil, err
			}
			if name == styles {
				w.days = dayStyles(part(z, f.Name))
			}
		}
	}
	return w.beside, nil
}

// weigher adds up what the parts of a workbook cost.
type weigher struct {
	limits             limits.Limits
	budget             archive.Budget
	filled, gaps, long int64
	texts              []int           // the lengths of the shared ones
	days               map[string]bool // the styles of days
	beside             map[string]*beside
}

// part looks through a part.
func (w *weigher) part(f *zip.File, name string, shared bool) error {
	return w.budget.Part(f, func(r io.Reader) error {
		switch {
		case shared:
			return w.strings(newTags(r, w.limits))
		case strings.HasPrefix(name, "xl/") && strings.HasSuffix(name, ".xml"):
			own := &beside{}
			w.beside[f.Name] = own
			return w.cells(newTags(r, w.limits), own)
		}
		_, err := io.Copy(io.Discard, r)
		return err
	})
}

// strings notes how long the shared texts are.
func (w *weigher) strings(t *tags) error {
	n := -1
	for t.next() {
		if n >= 0 {
			n += t.text
		}
		switch string(t.name) {
		case "si":
			n = 0
		case "/si":
			w.texts = append(w.texts, n)
			n = -1
		}
	}
	return t.err
}

// cells counts the cells of a sheet, and what they show.
func (w *weigher) cells(t *tags, own *beside) error {
	const columns = 1 << 14
	col, last, text, value, shared := 0, 0, 0, false, false // last is the column with a value before
	end := func() error {
		if value {
			w.filled++
			w.gaps += int64(max(0, col-last-1))
			last = col
		}
		if text > longText {
			w.long += int64(text)
		}
		return w.check()
	}
	for t.next() {
		own.look(t, w.days)
		switch string(t.name) {
		case "row":
			col, last = 0, 0
		case "c":
			col++
			if r := t.attr("r"); len(r) > 0 {
				col = min(columnOf(r), columns)
			}
			text, value, shared = 0, false, string(t.attr("t")) == "s"
			if t.closed {
				if err := end(); err != nil {
					return err
				}
			}
		case "/v", "/t":
			value = value || t.text > 0
			text += t.text
			if shared && len(t.before) < 12 {
				if i, err := strconv.Atoi(string(t.before)); err == nil && i >= 0 && i < len(w.texts) {
					text += w.texts[i]
				}
			}
		case "/c":
			if err := end(); err != nil {
				return err
			}
		}
	}
	return t.err
}

func (w *weigher) check() error {
	switch {
	case w.filled > w.limits.Of(maxFilled):
		return archive.OverBudget(fmt.Sprintf("the workbook has more than %d cells", w.limits.Of(maxFilled)))
	case w.gaps > w.limits.Of(maxGaps) && w.gaps > 4*w.filled:
		return archive.OverBudget(fmt.Sprintf("the workbook has more than %d blank places left of few cells, which stand far to the right", w.limits.Of(maxGaps)))
	case w.long > w.limits.Of(maxLong):
		return archive.OverBudget(fmt.Sprintf("the cells of the workbook show more than %d MB of long texts", w.limits.Of(maxLong)>>20))
	}
	return nil
}

// columnOf is the number of the column of a cell's name, from 1; 0 of what is none.
func columnOf(name []byte) int {
	n := 0
	for i := 0; i < len(name) && name[i] >= 'A' && name[i] <= 'Z' && n < 1<<20; i++ {
		n = n*26 + int(name[i]-'A') + 1
	}
	return n
}

// tags reads the tags of XML, without taking more of it into memory than one.
type tags struct {
	r       *bufio.Reader
	err     error
	tag     []byte // the last one, between the brackets; until the next is read
	name    []byte // its name without a prefix: "c", "/c"
	closed  bool   // it has no content
	text    int    // bytes of text before it
	before  []byte // the text, or its end
	depth   int
	deepest int
}

func newTags(r io.Reader, l limits.Limits) *tags {
	return &tags{r: bufio.NewReaderSize(r, maxTag), deepest: int(l.Of(archive.MaxNesting))}
}

// next reads up to the end of the next tag.
func (t *tags) next() bool {
	t.text = 0
	for {
		chunk, err := t.r.ReadSlice('<')
		t.text += len(chunk)
		if err == bufio.ErrBufferFull {
			continue
		}
		if err != nil {
			return t.end(err)
		}
		t.text--
		t.before = append(t.before[:0], bytes.TrimSpace(chunk[:len(chunk)-1])...)
		break
	}
	t.tag = nil
	for {
		chunk, err := t.r.ReadSlice('>')
		if t.tag == nil {
			t.tag = chunk // nearly every tag is one chunk, of which no copy is made
		} else {
			t.tag = append(t.tag, chunk...)
		}
		if err == bufio.ErrBufferFull || len(t.tag) > maxTag {
			return t.end(archive.OverBudget(fmt.Sprintf("a tag in the workbook is longer than %d kB", maxTag>>10)))
		}
		if err != nil {
			return t.end(err)
		}
		if !inQuotes(t.tag) {
			break
		}
		t.tag = slices.Clone(t.tag) // it ends within a value: what follows is read over it
	}
	t.tag = t.tag[:len(t.tag)-1]
	t.closed = bytes.HasSuffix(t.tag, []byte{'/'})
	t.name = nameOf(t.tag)
	switch {
	case len(t.tag) == 0 || t.tag[0] == '?' || t.tag[0] == '!' || t.closed:
	case t.tag[0] == '/':
		t.depth--
	default:
		if t.depth++; t.depth > t.deepest {
			return t.end(archive.OverBudget(fmt.Sprintf("more than %d elements of the workbook stand within each other", t.deepest)))
		}
	}
	return true
}

// nameOf is the name of a tag without a prefix, with the slash of an end.
func nameOf(tag []byte) []byte {
	end, colon := len(tag), -1
	for i, c := range tag {
		if c == ' ' || c == '\t' || c == '\r' || c == '\n' {
			end = i
			break
		}
		if c == ':' && colon < 0 {
			colon = i
		}
	}
	name := bytes.TrimSuffix(tag[:end], []byte{'/'})
	switch {
	case colon < 0 || colon >= len(name):
		return name
	case name[0] == '/':
		return append([]byte{'/'}, name[colon+1:]...)
	}
	return name[colon+1:]
}

// inQuotes reports whether the value of an attribute is still open.
func inQuotes(tag []byte) bool {
	if bytes.Count(tag, []byte{'"'})%2 == 0 && bytes.IndexByte(tag, '\'') < 0 { // as in nearly all
		return false
	}
	open := byte(0)
	for _, c := range tag {
		switch {
		case open != 0 && c == open:
			open = 0
		case open == 0 && (c == '"' || c == '\''):
			open = c
		}
	}
	return open != 0
}

func (t *tags) end(err error) bool {
	if err != io.EOF {
		t.err = err
	}
	return false
}

// attr is the value of an attribute, nothing without it.
func (t *tags) attr(name string) []byte { return attr(t.tag, name) }
