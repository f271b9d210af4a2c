package draft

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/columns"
	"wogreport/internal/lang"
	"wogreport/internal/pattern"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// text writes the study file.
func (p *plan) text() []byte { return p.write(false) }

// write writes it, with all numbers of points where it is only to be tried.
func (p *plan) write(trial bool) []byte {
	w := &writer{trial: trial}
	if p.opt.Schema != "" {
		w.line("# yaml-language-server: $schema=%s", p.opt.Schema)
	}
	w.line("# A first version of the study, drafted from %s (%d rows).", strings.Join(p.names(), ", "), p.sheet.Len())
	asked := p.asked()
	if len(asked) == 0 {
		w.line("# It builds as it is:  wogreport build %s", yamlText(filepath.Base(p.path)))
	}
	w.line("# Lines that begin with # are remarks. What was assumed is marked ASSUMED: please confirm or correct it.")
	w.line("")
	w.assumptions(p, asked)
	if said := p.conclusions(); len(said) > 0 {
		w.line("said: [%s]   # concluded from the answers, as the remarks below say; the report tells its readers. Delete what you have checked", strings.Join(said, ", "))
		w.line("")
	}
	w.head(p)
	w.languages(p)
	w.scales(p)
	w.constructs(p)
	w.responses(p)
	w.leftOut(p)
	return w.Bytes()
}

// head writes what a report is and what it is called.
func (w *writer) head(p *plan) {
	kind, why := p.kind()
	w.line("kind: %s%s", kind, why)
	w.line("name: %s                  # the name of the output files", lang.Of(p.languages[0]).Report)
	title, from := p.title()
	w.line("title: %s%s", yamlText(markdown(title)), from)
	if kind == "evaluation" {
		if p.byCohort() {
			w.line("reports: by-cohort            # a report for each cohort; together makes one of all answers")
		}
		w.line("# program: …                 # what is evaluated, as a sentence names it: Pelatihan Dasar CPNS")
		w.line("# agency: {name: …}   document: {number: …, place: …, date: …}   signatories: [{role: …, name: …, nip: …}]")
	} else {
		w.line("# authors: [{name: …, affiliation: …}]")
	}
	w.line("# method: {place: …, period: …, population: …, respondents: …, sampling: …}   # fills the method section")
}

type writer struct {
	bytes.Buffer
	trial bool // to be read by the program itself, with a number for points that have none
}

func (w *writer) line(format string, args ...any) { fmt.Fprintf(&w.Buffer, format+"\n", args...) }

func (w *writer) languages(p *plan) {
	var tags []string
	for _, l := range p.languages {
		tags = append(tags, string(l))
	}
	note := "   # [id, en] makes a bilingual report; then give texts as {id: …, en: …}"
	if len(p.opt.Languages) == 0 {
		note += ". ASSUMED from the items"
	}
	if p.foreign {
		note += ": they are in a language that the program does not write, so its own words are English"
	}
	if len(tags) > 1 {
		note = "   # the body's language first; give texts as {id: …, en: …}"
	}
	w.line("languages: [%s]%s", strings.Join(tags, ", "), note)
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
	w.line("# The answer scale. An answer in the file may be the label, the code or the number.")
	w.scale(p.scales[p.shared()], "")
}

// scale writes the key scale, indented.
func (w *writer) scale(s columns.Scale, indent string) {
	for _, a := range s.Assumed {
		w.line("%s# ASSUMED: %s", indent, a)
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
			var also []string
			for _, a := range pt.Also {
				also = append(also, yamlText(a))
			}
			fields = append(fields, "also: ["+strings.Join(also, ", ")+"]")
		}
		w.line("%s  - {%s}   # %s", indent, strings.Join(fields, ", "), plural(pt.N))
	}
}

func (w *writer) constructs(p *plan) {
	w.line("")
	w.line("# A construct is a group of items whose scores are added up. Move items between constructs as the")
	w.line("# questionnaire means them. A negatively worded item gets  reverse: true.")
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
			w.line("    label: {id: bagian %d, en: part %d}   # ASSUMED: %sname what the items measure", part, part, also(c.why))
		case c.label == "":
			w.line("    label: {id: hal yang diteliti, en: the subject of the study}   # ASSUMED: name what the items measure")
		default:
			w.line("    label: %s   # ASSUMED: %s", yamlText(markdown(c.label)), c.why)
		}
		if c.scale != shared {
			w.scale(p.scales[c.scale], "    ")
		}
		if c.halves != "" {
			w.line("    # %s", c.halves)
		}
		w.line("    items:")
		for _, it := range c.items {
			if it.against != "" {
				w.line("      # r with the other items is %s: is this statement worded the other way round? Then add  reverse: true", it.against)
			}
			if gaps := p.gaps(it); gaps != "" {
				w.line("      # %s", gaps)
			}
			fields := []string{"id: " + yamlText(it.id)}
			if it.column != "" {
				fields = append(fields, "column: "+yamlText(it.column))
			}
			fields = append(fields, "statement: "+yamlText(markdown(it.statement)))
			w.line("      - {%s}", strings.Join(fields, ", "))
		}
	}
}

// also is why items stand together, before what is to be done about it.
func also(why string) string {
	if why == "" {
		return ""
	}
	return why + "; "
}

func (w *writer) responses(p *plan) {
	w.line("")
	w.line("responses:")
	names := p.names()
	if len(names) == 1 {
		w.line("  file: %s", yamlText(names[0]))
	} else {
		w.line("  files:                       # ASSUMED: each file is a cohort, named like the file")
		for i, c := range cohorts(p.files) {
			w.line("    %s: %s", yamlText(c), yamlText(names[i]))
		}
	}
	switch {
	case p.opt.Sheet != "":
		w.line("  sheet: %s", yamlText(p.opt.Sheet))
	case len(p.sheet.Others) > 0 && len(names) == 1:
		w.line("  sheet: %s   # not read: %s", yamlText(p.sheet.Name), strings.Join(p.sheet.Others, ", "))
	}
	if long := p.long; long != (study.Long{}) {
		var fields []string
		for _, f := range [][2]string{{"respondent", long.Respondent}, {"item", long.Item}, {"answer", long.Answer}} {
			if f[1] != "" {
				fields = append(fields, f[0]+": "+yamlText(f[1]))
			}
		}
		w.line("  long: {%s}   # ASSUMED: the file has a row for each answer", strings.Join(fields, ", "))
	}
	if p.sheet.HeaderRow == 0 {
		w.line("  header: none                 # the first row looks like answers, so columns go by their letters")
	}
	if c := p.cohort(); c != "" && len(names) == 1 {
		w.line("  cohort: %s   # ASSUMED from its name and values", yamlText(c))
	}
	if m := p.noAnswers(); len(m) > 0 {
		w.line("  missing: [%s]   # ASSUMED to mean no answer", strings.Join(m, ", "))
	}
	if o := p.outside(); len(o) > 0 {
		w.line("  outside: [%s]   # answers that are no points of the scale: counted, and shown beside them", strings.Join(o, ", "))
	}
	if p.loose {
		w.line("  off_scale: missing           # some cells hold no answer on the scale; wogreport check lists them")
	}
	if id := p.identifier(); id != "" {
		w.line("  # identifier: %s   # finds respondents who answered twice; the column itself is never shown", yamlText(id))
	} else {
		w.line("  # identifier: …              # a column in which every respondent has an entry of their own: finds duplicates")
	}
	w.line("  # exclude: [duplicates, straightliners, empty]   # leaves such respondents out; wogreport check lists them")
	if profile := p.profile(); len(profile) > 0 {
		w.line("")
		w.line("# Who answered: a table of these columns begins the results.")
		w.line("profile: [%s]", strings.Join(profile, ", "))
	}
	w.line("")
	if g := p.groups(); len(g) > 0 {
		w.line("# groups: [%s]   # columns to compare by", strings.Join(g, ", "))
	}
	w.line("# scores: azwar   # how many respondents score high, middling and low")
}

// leftOut says which columns are no items, and why.
func (w *writer) leftOut(p *plan) {
	w.line("")
	w.line("# Columns that are no items, and why. Personal ones are never read into a report.")
	for _, t := range p.twins {
		if _, again := p.merged[t.second]; !again {
			w.line("#   %s", t)
		}
	}
	for i, c := range p.cols {
		name := sheet.Letter(i)
		if c.Header != "" {
			name += " " + strconv.Quote(short(c.Header))
		}
		switch first, again := p.merged[i]; {
		case again:
			w.line("#   %s: the same question as %s, of which nobody answered both; the two are read as one", name, sheet.Letter(first))
		case slices.Contains(p.nameless, i):
			w.line("#   %s: answers, but its header and its letter name other columns; give it a header of its own", name)
		case c.Kind == columns.Likert && p.rare(i):
			w.line("#   %s: answers of %d among %d only; make it an item to keep it", name, p.sheet.Len()-c.Missing, p.sheet.Len())
		case c.Kind == columns.Likert, c.Kind == columns.Empty && c.Header == "":
		case c.Kind.Personal():
			w.line("#   %s: personal (%s); %s", name, c.Kind, c.Why)
		default:
			w.line("#   %s: %s; %s", name, c.Kind, c.Why)
		}
	}
}

// gaps says of an item that more than half of the respondents left it out, with
// what follows for its construct.
func (p *plan) gaps(it item) string {
	n := p.sheet.Len()
	missing := it.of.Missing
	for _, v := range it.of.Outside { // who answered so did answer
		missing -= v.N
	}
	for second, first := range p.merged {
		if first == it.of.Index { // the two halves of a question
			missing -= n - p.cols[second].Missing
		}
	}
	if missing*2 <= n {
		return ""
	}
	return fmt.Sprintf("%d of %d gave no answer, and are not in the tests of its construct either; leave the item out, or add  analysis: {missing: pairwise}", missing, n)
}

// assumed is what somebody who only sees the report has to know.
func (p *plan) assumed() []string {
	out := slices.Clone(p.said)
	if p.foreign {
		out = append(out, "the items are in a language that the program does not write: its own words are English")
	}
	if p.unprintable() {
		out = append(out, "the fonts have no letters for some labels or statements, and the report shows boxes for them: write these in other letters, with the file's own spelling of a label under  also")
	}
	if kind, _ := p.kind(); kind == "evaluation" && p.opt.Kind == "" && p.byCohort() {
		out = append(out, "a report for each cohort is made (kind: evaluation, reports: by-cohort);  --kind article  drafts one report of all")
	}
	for i, s := range p.scales {
		for _, a := range s.Assumed {
			if len(p.scales) > 1 {
				a = fmt.Sprintf("scale %d (%s): %s", i+1, s.Name, a)
			}
			out = append(out, a)
		}
	}
	const most = 8
	for _, t := range p.twins[:min(len(p.twins), most)] {
		out = append(out, t.String())
	}
	if n := len(p.twins) - most; n > 0 {
		out = append(out, fmt.Sprintf("%d more columns repeat a question; they are listed in the study file", n))
	}
	for _, c := range p.constructs {
		for _, it := range c.items {
			if gaps := p.gaps(it); gaps != "" && len(out) < 3*most {
				out = append(out, it.id+": "+gaps)
			}
		}
	}
	return out
}

// against says which items run against the others.
func (p *plan) against() []string {
	const most = 8
	var out []string
	against := 0
	for _, c := range p.constructs {
		if c.halves != "" {
			out = append(out, c.halves)
			continue
		}
		for _, it := range c.items {
			if it.against == "" {
				continue
			}
			if against++; against <= most {
				out = append(out, fmt.Sprintf("%s runs against the other items (r %s) and may be worded the other way round", it.id, it.against))
			}
		}
	}
	if against > most {
		out = append(out, fmt.Sprintf("%d more run against the others; they are marked in the study file", against-most))
	}
	return out
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

func plural(n int) string {
	if n == 1 {
		return "1 answer"
	}
	return strconv.Itoa(n) + " answers"
}
