package draft

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"wogreport/internal/columns"
	"wogreport/internal/lang"
	"wogreport/internal/pattern"
	"wogreport/internal/remark"
	"wogreport/internal/study"
)

// text writes the study file.
func (p *plan) text() []byte { return p.write(false) }

// write writes it, with all numbers of points where it is only to be tried.
func (p *plan) write(trial bool) []byte {
	w := &writer{lang: p.language(), trial: trial}
	if p.opt.Schema != "" {
		w.line("# yaml-language-server: $schema=%s", p.opt.Schema)
	}
	w.note("", remark.Of("A first version of the study, drafted from %s (%d rows).", strings.Join(p.names(), ", "), p.sheet.Len()))
	asked := p.asked()
	if len(asked) == 0 {
		w.note("", remark.Of("It builds as it is:  wogreport build %s", yamlText(filepath.Base(p.path))))
	}
	w.note("", remark.Of("Lines that begin with # are remarks. What was assumed is marked ASSUMED: please confirm or correct it."))
	w.note("", remark.Of("Settings that are not needed stand as remarks, too: to use one, write what holds in place of … and take the # and the space behind it away."))
	w.line("")
	w.assumptions(p, asked)
	if said := p.conclusions(); len(said) > 0 {
		w.note("", remark.Of("Concluded from the answers, as the remarks below say; the report tells its readers. Delete what you have checked."))
		w.line("said: [%s]", strings.Join(said, ", "))
		w.line("")
	}
	w.head(p)
	w.languages(p)
	w.scales(p)
	w.constructs(p)
	w.responses(p)
	w.respondents(p)
	w.comments(p)
	w.leftOut(p)
	return w.Bytes()
}

// writer writes lines of YAML with remarks in a language.
type writer struct {
	bytes.Buffer
	lang  lang.Tag
	trial bool // to be read by the program itself, with a number for points that have none
}

func (w *writer) line(format string, args ...any) { fmt.Fprintf(&w.Buffer, format+"\n", args...) }

// beside writes a line with a remark behind it, if that says something.
func (w *writer) beside(text string, r remark.Remark) {
	if !r.IsZero() {
		text += "   # " + r.In(w.lang)
	}
	w.line("%s", text)
}

// noteWidth is how long the lines of remarks are, in letters.
const noteWidth = 120

// note writes a remark on lines of its own.
func (w *writer) note(indent string, r remark.Remark) {
	for _, line := range wrapped(r.In(w.lang), noteWidth-len(indent)-2) {
		w.line("%s# %s", indent, line)
	}
}

// wrapped are the lines of a text. Two spaces, which stand around YAML in it, stay.
func wrapped(text string, width int) []string {
	var out []string
	line := ""
	for _, word := range strings.Split(text, " ") {
		if n := len([]rune(line)) + 1 + len([]rune(word)); line != "" && word != "" && n > width {
			out, line = append(out, strings.TrimRight(line, " ")), ""
		}
		line += word + " "
	}
	return append(out, strings.TrimRight(line, " "))
}

// head writes what a report is and what it is called.
func (w *writer) head(p *plan) {
	kind, why := p.kind()
	w.beside("kind: "+kind, why)
	w.beside("name: "+lang.Of(p.language()).Report, remark.Of("the name of the output files"))
	title, from := p.title()
	w.beside("title: "+yamlText(markdown(title)), from)
	if kind == "evaluation" && p.byCohort() {
		w.beside("reports: by-cohort", remark.Of("a report for each cohort; together makes one of all answers"))
	}
	w.line("")
	w.settings(kind)
}

func (w *writer) languages(p *plan) {
	var tags []string
	for _, l := range p.languages {
		tags = append(tags, string(l))
	}
	note := remark.Of("[id, en] makes a bilingual report; then give texts as {id: …, en: …}")
	switch assumed := len(p.opt.Languages) == 0; {
	case len(tags) > 1:
		note = remark.Of("the body's language first; give texts as {id: …, en: …}")
	case p.foreign && assumed:
		note = remark.Of("%s. ASSUMED from the items: they are in a language that the program does not write, so its own words are English", note)
	case assumed:
		note = remark.Of("%s. ASSUMED from the items", note)
	}
	w.beside("languages: ["+strings.Join(tags, ", ")+"]", note)
}

// shared is the scale that most constructs have; it stands at the top.
func (p *plan) shared() int {
	n := map[int]int{}
	best := p.constructs[0].scale
	for _, c := range p.constructs {
		if n[c.scale]++; n[c.scale] > n[best] {
			best = c.scale
		}
	}
	return best
}

func (w *writer) scales(p *plan) {
	w.line("")
	w.note("", remark.Of("The answer scale. An answer in the file may be the label, the code or the number."))
	w.scale(p.scales[p.shared()], "")
}

// scale writes the key scale, indented.
func (w *writer) scale(s columns.Scale, indent string) {
	for _, a := range s.Assumed {
		w.note(indent, remark.Of("ASSUMED: %s", a))
	}
	if s.Down {
		w.line("%sdirection: down", indent)
	}
	if len(s.Points) == 0 {
		w.line("%sscale: {min: %d, max: %d}", indent, s.Min, s.Max)
		return
	}
	w.line("%sscale:", indent)
	for i := len(s.Points) - 1; i >= 0; i-- {
		pt := s.Points[i]
		value := strconv.Itoa(pt.Value)
		if s.NoOrder && !w.trial {
			value = study.NoNumber
		}
		fields := []string{"value: " + value}
		if pt.Code != "" {
			fields = append(fields, "code: "+yamlText(pt.Code))
		}
		switch {
		case pt.ID == "" && pt.Code != "":
			fields = append(fields, "label: "+yamlText(pt.Code))
		case pt.ID == "":
			fields = append(fields, "label: "+strconv.Quote(strconv.Itoa(pt.Value)))
		case pt.ID == pt.EN || pt.EN == "":
			fields = append(fields, "label: "+yamlText(pt.ID))
		default:
			fields = append(fields, fmt.Sprintf("label: {id: %s, en: %s}", yamlText(pt.ID), yamlText(pt.EN)))
		}
		if len(pt.Also) > 0 {
			fields = append(fields, "also: "+yamlList(pt.Also))
		}
		w.beside(fmt.Sprintf("%s  - {%s}", indent, strings.Join(fields, ", ")), answers(pt.N))
	}
}

func (w *writer) constructs(p *plan) {
	w.line("")
	w.note("", remark.Of("A construct is a group of items whose scores are added up. Move items between constructs as the questionnaire means them. A negatively worded item gets  reverse: true."))
	w.line("constructs:")
	shared := p.shared()
	unnamed := 0
	for _, c := range p.constructs {
		if c.label == "" {
			unnamed++
		}
	}
	part := 0
	for _, c := range p.constructs {
		w.line("  - id: %s", yamlText(c.id))
		switch {
		case c.label == "" && unnamed > 1:
			part++
			name := remark.Of("ASSUMED: name what the items measure")
			if !c.why.IsZero() {
				name = remark.Of("ASSUMED: %s; name what the items measure", c.why)
			}
			w.beside(fmt.Sprintf("    label: {id: bagian %d, en: part %d}", part, part), name)
		case c.label == "":
			w.beside("    label: {id: hal yang diteliti, en: the subject of the study}", remark.Of("ASSUMED: name what the items measure"))
		default:
			w.beside("    label: "+yamlText(markdown(c.label)), remark.Of("ASSUMED: %s", c.why))
		}
		if c.scale != shared {
			w.scale(p.scales[c.scale], "    ")
		}
		if !c.halves.IsZero() {
			w.note("    ", c.halves)
		}
		w.line("    items:")
		for _, it := range c.items {
			w.item(p, it)
		}
	}
}

func (w *writer) item(p *plan, it item) {
	if it.against != 0 {
		w.note("      ", remark.Of("r with the other items is %s: is this statement worded the other way round? Then add  reverse: true", it.against))
	}
	if gaps := p.gaps(it); !gaps.IsZero() {
		w.note("      ", gaps)
	}
	fields := []string{"id: " + yamlText(it.id)}
	if it.column != "" {
		fields = append(fields, "column: "+yamlText(it.column))
	}
	fields = append(fields, "statement: "+yamlText(markdown(it.statement)))
	w.line("      - {%s}", strings.Join(fields, ", "))
}

func short(s string) string {
	if r := []rune(s); len(r) > 70 {
		return string(r[:70]) + "…"
	}
	return s
}

var plainScalar = pattern.New(`^\pL[\pL\pN /_.()-]*$`)

// yamlText is a text as YAML: plain where that is safe in a flow list, else in
// double quotes.
func yamlText(s string) string {
	switch strings.ToLower(s) {
	case "y", "n", "yes", "no", "on", "off", "true", "false", "null":
	default:
		if plainScalar.MatchString(s) && !strings.HasSuffix(s, " ") {
			return s
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		return strconv.QuoteToASCII(s)
	}
	return strings.TrimSpace(b.String())
}

var special = pattern.New("[\\\\`*_\\[\\]<>#!&~|]")

// markdown is a plain text where Markdown is read.
func markdown(s string) string { return special.ReplaceAllString(s, `\$0`) }

// yamlList is a list of texts on one line.
func yamlList(texts []string) string {
	var out []string
	for _, t := range texts {
		out = append(out, yamlText(t))
	}
	return "[" + strings.Join(out, ", ") + "]"
}

func answers(n int) remark.Remark {
	if n == 1 {
		return remark.Of("1 answer")
	}
	return remark.Of("%d answers", n)
}
