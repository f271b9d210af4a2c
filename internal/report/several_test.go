package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/results"
	"wogreport/internal/study"
)

// TestSentencesOfSeveral: in studies of four to six constructs made at random, what is
// said of several constructs together is read again and held against results.json.
func TestSentencesOfSeveral(t *testing.T) {
	seen := map[string]int{}
	for i := range max(*studies/4, 20) {
		rng := rand.New(rand.NewPCG(uint64(i), 21))
		yaml, table := severalConstructs(rng)
		for _, l := range []lang.Tag{lang.EN, lang.ID} {
			st, ds := study.Parse("study.yaml", []byte(yaml+"languages: ["+string(l)+"]\n"))
			if ds.HasErrors() {
				t.Fatal(printed(ds))
			}
			x := severalOf(t, st, clone(table), l)
			for _, k := range severalKinds {
				for _, m := range k.form[l].FindAllStringSubmatch(x.text, -1) {
					seen[k.name]++
					if err := k.check(x, m); err != nil {
						t.Errorf("study %d, %s, %s: %q: %v", i, l, k.name, m[0], err)
					}
				}
			}
			if err := first(x.complete(), x.supposedOnce(), x.unadjusted()); err != nil {
				t.Errorf("study %d, %s: %v", i, l, err)
			}
		}
	}
	for _, k := range severalKinds {
		if seen[k.name] == 0 {
			t.Errorf("no study made a sentence of the kind %q", k.name)
		}
	}
	t.Logf("%v", seen)
}

// severalConstructs are four to six constructs on two scales, some of which hang together,
// and two groups that differ in some of them.
func severalConstructs(rng *rand.Rand) (string, *responses.Table) {
	n, k := []int{6, 15, 40, 120, 400}[rng.IntN(5)], 4+rng.IntN(3)
	table := &responses.Table{N: n, Files: []string{"a.csv"}, Quality: responses.Quality{Rows: n}, Groups: map[string][]string{}}
	var b strings.Builder
	b.WriteString("title: {id: Uji, en: Test}\nresponses: a.csv\nscores: azwar\ngroups: [{id: g, column: G, label: {id: bagian, en: unit}}]\nconstructs:\n")
	common, group := make([]float64, n), make([]float64, n)
	for r := range n {
		common[r], group[r] = rng.NormFloat64(), float64(rng.IntN(2))
		table.Groups["G"] = append(table.Groups["G"], string(rune('A'+int(group[r]))))
	}
	for c := range k {
		top := 4 + rng.IntN(2)
		fmt.Fprintf(&b, "  - {id: c%d, label: {id: aspek %c, en: aspect %c}, scale: {min: 1, max: %d}, items: [", c, 'A'+c, 'A'+c, top)
		load, differ, shift := []float64{-1, 0, 0, 0.7, 1.5}[rng.IntN(5)], []float64{0, 0, 0, 1}[rng.IntN(4)], rng.NormFloat64()/2
		own := make([]float64, n)
		for r := range own {
			own[r] = rng.NormFloat64() + load*common[r] + differ*group[r] + shift
		}
		for i := range 2 + rng.IntN(2) {
			id := fmt.Sprintf("C%dP%d", c, i)
			b.WriteString(id + ", ")
			col := &responses.Column{Item: id}
			for r := range n {
				v := min(top, max(1, int(math.Round(float64(top+1)/2+own[r]/2+rng.NormFloat64()/2))))
				if rng.IntN(60) == 0 {
					v = int(responses.Missing)
				}
				col.Codes = append(col.Codes, uint8(v))
			}
			table.Columns = append(table.Columns, col)
		}
		b.WriteString("]}\n")
	}
	return b.String(), table
}

// several is the text of a report and what results.json says of its constructs.
type several struct {
	ctx
	text       string
	labels     []string
	tops       []int
	Constructs []struct {
		ID       string
		ItemMean *float64 `json:"item_mean"`
		Scores   struct {
			WP *float64 `json:"shapiro_wilk_p"`
			DP *float64 `json:"lilliefors_p"`
		}
		Classes struct {
			N       int
			Classes []struct{ N int }
		} `json:"score_classes"`
	}
	Relations []struct {
		A, B  string
		R     *float64
		PHolm *float64 `json:"p_holm"`
	}
	Groups []struct {
		Constructs []struct {
			Score struct{ P *float64 }
			Items []struct {
				P     *float64
				PHolm *float64 `json:"p_holm"`
			}
		}
	}
}

func severalOf(t *testing.T, st *study.Study, table *responses.Table, l lang.Tag) *several {
	t.Helper()
	res := analysis.Run(st, table)
	doc, _, ds := Compose(st, res, testOptions)
	if doc == nil {
		t.Fatal(printed(ds))
	}
	x := &several{ctx: ctx{lang: l}}
	for _, c := range st.Constructs {
		x.labels, x.tops = append(x.labels, c.Label.In(l)), append(x.tops, c.Scale.Max())
	}
	var b bytes.Buffer
	if err := results.Encode(&b, res); err != nil {
		t.Fatal(err)
	}
	for _, to := range []any{x, &x.readStudy} {
		if err := json.Unmarshal(b.Bytes(), to); err != nil {
			t.Fatal(err)
		}
	}
	x.text = strings.NewReplacer("~", " ", "\u00a0", " ").Replace(formulas.ReplaceAllString(doctest.Dump(doc), "$1"))
	return x
}

// of is the number of the construct that a label names, -1 for none.
func (x *several) of(label string) int { return slices.Index(x.labels, label) }

var aspects = regexp.MustCompile(`asp(?:ect|ek) [A-F]`)

// named are the constructs that a text names.
func (x *several) named(text string) (out []int) {
	for _, s := range aspects.FindAllString(text, -1) {
		out = append(out, x.of(s))
	}
	return out
}

func (x *several) alike(i int) bool {
	c := x.Groups[0].Constructs[i]
	for _, it := range c.Items {
		if val(it.PHolm) < 0.05 {
			return false
		}
	}
	return !(val(c.Score.P) < 0.05)
}

// related is how many pairs correlate, and negatively, and the largest size of r among them.
func (x *several) related() (n, negative int, most float64) {
	for _, r := range x.Relations {
		if p := r.PHolm; p == nil || *p >= 0.05 {
			continue
		}
		if n++; *r.R < 0 {
			negative++
		}
		most = max(most, math.Abs(*r.R))
	}
	return n, negative, most
}

// severalKinds are the sentences about several constructs, as each language has them.
var severalKinds = []struct {
	name  string
	form  map[lang.Tag]*regexp.Regexp
	check func(x *several, m []string) error
}{
	{"means", forms(`On a scale of 1–(\d), the (?:means? answers?|means?|mean answers?) (?:was|were) ([^!]*?\))\.(?: |\n)`, `[Pp]ada skala 1–(\d),? (?:adalah|rata-ratanya) ([^!]*?\))\.(?: |\n)`), func(x *several, m []string) error {
		pairs := regexp.MustCompile(`([\d.,]+) \((asp(?:ect|ek) [A-F])\)`).FindAllStringSubmatch(m[2], -1)
		if len(pairs) == 0 {
			return fmt.Errorf("no means")
		}
		for _, p := range pairs {
			i := x.of(p[2])
			if err := first(x.shows(p[1], val(x.Constructs[i].ItemMean)), must(fmt.Sprint(x.tops[i]) == m[1], "the scale ends at %d", x.tops[i])); err != nil {
				return err
			}
		}
		return nil
	}},
	{"none differs", forms(`For none of the constructs d(?:id|o) the answers differ significantly by unit\.`, `Pada semua konstruk tidak terdapat perbedaan jawaban yang signifikan menurut bagian\.`), func(x *several, _ []string) error {
		for i := range x.Constructs {
			if !x.alike(i) {
				return fmt.Errorf("%s differs", x.labels[i])
			}
		}
		return nil
	}},
	{"some do not differ", forms(`The answers on ([^.]*) d(?:id|o) not differ significantly by unit\.`, `Jawaban mengenai ([^.]*) tidak berbeda secara signifikan menurut bagian\.`), func(x *several, m []string) error {
		of := x.named(m[1])
		for _, i := range of {
			if !x.alike(i) {
				return fmt.Errorf("%s differs", x.labels[i])
			}
		}
		return must(len(of) >= 2 && len(of) < len(x.Constructs), "%d are named", len(of))
	}},
	{"classes", forms(`class(?:es)? with the most respondents (?:is|are) ([^!]*?)\. `, `Kategori dengan responden terbanyak adalah ([^!]*?\))\. `), func(x *several, m []string) error {
		for _, part := range strings.Split(m[1], "; *") {
			class := slices.IndexFunc([]string{"Low|Rendah", "Medium|Sedang", "High|Tinggi"}, func(s string) bool {
				return regexp.MustCompile(`^\*?(` + s + `)\*`).MatchString(part)
			})
			for _, p := range regexp.MustCompile(`(asp(?:ect|ek) [A-F]) \((\d+); ([\d.,]+)%\)`).FindAllStringSubmatch(part, -1) {
				c := x.Constructs[x.of(p[1])].Classes
				n := c.Classes[class].N
				for j, other := range c.Classes {
					if j != class && other.N >= n {
						return fmt.Errorf("%s: another class has %d", p[1], other.N)
					}
				}
				if err := first(x.shows(p[2], float64(n)), x.shows(p[3], 100*float64(n)/float64(c.N))); err != nil {
					return err
				}
			}
		}
		return nil
	}},
	{"normality", forms(`(?:The )?(Shapiro–Wilk|Lilliefors|Both) tests? finds? (no|a) departure from a normal distribution for ([^.]*)\.`, `(?:Uji )?(Shapiro–Wilk|Lilliefors|Kedua uji) (tidak menemukan|menemukan) penyimpangan dari sebaran normal untuk ([^.]*)\.`), func(x *several, m []string) error {
		both := m[1] == "Both" || m[1] == "Kedua uji"
		departs := func(i int) float64 {
			if m[1] == "Lilliefors" {
				return val(x.Constructs[i].Scores.DP)
			}
			return val(x.Constructs[i].Scores.WP)
		}
		yes, not, _ := strings.Cut(strings.ReplaceAll(m[3], ", tetapi tidak", ", but not"), ", but not")
		said := map[bool][]int{true: x.named(yes), false: x.named(not)}
		if len(said[true]) == 0 { // all of them
			for i := range x.Constructs {
				if !math.IsNaN(departs(i)) {
					said[m[2] == "a" || m[2] == "menemukan"] = append(said[m[2] == "a" || m[2] == "menemukan"], i)
				}
			}
		}
		for finds, of := range said {
			for _, i := range of {
				if finds != (departs(i) < 0.05) || both && finds != (val(x.Constructs[i].Scores.DP) < 0.05) {
					return fmt.Errorf("p of %s is %v", x.labels[i], departs(i))
				}
			}
		}
		return nil
	}},
	{"related", forms(`Of the (\d+|[a-z]+) pairs of constructs, (\d+|[a-z]+) (?:is|are|was|were) (?:(?:posi|nega)tively and )?significantly correlated \(p < 0\.05 after Holm’s adjustment\)([^!]*?\d\))\.`, `Dari (\d+|[a-z]+) pasangan konstruk, (\d+|[a-z]+) berkorelasi (?:secara|(?:posi|nega)tif dan) signifikan \(p < 0,05 setelah disesuaikan menurut Holm\)([^!]*?\d\))\.`), func(x *several, m []string) error {
		n, negative, most := x.related()
		err := first(must(x.num(m[1]) == float64(len(x.Relations)), "there are %d", len(x.Relations)), must(x.num(m[2]) == float64(n), "%d correlate", n))
		if sign := regexp.MustCompile(`(\d+|[a-z]+) (?:negatively|negatif)`).FindStringSubmatch(m[3]); sign != nil && err == nil {
			err = must(x.num(sign[1]) == float64(negative) || negative == n, "%d negatively", negative)
		}
		number := regexp.MustCompile(`^−?[\d.,]*\d`) // n may follow
		if i := strings.LastIndex(m[3], "r = "); n > 3 && err == nil {
			err = first(x.shows(strings.Trim(number.FindString(m[3][i+len("r = "):]), "−"), most), must(strings.Contains(m[3], "strongest correlation") || strings.Contains(m[3], "Korelasi terkuat"), "the strongest is not named"))
		}
		return err
	}},
	{"no item differs, but scores", forms(`Taken singly, no item [^.]*; this does not contradict[^.]*?(whereas|\.)`, `Jika diuji satu per satu, [^.]*; hal itu tidak bertentangan[^.]*?(sedangkan|\.)`), func(x *several, m []string) error {
		found, holm := false, true
		for _, c := range x.Groups[0].Constructs {
			differs, raw := false, false
			for _, it := range c.Items {
				differs, raw = differs || val(it.PHolm) < 0.05, raw || val(it.P) < 0.05
			}
			if val(c.Score.P) < 0.05 && !differs {
				found, holm = true, holm && raw
			}
		}
		return first(must(found, "no score differs whose items do not"), must(holm == (m[1] != "."), "by Holm alone: %v", holm))
	}},
	{"none related", forms(`No pair of constructs ha(?:d|s) a significant correlation`, `Tidak ada pasangan konstruk dengan korelasi yang signifikan`), func(x *several, _ []string) error {
		n, _, _ := x.related()
		return must(n == 0, "%d correlate", n)
	}},
}

func forms(en, id string) map[lang.Tag]*regexp.Regexp {
	return map[lang.Tag]*regexp.Regexp{lang.EN: regexp.MustCompile(en), lang.ID: regexp.MustCompile(id)}
}

// unadjusted reports whether abstract and conclusion tell differences of scores and not that their p
// is not adjusted for the number of constructs, or the other way round.
func (x *several) unadjusted() error {
	want, tested := 0, 0
	for _, c := range x.Groups[0].Constructs {
		if c.Score.P != nil {
			tested++
		}
		if val(c.Score.P) < 0.05 {
			want = 2
		}
	}
	if tested < 2 {
		want = 0
	}
	says := map[lang.Tag]string{lang.EN: "The p-values of the group comparisons are not adjusted for the number of constructs.", lang.ID: "Nilai p perbandingan kelompok tidak disesuaikan dengan banyaknya konstruk."}[x.lang]
	return must(strings.Count(x.text, says) == want, "%q is said %d times, not %d", says, strings.Count(x.text, says), want)
}

// complete reports which construct's mean the abstract leaves out.
func (x *several) complete() error {
	abstract := x.text[:strings.Index(x.text, "\n# ")]
	for i, c := range x.Constructs {
		if c.ItemMean != nil && !strings.Contains(abstract, " ("+x.labels[i]+")") {
			return fmt.Errorf("the abstract has no mean of %s", x.labels[i])
		}
	}
	return nil
}

// supposedOnce reports whether the conclusion, where it tells something of the population,
// does not say once what that supposes, or the parts before it, which have the items one by one,
// more or less than once.
func (x *several) supposedOnce() error {
	want, before := 0, 0
	for i, c := range x.readStudy.Constructs {
		of := x.ctx
		of.c, of.k = c, x.tops[i]
		if len(of.where(of.byInterval)) > 0 {
			want = 1
		}
		if len(of.where(of.inferred)) > 0 {
			before = 1
		}
	}
	says := map[lang.Tag]string{lang.EN: "If those who answered can be regarded as a random sample", lang.ID: "Jika mereka yang menjawab dapat dipandang sebagai sampel acak"}
	results, conclusion, _ := strings.Cut(x.text, map[lang.Tag]string{lang.EN: "\n# CONCLUSION", lang.ID: "\n# PENUTUP"}[x.lang])
	if !strings.Contains(results, "would also choose") && !strings.Contains(results, "would choose") && !strings.Contains(results, "populasi akan memilih") {
		before = 0 // the items have no part of their own
	}
	said := func(s string) int { return strings.Count(strings.ToLower(s), strings.ToLower(says[x.lang])) }
	return first(must(said(conclusion) == want, "the conclusion says %d times what it supposes, not %d", said(conclusion), want), must(said(results) == before, "the results say %d times what they suppose, not %d", said(results), before))
}

// A text names every part of a chart that takes several.
func TestPartsOfCharts(t *testing.T) {
	var b strings.Builder
	b.WriteString(caseScale + "groups: [{id: g, column: G, label: {id: jenis kelamin, en: gender}}]\nconstructs:\n")
	names, row := "G", ""
	for i := range 30 {
		names += fmt.Sprintf(",P%d", i+1)
		row += fmt.Sprintf(",%d", 1+i%5)
	}
	ids := strings.Split(names, ",")[1:]
	fmt.Fprintf(&b, "  - {id: a, label: {id: satu, en: one}, items: [%s]}\n  - {id: b, label: {id: dua, en: two}, scale: {min: 1, max: 7}, items: [%s]}\n", strings.Join(ids[:26], ", "), strings.Join(ids[26:], ", "))
	answers := names + "\n" + strings.Repeat("A"+row+"\nB"+strings.Replace(row, ",3", ",4", 2)+"\n", 8)
	for l, forms := range map[lang.Tag][3]string{
		lang.EN: {`Figure (\d+)\. (.*)`, `Figures? (\d+)(?: and Figure (\d+)|–(\d+))? shows? (how each|the answers to all items on (?:one|two))`, `; Figures? (\d+)(?: and Figure |–)(\d+) show the means`},
		lang.ID: {`Gambar (\d+)\. (.*)`, `Gambar (\d+)(?: dan Gambar (\d+)|–(\d+))? memperlihatkan (jawaban setiap|jawaban atas semua butir (?:satu|dua))`, `ditampilkan pada Gambar (\d+)(?: dan Gambar |–)(\d+)\.`},
	} {
		text := dumpOf(t, b.String()+"languages: ["+string(l)+"]\n", answers)
		text = regexp.MustCompile(`\[([^\]]*)\]\(#[^)]*\)`).ReplaceAllString(strings.NewReplacer("~", " ", "\u00a0", " ").Replace(text), "$1")
		kinds := map[string][]int{} // the numbers of charts by their captions without parts
		for _, m := range regexp.MustCompile(forms[0]).FindAllStringSubmatch(text, -1) {
			n, _ := strconv.Atoi(m[1])
			of := regexp.MustCompile(`(?i) \((?:part|bagian) \d+\)`).ReplaceAllString(m[2], "")
			kinds[of] = append(kinds[of], n)
		}
		parts := 0
		for _, ns := range kinds {
			if len(ns) > 1 {
				parts++
			}
		}
		said := map[int]bool{}
		for _, m := range regexp.MustCompile(forms[1]).FindAllStringSubmatch(text, -1) {
			from, _ := strconv.Atoi(m[1])
			to, _ := strconv.Atoi(m[2] + m[3])
			for n := from; n <= max(from, to); n++ {
				said[n] = true
			}
		}
		means := regexp.MustCompile(forms[2]).FindAllStringSubmatch(text, -1)
		for _, m := range means {
			for _, n := range m[1:] {
				n, _ := strconv.Atoi(n)
				said[n] = true
			}
		}
		for caption, ns := range kinds {
			for _, n := range ns {
				if len(ns) > 1 && !said[n] {
					t.Errorf("%s: no text names figure %d, %s", l, n, caption)
				}
			}
		}
		if parts < 2 || len(means) != 1 || means[0][1] == means[0][2] {
			t.Errorf("%s: %d charts have parts, means are in %v:\n%s", l, parts, means, text)
		}
	}
}
