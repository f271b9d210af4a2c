// Package typeset owns the way from spans to lines: which face and glyphs a text
// has, where it is broken, and how it is spaced. A Setter sets texts. Where lines
// stand on pages is package layout's business; nothing here draws.
package typeset

import (
	"slices"

	"wogreport/internal/document"
)

// Setter sets the texts of one document after another. The zero value is ready.
// It is used by one goroutine at a time.
type Setter struct {
	items   itemizer
	current text   // being measured or set
	keyBuf  []byte // of key

	missing []Missing
	index   map[document.Block]int // of a block in missing
	misses  int                    // how many runes had no glyph
}

// Missing are the runes of a block that no font has, as they came.
type Missing struct {
	Block document.Block
	Runes []rune
}

// private stands, in Missing, for all that respondents wrote.
var private = &document.Paragraph{Private: true}

// Reset forgets the missing runes and keeps the buffers.
func (s *Setter) Reset() { s.missing, s.index, s.misses = nil, nil, 0 }

// Missing are the runes without a glyph of all texts set since Reset.
func (s *Setter) Missing() []Missing { return s.missing }

// BufferSize is about how many bytes the buffers hold.
func (s *Setter) BufferSize() int {
	const glyphSize, itemSize = 40, 80
	return glyphSize*cap(s.current.glyphs) + itemSize*cap(s.items.items) + cap(s.keyBuf)
}

// miss notes a rune that no font has.
func (s *Setter) miss(r rune, block document.Block) {
	s.misses++
	if p, ok := block.(*document.Paragraph); ok && p.Private {
		block = private
	}
	i, ok := s.index[block]
	if !ok {
		if s.index == nil {
			s.index = map[document.Block]int{}
		}
		i = len(s.missing)
		s.missing = append(s.missing, Missing{Block: block})
		s.index[block] = i
	}
	if m := &s.missing[i]; !slices.Contains(m.Runes, r) {
		m.Runes = append(m.Runes, r)
	}
}
