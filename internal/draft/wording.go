package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// readable writes a variable's name as words: value_alignment.
func readable(name string) string {
	if strings.Contains(name, " ") || strings.IndexFunc(name, unicode.IsDigit) >= 0 {
		return name
	}
	return strings.TrimSpace(strings.ReplaceAll(name, "_", " "))
}

// shortWords are no abbreviations, for all that they are short.
var shortWords = []string{
	"dan", "di", "ke", "dari", "yg", "yang", "pada", "para", "oleh", "atau", "tdk", "utk", "dgn",
	"and", "of", "the", "to", "in", "for", "is", "are", "a", "on", "by", "or", "my", "our", "how", "i",
}

// calm writes a heading in capitals as a sentence's words, since it stands in
// sentences. Words of three letters and those without a vowel are taken for abbreviations.
func calm(text string) string {
	words := strings.Fields(text)
	if text != strings.ToUpper(text) || len(words) < 2 && utf8.RuneCountInString(text) < 7 || strings.IndexFunc(text, unicode.IsDigit) >= 0 {
		return text
	}
	for i, w := range words {
		low := strings.ToLower(w)
		if !slices.Contains(shortWords, low) && (utf8.RuneCountInString(w) <= 3 || !strings.ContainsAny(low, "aiueo")) {
			continue
		}
		words[i] = low
	}
	return strings.Join(words, " ")
}

// maxHeading is how many letters of a question name a construct.
const maxHeading = 70

// heading is what stands over some columns as the name of what they measure. A
// question is quoted, without its mark, and cut: it stands in sentences.
func heading(text string) string {
	short := strings.TrimRight(text, " ?:.,;")
	if !strings.HasSuffix(text, "?") && len(strings.Fields(text)) <= 6 {
		return calm(short)
	}
	if utf8.RuneCountInString(short) > maxHeading {
		cut := string([]rune(short)[:maxHeading])
		if i := strings.LastIndexByte(cut, ' '); i > 0 {
			cut = cut[:i]
		}
		short = strings.TrimRight(cut, " ?:.,;") + " …"
	}
	return "“" + short + "”"
}

// capital begins a sentence that calm has put into small letters.
func capital(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}
