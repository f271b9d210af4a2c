package cos

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
