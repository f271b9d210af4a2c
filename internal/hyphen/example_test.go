package hyphen_test

import (
	"fmt"

	"wogreport/internal/hyphen"
	"wogreport/internal/lang"
)

// Indonesian words are broken at their affixes first.
func ExamplePoints() {
	for _, word := range []string{"kekuatan", "menerapkan"} {
		runes, at := []rune(word), 0
		for _, p := range hyphen.Points(lang.ID, word) {
			fmt.Print(string(runes[at:p]), "-")
			at = p
		}
		fmt.Println(string(runes[at:]))
	}
	// Output:
	// ke-ku-at-an
	// me-ne-rap-kan
}
