package workbook

import (
	"bytes"
	"embed"
	"strconv"
	"sync"

	"gopkg.in/yaml.v3"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
	"wogreport/internal/pattern"
)

//go:embed words.id.yaml words.en.yaml
var wordFiles embed.FS

// words are all texts of the workbook in one language.
type words struct {
	Languages map[lang.Tag]string        `yaml:"languages"`
	Terms     map[string]string          `yaml:"terms"`
	General   []topic                    `yaml:"general"`
	Sheets    map[string]sheetWords      `yaml:"sheets"`
	Columns   map[string]columnWords     `yaml:"columns"`
	Reasons   map[analysis.Reason]string `yaml:"reasons"`
	Caveats   map[string]string          `yaml:"caveats"`
}

// topic is a general remark on the workbook.
type topic struct {
	Key   string `yaml:"key"`
	Title string `yaml:"title"`
	Text  string `yaml:"text"`
}

type sheetWords struct {
	Name  string `yaml:"name"`
	About string `yaml:"about"`
}

type columnWords struct {
	Head  string `yaml:"head"`
	About string `yaml:"about"`
}

var wordsOf = map[lang.Tag]func() *words{
	lang.ID: sync.OnceValue(func() *words { return readWords(lang.ID) }),
	lang.EN: sync.OnceValue(func() *words { return readWords(lang.EN) }),
}

// readWords reads an embedded file; that it can be read is the tests' to hold.
func readWords(l lang.Tag) *words {
	data, err := wordFiles.ReadFile("words." + string(l) + ".yaml")
	if err != nil {
		panic(err)
	}
	w := new(words)
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(w); err != nil {
		panic(err)
	}
	return w
}

// values fill the places in braces of a text.
type values map[string]string

var place = pattern.New(`\{([\w-]+)(?::\d)?\}`)

func (v values) fill(s string) string {
	return place.ReplaceAllStringFunc(s, func(p string) string {
		if with, ok := v[place.FindStringSubmatch(p)[1]]; ok {
			return with
		}
		return p
	})
}

var numberPlace = pattern.New(`\{(\w+)(?::(\d))?\}`)

// caveat is the sentence of a caveat. {n} is a number of its params, {r:3} one
// with three decimals.
func (w *words) caveat(l lang.Tag, c analysis.Caveat) string {
	s := numberPlace.ReplaceAllStringFunc(w.Caveats[c.Code], func(p string) string {
		m := numberPlace.FindStringSubmatch(p)
		x, ok := c.Params[m[1]]
		if !ok {
			return p
		}
		decimals, _ := strconv.Atoi(m[2]) // none is 0
		return lang.Number(l, x, decimals)
	})
	return values{"item": c.Item, "construct": c.Construct}.fill(s)
}
