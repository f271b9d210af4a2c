package fontfile

// Width is the width of a glyph in thousandths.
func (f *CFF) Width(glyph int) (w float64, ok bool) {
	if glyph < 0 || glyph >= f.Count || len(f.privates) == 0 {
		return 0, false
	}
	p := &f.privates[0]
	if f.dicts != nil {
		if k := int(f.dicts[glyph]); k < len(f.privates) {
			p = &f.privates[k]
		}
	}
	c := charWidth{globals: f.globals, locals: p.subrs}
	c.run(f.chars[glyph], 0)
	w = p.defaultWidth
	if c.found {
		w = p.nominalWidth + c.width
	}
	return w * f.scale * p.scale, true
}

// charWidth finds the width that a Type 2 charstring begins with.
type charWidth struct {
	globals, locals [][]byte
	stack           []float64
	width           float64
	found, done     bool
	steps           int
}

// take ends the search: the operator takes so many arguments, or an even number.
func (c *charWidth) take(want int) {
	c.done = true
	extra := len(c.stack) > want
	if want < 0 {
		extra = len(c.stack)%2 == 1
	}
	if extra {
		c.found, c.width = true, c.stack[0]
	}
}

func (c *charWidth) run(b []byte, depth int) {
	for r := (&bin{b: b}); r.pos < len(b) && !c.done && depth < 11; c.steps++ {
		if c.steps > 10000 || len(c.stack) > 200 {
			c.done = true
			return
		}
		op := r.u8()
		switch {
		case op == 28:
			c.stack = append(c.stack, float64(r.i16()))
		case op == 255:
			c.stack = append(c.stack, float64(int32(r.u32()))/65536)
		case op >= 32 && op <= 246:
			c.stack = append(c.stack, float64(op-139))
		case op >= 247 && op <= 250:
			c.stack = append(c.stack, float64((op-247)*256+r.u8()+108))
		case op >= 251:
			c.stack = append(c.stack, float64(-(op-251)*256-r.u8()-108))
		case op == 1, op == 3, op == 18, op == 23, op == 19, op == 20: // stems and masks
			c.take(-1)
		case op == 4, op == 22: // vmoveto, hmoveto
			c.take(1)
		case op == 21: // rmoveto
			c.take(2)
		case op == 14: // endchar
			c.done = true
			if n := len(c.stack); n == 1 || n == 5 {
				c.found, c.width = true, c.stack[0]
			}
		case op == 10:
			c.call(c.locals, depth)
		case op == 29:
			c.call(c.globals, depth)
		case op == 11:
			return
		case op == 12:
			r.u8()
			c.stack = c.stack[:0]
		default:
			c.done = true
		}
	}
}

func (c *charWidth) call(subrs [][]byte, depth int) {
	if len(c.stack) == 0 {
		c.done = true
		return
	}
	i := int(c.stack[len(c.stack)-1])
	c.stack = c.stack[:len(c.stack)-1]
	switch {
	case len(subrs) < 1240:
		i += 107
	case len(subrs) < 33900:
		i += 1131
	default:
		i += 32768
	}
	if i < 0 || i >= len(subrs) {
		c.done = true
		return
	}
	c.run(subrs[i], depth+1)
}
