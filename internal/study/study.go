// Package study owns study.yaml: what a study is, checked. Load is the one
// way in; a *Study is what leaves, complete with defaults, and every part
// that can be wrong later remembers its place in the file. It looks whether
// the files that a study names exist, but never into them.
package study

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"time"
	"unicode/utf8"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
)

// Study is a checked study.yaml with its defaults filled in.
type Study struct {
	File string // the study file as it was named
	Dir  string // its folder; relative paths in the file start here

	Kind           string // "article" or "evaluation"
	Name           string // the NAME of the outputs
	Title          lang.Text
	ShortTitle     lang.Text // over the pages
	Authors        []Author
	Journal        Journal
	Program        lang.Text             // what an evaluation is about, as a sentence names it
	Agency         Agency                // whose report an evaluation is
	Record         Record                // what makes a report a document of that agency
	Signatures     []Signatory           // in the order in which they sign
	LegalBasis     []lang.Text           // the rules that the evaluation rests on, in their order
	Abstract       lang.Text             // missing: written from the results
	Keywords       map[lang.Tag][]string // per language
	Method         Method
	Scale          Scale    // of constructs without one of their own
	Division       Division // of Scale
	Constructs     []Construct
	Responses      Responses
	Cohort         string   // the cohort that the report is about, "" when it is about all answers
	OwnTitle       bool     // Title is the cohort's own
	Cohorts        []Cohort // in the order of the file
	CohortFile     string   // a file that holds the cohorts, instead of Cohorts
	Groups         []Grouping
	Profile        []Grouping // columns that say who answered
	Comments       []string   // columns of free text to list; all other free text stays out of every output
	Analysis       Analysis
	Interpretation Interpretation
	Scores         Scores
	IKM            IKM
	Languages      []lang.Tag           // the first is the body's
	Sections       map[string]lang.Text // section name → path per language
	References     []Reference          // in the order of the file
	Templates      string               // folder, "" for the built-in ones
	Outputs        []string             // names of output.Formats
	Embed          []string             // what the PDF holds as files: "results", "workbook", "study", "answers"
	Workbook       Workbook
	Docx           Docx
	Layout         Layout
	Privacy        Privacy
	Published      *Published   // nil when not given
	Reports        string       // "together", or "by-cohort" for a report of each cohort without a flag
	Direction      string       // of Scale: "up", or "down" where its lowest number is the best answer; "" where not given
	Assumed        []Assumption // what a draft assumed and nobody confirmed yet
	unordered      []unordered  // the scales of which it could not tell the order
	Said           []string     // what it concluded and readers are told, of Conclusions

	// Pos is the place of a key by its path ("method.population",
	// "constructs[0].items[2].column"); the zero Pos{File} when the key is absent.
	Pos map[string]diag.Pos

	texts map[string]int // the line where the text of a key begins, if not in the key's

	over map[string]diag.Pos // places that hold instead in the study of a cohort
}

// At is the place of a key path in the study file, or the file itself.
func (s *Study) At(path string) diag.Pos {
	if p, ok := s.over[path]; ok && p != (diag.Pos{}) {
		return p
	}
	if p, ok := s.Pos[path]; ok {
		return p
	}
	return diag.Pos{File: s.File}
}

// Given reports whether the study file has a key path.
func (s *Study) Given(path string) bool { _, ok := s.Pos[path]; return ok }

// TextAt is the place of a text in a language: of its own key where it is given
// per language. A text under its key begins at the line after it, in no column.
func (s *Study) TextAt(path string, l lang.Tag) diag.Pos {
	if p, ok := s.over[path]; ok && p != (diag.Pos{}) {
		return p
	}
	own := path + "." + string(l)
	if _, ok := s.Pos[own]; ok {
		path = own
	}
	at := s.At(path)
	if line, ok := s.texts[path]; ok {
		at.Line, at.Col = line, 0
	}
	return at
}

// Embeds reports whether the PDF is to hold something as a file.
func (s *Study) Embeds(what string) bool { return slices.Contains(s.Embed, what) }

// Path resolves a path written in the study file.
func (s *Study) Path(p string) string { return resolvePath(s.Dir, p) }

func resolvePath(dir, p string) string {
	if p == "" || filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(dir, filepath.FromSlash(p))
}

// FileAt is the place in the study file that names the i-th file of answers.
func (s *Study) FileAt(i int) diag.Pos {
	paths := []string{fmt.Sprintf("responses.files[%d]", i), "responses.file"}
	if i < len(s.Responses.Cohorts) {
		paths = []string{"responses.files." + s.Responses.Cohorts[i]}
	}
	for _, p := range paths {
		if at, ok := s.Pos[p]; ok {
			return at
		}
	}
	return s.At("responses")
}

// Body is the language of the document's body.
func (s *Study) Body() lang.Tag { return s.Languages[0] }

// Second is the other language of a bilingual document, "" for a document in one.
func (s *Study) Second() lang.Tag {
	if len(s.Languages) > 1 {
		return s.Languages[1]
	}
	return ""
}

// Author is one author of the study.
type Author struct {
	Name, Email string
	Affiliation lang.Text
}

// Journal is where an article appears; every field may be empty.
type Journal struct {
	Name                                   lang.Text
	Volume, Number, Year, Pages, ISSN, DOI string
}

// Agency is the office that owes an evaluation; every field may be empty.
type Agency struct {
	Parent  lang.Text // what the office belongs to, over its name in the letterhead
	Name    lang.Text
	Address lang.Text
	Contact lang.Text // telephone, e-mail, site
}

// Record is what makes a report a document of its agency; every field may be empty.
type Record struct {
	Number string
	Place  lang.Text // where it is signed
	Date   time.Time // of signing, a day in UTC; zero: to be filled in by hand
}

// Dated is the day that files of a report bear: that of signing, or the first of 2000 where it is
// to be filled in, since the same study gives the same bytes on every day.
func (r Record) Dated() time.Time {
	if r.Date.IsZero() {
		return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return r.Date
}

// Signatory is someone who signs a report. NIP is the civil servant's number
// as study.yaml has it, without blanks.
type Signatory struct {
	As   lang.Text // "Mengesahkan"; empty: without a word before the role
	Role lang.Text // "Kepala Badan"
	Name string
	NIP  string
}

// Method says how the study was made.
type Method struct {
	Place, Period lang.Text
	Population    int      // 0: unknown
	Sampling      Sampling // how respondents were chosen
	Instrument    lang.Text
	Respondents   lang.Text // who they are, as a sentence names them ("peserta pelatihan")
}

// Sampling is the way respondents were chosen. Kind is one of the Sampling*
// constants, recognised from study.yaml's words; Text is the author's wording.
type Sampling struct {
	Kind string
	Text lang.Text // empty when study.yaml gave only a kind
}

// The kinds of sampling that rules know. Only SamplingRandom allows an
// interval without the remark on what it assumes.
const (
	SamplingUnknown     = ""
	SamplingSaturated   = "saturated" // everybody (sampling jenuh, sensus, total sampling)
	SamplingRandom      = "random"    // every probability sample
	SamplingPurposive   = "purposive"
	SamplingConvenience = "convenience" // accidental, insidental
	SamplingOther       = "other"
)

// Scale is an answer scale, its points by ascending value.
type Scale struct {
	Points  []Point
	Bare    bool  // given as {min, max}: bare numbers without labels
	Divided []int // the side of each point where the study says it; nil: in halves
	Down    bool  // the file numbers the points downwards: Value is max + min - the number there

	unordered bool // some points have NoNumber
}

// Min and Max are the scale's bounds.
func (s Scale) Min() int { return s.Points[0].Value }

// InFile is the number that a value has in the answers, and the value of a
// number there.
func (s Scale) InFile(value int) int {
	if s.Down {
		return s.Min() + s.Max() - value
	}
	return value
}

// Max is the scale's upper bound.
func (s Scale) Max() int { return s.Points[len(s.Points)-1].Value }

// Point is one point of a scale. Code and Label may be empty on a bare scale.
type Point struct {
	Value int
	Code  string
	Label lang.Text
	Also  []string // other spellings of the label
}

// Construct is a set of items whose sum measures one thing.
type Construct struct {
	ID    string
	Label lang.Text
	Scale Scale // the study's when the construct gives none
	// Direction of its scale, as Study.Direction; the study's where the scale is.
	Direction string
	Division  Division // likewise
	// Importance is the id of the construct whose items say, one for one, how
	// important what this construct's items rate is; see Item.Importance.
	Importance string
	Items      []Item
}

// Item is one question.
type Item struct {
	ID        string
	Column    string    // as given; "" when the item's id is the header
	Statement lang.Text // the sentence that people agreed or disagreed with
	Label     lang.Text // short name, for tables; defaults to the statement
	Caption   lang.Text // of its chart; defaults to the label
	Reverse   bool      // scored as min+max-x
	// Importance is the id of the item that says how important it is what this
	// one rates; "" when there is none.
	Importance string
}

// longStatement is how many letters a statement may have that stands for its item where
// that is named: two lines beside a bar.
const longStatement = 60

// Named reports whether the item has a name to be called by beside its number: a label, or
// a statement that is short in every language.
func (i *Item) Named() bool {
	if !maps.Equal(i.Label, i.Statement) {
		return true
	}
	for _, s := range i.Statement {
		if utf8.RuneCountInString(s) > longStatement {
			return false
		}
	}
	return true
}

// Coded reports whether nothing is known of the item but its column's code.
func (i *Item) Coded() bool {
	for _, texts := range []lang.Text{i.Label, i.Statement} {
		for _, s := range texts {
			if s != i.ID {
				return false
			}
		}
	}
	return true
}

// Responses names the files of raw answers.
type Responses struct {
	Files     []string // as written; Study.Path resolves them
	Cohorts   []string // the cohort of each file; nil when the files do not tell cohorts
	Sheet     string   // XLSX sheet, "" for the one that holds data
	Header    int      // the row of the header; 0: found out; -1: there is none
	Cohort    string   // the column that names the cohort, or what cohorts told by files are called
	Missing   []string // codes of missing answers beside the empty cell
	Outside   []string // answers outside the scale ("Tidak berlaku"): given and counted, but no points
	Long      Long     // the columns of a file with a row for each answer; zero for a row per respondent
	Hidden    string   // what rows are that a workbook hides or filters out: "keep" or "leave-out"
	OffScale  string   // what an answer off the scale is: "error" or "missing"
	Synthetic bool

	Identifier string   // the column that tells respondents apart, "" when none does
	Exclude    []string // of "duplicates", "straightliners", "empty": respondents to leave out
}

// Long names the columns of a file that has a row for each answer.
type Long struct {
	Respondent string // tells the respondents apart; "" where one begins where the items begin again
	Item       string // names the item; "" where every respondent answers the same items in one order
	Answer     string
}

// Analysis are the settings of the statistics.
type Analysis struct {
	Missing        string  // "listwise" or "pairwise"
	Correlation    string  // "corrected" or "uncorrected"
	Significance   float64 // default 0.05
	Tails          int     // 1 or 2
	AlphaThreshold float64 // default 0.6
	Quartiles      string  // "spss" (type 6) or "r" (type 7)
	Percents       string  // "plain" or "largest-remainder"
	Omega          string  // how the one factor of McDonald's omega is fitted: "ml" or "minres"
	Appendix       bool    // the full item analysis behind the article
}

// Reference is one entry of the reference list.
type Reference struct {
	Key  string
	Text lang.Text // Markdown
	Lang lang.Tag  // of its title; "" to guess it
}

// Layout is the page. Lengths are millimetres, sizes points; zero means the
// renderer's default.
type Layout struct {
	Paper          string // "A4", "F4" or "Letter"
	Columns        int    // 1 or 2
	Fonts          string // "serif" or "sans"
	Size           float64
	Margins        Margins
	TableCaptions  string // "above" or "below"
	FigureCaptions string // "above" or "below"
	Abstracts      string // "stacked" or "side"
	Header, Footer lang.Text
	Logo           Logo
	APA            bool   // numbers in English that cannot exceed 1 have no zero before their mark
	Parallel       bool   // each results paragraph in both languages
	Standard       string // "archive" for PDF/A and PDF/UA, or "none"
	Items          string // which items have a chart and a paragraph each: "all", "none" or "auto": all where they are few
}

// Margins of the page in millimetres; zero means the default.
type Margins struct{ Top, Right, Bottom, Left float64 }

// Logo is a picture for the first page.
type Logo struct {
	File string
	Alt  lang.Text
}

// Workbook are the settings of the results workbook.
type Workbook struct {
	Answers bool // it holds the coded answers too
}

// Docx are the settings of the report in Word.
type Docx struct {
	Charts    string            // "native", or "picture" where a journal asks for that
	Reference string            // a Word document whose styles, page, headers and footers hold
	Styles    map[string]string // its styles by our names (StyleNames)
}

// Privacy protects small groups.
type Privacy struct {
	MinGroup int // default 5
	MinCell  int // default 0: off
}

// HidesCells reports whether some counts are too small to be shown.
func (p Privacy) HidesCells() bool { return p.MinCell > 1 }

// Published are figures printed elsewhere, to be compared with the computed
// ones at the decimals they were printed with. Keys: "n", "alpha", "r_table",
// "items.P1.r", "items.P1.counts.4", "items.P1.percents.4".
type Published struct {
	Figures []PublishedFigure // in the order of the file
}

// PublishedFigure is one printed figure. Decimals is read from its literal
// (0.730 has three).
type PublishedFigure struct {
	Item     string // "" for a figure of the whole study
	Stat     string // "n", "alpha", "r_table", "r", "count", "percent"
	Value    int    // the scale value of a count or percent
	Figure   float64
	Decimals int
	Pos      diag.Pos
}

// HasReference reports whether the reference list has an entry with a key.
func (s *Study) HasReference(key string) bool {
	return slices.ContainsFunc(s.References, func(r Reference) bool { return r.Key == key })
}
