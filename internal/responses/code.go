package responses

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"wogreport/internal/columns"
	"wogreport/internal/diag"
	"wogreport/internal/pattern"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// coder turns the texts of answers into codes of one scale.
type coder struct {
	scale   study.Scale
	codes   map[string]uint8 // by folded label, code or other spelling
	short   map[string]uint8 // by a common short form, where codes has none
	missing map[string]bool  // folded
	outside map[string]int   // by folded text, the index into the study's answers outside the scale
}

func newCoder(scale study.Scale, missing, outside []string) *coder {
	c := &coder{scale: scale, codes: map[string]uint8{}, missing: map[string]bool{}, outside: map[string]int{}}
	for i, p := range scale.Points {
		for _, s := range p.Spellings() {
			c.codes[study.FoldLabel(s)] = uint8(i + 1)
		}
	}
	c.short = shortForms(scale)
	for _, m := range missing {
		c.missing[study.FoldLabel(m)] = true
	}
	for i, o := range outside {
		c.outside[study.FoldLabel(o)] = i
	}
	return c
}

// answer is what a cell turned out to be.
type answer uint8

const (
	understood answer = iota // a point of the scale, or missing
	unknown                  // no answer on the scale
	offScale                 // a number that is not on the scale
	twoPoints                // names of two points

	missingByCode // one of the study's texts for no answer; Missing too
	outsideScale  // one of its answers outside the scale; Missing too
	writtenOut    // a point, by a label with words that are shortened or misspelt, or by its number among labels
)

// wrong reports an answer that could not be read.
func (a answer) wrong() bool { return a == unknown || a == offScale || a == twoPoints }

func (c *coder) code(raw string) (uint8, answer) {
	if sheet.Empty(raw) {
		return Missing, understood
	}
	f := study.FoldLabel(raw)
	if c.missing[f] {
		return Missing, missingByCode
	}
	if _, ok := c.outside[f]; ok {
		return Missing, outsideScale
	}
	if code, ok := c.named(f); ok {
		if !c.isName(f) && columns.Shortened(f) {
			return code, writtenOut
		}
		return code, understood
	}
	if _, ok := sheet.Number(f); ok {
		return 0, offScale
	}
	// Two names of one point side by side: "4 - Setuju", "Setuju (4)",
	// "Setuju / Agree".
	for i, r := range f {
		if !strings.ContainsRune("-.):=(/[]|", r) {
			if _, isNumber := sheet.Number(f[:i]); r != ' ' || !isNumber { // "4 Setuju"
				continue
			}
		}
		left := study.FoldLabel(strings.TrimLeft(f[:i], "(["))
		right := study.FoldLabel(strings.Trim(f[i+1:], " -)]"))
		a, okA := c.named(left)
		b, okB := c.named(right)
		switch {
		case !okA || !okB || left == right: // S.S is no second name of S
		case a == b:
			return a, understood
		default:
			return 0, twoPoints
		}
	}
	if c.several(f) {
		return 0, twoPoints
	}
	return 0, unknown
}

// byNumber reports whether a text that is understood is the bare number of a point.
func (c *coder) byNumber(raw string) bool {
	f := study.FoldLabel(raw)
	_, number := sheet.Number(f)
	return number && !c.isName(f)
}

// isName reports whether a folded text is a name of a point as it stands.
func (c *coder) isName(f string) bool {
	_, own := c.codes[f]
	return own || c.short[f] != 0
}

// several reports a cell in which somebody ticked two answers: "setuju, sangat setuju".
func (c *coder) several(f string) bool {
	points := map[uint8]bool{}
	for _, part := range strings.FieldsFunc(f, func(r rune) bool { return r == ',' || r == ';' }) {
		code, ok := c.named(study.FoldLabel(part))
		if !ok {
			return false
		}
		points[code] = true
	}
	return len(points) > 1
}

// named is the code of a folded text that is a point's name or number.
func (c *coder) named(f string) (uint8, bool) {
	if code, ok := c.codes[f]; ok {
		return code, true
	}
	if code, ok := c.short[f]; ok {
		return code, true
	}
	if w := columns.WriteOut(f); w != f {
		if code, ok := c.codes[w]; ok {
			return code, true
		}
		if code, ok := c.short[w]; ok {
			return code, true
		}
	}
	if v, ok := sheet.Number(f); ok {
		for i, p := range c.scale.Points {
			if v == float64(c.scale.InFile(p.Value)) {
				return uint8(i + 1), true
			}
		}
	}
	return 0, false
}

// minQuoted is how many cells hold a text that may be quoted: one that fewer hold
// may be what somebody wrote of themselves.
const minQuoted = 3

// explain words what is wrong with a text.
func (w *wrong) explain(st *study.Study, diags *diag.List) {
	c, at, also := w.coder, w.places[0], ""
	_, isNumber := sheet.Number(w.raw)
	quoted := (isNumber || w.n >= minQuoted) && c.echoable(w.raw)
	text := fmt.Sprintf("a text of %d characters", utf8.RuneCountInString(strings.TrimSpace(w.raw)))
	if quoted {
		text = strconv.Quote(strings.Join(strings.Fields(w.raw), " "))
	}
	switch {
	case len(w.items) > 1:
		also = fmt.Sprintf(" (%d cells of the items %s: %s)", w.n, named(w.items), listed(w.places, w.n, true))
	case w.n > 1:
		also = fmt.Sprintf(" (%d cells of item %s: %s)", w.n, w.items[0], listed(w.places, w.n, false))
	default:
		also = fmt.Sprintf(" (item %s)", w.items[0])
	}
	switch {
	case w.why == offScale:
		diags.Errorf(at, "off-scale", "%s is not on the scale %s%s", text, c.values(), also)
		diags.Hintf("correct the cell, or add it to responses.missing when it means no answer")
		return
	case w.why == twoPoints:
		diags.Errorf(at, "unknown-label", "%s names two points of the scale%s", text, also)
		diags.Hintf("correct the cell, or the scale in the study")
		return
	case c.scale.Bare:
		diags.Errorf(at, "unknown-label", "%s is not a number of the scale %s%s", text, c.values(), also)
	default:
		diags.Errorf(at, "unknown-label", "%s is not a label of the scale%s", text, also)
	}
	w.hint(quoted, st, diags)
}

// maxNamed is how many items a message names.
const maxNamed = 12

// named lists items.
func named(items []string) string {
	if n := len(items) - maxNamed; n > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(items[:maxNamed], ", "), n)
	}
	return strings.Join(items, ", ")
}

// hint says what to do about a text that is no label. It never advises one label
// for the point of another: a text that is a label of some scale is one of its own.
func (w *wrong) hint(quoted bool, st *study.Study, diags *diag.List) {
	c := w.coder
	value := strings.Join(strings.Fields(w.raw), " ")
	if !plainYAML.MatchString(value) {
		value = strconv.Quote(value)
	}
	label, i, near := c.near(w.raw)
	own := w.ownLabel(label)
	switch {
	case own == columns.NoPoint:
		diags.Hintf("it seems to be no point: add it to  outside  of responses where it is an answer, or to  missing  where it is none")
	case own == columns.OtherLabel && c.scale.Bare:
		diags.Hintf("it is a label: give the scale its labels, such as  scale: {5: Sangat Setuju, …}")
	case own == columns.OtherLabel:
		diags.Hintf("it is a label of its own: give it a number under scale, or add it to  outside  or  missing  of responses where it is no point")
	case near && quoted:
		diags.Hintf("did you mean %q? add  also: [%s]  to point %s to accept it", label, value, c.pointName(i, st))
	case near:
		diags.Hintf("it is spelt nearly like %q: correct the cell", label)
	case !quoted:
		diags.Hintf("correct the cell, or check that the item has the right column")
	case c.scale.Bare:
		diags.Hintf("add it to responses.missing when it means no answer")
	default:
		diags.Hintf("give it a number under scale, or add it to responses.missing when it means no answer; another spelling of a point goes under its  also:")
	}
}

// ownLabel is what a text is that is spelt like a label of the scale, or like none ("").
func (w *wrong) ownLabel(near string) columns.LabelKind {
	if near != "" && sameWords(w.raw, near) { // ragu ragu
		return columns.NotALabel
	}
	return columns.IsLabel(study.FoldLabel(w.raw))
}

// sameWords reports texts that differ in nothing but marks between their words.
func sameWords(a, b string) bool {
	words := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
	}
	return slices.Equal(words(a), words(b))
}

// listed names cells by their names or lines; in files of text with their columns
// of letters where they stand in several.
func listed(places []diag.Pos, n int, across bool) string {
	places = slices.Clone(places)
	slices.SortStableFunc(places, func(a, b diag.Pos) int { return cmp.Or(a.Line-b.Line, a.Col-b.Col) })
	var names []string
	for _, p := range places {
		if across && p.Cell == "" {
			names = append(names, fmt.Sprintf("%d:%d", p.Line, p.Col))
		} else if p.Cell != "" {
			names = append(names, p.Cell[strings.LastIndexByte(p.Cell, '!')+1:])
		} else {
			names = append(names, strconv.Itoa(p.Line))
		}
	}
	s := strings.Join(names, ", ")
	if places[0].Cell == "" && !across {
		s = "lines " + s
	}
	if n > len(places) {
		s += ", …"
	}
	return s
}

// plainYAML are texts that need no quotes in a list in YAML.
var plainYAML = pattern.New(`^\pL[\pL\pN /_-]*\pL$`)

// near is the spelling that was probably meant, and the index of its point.
func (c *coder) near(raw string) (label string, point int, ok bool) {
	var all []string
	for _, p := range c.scale.Points {
		all = append(all, p.Spellings()...)
	}
	label = diag.Suggest(study.FoldLabel(raw), all)
	point = slices.IndexFunc(c.scale.Points, func(p study.Point) bool { return label != "" && slices.Contains(p.Spellings(), label) })
	return label, point, point >= 0
}

// pointName is what a point is called in the study file.
func (c *coder) pointName(i int, st *study.Study) string {
	p := c.scale.Points[i]
	return cmp.Or(p.Code, p.Label.In(st.Body()), strconv.Itoa(c.scale.InFile(p.Value)))
}

// values names the scale's numbers.
func (c *coder) values() string {
	p := c.scale.Points
	if c.scale.Max()-c.scale.Min() == len(p)-1 {
		return fmt.Sprintf("from %d to %d", c.scale.Min(), c.scale.Max())
	}
	var v []string
	for _, p := range p[:min(len(p), 12)] {
		v = append(v, strconv.Itoa(p.Value))
	}
	if len(p) > len(v) {
		v = append(v, "…")
	}
	return strings.Join(v, ", ")
}

// echoable tells a misspelt label from what a respondent may have written
// about themselves or others: a sentence, an address, a telephone number, a name. A
// text that is near no label of the scale has to be made of the words of labels, and
// one that is near has nothing but these and words spelt like one of the scale.
func (c *coder) echoable(raw string) bool {
	var own []string
	for _, p := range c.scale.Points {
		own = append(own, p.Spellings()...)
	}
	if !columns.InWordsOfLabels(study.FoldLabel(raw), own) {
		if _, _, near := c.near(raw); !near || !columns.MisspellsLabels(study.FoldLabel(raw), own) {
			return false
		}
	}
	s := strings.TrimSpace(raw)
	if utf8.RuneCountInString(s) > 40 || len(strings.Fields(s)) > 4 || strings.ContainsRune(s, '@') {
		return false
	}
	digits := 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsControl(r):
			return false
		}
	}
	return digits < 8
}
