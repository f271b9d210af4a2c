package columns

import (
	"fmt"
	"slices"
	"testing"
)

func TestIdentify(t *testing.T) {
	for _, c := range []struct {
		name, one string
		same      []string // cells of the same person
		others    []string
		nobody    []string
	}{
		{"number of an official", "19700101 199503 1 001", []string{"197001011995031001", "19700101.199503.1.001", "'197001011995031001"}, []string{"197001011995031002"}, []string{"", " ", "-", "tidak ada", "Non ASN", "0", "000000", "n/a", "belum punya"}},
		{"telephone", "0812-3456-7890", []string{"081234567890", "+62 812 3456 7890", "6281234567890", "(0812) 34567890"}, []string{"081234567891"}, []string{"–", "lupa"}},
		{"address", "Ani@Contoh.id", []string{"ani@contoh.id ", " ANI@contoh.id."}, []string{"ani2@contoh.id"}, []string{"tidak punya", "--"}},
		{"number of a record", "1", []string{"1 "}, []string{"11", "2", "22"}, []string{"-"}},
		{"name", "Ani Lestari", []string{"ani  lestari"}, []string{"Ani", "Lestari Ani", "Budi"}, []string{"-", "tidak menjawab"}},
	} {
		cells := slices.Concat([]string{c.one}, c.same, c.others, c.nobody)
		for i := range 12 { // of others
			if c.name == "name" {
				cells = append(cells, "Orang "+string(rune('a'+i)))
			} else {
				cells = append(cells, fmt.Sprintf("70%d@contoh.id", i))
			}
		}
		got := Identify(len(cells), func(i int) string { return cells[i] })
		for i, cell := range cells {
			same := i <= len(c.same)
			if (got[i] == got[0]) != same || got[0] == "" {
				t.Errorf("%s: %q is %q, and %q is %q", c.name, cell, got[i], c.one, got[0])
			}
			if k := i - 1 - len(c.same) - len(c.others); k >= 0 && k < len(c.nobody) && got[i] != "" {
				t.Errorf("%s: %q is %q", c.name, cell, got[i])
			}
		}
	}
}
