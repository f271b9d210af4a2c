package report

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// dumpOf is a study with its answers as the text of its report.
func dumpOf(t *testing.T, yaml, answers string) string {
	t.Helper()
	st, res := studyOf(t, yaml, answers)
	doc, _, ds := Compose(st, res, testOptions)
	if doc == nil {
		t.Fatal(printed(ds))
	}
	return doctest.Dump(doc)
}

// studyOf is a study of answers in a.csv, and its results.
func studyOf(t *testing.T, yaml, answers string) (*study.Study, *analysis.Results) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.csv"), []byte(answers), 0o644); err != nil {
		t.Fatal(err)
	}
	st, ds := study.Parse(filepath.Join(dir, "study.yaml"), []byte(yaml))
	if ds.HasErrors() {
		t.Fatal(printed(ds))
	}
	table, ds := responses.Read(st)
	if ds.HasErrors() {
		t.Fatal(printed(ds))
	}
	return st, analysis.Run(st, table)
}

// TestOutsideScale: answers outside the scale stand in the table, under the chart
// and in the words of their item, and nobody who gave one is said not to have
// answered.
func TestOutsideScale(t *testing.T) {
	const yaml = `
title: T
scale: [{value: 1, label: Tidak Setuju}, {value: 2, label: Setuju}]
constructs: [{id: c, label: mutu, items: [P1, P2, P3]}]
analysis: {appendix: true}
layout: {items: all}
`
	answers := "No,P1,P2,P3\n" + strings.Repeat("1,Setuju,Setuju,Setuju\n2,Tidak Setuju,Setuju,Tidak Setuju\n3,Setuju,Tidak Setuju,Setuju\n", 8) +
		strings.Repeat("4,Tidak berlaku,Setuju,Setuju\n", 16) + "5,Setuju,,Setuju\n"
	for l, c := range map[lang.Tag]struct{ says, never []string }{
		lang.EN: {
			[]string{
				"16 answered “Tidak berlaku”, which lies outside the scale and is not counted in the percentages.",
				"note: Outside the scale, and not in the chart: 16 answered “Tidak berlaku”.",
				"Outside the scale: 16 answered “Tidak berlaku”.", // to who does not see the chart
				"Of all answers, these lie outside the scale and count neither as missing nor as points of it: “Tidak berlaku” 16.",
				"Answers of “Tidak berlaku” lie outside the scale and are no part of n or of the percentages.",
				"A total of 17 respondents skipped at least one of these items, or answered one outside its scale, and were left out",
				"Item 1 was answered outside its scale by 16 of 41 respondents",
				"more than half of those who answered on the scale",
				"One respondent left this item unanswered.",
				"| Answers outside the scale  | 16", "| Missing answers  | 1",
			},
			[]string{"unanswered by 16", "unanswered by 17", "answered by 16", "skipped at least one item of this construct (17)"},
		},
		lang.ID: {
			[]string{
				"Sebanyak 16 responden menjawab “Tidak berlaku”, di luar skala; jawaban itu tidak masuk dalam persentase.",
				"note: Di luar skala, tidak termasuk dalam gambar: 16 menjawab “Tidak berlaku”.",
				"Di luar skala: 16 menjawab “Tidak berlaku”.",
				"Jawaban berikut berada di luar skala dan tidak dihitung sebagai kosong ataupun sebagai tingkat skala: “Tidak berlaku” 16.",
				"Jawaban “Tidak berlaku” berada di luar skala; jumlahnya tidak masuk dalam n atau persentase.",
				"Sebanyak 17 responden melewatkan sedikitnya satu dari butir-butir ini, atau menjawabnya di luar skala, dan tidak diikutsertakan",
				"Butir 1 dijawab di luar skalanya oleh 16 dari 41 responden",
				"lebih dari separuh responden yang menjawab pada skala",
				"Satu responden tidak menjawab butir ini.",
			},
			[]string{"16 responden tidak menjawab", "17 responden tidak menjawab", "tidak dijawab oleh 16"},
		},
	} {
		got := strings.ReplaceAll(dumpOf(t, yaml+"languages: ["+string(l)+"]\nresponses: {file: a.csv, outside: Tidak berlaku}\n", answers), "~", " ")
		for _, want := range c.says {
			if !strings.Contains(got, want) {
				t.Errorf("%s: it does not say %q", l, want)
			}
		}
		for _, wrong := range c.never {
			if strings.Contains(got, wrong) {
				t.Errorf("%s: it says %q", l, wrong)
			}
		}
		if t.Failed() {
			t.Logf("%s", got)
		}
	}
}

// TestOutsideWithheld: few answers outside the scale are not distinguished from missing ones
// under privacy.min_cell, and the report says so rather than that nobody answered.
func TestOutsideWithheld(t *testing.T) {
	const yaml = `
title: T
scale: [{value: 1, label: Tidak Setuju}, {value: 2, label: Setuju}]
constructs: [{id: c, label: mutu, items: [P1, P2]}]
layout: {items: all}
languages: [en]
privacy: {min_cell: 3}
responses: {file: a.csv, outside: Tidak berlaku}
`
	got := dumpOf(t, yaml, "No,P1,P2\n"+strings.Repeat("1,Setuju,Tidak Setuju\n2,Tidak Setuju,Setuju\n", 9)+strings.Repeat("3,Tidak berlaku,Setuju\n", 2)+strings.Repeat("4,Setuju,Tidak berlaku\n", 5))
	for _, want := range []string{
		"Two respondents gave no answer on the scale to this item; for privacy, an answer outside it is not distinguished from none.",
		"Five answered “Tidak berlaku”, which lies outside the scale", "For privacy, answers outside the scale are not distinguished from missing ones where they are few.",
	} {
		if !strings.Contains(strings.ReplaceAll(got, "~", " "), want) {
			t.Errorf("it does not say %q", want)
		}
	}
	for _, wrong := range []string{"unanswered", "2 answered “Tidak", "Two answered “Tidak"} {
		if strings.Contains(got, wrong) {
			t.Errorf("it says %q", wrong)
		}
	}
}
