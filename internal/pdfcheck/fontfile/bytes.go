package fontfile

// bin reads big-endian numbers; beyond the end it reads zeros, and says so.
type bin struct {
	b     []byte
	pos   int
	short bool
}

func (r *bin) u(n int) int {
	v := 0
	for range n {
		v <<= 8
		if r.pos >= 0 && r.pos < len(r.b) {
			v |= int(r.b[r.pos])
		} else {
			r.short = true
		}
		r.pos++
	}
	return v
}

func (r *bin) u8() int  { return r.u(1) }
func (r *bin) u16() int { return r.u(2) }
func (r *bin) u32() int { return r.u(4) }
func (r *bin) i16() int { return int(int16(r.u(2))) }

// part is a part of bytes, cut to what there is.
func part(b []byte, from, length int) []byte {
	if from < 0 || length < 0 || from > len(b) {
		return nil
	}
	return b[from:min(len(b), from+length)]
}
