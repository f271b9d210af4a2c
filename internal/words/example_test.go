package words_test

import (
	"fmt"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
	"wogreport/internal/words"
)

// A term is filled in its language; an author's catalogue stands before the
// program's.
func ExampleWords_Term() {
	var problems diag.List
	own := map[string]markdown.Source{
		"terms.en.txt": {File: "terms.en.txt", Text: "word.table = Chart\n"},
	}
	en := words.Load(words.Options{Kind: "article", Language: lang.EN, Own: own}, &problems)
	id := words.Builtin(lang.ID)
	rate := words.Fill{"n": 1200, "N": 2500, "rate": 48.0}
	fmt.Println(en.Term("caveat.low-response-rate", rate))
	fmt.Println(id.Term("caveat.low-response-rate", rate))
	fmt.Println(en.Get("word.table"), id.Get("word.table"))
	// Output:
	// Only 1,200 of 2,500 people answered (48.0%); those who did not may think otherwise.
	// Hanya 1.200 dari 2.500 orang yang menjawab (48,0%); yang tidak menjawab mungkin berpendapat lain.
	// Chart Tabel
}
