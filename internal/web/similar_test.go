package web

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestCohortsWrittenTwice: cohorts that may be one are told of before reports are made, and how many
// there are.
func TestCohortsWrittenTwice(t *testing.T) {
	rows := "Angkatan,Butir satu,Butir dua,Butir tiga\n"
	for i := range 60 {
		rows += fmt.Sprintf("%s,%s,%s,%s\n", []string{"Angkatan III", "Angkatan IV", "angkatan iv"}[i%3], agreement[i%4], agreement[(i/2)%4], agreement[(i/3)%4])
	}
	p := &page{t: t}
	p.ask(Request{Do: "open"}, File{"jawaban.csv", []byte(rows)})
	p.ask(Request{Do: "draft", Title: "Judul"})
	a := p.ask(Request{Do: "check"})
	told := slices.ContainsFunc(a.Problems, func(p Problem) bool {
		return p.Code == "similar-cohorts" && !p.Error && strings.HasPrefix(p.Message, `the cohorts "Angkatan IV" and "angkatan iv" differ only in capitals`)
	})
	if a.State.Form.Cohorts != 3 || !told {
		t.Errorf("%d cohorts, %+v", a.State.Form.Cohorts, a.Problems)
	}
}
