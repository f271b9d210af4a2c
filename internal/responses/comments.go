package responses

import (
	"slices"
	"strings"
	"unicode"

	"wogreport/internal/pattern"
)

// Comments are the texts of a column of comments that the study names: those
// that say something, in alphabetical order, so that nothing tells who wrote
// which. E-mail addresses and long numbers in them are left out. head is the
// column's header.
func (t *Table) Comments(column string) (head string, out []string) {
	for _, text := range t.remarks[column] {
		if strings.ContainsFunc(text, unicode.IsLetter) {
			out = append(out, contacts.ReplaceAllString(text, "[…]"))
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		if c := strings.Compare(strings.ToLower(a), strings.ToLower(b)); c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	return t.heads[column], out
}

// Names reports whether some of the comments seem to name somebody: a title stands before
// a name. Most names in comments stand alone, and are not found.
func Names(comments []string) bool { return slices.ContainsFunc(comments, titles.MatchString) }

var titles = pattern.New(`(?:^|[^\pL])(?:(?i:pak|bu|mas|mbak|kak|bang|sdri?\.|saudar[ai])\s+\pL{3}|(?i:bapak|ibu|drs?|dra|prof|ir|mr|mrs|ms|miss)\.?\s+\p{Lu}\p{Ll}+)`)

// contacts are e-mail addresses, also with "at" and "dot" written out, addresses of
// web pages and profiles, @names and names after that of a network, and numbers of telephones and of people,
// whatever separates their digits.
var contacts = pattern.New(`(?i)[^\s@]+@[^\s@]+\.[^\s@]+` +
	`|[\pL\pN._+-]+\s*[\[({<]\s*(?:at|et|a)\s*[\])}>]\s*[\pL\pN-]+(?:\s*(?:\.|[\[({<]\s*(?:dot|titik)\s*[\])}>]|\s(?:dot|titik)\s)\s*[\pL\pN-]+)*` +
	`|[\pL\pN._+-]+\s+(?:at|et)\s+[\pL\pN-]+(?:\s*\.\s*|\s+(?:dot|titik)\s+)(?:com|co|go|ac|or|sch|net|org|id|my|edu|gov)\b(?:\s*(?:\.|\sdot\s|\stitik\s)\s*id\b)?` +
	`|https?://\S+|www\.\S+` +
	`|(?:[\pL\pN-]+\.)+(?:com|net|org|id|me|ee|io|link|bio)/\S+` +
	`|\b(?:ig|insta|instagram|fb|facebook|tiktok|twitter|telegram|linkedin|line|wa|whatsapp)\s*[:=]\s*\S+` +
	`|@\s?[\pL\pN_][\pL\pN._-]+` +
	`|\+?\d(?:[^\pL\d\n]{0,4}\d){7,}`)
