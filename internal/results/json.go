package results

import (
	"bytes"
	"encoding/json"
	"io"
	"math"
	"runtime"
	"strconv"
	"strings"
	"unicode/utf8"

	"wogreport/internal/analysis"
	"wogreport/internal/rescue"
)

// object is a JSON object that keeps the order of its members; encoding/json
// sorts maps, and a struct could not leave room for null with its reason.
type object struct {
	members   []member
	undefined []member
}

type member struct {
	key   string
	value any
}

type list []any

// objects is a list of n objects that are made one after the other as they are written: the
// pairs of 300 items would take more memory than the answers.
type objects struct {
	n    int
	fill func(o *object, i int)
}

// add adds a member: a basic value, an object or a list.
func (o *object) add(key string, v any) { o.members = append(o.members, member{key, v}) }

// value adds a number, or null and its reason.
func (o *object) value(key string, v analysis.Value) {
	if x, ok := v.Get(); ok {
		o.add(key, x)
		return
	}
	o.null(key, v.Reason())
}

func (o *object) null(key string, r analysis.Reason) {
	o.add(key, nil)
	o.undefined = append(o.undefined, member{key, string(r)})
}

// interval adds a pair of numbers, or null and its reason.
func (o *object) interval(key string, i analysis.Interval) {
	low, ok := i.Low.Get()
	if !ok {
		o.null(key, i.Low.Reason())
		return
	}
	high, _ := i.High.Get()
	o.add(key, list{low, high})
}

// append writes an object at a depth, its members in their order, the reasons
// last, as json.Indent would with two blanks a level.
func (o object) append(b []byte, depth int) []byte {
	members := o.members
	if len(o.undefined) > 0 {
		members = append(members[:len(members):len(members)], member{"undefined", object{members: o.undefined}})
	}
	if len(members) == 0 {
		return append(b, "{}"...)
	}
	b = append(b, '{')
	for i, m := range members {
		if i > 0 {
			b = append(b, ',')
		}
		b = newLine(b, depth+1)
		b = appendText(b, m.key)
		b = append(b, ": "...)
		b = appendValue(b, m.value, depth+1)
	}
	return append(newLine(b, depth), '}')
}

func newLine(b []byte, depth int) []byte {
	b = append(b, '\n')
	for range depth {
		b = append(b, "  "...)
	}
	return b
}

// appendValue writes a value at a depth. Numbers and texts look as package json
// writes them. It panics on a value that JSON has no form for.
func appendValue(b []byte, v any, depth int) []byte {
	switch v := v.(type) {
	case nil:
		return append(b, "null"...)
	case bool:
		return strconv.AppendBool(b, v)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case string:
		return appendText(b, v)
	case float64:
		if size := math.Abs(v); v == 0 || size >= 1e-6 && size < 1e21 {
			return strconv.AppendFloat(b, v, 'f', -1, 64) // as package json does in this range
		}
	case object:
		return v.append(b, depth)
	case list:
		if len(v) == 0 {
			return append(b, "[]"...)
		}
		b = append(b, '[')
		for i, x := range v {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendValue(newLine(b, depth+1), x, depth+1)
		}
		return append(newLine(b, depth), ']')
	case objects:
		return v.append(b, depth)
	}
	compact, err := json.Marshal(v)
	if err != nil {
		panic("results: " + err.Error()) // an analysis.Value is finite
	}
	if c := compact[0]; c != '[' && c != '{' {
		return append(b, compact...)
	}
	var in bytes.Buffer
	if err := json.Indent(&in, compact, strings.Repeat("  ", depth), "  "); err != nil {
		panic("results: " + err.Error()) // json wrote it itself
	}
	return append(b, in.Bytes()...)
}

// append writes the objects, many of them in parts side by side.
func (s objects) append(b []byte, depth int) []byte {
	part := max(1000, (s.n+runtime.GOMAXPROCS(0)-1)/runtime.GOMAXPROCS(0))
	texts := make([][]byte, (s.n+part-1)/part)
	var all rescue.Group
	for n := range texts {
		from := n * part
		all.Go(func() {
			var o object
			var text []byte
			for i := from; i < min(from+part, s.n); i++ {
				if i > 0 {
					text = append(text, ',')
				}
				o.members, o.undefined = o.members[:0], o.undefined[:0]
				s.fill(&o, i)
				text = o.append(newLine(text, depth+1), depth+1)
			}
			texts[n] = text
		})
	}
	all.Wait()
	if s.n == 0 {
		return append(b, "[]"...)
	}
	b = append(b, '[')
	for _, text := range texts {
		b = append(b, text...)
	}
	return append(newLine(b, depth), ']')
}

// appendText writes a text as package json does. Most need no escape.
func appendText(b []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= utf8.RuneSelf || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
			quoted, err := json.Marshal(s)
			if err != nil {
				panic("results: " + err.Error()) // any string has a form
			}
			return append(b, quoted...)
		}
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}

func write(w io.Writer, o object) error {
	_, err := w.Write(append(o.append(make([]byte, 0, 16<<10), 0), '\n'))
	return err
}
