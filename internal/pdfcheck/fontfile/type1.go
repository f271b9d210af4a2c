package fontfile

import (
	"bytes"
	"strconv"
	"strings"
)

// Type1 is a font program of Type 1 (Adobe Type 1 Font Format, 1990).
type Type1 struct {
	Encoding [256]string
	Chars    map[string][]byte // decrypted charstrings by name
	subrs    map[int][]byte
	scale    float64
}

// ParseType1 reads a font program; length1 is that of its plain part.
func ParseType1(b []byte, length1 int) (*Type1, error) {
	b = unpackPFB(b)
	at := bytes.Index(b, []byte("eexec"))
	if at < 0 {
		return nil, errFont
	}
	plain := b[:at]
	f := &Type1{Chars: map[string][]byte{}, subrs: map[int][]byte{}, scale: 1}
	f.clearText(string(plain))
	at += 5
	for at < len(b) && (b[at] == ' ' || b[at] == '\n' || b[at] == '\r' || b[at] == '\t') {
		at++
	}
	if length1 > at && length1 < len(b) && length1-at < 4 {
		at = length1
	}
	secret := b[at:]
	if isHex(secret) {
		secret = decodeHex(secret)
	}
	f.private(decryptType1(secret, 55665, 4))
	if len(f.Chars) == 0 {
		return nil, errFont
	}
	return f, nil
}

// unpackPFB takes the headers of a PFB file's segments out.
func unpackPFB(b []byte) []byte {
	if len(b) < 6 || b[0] != 0x80 {
		return b
	}
	var out []byte
	for len(b) >= 6 && b[0] == 0x80 && b[1] != 3 {
		n := int(b[2]) | int(b[3])<<8 | int(b[4])<<16 | int(b[5])<<24
		out = append(out, part(b, 6, n)...)
		if n < 0 || 6+n > len(b) {
			break
		}
		b = b[6+n:]
	}
	return out
}

func isHex(b []byte) bool {
	for _, c := range b[:min(4, len(b))] {
		if !strings.ContainsRune("0123456789abcdefABCDEF \n\r\t", rune(c)) {
			return false
		}
	}
	return true
}

func decodeHex(b []byte) []byte {
	var out []byte
	half := -1
	for _, c := range b {
		v := strings.IndexByte("0123456789abcdef", c|0x20)
		if c < '0' || v < 0 {
			continue
		}
		if half < 0 {
			half = v
		} else {
			out = append(out, byte(half<<4|v))
			half = -1
		}
	}
	return out
}

func decryptType1(b []byte, key uint16, skip int) []byte {
	out := make([]byte, len(b))
	for i, c := range b {
		out[i] = c ^ byte(key>>8)
		key = (uint16(c)+key)*52845 + 22719
	}
	return out[min(skip, len(out)):]
}

// clearText reads the matrix and the encoding.
func (f *Type1) clearText(s string) {
	if _, rest, ok := strings.Cut(s, "/FontMatrix"); ok {
		rest = strings.TrimLeft(rest, " [{\r\n\t")
		if fields := strings.Fields(rest[:min(len(rest), 100)]); len(fields) > 0 {
			if x, err := strconv.ParseFloat(fields[0], 64); err == nil && x != 0 {
				f.scale = x * 1000
			}
		}
	}
	_, rest, ok := strings.Cut(s, "/Encoding")
	if !ok {
		return
	}
	if strings.HasPrefix(strings.TrimSpace(rest), "StandardEncoding") {
		copy(f.Encoding[:], Encoding("StandardEncoding"))
		return
	}
	words := strings.Fields(strings.ReplaceAll(rest, "/", " /"))
	for i := 0; i+3 < len(words); i++ {
		switch {
		case words[i] == "dup" && strings.HasPrefix(words[i+2], "/"):
			code, err := strconv.Atoi(words[i+1])
			if base, digits, based := strings.Cut(words[i+1], "#"); based {
				n, _ := strconv.Atoi(base)
				if n < 2 || n > 36 {
					continue
				}
				v, e := strconv.ParseInt(digits, n, 32)
				code, err = int(v), e
			}
			if name := words[i+2][1:]; err == nil && code >= 0 && code < 256 && name != ".notdef" {
				f.Encoding[code] = name
			}
		case words[i] == "def" || words[i] == "readonly":
			return
		}
	}
}

// private reads the subroutines and charstrings.
func (f *Type1) private(b []byte) {
	skip := 4
	if _, rest, ok := bytes.Cut(b, []byte("/lenIV")); ok {
		if fields := bytes.Fields(rest[:min(len(rest), 20)]); len(fields) > 0 {
			if n, err := strconv.Atoi(string(fields[0])); err == nil {
				skip = n
			}
		}
	}
	decode := func(x []byte) []byte {
		if skip < 0 {
			return x
		}
		return decryptType1(x, 4330, skip)
	}
	chars := bytes.Index(b, []byte("/CharStrings"))
	if chars < 0 {
		return
	}
	if at := bytes.Index(b[:chars], []byte("/Subrs")); at >= 0 {
		s := &scanner{b: b[:chars], pos: at + 6}
		for len(f.subrs) < mostGlyphs {
			word := s.word()
			if word == "" {
				break
			}
			if word != "dup" {
				continue
			}
			index, e1 := strconv.Atoi(s.word())
			n, e2 := strconv.Atoi(s.word())
			if e1 == nil && e2 == nil {
				f.subrs[index] = decode(s.binary(n))
			}
		}
	}
	s := &scanner{b: b, pos: chars + len("/CharStrings")}
	for len(f.Chars) < mostGlyphs {
		word := s.word()
		if word == "" || word == "end" && len(f.Chars) > 0 {
			return
		}
		name, ok := strings.CutPrefix(word, "/")
		if !ok {
			continue
		}
		n, err := strconv.Atoi(s.word())
		if err != nil {
			continue
		}
		if _, known := f.Chars[name]; !known {
			f.Chars[name] = decode(s.binary(n))
		} else {
			s.binary(n)
		}
	}
}

// scanner reads words and counted bytes.
type scanner struct {
	b   []byte
	pos int
}

func (s *scanner) word() string {
	for s.pos < len(s.b) && s.b[s.pos] <= ' ' {
		s.pos++
	}
	start := s.pos
	for s.pos < len(s.b) && s.b[s.pos] > ' ' && (s.pos == start || s.b[s.pos] != '/') {
		s.pos++
	}
	return string(s.b[start:s.pos])
}

// binary passes RD or its like, and a blank, and reads n bytes.
func (s *scanner) binary(n int) []byte {
	s.word()
	if n < 0 || s.pos+1+n > len(s.b) {
		s.pos = len(s.b)
		return nil
	}
	out := s.b[s.pos+1 : s.pos+1+n]
	s.pos += 1 + n
	return out
}

// Width is the width of a glyph in thousandths.
func (f *Type1) Width(name string) (w float64, ok bool) {
	b, ok := f.Chars[name]
	if !ok {
		return 0, false
	}
	x := &type1Width{f: f}
	x.run(b, 0)
	return x.width * f.scale, x.done
}

// type1Width finds what hsbw or sbw of a charstring sets.
type type1Width struct {
	f     *Type1
	stack []float64
	width float64
	done  bool
	steps int
}

func (x *type1Width) run(b []byte, depth int) {
	for r := (&bin{b: b}); r.pos < len(b) && !x.done && depth < 11; x.steps++ {
		if x.steps > 10000 || len(x.stack) > 100 {
			return
		}
		n := len(x.stack)
		op := r.u8()
		switch {
		case op >= 32 && op <= 246:
			x.stack = append(x.stack, float64(op-139))
		case op >= 247 && op <= 250:
			x.stack = append(x.stack, float64((op-247)*256+r.u8()+108))
		case op >= 251 && op <= 254:
			x.stack = append(x.stack, float64(-(op-251)*256-r.u8()-108))
		case op == 255:
			x.stack = append(x.stack, float64(int32(r.u32())))
		case op == 13: // hsbw
			if n > 1 {
				x.width, x.done = x.stack[n-1], true
			}
			return
		case op == 10 && n > 0:
			i := int(x.stack[n-1])
			x.stack = x.stack[:n-1]
			x.run(x.f.subrs[i], depth+1)
		case op == 11:
			return
		case op == 12:
			switch op2 := r.u8(); {
			case op2 == 7 && n > 3: // sbw
				x.width, x.done = x.stack[n-2], true
				return
			case op2 == 12 && n > 1: // div
				if d := x.stack[n-1]; d != 0 {
					x.stack[n-2] /= d
				}
				x.stack = x.stack[:n-1]
			default:
				return
			}
		default:
			return
		}
	}
}
