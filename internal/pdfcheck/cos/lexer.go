package cos

import (
	"bytes"
	"errors"
	"math"
	"strconv"
)

// deepest is how many arrays and dictionaries may be within each other.
const deepest = 100

var (
	errEnd  = errors.New("the file ends within an object")
	errDeep = errors.New("arrays and dictionaries are nested too deep")
)

// kinds of bytes (7.2.2).
const (
	regular = iota
	white
	delimiter
)

var kindOf = func() (k [256]byte) {
	for _, c := range "\x00\t\n\f\r " {
		k[c] = white
	}
	for _, c := range "()<>[]{}/%" {
		k[c] = delimiter
	}
	return k
}()

// Lexer reads objects from bytes.
type Lexer struct {
	b    []byte
	pos  int
	refs bool // "1 0 R" is a reference
	key  *objectKey
}

// NewLexer reads the objects and operators of a content stream.
func NewLexer(b []byte) *Lexer { return &Lexer{b: b} }

// Next is the next object or operator; ok is false at the end.
func (l *Lexer) Next() (o Object, ok bool) {
	for {
		l.space()
		if l.pos >= len(l.b) {
			return nil, false
		}
		start := l.pos
		o, err := l.object(0)
		if err == nil {
			return o, true
		}
		if l.pos <= start {
			l.pos = start + 1
		}
	}
}

// space passes white space and comments.
func (l *Lexer) space() {
	for l.pos < len(l.b) {
		switch c := l.b[l.pos]; {
		case kindOf[c] == white:
			l.pos++
		case c == '%':
			for l.pos < len(l.b) && l.b[l.pos] != '\n' && l.b[l.pos] != '\r' {
				l.pos++
			}
		default:
			return
		}
	}
}

// object reads an object, or a keyword as an Operator.
func (l *Lexer) object(depth int) (Object, error) {
	if depth > deepest {
		return nil, errDeep
	}
	l.space()
	if l.pos >= len(l.b) {
		return nil, errEnd
	}
	switch c := l.b[l.pos]; c {
	case '/':
		return l.name(), nil
	case '(':
		return l.literal()
	case '<':
		if l.pos+1 < len(l.b) && l.b[l.pos+1] == '<' {
			return l.dict(depth)
		}
		return l.hex()
	case '[':
		return l.array(depth)
	case ']', '>', ')', '{', '}':
		l.pos++
		return Operator(c), nil
	}
	return l.word()
}

// word reads a number, a reference or a keyword.
func (l *Lexer) word() (Object, error) {
	start := l.pos
	for l.pos < len(l.b) && kindOf[l.b[l.pos]] == regular {
		l.pos++
	}
	w := l.b[start:l.pos]
	if len(w) == 0 {
		l.pos++
		return nil, errEnd
	}
	switch c := w[0]; {
	case '0' <= c && c <= '9', c == '+', c == '-', c == '.':
		if o := number(w); o != nil {
			if l.refs {
				if n, ok := o.(Integer); ok && n >= 0 {
					return l.reference(n), nil
				}
			}
			return o, nil
		}
	}
	switch string(w) {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	}
	return Operator(w), nil
}

// reference is what begins with a number: it, or the reference that it begins.
func (l *Lexer) reference(n Integer) Object {
	at := l.pos
	l.space()
	start := l.pos
	g := 0
	for l.pos < len(l.b) && '0' <= l.b[l.pos] && l.b[l.pos] <= '9' && l.pos-start < 6 {
		g = g*10 + int(l.b[l.pos]-'0')
		l.pos++
	}
	if l.pos > start && n <= math.MaxInt32 {
		l.space()
		if l.pos < len(l.b) && l.b[l.pos] == 'R' && (l.pos+1 == len(l.b) || kindOf[l.b[l.pos+1]] != regular) {
			l.pos++
			return Ref{int(n), g}
		}
	}
	l.pos = at
	return n
}

// number reads a number as readers do, forgivingly; nil is none.
func number(w []byte) Object {
	whole, sign := int64(0), int64(1)
	i := 0
	if w[0] == '+' || w[0] == '-' {
		if w[0] == '-' {
			sign = -1
		}
		i++
	}
	digits := i
	for ; i < len(w) && '0' <= w[i] && w[i] <= '9'; i++ {
		if whole > (math.MaxInt64-9)/10 {
			whole = math.MaxInt64 / 10
		}
		whole = whole*10 + int64(w[i]-'0')
	}
	if i == len(w) && i > digits {
		return Integer(sign * whole)
	}
	for _, c := range w[i:] {
		if c != '.' && c != '-' && (c < '0' || c > '9') {
			return nil
		}
	}
	x, err := strconv.ParseFloat(string(w), 64)
	if err != nil && !math.IsInf(x, 0) {
		if len(w) == 1 {
			return nil
		}
		cut := bytes.IndexByte(w[1:], '-') // "1.5-3" is read as 1.5
		if cut < 0 {
			return Real(0)
		}
		x, _ = strconv.ParseFloat(string(w[:cut+1]), 64)
	}
	return Real(x)
}

// name reads a name.
func (l *Lexer) name() Object {
	l.pos++
	start := l.pos
	escaped := false
	for l.pos < len(l.b) && kindOf[l.b[l.pos]] == regular {
		escaped = escaped || l.b[l.pos] == '#'
		l.pos++
	}
	w := l.b[start:l.pos]
	if !escaped {
		return Name(w)
	}
	out := make([]byte, 0, len(w))
	for i := 0; i < len(w); i++ {
		if w[i] == '#' && i+2 < len(w) {
			if hi, lo := unhex(w[i+1]), unhex(w[i+2]); hi >= 0 && lo >= 0 {
				out = append(out, byte(hi<<4|lo))
				i += 2
				continue
			}
		}
		out = append(out, w[i])
	}
	return Name(out)
}

func unhex(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// hex reads a hexadecimal string.
func (l *Lexer) hex() (Object, error) {
	l.pos++
	s := String{Hex: true}
	var out []byte
	half := -1
	for {
		if l.pos >= len(l.b) {
			return nil, errEnd
		}
		c := l.b[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		if kindOf[c] == white {
			continue
		}
		s.Digits++
		v := unhex(c)
		if v < 0 {
			s.Odd = true
			v = 0
		}
		if half < 0 {
			half = v
		} else {
			out = append(out, byte(half<<4|v))
			half = -1
		}
	}
	if half >= 0 {
		out = append(out, byte(half<<4))
	}
	s.Bytes = string(l.key.text(out))
	return s, nil
}

// literal reads a string in parentheses.
func (l *Lexer) literal() (Object, error) {
	l.pos++
	var out []byte
	for depth := 1; ; {
		if l.pos >= len(l.b) {
			return nil, errEnd
		}
		c := l.b[l.pos]
		l.pos++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return String{Bytes: string(l.key.text(out))}, nil
			}
		case '\\':
			out = l.escape(out)
			continue
		case '\r':
			if l.pos < len(l.b) && l.b[l.pos] == '\n' {
				l.pos++
			}
			c = '\n'
		}
		out = append(out, c)
	}
}

var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

// escape reads what comes after a backslash in a string.
func (l *Lexer) escape(out []byte) []byte {
	if l.pos >= len(l.b) {
		return out
	}
	c := l.b[l.pos]
	l.pos++
	switch {
	case c == '\r':
		if l.pos < len(l.b) && l.b[l.pos] == '\n' {
			l.pos++
		}
		return out
	case c == '\n':
		return out
	case '0' <= c && c <= '7':
		v := int(c - '0')
		for k := 0; k < 2 && l.pos < len(l.b) && '0' <= l.b[l.pos] && l.b[l.pos] <= '7'; k++ {
			v = v<<3 | int(l.b[l.pos]-'0')
			l.pos++
		}
		return append(out, byte(v))
	}
	if e, ok := escapes[c]; ok {
		c = e
	}
	return append(out, c)
}

func (l *Lexer) array(depth int) (Object, error) {
	l.pos++
	a := Array{}
	for {
		l.space()
		if l.pos >= len(l.b) {
			return nil, errEnd
		}
		if l.b[l.pos] == ']' {
			l.pos++
			return a, nil
		}
		at := l.pos
		o, err := l.object(depth + 1)
		if err != nil {
			return nil, err
		}
		if op, ok := o.(Operator); ok {
			if op == "endobj" || op == "endstream" || op == ">" {
				l.pos = at
				return a, nil
			}
			continue
		}
		a = append(a, o)
	}
}

func (l *Lexer) dict(depth int) (Object, error) {
	l.pos += 2
	d := Dict{}
	for {
		l.space()
		if l.pos >= len(l.b) {
			return nil, errEnd
		}
		switch {
		case l.b[l.pos] == '>':
			l.pos++
			if l.pos < len(l.b) && l.b[l.pos] == '>' {
				l.pos++
			}
			return d, nil
		case l.b[l.pos] != '/':
			at := l.pos
			o, err := l.object(depth + 1)
			if err != nil {
				return nil, err
			}
			if op, ok := o.(Operator); ok && (op == "endobj" || op == "stream" || op == "endstream") {
				l.pos = at
				return d, nil
			}
			continue
		}
		key := l.name().(Name)
		l.space()
		if l.pos < len(l.b) && l.b[l.pos] == '>' {
			return d, nil
		}
		at := l.pos
		v, err := l.object(depth + 1)
		if err != nil {
			return nil, err
		}
		if op, ok := v.(Operator); ok {
			if op == "endobj" || op == "stream" {
				l.pos = at
				return d, nil
			}
			continue
		}
		d[key] = v
	}
}

// InlineImage reads the dictionary and the data of an inline image, from after BI
// to after EI (8.9.7).
func (l *Lexer) InlineImage() (Dict, []byte) {
	d := Dict{}
	for {
		key, ok := l.Next()
		if !ok {
			return d, nil
		}
		if key == Operator("ID") {
			break
		}
		name, isName := key.(Name)
		if !isName {
			continue
		}
		v, ok := l.Next()
		if !ok {
			return d, nil
		}
		if v == Operator("ID") {
			break
		}
		d[name] = v
	}
	if l.pos < len(l.b) && kindOf[l.b[l.pos]] == white {
		l.pos++
	}
	start := l.pos
	for at := start; ; {
		k := bytes.Index(l.b[at:], []byte("EI"))
		if k < 0 {
			l.pos = len(l.b)
			return d, l.b[start:]
		}
		at += k
		before := at == start || kindOf[l.b[at-1]] == white
		after := at+2 == len(l.b) || kindOf[l.b[at+2]] != regular
		if before && after && plain(l.b[at+2:]) {
			l.pos = at + 2
			return d, l.b[start:max(start, at-1)]
		}
		at += 2
	}
}

// plain reports whether what follows looks like operators rather than image data.
func plain(b []byte) bool {
	for _, c := range b[:min(len(b), 12)] {
		if c > 126 || c < 32 && kindOf[c] != white {
			return false
		}
	}
	return true
}
