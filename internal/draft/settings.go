package draft

import "wogreport/internal/remark"

// setting is a key that a draft offers as a remark: what it is for, and lines that are
// right as they are once the marks of the remark are taken away.
type setting struct {
	about remark.Remark
	lines []string
}

var (
	evaluationSettings = []setting{
		{remark.Of("What is evaluated, as a sentence names it: Pelatihan Dasar CPNS."), []string{"program: …"}},
		{remark.Of("The letterhead. Its logo, a picture beside this file, is named under  layout: {logo: {file: logo.png, alt: …}}"), []string{
			"agency:",
			"  parent: …",
			"  name: …",
			"  address: …",
			"  contact: …",
		}},
		{remark.Of("Number, place and day of the report; a day is written as 2026-12-31."), []string{
			"document:",
			"  number: …",
			"  place: …",
			"  date: …",
		}},
		{remark.Of("Who signs, in their order; without a name the place is left to be written by hand."), []string{
			"signatories:",
			"  - as: …",
			"    role: …",
			"    name: …",
			"    nip: …",
		}},
		{remark.Of("The rules that the evaluation rests on, one on each line."), []string{
			"legal_basis:",
			"  - …",
		}},
		methodSetting,
		{remark.Of("What ought to be done, and who does what by when. You write them as text files in Markdown, such as recommendations.md, and name these here; the program invents none."), []string{
			"sections:",
			"  recommendations: …",
			"  follow_up: …",
		}},
	}
	articleSettings = []setting{
		{remark.Of("Who wrote it."), []string{
			"authors:",
			"  - name: …",
			"    affiliation: …",
			"    email: …",
		}},
		methodSetting,
		{remark.Of("Your own sections. You write them as text files in Markdown, such as introduction.md, and name these here."), []string{
			"sections:",
			"  introduction: …",
			"  discussion: …",
			"  conclusion: …",
		}},
	}
	methodSetting = setting{remark.Of("For the section on method: where and when, how many people were meant to answer, who they are, and how they were chosen (saturated, random, purposive, convenience, or words of your own)."), []string{
		"method:",
		"  place: …",
		"  period: …",
		"  population: …",
		"  respondents: …",
		"  sampling: …",
	}}
)

// settings offers what a kind of report can be told besides.
func (w *writer) settings(kind string) {
	of := articleSettings
	if kind == "evaluation" {
		of = evaluationSettings
	}
	for _, s := range of {
		w.note("", s.about)
		for _, line := range s.lines {
			w.line("# %s", line)
		}
		w.line("")
	}
}
