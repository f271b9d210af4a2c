package lang

import (
	"testing"
	"time"
)

func TestRoman(t *testing.T) {
	for n, want := range map[int]string{1: "I", 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 90: "XC", 400: "CD", 1994: "MCMXCIV"} {
		if got := Roman(n); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
}

func TestDate(t *testing.T) {
	day := time.Date(2026, time.May, 4, 0, 0, 0, 0, time.UTC)
	if got := Date(ID, day) + ", " + Date(EN, day); got != "4 Mei 2026, 4 May 2026" {
		t.Errorf("the day is %s", got)
	}
}
