package docx

import (
	"fmt"
	"strconv"
	"strings"

	"wogreport/internal/document"
)

// bookmarks are the names of what links and fields lead to. They begin with _Toc or
// _Ref, as those that Word makes itself: its lists of bookmarks do not show them.
type bookmarks struct {
	of     map[string]string            // by the ID of a block
	labels map[string]map[string]string // of a caption's labels, by the block's ID and their text
	set    map[string]bool              // those that stand in the text
	marks  int                          // how many do
}

func newBookmarks(doc *document.Document) bookmarks {
	b := bookmarks{of: map[string]string{}, labels: map[string]map[string]string{}, set: map[string]bool{}}
	b.blocks(doc.Blocks)
	return b
}

func (b *bookmarks) blocks(blocks []document.Block) {
	for _, block := range blocks {
		switch block := block.(type) {
		case *document.Heading:
			b.name(block.ID, "_Toc")
		case *document.Paragraph:
			b.name(block.ID, "_Ref")
		case *document.Table:
			if !block.Plain {
				b.caption(block.ID, &block.Caption)
			} else {
				b.name(block.ID, "_Ref")
			}
		case *document.Figure:
			b.caption(block.ID, &block.Caption)
		case *document.List:
			for _, item := range block.Items {
				b.blocks(item)
			}
		case *document.Quote:
			b.blocks(block.Blocks)
		case *document.Abstract:
			b.blocks(block.Blocks)
		}
	}
}

// name gives a block's ID a name, unless another block has it.
func (b *bookmarks) name(id, kind string) string {
	if id == "" || b.of[id] != "" {
		return ""
	}
	b.of[id] = fmt.Sprintf("%s%09d", kind, 100000001+len(b.of))
	return b.of[id]
}

// caption gives names to a block and to the labels of its caption.
func (b *bookmarks) caption(id string, c *document.Caption) {
	name := b.name(id, "_Ref")
	if name == "" || c.Label == "" {
		return
	}
	b.labels[id] = map[string]string{label(c.Label): name}
	if second := label(c.SecondLabel); second != "" && second != label(c.Label) {
		b.labels[id][second] = name + "_2"
	}
}

// label is the label of a caption as references have it.
func label(s string) string {
	return strings.TrimSuffix(strings.Join(strings.Fields(s), "\u00a0"), ".")
}

// label is the name of the label that a text repeats, "" for another text.
func (b *bookmarks) label(id, text string) string { return b.labels[id][label(text)] }

// around writes what content writes within a bookmark; without one where the name is
// none, or stands elsewhere already.
func (b *bookmarks) around(p *part, name string, content func()) {
	if name == "" || b.set[name] {
		content()
		return
	}
	b.set[name] = true
	b.marks++
	id := strconv.Itoa(b.marks)
	p.empty("w:bookmarkStart", "w:id", id, "w:name", name)
	content()
	p.empty("w:bookmarkEnd", "w:id", id)
}
