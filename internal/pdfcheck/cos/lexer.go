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
