package document

// Entry is a line of a list of contents.
type Entry struct {
	ID    string
	Label string
	Text  []Span
	Level int // 1 or 2; 0 in a list of tables or figures
}

// Entries are what a list of contents lists, in the order of the document.
func (d *Document) Entries(of ContentsKind) []Entry {
	var out []Entry
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case *Heading:
			if of == ContentsHeadings && b.Level <= 2 && b.ID != "" {
				out = append(out, Entry{b.ID, b.Label, WithoutNotes(b.Text), b.Level})
			}
		case *Table:
			if of == ContentsTables && b.Caption.Label != "" {
				out = append(out, Entry{ID: b.ID, Label: b.Caption.Label, Text: WithoutNotes(b.Caption.Text)})
			}
		case *Figure:
			if of == ContentsFigures && b.Caption.Label != "" {
				out = append(out, Entry{ID: b.ID, Label: b.Caption.Label, Text: WithoutNotes(b.Caption.Text)})
			}
		}
	}
	return out
}
