package markdown

import (
	"bufio"
	"bytes"
	"fmt"
	"html"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	ghtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"wogreport/internal/document"
)

// extended is goldmark with its own tables and footnotes, by which ours are measured.
var extended = goldmark.New(
	goldmark.WithParser(parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(util.Prioritized(parser.NewCodeSpanParser(), 100)),
	)),
	goldmark.WithExtensions(extension.Table, extension.Footnote),
)

// ours is the same with ours.
var ours = parser.NewParser(
	parser.WithBlockParsers(util.Prioritized(noteParser{}, 999), util.Prioritized(parser.NewParagraphParser(), 1000)),
	parser.WithInlineParsers(util.Prioritized(parser.NewCodeSpanParser(), 100), util.Prioritized(noteMarkParser{}, 101)),
	parser.WithParagraphTransformers(util.Prioritized(tableParser{}, 200)),
)

// rendered is what goldmark's writer makes of a text, read back.
func rendered(b []byte) string {
	var buf bytes.Buffer
	w := bufio.NewWriter(&buf)
	ghtml.DefaultWriter.Write(w, b)
	w.Flush()
	return html.UnescapeString(buf.String())
}

// outline writes a tree: tables by columns and cells, footnotes where they are
// referred to, and the texts.
func outline(n ast.Node, src []byte, notes map[int]ast.Node) string {
	var b strings.Builder
	var walk func(ast.Node)
	children := func(n ast.Node) {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			walk(c)
		}
	}
	seen := map[ast.Node]bool{}
	mark := func(note ast.Node) {
		b.WriteString("<note>")
		if note != nil && !seen[note] {
			seen[note] = true
			children(note)
			b.WriteString("</note>")
		}
	}
	code := false
	walk = func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			b.WriteString("\n")
			children(n)
		case *ast.CodeSpan:
			code = true
			children(n)
			code = false
		case *ast.Text:
			s := n.Segment.Value(src)
			if code {
				b.Write(bytes.ReplaceAll(s, []byte(`\|`), []byte("|")))
			} else {
				b.WriteString(rendered(s))
			}
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteString(" ")
			}
		case *east.Table:
			fmt.Fprintf(&b, "\n<table %d>", len(n.Alignments))
			children(n)
		case *tableNode:
			fmt.Fprintf(&b, "\n<table %d>", len(n.columns))
			children(n)
		case *east.TableCell, *cellNode:
			b.WriteString("<cell>")
			children(n)
		case *east.FootnoteLink:
			mark(notes[n.Index])
		case *noteMark:
			mark(n.to)
		case *east.FootnoteList, *east.FootnoteBacklink, *noteNode:
		default:
			children(n)
		}
	}
	walk(n)
	return b.String()
}

// Tables and footnotes are those that goldmark's extensions read.
func FuzzMarkup(f *testing.F) {
	for _, s := range []string{
		"| A | B |\n|---|--:|\n| 1 | 2 |\n", "a | b\n:-: | ---\n1 | 2 | 3\n4\n", "Text before\nA | B\n---|---\n`x \\| y` | \\|\n\nafter",
		"| only |\n| ---- |\n", "a | b\n---\n", "| a |\n|:|\n", "a|b\n---|---|---\n", "|a|\n|-|\n||\n| |\n", "a | b\n- | -\nc \\| d | e",
		"See[^1] and![^2] and[^1].\n\n[^1]: One\n    more\n\n    and more\n[^2]: Two [^1]\nlazy", "[^a]: x\n\n[^a]: y\n\nz[^a][^b]",
		"[^x] before\n\n[^x]:\n    later\n", "a [^ ] b\n\n[^ ]: c", "[^1]:| a |\n    |-|\n\nx[^1]", "\t[^1]: x\n\ny[^1]", " a | b \n --- | --- \n c | `d|e`\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		// What is read otherwise on purpose: brackets and line ends in labels, escapes there,
		// bars before the line's end with a backslash, dashes alone under a table's head.
		for _, odd := range []string{"\r", "\x00", "\\]", "\\[", "\\\\", "\v", "\f"} {
			if strings.Contains(s, odd) {
				return
			}
		}
		for line := range strings.Lines(s) {
			if _, rest, ok := strings.Cut(line, "]:"); ok && strings.Contains(rest, "]:") { // a footnote in one
				return
			}
			if strings.Trim(line, "- \t\n") == "" && strings.TrimSpace(line) != "" || strings.HasSuffix(strings.TrimSpace(line), `\|`) {
				return
			}
		}
		if strings.Contains(strings.ReplaceAll(s, "![", ""), "!") || !strings.ContainsAny(s, "|^") { // !x^1] is a mark to goldmark
			return
		}
		src := []byte(s)
		tree := extended.Parser().Parse(text.NewReader(src))
		notes := map[int]ast.Node{}
		_ = ast.Walk(tree, func(n ast.Node, in bool) (ast.WalkStatus, error) {
			if n, ok := n.(*east.Footnote); ok && in {
				notes[n.Index] = n
			}
			return ast.WalkContinue, nil
		})
		want := outline(tree, src, notes)
		if got := outline(ours.Parse(text.NewReader(src)), src, nil); got != want {
			t.Errorf("%q is\n%s\nby goldmark\n%s", s, got, want)
		}
	})
}

// Escapes and entities are what goldmark's renderer takes them for.
func FuzzUnescaped(f *testing.F) {
	for _, s := range []string{`\*a\* \q \\`, "&copy; &amp;amp; &#169; &#xA9; &#0; &#12345678; &notit; &bogus; &; &#; a&b;c", "\\&copy;", "a\x00b", "&ngE;&lt;b&gt;", "&#x110000;"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := unescaped(s), rendered([]byte(s)); got != want {
			t.Errorf("%q is %q, by goldmark %q", s, got, want)
		}
	})
}

func TestCodeInTables(t *testing.T) {
	blocks := plainConverter(t).Blocks("| A | B |\n| - | :-: |\n| `a \\| b` | c \\| d |\n\n`a \\| b`\n")
	table, ok := blocks[0].(*document.Table)
	if !ok || len(table.Rows) != 1 || len(blocks) != 2 {
		t.Fatalf("blocks %+v", blocks)
	}
	got := []string{document.Plain(table.Rows[0][0].Text), document.Plain(table.Rows[0][1].Text), document.Plain(blocks[1].(*document.Paragraph).Text)}
	if want := []string{"a | b", "c | d", `a \| b`}; !slices.Equal(got, want) {
		t.Errorf("cells and code %q, want %q", got, want)
	}
	if table.Columns[0].Align == document.AlignCenter || table.Columns[1].Align != document.AlignCenter {
		t.Errorf("columns %+v", table.Columns)
	}
}
