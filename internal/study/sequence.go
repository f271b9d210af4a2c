package study

import (
	"slices"
	"strings"

	"wogreport/internal/lang"
)

// Sequence is what the names of cohorts tell of their order.
type Sequence int

const (
	NoSequence Sequence = iota // "Kelas A", "Kelas B"
	ByNumber                   // "Angkatan I", "Angkatan II": an order of names, and perhaps not of time
	ByTime                     // "Maret 2026", "2021/2022", "Semester Genap 2023/2024"
)

// SequenceOf says what names of cohorts tell of their order, and which of two comes
// first. column is what the cohorts are called.
func SequenceOf(names []string, column string) (Sequence, func(a, b string) int) {
	if compare, ok := inTime(names); ok {
		return ByTime, compare
	}
	if numbered(names, column) {
		return ByNumber, CompareNames
	}
	return NoSequence, CompareNames
}

// counted are words for what follows one after the other, as classes and rooms do not.
var counted = []string{"angkatan", "gelombang", "batch", "cohort", "kohort", "tahap", "periode", "putaran", "wave", "round", "phase", "period"}

// numbered reports names that differ in one number alone, of which a word or that of
// their column says that they are counted.
func numbered(names []string, column string) bool {
	said := func(text string) bool {
		return slices.ContainsFunc(chunks(text), func(c chunk) bool { return slices.Contains(counted, c.text) })
	}
	differs := -1
	for _, name := range names {
		c, first := chunks(name), chunks(names[0])
		if len(c) != len(first) || !said(name) && !said(column) {
			return false
		}
		for i := range c {
			switch {
			case c[i] == first[i]:
			case !c[i].isNum || !first[i].isNum || differs >= 0 && differs != i:
				return false
			default:
				differs = i
			}
		}
	}
	return differs >= 0
}

// inTime orders names that all name a time in one way.
func inTime(names []string) (compare func(a, b string) int, ok bool) {
	form := ""
	for i, name := range names {
		own, _ := timeOf(name)
		if i == 0 {
			form = own
		}
		if own == "" || own != form {
			return nil, false
		}
	}
	return func(a, b string) int {
		_, x := timeOf(a)
		_, y := timeOf(b)
		return slices.Compare(x, y)
	}, true
}

// Words beside the year in the name of a time.
var (
	ofYears = []string{"tahun", "ta", "t", "a", "ajaran", "akademik", "pelajaran", "anggaran", "bulan", "year", "academic", "of", "semester", "smt", "periode", "period"}
	ofParts = []string{"triwulan", "tw", "kuartal", "quarter", "q", "semester", "smt", "caturwulan", "cawu", "trimester"}
	halves  = map[string]int{"ganjil": 1, "gasal": 1, "odd": 1, "genap": 2, "even": 2}
)

// timeOf reads a name as that of a time: in which form it is written, "" for no time, and
// numbers by which times of that form are ordered.
func timeOf(name string) (form string, at []int) {
	if day, ok := ParseDate(strings.TrimSpace(name)); ok {
		return "day", []int{day.Year(), int(day.Month()), day.Day()}
	}
	var years, numbers []int
	var words []string
	for _, c := range chunks(name) {
		switch {
		case c.isNum && c.number >= 1900 && c.number < 2100:
			years = append(years, c.number)
		case c.isNum:
			numbers = append(numbers, c.number)
		default:
			words = append(words, c.text)
		}
	}
	if len(years) == 0 || len(years) > 2 || len(years) == 2 && years[1] != years[0]+1 {
		return "", nil
	}
	form = []string{"year", "years"}[len(years)-1]
	rest := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(ofYears, w) })
	switch {
	case len(rest) == 0 && len(numbers) == 0:
		return form, years[:1]
	case len(numbers) == 1 && len(words) == 1 && slices.Contains(ofParts, words[0]) && numbers[0] >= 1 && numbers[0] <= 4:
		return form + " " + words[0], []int{years[0], numbers[0]}
	case len(words) == 0 && len(numbers) == 1 && len(years) == 1 && numbers[0] >= 1 && numbers[0] <= 12: // 2026-03, 03/2026
		return "month", []int{years[0], numbers[0]}
	case len(rest) != 1 || len(numbers) > 0:
		return "", nil
	}
	if month, ok := lang.ParseMonth(rest[0]); ok && len(years) == 1 {
		return "month", []int{years[0], int(month)}
	}
	half, ok := halves[rest[0]]
	switch {
	case !ok:
		return "", nil
	case len(years) == 1: // which half of a year is the first, academic and civil years say otherwise
		return form + " " + rest[0], years
	}
	return form + " half", []int{years[0], half}
}
