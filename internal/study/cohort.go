package study

import (
	"math"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/pattern"
)

// Cohort is what is known of one cohort beside its answers; it replaces the
// study's own in the cohort's report. Every field but Name may be empty.
type Cohort struct {
	Name          string // in the answers, as CohortName gives it
	Title         lang.Text
	Period, Place lang.Text // of its training
	Population    int       // its participants; 0: unknown
	Number        string    // of its document
	Date          time.Time // of signing
	Signatures    []Signatory

	At map[string]diag.Pos `json:"-"` // the places of the keys above, by their names in study.yaml; "" is the cohort's own

	Problems diag.List `json:"-"` // with what a table says of this cohort
}

// CohortName is the name of a cohort as names are compared: composed letters,
// single spaces, nothing that cannot be seen. Capitals matter.
func CohortName(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if !unicode.IsGraphic(r) && !unicode.IsSpace(r) || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, norm.NFC.String(s))), " ")
}

// places match what stands in braces in the number of a document, and cohortPlace what stands
// for the name of the cohort.
var (
	places      = pattern.New(`\{[^{}]*\}`)
	cohortPlace = pattern.New(`(?i)\{ *(cohort|angkatan) *\}`)
)

// checkNumber says what in braces in the number of a document stands for nothing.
func (d *decoder) checkNumber(s *Study) {
	for _, place := range places.FindAllStringSubmatch(s.Record.Number, -1) {
		if !cohortPlace.MatchString(place[0]) {
			d.Errorf(s.At("document.number"), "bad-value", "%q stands for nothing in the number of a document", excerpt(place[0]))
			d.Hintf("{angkatan} or {cohort} stands for the name of the cohort")
		}
	}
}

// ForCohort is the study of one cohort's report: s with what c says instead.
// What s says of all its respondents together does not hold for a part of
// them: the population is the cohort's or unknown, and there are no published
// figures. s itself stays as it is.
func (s *Study) ForCohort(c Cohort) *Study {
	own := *s
	own.Cohort = c.Name
	own.Method.Population = c.Population
	own.Published = nil
	own.over = map[string]diag.Pos{"method.population": c.At["population"], "title": c.At["title"], "method.period": c.At["period"], "method.place": c.At["place"]}
	if !c.Title.IsZero() {
		own.Title, own.ShortTitle, own.OwnTitle = c.Title, nil, true
	}
	if !c.Period.IsZero() {
		own.Method.Period = c.Period
	}
	if !c.Place.IsZero() {
		own.Method.Place = c.Place
	}
	if c.Number != "" {
		own.Record.Number = c.Number
	}
	own.Record.Number = cohortPlace.ReplaceAllString(own.Record.Number, strings.ReplaceAll(c.Name, "$", "$$"))
	if !c.Date.IsZero() {
		own.Record.Date = c.Date
	}
	if len(c.Signatures) > 0 {
		own.Signatures = c.Signatures
	}
	return &own
}

func cohortsShape() shape[Study] {
	return either("cohorts by name, or a file name",
		scalar(via(filled(), func(file string, s *Study) { s.CohortFile = file })),
		keyed(mapping("cohorts by name", true,
			object("the keys of a cohort",
				key("title", "the title of its report, instead of the study's", text(), func(c *Cohort) *lang.Text { return &c.Title }),
				key("period", "when it was trained", text(), func(c *Cohort) *lang.Text { return &c.Period }),
				key("place", "where it was trained", text(), func(c *Cohort) *lang.Text { return &c.Place }),
				key("population", "how many participants it has", integer(0, math.Inf(1)), func(c *Cohort) *int { return &c.Population }),
				key("number", "the number of its document", str(), func(c *Cohort) *string { return &c.Number }),
				key("date", "the day its document is signed, as 2026-11-24", date(), func(c *Cohort) *time.Time { return &c.Date }),
				key("signatories", "who signs its document, instead of the study's", list(signatoryShape()), func(c *Cohort) *[]Signatory { return &c.Signatures }),
			),
			func(d *decoder, k *yaml.Node, c Cohort, s *Study) {
				c.Name, c.At = CohortName(k.Value), map[string]diag.Pos{"": d.at(k)}
				path := "cohorts." + k.Value
				for _, name := range [...]string{"title", "period", "place", "population", "number", "date", "signatories"} {
					if at, ok := d.pos[path+"."+name]; ok {
						c.At[name] = at
					}
				}
				s.Cohorts = append(s.Cohorts, c)
			})))
}

// checkCohorts reports names of cohorts that are one.
func (d *decoder) checkCohorts(s *Study) {
	first := map[string]diag.Pos{}
	for _, c := range s.Cohorts {
		at := c.At[""]
		if c.Name == "" {
			d.Errorf(at, "bad-value", "a cohort needs a name")
		} else if other, twice := first[c.Name]; twice {
			d.Errorf(at, "duplicate-key", "the cohort %q is given twice", excerpt(c.Name))
			d.Hintf("it stands in line %d already; spaces make no difference", other.Line)
		} else {
			first[c.Name] = at
		}
	}
	seen := map[string]bool{}
	for i, name := range s.Responses.Cohorts {
		if seen[name] {
			d.Errorf(s.At("responses.files"), "duplicate-key", "the cohort %q has two files", excerpt(name))
			d.Hintf("spaces make no difference to a cohort's name")
		} else if name == "" {
			d.Errorf(s.FileAt(i), "bad-value", "a cohort needs a name")
		}
		seen[name] = true
	}
}

// DocumentNumber is the number of the report's document; "" where it is one for each cohort
// and this report is of all.
func (s *Study) DocumentNumber() string {
	if cohortPlace.MatchString(s.Record.Number) {
		return ""
	}
	return s.Record.Number
}
