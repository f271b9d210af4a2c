package document

import (
	"slices"
	"testing"
)

// In a table whose subheads name the columns under them, a number is headed by the table's head,
// its column's name, the subhead and its row; what an earlier subhead named is not carried on.
func TestColumnsNamedBySubheads(t *testing.T) {
	text := func(s string) Cell { return Cell{Text: []Span{{Text: s}}} }
	table := &Table{
		Columns: []Column{{}, {Align: AlignRight}, {Align: AlignRight}},
		Head:    [][]Cell{{text("Item"), {Text: []Span{{Text: "With item"}}, Span: 2}}},
		Rows: [][]Cell{
			{{Text: []Span{{Text: "Materials"}}, Heads: true}, text("1"), text("2")},
			{text("Item 3"), text("0.5"), text("0.6")},
			{{Text: []Span{{Text: "Trainers"}}, Heads: true}, text("4")},
			{text("Item 5"), text("0.7")},
			{{Text: []Span{{Text: "All"}}, Span: 3}},
			{text("Items"), text("0.8")},
		},
	}
	heads := map[string][]string{}
	names := map[string]string{} // what the heads say, by their IDs
	var walk func(e *Element)
	walk = func(e *Element) {
		if e.Shows && (e.Tag == TagTH || e.Tag == TagTD) {
			rows := table.Rows
			if e.From.Part == PartHeadCell {
				rows = table.Head
			}
			said := Plain(rows[e.From.Index][e.From.Cell].Text)
			if e.ID != "" {
				names[e.ID] = said
			}
			heads[said] = e.Cell.Headers
			if header := e.Tag == TagTH; header != (e.Cell.Scope != "") {
				t.Errorf("%q is a %s with the scope %q", said, e.Tag, e.Cell.Scope)
			}
		}
		for _, c := range e.Children {
			walk(c)
		}
	}
	walk((&Document{Language: "en", Blocks: []Block{table}}).Structure())
	for number, want := range map[string][]string{
		"0.5": {"With item", "1", "Materials", "Item 3"},
		"0.6": {"With item", "2", "Materials", "Item 3"},
		"0.7": {"With item", "4", "Trainers", "Item 5"},
		"0.8": {"With item", "All", "Items"},
		"4":   {"With item"},
	} {
		var got []string
		for _, id := range heads[number] {
			got = append(got, names[id])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s is headed by %q, not by %q", number, got, want)
		}
	}
}
