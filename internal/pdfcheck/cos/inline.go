package cos

import "bytes"

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
