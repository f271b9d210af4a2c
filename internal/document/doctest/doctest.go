// Package doctest writes a document as text, for goldens and tests.
package doctest

import (
	"fmt"
	"strings"

	"wogreport/internal/document"
)

// Dump is a document as text: what a reader reads, block by block, with the
// styles as Markdown. Goldens hold it.
func Dump(doc *document.Document) string {
	var b strings.Builder
	if m := doc.Masthead; m != (document.Masthead{}) {
		fmt.Fprintf(&b, "[masthead] %s | %s | %s\n", m.Name, m.Line, m.ISSN)
	}
	fmt.Fprintf(&b, "[header] %s | %s | %s\n", doc.Header.Left, doc.Header.Center, doc.Header.Right)
	fmt.Fprintf(&b, "[footer] %s | %s | %s\n", doc.Footer.Left, doc.Footer.Center, doc.Footer.Right)
	dumpBlocks(&b, doc.Blocks, "")
	return b.String()
}

func dumpBlocks(b *strings.Builder, blocks []document.Block, indent string) {
	for _, bl := range blocks {
		switch bl := bl.(type) {
		case *document.Heading:
			looks := ""
			if bl.Label != "" {
				looks = bl.Label + ": "
			}
			if bl.Opens {
				b.WriteString("\n[new page]")
			}
			fmt.Fprintf(b, "\n%s%s %s%s {%s}\n", indent, strings.Repeat("#", bl.Level), looks, Mark(bl.Text), bl.ID)
		case *document.Paragraph:
			role := [...]string{"", "[statement] ", "[note] ", "[notice] ", "[reference] "}[bl.Role]
			fmt.Fprintf(b, "\n%s%s%s\n", indent, role, Mark(bl.Text))
		case *document.List:
			for i, it := range bl.Items {
				sign := "-"
				if bl.Ordered {
					sign = fmt.Sprintf("%d.", bl.Start+i)
				}
				fmt.Fprintf(b, "%s%s", indent, sign)
				dumpBlocks(b, it, indent+"   ")
			}
		case *document.Quote:
			dumpBlocks(b, bl.Blocks, indent+"> ")
		case *document.TitleBlock:
			for _, t := range bl.Titles {
				fmt.Fprintf(b, "\n[title %s] %s\n", t.Lang, Mark(t.Text))
			}
			for _, a := range bl.Authors {
				fmt.Fprintf(b, "[author] %s | %s | %s\n", a.Name, a.Affiliation, a.Email)
			}
			for _, t := range bl.Notice {
				fmt.Fprintf(b, "[notice %s] %s\n", t.Lang, Mark(t.Text))
			}
		case *document.Abstract:
			fmt.Fprintf(b, "\n[abstract %s] %s\n", bl.Lang, bl.Heading)
			dumpBlocks(b, bl.Blocks, indent)
			fmt.Fprintf(b, "%s: %s\n", bl.KeywordsLabel, strings.Join(bl.Keywords, "; "))
		case *document.Figure:
			fmt.Fprintf(b, "\n[figure %s] %s\n  alt: %s\n", bl.ID, dumpCaption(bl.Caption), bl.Alt)
			if len(bl.Note) > 0 {
				fmt.Fprintf(b, "  note: %s\n", Mark(bl.Note))
			}
		case *document.Table:
			fmt.Fprintf(b, "\n[table %s] %s\n", bl.ID, dumpCaption(bl.Caption))
			for _, r := range bl.Head {
				dumpRow(b, r, "!")
			}
			for _, r := range bl.Rows {
				dumpRow(b, r, "|")
			}
			if len(bl.Note) > 0 {
				fmt.Fprintf(b, "  note: %s\n", Mark(bl.Note))
			}
		case *document.PageBreak:
			fmt.Fprintf(b, "\n[page break]%s\n", [...]string{"", " roman", " arabic"}[bl.Numbering])
		case *document.Cover:
			dumpLines(b, "cover above", bl.Above)
			for _, t := range bl.Titles {
				fmt.Fprintf(b, "[cover title %s] %s\n", t.Lang, Mark(t.Text))
			}
			dumpLines(b, "cover", bl.Below)
			dumpLines(b, "cover foot", bl.Foot)
			for _, t := range bl.Notice {
				fmt.Fprintf(b, "[notice %s] %s\n", t.Lang, Mark(t.Text))
			}
		case *document.Letterhead:
			dumpLines(b, "letterhead", [][]document.Span{bl.Parent, bl.Name, bl.Address, bl.Line})
		case *document.Signatures:
			dumpLines(b, "signatures", [][]document.Span{bl.Date})
			for _, s := range bl.Items {
				fmt.Fprintf(b, "[signature] %s | %s | %s | %s\n", Mark(s.As), Mark(s.Role), Mark(s.Name), Mark(s.Number))
			}
		case *document.Contents:
			fmt.Fprintf(b, "\n[contents: %s]\n", [...]string{"headings", "tables", "figures"}[bl.Of])
		}
	}
}

func dumpLines(b *strings.Builder, what string, lines [][]document.Span) {
	for _, l := range lines {
		fmt.Fprintf(b, "[%s] %s\n", what, Mark(l))
	}
}

func dumpCaption(c document.Caption) string {
	s := c.Label + ". " + Mark(c.Text)
	if c.SecondLabel != "" {
		s += " / " + c.SecondLabel + ". " + Mark(c.Second)
	}
	return s
}

func dumpRow(b *strings.Builder, row []document.Cell, sign string) {
	for _, c := range row {
		fmt.Fprintf(b, "  %s %s", sign, Mark(c.Text))
		if len(c.Second) > 0 {
			fmt.Fprintf(b, " / %s", Mark(c.Second))
		}
	}
	b.WriteString("\n")
}

func Mark(spans []document.Span) string {
	var b strings.Builder
	for _, s := range spans {
		t := strings.ReplaceAll(s.Text, "\u00a0", "~")
		if s.Style&document.Bold != 0 {
			t = "**" + t + "**"
		}
		if s.Style&document.Italic != 0 {
			t = "*" + t + "*"
		}
		if s.Link != "" {
			t = "[" + t + "](" + s.Link + ")"
		}
		if s.Alt != "" {
			t = "[" + t + "](formula:" + s.Alt + ")"
		}
		b.WriteString(t)
	}
	return b.String()
}
