package columns

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"wogreport/internal/memo"
	"wogreport/internal/study"
)

// rung is one label of a ladder, in both languages, with its common short form.
type rung struct{ id, en, code string }

// ladder is a set of answer labels from the lowest to the highest. Which one a
// form used is concluded from the labels found; where several would do, the
// likeliest is assumed, and said to be.
type ladder struct {
	name  string
	rungs []rung
	names []rung // the same, folded
}

// rungNames are the folded texts of rungs, which ladders share.
type rungNames map[rung]rung

func (of rungNames) ladder(name string, rungs []rung) ladder {
	l := ladder{name, rungs, make([]rung, len(rungs))}
	for i, r := range rungs {
		f, ok := of[r]
		if !ok {
			f = rung{study.FoldLabel(r.id), study.FoldLabel(r.en), study.FoldLabel(r.code)}
			of[r] = f
		}
		l.names[i] = f
	}
	return l
}

// named is the last rung that has a folded text.
func (l *ladder) named(text string) (int, bool) {
	if text == "" {
		return 0, false
	}
	for i := len(l.names) - 1; i >= 0; i-- {
		if f := &l.names[i]; f.id == text || f.en == text || f.code == text {
			return i, true
		}
	}
	return 0, false
}

// at is the rung that a folded label names, -1 for none. A form in two
// languages has both names of it: "setuju / agree", "setuju (agree)".
func (l *ladder) at(label string) int {
	if i, ok := l.named(label); ok {
		return i
	}
	cut := strings.IndexAny(label, "/(")
	if cut <= 0 {
		return -1
	}
	i, ok := l.named(strings.TrimSpace(label[:cut]))
	j, also := l.named(strings.Trim(label[cut:], "/() "))
	if ok && also && i == j {
		return i
	}
	return -1
}

// holds reports whether all labels name rungs of a ladder, and which. A number
// without a label names any.
func (l *ladder) holds(answers []answer) (found map[int]bool, ok bool) {
	for _, a := range answers { // most ladders hold not one
		if a.label != "" && l.at(a.label) < 0 {
			return nil, false
		}
	}
	found = map[int]bool{}
	for _, a := range answers {
		if i := l.at(a.label); i >= 0 {
			found[i] = true
		}
	}
	return found, true
}

// onlyMiddleUnseen reports a set with a middle of which all labels but that were
// found: a form may leave it out so that people take a side.
func (l *ladder) onlyMiddleUnseen(answers []answer) bool {
	found, ok := l.holds(answers)
	n := len(l.rungs)
	return ok && n%2 == 1 && n > 3 && len(found) == n-1 && !found[n/2]
}

// fromFairly reports one of the usual sets of four with a single point below "Cukup": Kurang Puas,
// Cukup Puas, Puas, Sangat Puas. It is a whole scale, and no longer one whose lowest point nobody chose.
func (l *ladder) fromFairly() bool {
	return len(l.rungs) == shortSet && strings.HasPrefix(l.rungs[1].id, cs.id[:len("Cukup ")]) && strings.HasPrefix(l.rungs[3].id, ss.id[:len("Sangat ")])
}

// balanced reports a set with a neutral label in its middle that was answered, as was one of its
// ends: the points on one side of the middle tell how many the other has.
func (l *ladder) balanced(found map[int]bool) bool {
	i := l.neutral()
	return i >= 0 && !l.skewed() && found[i] && (found[0] || found[len(l.rungs)-1])
}

// passesOver reports many answers none of which is a point that the known set has between two that were often
// chosen: it is no point of this scale. Where the middle is a neutral label that was answered, the points on its other
// side tell that it is one, and nobody chose it.
func (f *family) passesOver() bool {
	found, ok := f.ladder.holds(f.answers)
	total := f.n()
	if !ok || total < manyAnswers || len(found) < shortSet || f.ladder.balanced(found) {
		return false
	}
	n := make([]int, len(f.ladder.rungs))
	for _, a := range f.answers {
		if i := f.ladder.at(a.label); i >= 0 {
			n[i] += a.n
		}
	}
	last := -1 // the point below that was answered
	for i := range n {
		if n[i] == 0 {
			continue
		}
		if last >= 0 && i-last > 1 && min(n[i], n[last])*20 >= total {
			return true
		}
		last = i
	}
	return false
}

// shortSet is how many points a set without a middle has. Longer ones differ in
// labels that few forms have, and one that was left out changes little.
const shortSet = 4

// closeCost is how much likelier one set may be than another before the other is
// no longer worth a question.
const closeCost = 2

// relatives are the known sets with the name of a ladder.
func (l *ladder) relatives() []*ladder {
	var out []*ladder
	sets := [][]ladder{known(), nil}
	if word, ok := strings.CutPrefix(l.name, gradedName); ok {
		if w, err := strconv.Unquote(word); err == nil {
			sets[1] = graded(w)
		}
	}
	for _, set := range sets {
		for i := range set {
			if set[i].name == l.name {
				out = append(out, &set[i])
			}
		}
	}
	return out
}

// oppositePair reports answers that have two labels of a set, each as far from
// its end as the other: agree and disagree.
func (l *ladder) oppositePair(answers []answer) bool {
	found, ok := l.holds(answers)
	if !ok || len(found) != 2 {
		return false
	}
	sum := 0
	for i := range found {
		sum += i
	}
	return sum == len(l.rungs)-1
}

// gradedName begins the names of the ladders that graded makes.
const gradedName = "labels with "

// lopsided is a cost above that of any ladder whose neutral label is its middle.
const lopsided = 100

// cost says how unlikely it is that a form with these labels got no other
// answers than those found. A form of which every label was found is the one;
// else an extreme that nobody chose is usual, a label between two others is
// not, and neither is a scale of three points. A neutral label off the middle
// is no form's design, unless the answers themselves say so.
func (l *ladder) cost(found map[int]bool) int {
	if len(found) == len(l.rungs) {
		return 0
	}
	c := 0
	if l.skewed() {
		c = lopsided
	}
	for i := range l.rungs {
		switch {
		case found[i]:
		case i == 0 || i == len(l.rungs)-1:
			c++
		default:
			c += 2
		}
	}
	if len(l.rungs) <= 3 {
		c += 3
	}
	return c
}

// neutral is the rung of the label that takes no side, -1 where there is none.
func (l *ladder) neutral() int {
	return slices.IndexFunc(l.rungs, func(r rung) bool {
		return r.id == n.id || r.id == rr.id || r.id == r_.id || r.id == bs.id || r.id == tp.id
	})
}

// skewed reports a neutral label that has not as many labels below as above it.
func (l *ladder) skewed() bool {
	i := l.neutral()
	return i >= 0 && 2*i != len(l.rungs)-1
}

// known are the label sets that are recognised. They are made when the first
// file of answers is looked at, not at every start of the program.
var known = sync.OnceValue(ladders)

// The labels of agreement in Indonesian; other adjectives have the same form.
var (
	sts = rung{"Sangat Tidak Setuju", "Strongly disagree", "STS"}
	ts  = rung{"Tidak Setuju", "Disagree", "TS"}
	ats = rung{"Agak Tidak Setuju", "Somewhat disagree", "ATS"}
	ks  = rung{"Kurang Setuju", "Somewhat disagree", "KS"}
	rr  = rung{"Ragu-ragu", "Undecided", "RR"}
	r_  = rung{"Ragu", "Undecided", "R"}
	n   = rung{"Netral", "Neutral", "N"}
	bs  = rung{"Biasa Saja", "Neutral", "BS"}
	tp  = rung{"Tidak Pasti", "Not sure", ""} // Malay
	cts = rung{"Cukup Tidak Setuju", "Somewhat disagree", "CTS"}
	as  = rung{"Agak Setuju", "Somewhat agree", "AS"}
	cs  = rung{"Cukup Setuju", "Fairly agree", "CS"}
	s   = rung{"Setuju", "Agree", "S"}
	ss  = rung{"Sangat Setuju", "Strongly agree", "SS"}
)

// graded are the ladders of a word that takes the place of "Setuju" and is none
// of adjectives.
func graded(word string) []ladder {
	if l, ok := gradedLadders.Get(word); ok {
		return l
	}
	var out []ladder
	names := rungNames{}
	for _, set := range of(adjective{id: word}, agreement()) {
		out = append(out, names.ladder(gradedName+strconv.Quote(word), set))
	}
	gradedLadders.Put(word, out)
	return out
}

var gradedLadders = memo.New[string, []ladder](16)

// agreement lists the label sets of agreement.
func agreement() [][]rung {
	return [][]rung{
		{sts, ts, rr, s, ss}, {sts, ts, n, s, ss}, {sts, ts, s, ss}, {sts, ts, ks, s, ss}, {sts, ts, cs, s, ss}, {sts, ts, r_, s, ss}, {sts, ts, bs, s, ss}, {sts, ts, tp, s, ss},
		{sts, ts, ks, cs, s, ss}, {sts, ts, cts, cs, s, ss}, {sts, ts, ats, as, s, ss}, {sts, ts, ks, as, s, ss}, {sts, ts, ats, n, as, s, ss}, {sts, ts, ks, n, cs, s, ss}, {sts, ts, ks, rr, cs, s, ss},
		{sts, ts, ks, n, s, ss}, {sts, ts, ks, rr, s, ss}, {sts, ts, n, cs, s, ss}, {ts, ks, cs, s, ss}, {sts, ks, cs, s, ss}, {ts, ks, s, ss}, {ts, rr, s}, {ts, n, s},
		{ts, ks, n, s, ss}, {ts, ks, rr, s, ss}, {ts, ks, r_, s, ss}, {ts, ks, bs, s, ss}, {ks, cs, s, ss}, {ts, cs, s, ss},
	}
}

// ladders lists the label sets that are recognised, the more usual first.
func ladders() []ladder {
	var out []ladder
	names := rungNames{}
	add := func(name string, sets [][]rung) {
		for _, set := range sets {
			out = append(out, names.ladder(name, set))
		}
	}
	add("agreement", agreement())
	for _, a := range adjectives {
		sets := of(a, agreement())
		if a.id == "Baik" {
			sets = append(quality, sets...)
		}
		add(a.name, sets)
	}
	add("frequency", [][]rung{
		pairs("Tidak Pernah|Never|TP, Jarang|Rarely|JR, Kadang-kadang|Sometimes|KD, Sering|Often|SR, Selalu|Always|SL"),
		pairs("Tidak Pernah|Never|TP, Pernah|Ever|P, Kadang-kadang|Sometimes|KD, Sering|Often|SR, Selalu|Always|SL"),
		pairs("Tidak Pernah|Never|TP, Hampir Tidak Pernah|Almost never|HTP, Kadang-kadang|Sometimes|KD, Sering|Often|SR, Selalu|Always|SL"),
		pairs("Tidak Pernah|Never|TP, Hampir Tidak Pernah|Almost never|HTP, Kadang-kadang|Sometimes|KD, Sering|Often|SR, Sangat Sering|Very often|SS"),
		pairs("Tidak Pernah|Never|TP, Jarang|Rarely|JR, Kadang-kadang|Sometimes|KD, Sering|Often|SR, Sangat Sering|Very often|SS"),
		pairs("Sangat Jarang|Very rarely|SJ, Jarang|Rarely|J, Kadang-kadang|Sometimes|KD, Sering|Often|S, Sangat Sering|Very often|SS"),
		pairs("Tidak Pernah|Never|TP, Kadang-kadang|Sometimes|KD, Sering|Often|SR, Selalu|Always|SL"),
		pairs("Tidak Pernah|Never|TP, Jarang|Rarely|JR, Sering|Often|SR, Selalu|Always|SL"),
		pairs("Tidak Pernah|Never, Sangat Jarang|Very rarely, Jarang|Rarely, Kadang-kadang|Sometimes, Sering|Often, Sangat Sering|Very often, Selalu|Always"),
		pairs("Tidak Pernah|Never|N, Jarang|Seldom|SE, Kadang-kadang|Sometimes|SO, Sering|Often|O, Selalu|Always|A"),
		pairs("Tidak Pernah|Never, Jarang|Rarely, Kadang-kadang|Sometimes, Biasanya|Usually, Selalu|Always"),
		pairs("Tidak Pernah|Never, Kadang-kadang|Sometimes, Separuh Waktu|About half the time, Sering|Most of the time, Selalu|Always"),
		pairs("Tidak Pernah|Never, Jarang|Rarely, Kadang-kadang|Occasionally, Sering|Frequently, Selalu|Always"),
		pairs("Tidak Pernah|Never, Jarang|Rarely, Kadang-kadang|Sometimes, Sering|Often, Sangat Sering|Very often, Selalu|Always"),
	})
	add("agreement", [][]rung{
		pairs("Sangat Tidak Setuju|Strongly disagree|SD, Tidak Setuju|Disagree|D, Netral|Neutral|N, Setuju|Agree|A, Sangat Setuju|Strongly agree|SA"),
		pairs("Sangat Tidak Setuju|Strongly disagree|SD, Tidak Setuju|Disagree|D, Netral|Neither agree nor disagree|NAD, Setuju|Agree|A, Sangat Setuju|Strongly agree|SA"),
		pairs("Sangat Tidak Setuju|Strongly disagree|SD, Tidak Setuju|Disagree|D, Ragu-ragu|Not sure|NS, Setuju|Agree|A, Sangat Setuju|Strongly agree|SA"),
		pairs("Sangat Tidak Setuju|Strongly disagree|SD, Tidak Setuju|Disagree|D, Ragu-ragu|Undecided|U, Setuju|Agree|A, Sangat Setuju|Strongly agree|SA"),
		pairs("Sangat Tidak Setuju|Strongly disagree, Agak Tidak Setuju|Somewhat disagree, Netral|Neither agree nor disagree, Agak Setuju|Somewhat agree, Sangat Setuju|Strongly agree"),
		pairs("Sangat Tidak Setuju|Strongly disagree, Agak Tidak Setuju|Somewhat disagree, Netral|Neutral, Agak Setuju|Somewhat agree, Sangat Setuju|Strongly agree"),
		pairs("Sangat Tidak Setuju|Strongly disagree, Tidak Setuju|Disagree, Agak Tidak Setuju|Somewhat disagree, Netral|Neither agree nor disagree, Agak Setuju|Somewhat agree, Setuju|Agree, Sangat Setuju|Strongly agree"),
		pairs("Sangat Tidak Setuju|Strongly disagree, Tidak Setuju|Disagree, Agak Tidak Setuju|Slightly disagree, Netral|Neither agree nor disagree, Agak Setuju|Slightly agree, Setuju|Agree, Sangat Setuju|Strongly agree"),
		pairs("Sangat Tidak Setuju|Strongly disagree, Tidak Setuju|Disagree, Agak Tidak Setuju|Slightly disagree, Agak Setuju|Slightly agree, Setuju|Agree, Sangat Setuju|Strongly agree"),
		pairs("Sangat Tidak Setuju|Strongly disagree, Tidak Setuju|Disagree, Agak Tidak Setuju|Somewhat disagree, Agak Setuju|Somewhat agree, Setuju|Agree, Sangat Setuju|Strongly agree"),
		pairs("Sangat Tidak Setuju|Completely disagree, Tidak Setuju|Disagree, Netral|Neutral, Setuju|Agree, Sangat Setuju|Completely agree"),
	})
	add("satisfaction", [][]rung{
		pairs("Sangat Tidak Puas|Very dissatisfied|VD, Tidak Puas|Dissatisfied|D, Netral|Neutral|N, Puas|Satisfied|S, Sangat Puas|Very satisfied|VS"),
		pairs("Sangat Tidak Puas|Very dissatisfied, Tidak Puas|Dissatisfied, Netral|Neither satisfied nor dissatisfied, Puas|Satisfied, Sangat Puas|Very satisfied"),
		pairs("Sangat Tidak Puas|Very unsatisfied, Tidak Puas|Unsatisfied, Netral|Neutral, Puas|Satisfied, Sangat Puas|Very satisfied"),
		pairs("Sangat Tidak Puas|Very dissatisfied, Agak Tidak Puas|Somewhat dissatisfied, Netral|Neither satisfied nor dissatisfied, Agak Puas|Somewhat satisfied, Sangat Puas|Very satisfied"),
	})
	add("quality", [][]rung{
		pairs("Sangat Buruk|Very poor|VP, Buruk|Poor|P, Cukup|Fair|F, Baik|Good|G, Sangat Baik|Very good|VG"),
		pairs("Buruk|Poor|P, Cukup|Fair|F, Baik|Good|G, Sangat Baik|Very good|VG, Istimewa|Excellent|E"),
		pairs("Buruk|Poor, Cukup|Fair, Sedang|Average, Baik|Good, Istimewa|Excellent"), pairs("Sangat Buruk|Very poor, Buruk|Poor, Sedang|Average, Baik|Good, Istimewa|Excellent"),
		pairs("Buruk|Poor, Cukup|Fair, Baik|Good, Istimewa|Excellent"), pairs("Sangat Buruk|Very poor, Buruk|Poor, Cukup|Fair, Baik|Good, Istimewa|Excellent"), pairs("Sangat Buruk|Very bad, Buruk|Bad, Netral|Neutral, Baik|Good, Sangat Baik|Very good"),
	})
	add("importance", [][]rung{
		pairs("Tidak Penting|Not important, Agak Penting|Slightly important, Cukup Penting|Moderately important, Penting|Important, Sangat Penting|Very important"),
		pairs("Tidak Penting Sama Sekali|Not at all important, Agak Penting|Slightly important, Cukup Penting|Moderately important, Sangat Penting|Very important, Teramat Penting|Extremely important"),
		pairs("Sangat Tidak Penting|Very unimportant, Tidak Penting|Unimportant, Netral|Neutral, Penting|Important, Sangat Penting|Very important"),
	})
	add("likelihood", [][]rung{
		pairs("Sangat Tidak Mungkin|Very unlikely, Tidak Mungkin|Unlikely, Netral|Neutral, Mungkin|Likely, Sangat Mungkin|Very likely"),
		pairs("Sangat Tidak Mungkin|Extremely unlikely, Tidak Mungkin|Unlikely, Netral|Neutral, Mungkin|Likely, Sangat Mungkin|Extremely likely"),
	})
	// Of the survey that Indonesian services owe (PermenPANRB 14/2017), whose questions
	// have four points each with labels of their own.
	add("fees", [][]rung{pairs("Sangat Mahal|Very expensive, Cukup Mahal|Fairly expensive, Murah|Cheap, Gratis|Free of charge")})
	add("complaints", [][]rung{pairs("Tidak Ada|There is none, Ada Tetapi Tidak Berfungsi|There is one that does not work, Berfungsi Kurang Maksimal|It works in part, Dikelola dengan Baik|It is well managed")})
	add("manners", [][]rung{pairs("Tidak Sopan dan Ramah|Not polite and friendly, Kurang Sopan dan Ramah|Not very polite and friendly, Sopan dan Ramah|Polite and friendly, Sangat Sopan dan Ramah|Very polite and friendly")})
	add("degree", [][]rung{
		pairs("Tidak Sama Sekali|Not at all, Sedikit|Slightly, Sedang|Moderately, Sangat|Very, Amat Sangat|Extremely"),
		pairs("Sangat Rendah|Very low|SR, Rendah|Low|R, Sedang|Moderate|S, Tinggi|High|T, Sangat Tinggi|Very high|ST"),
		pairs("Sangat Rendah|Very low, Rendah|Low, Sedang|Medium, Tinggi|High, Sangat Tinggi|Very high"),
		pairs("Sangat Sulit|Very difficult, Sulit|Difficult, Netral|Neutral, Mudah|Easy, Sangat Mudah|Very easy"),
	})
	return out
}

// quality are the Indonesian labels of quality besides those of the common form.
var quality = [][]rung{
	pairs("Sangat Kurang|Very poor|SK, Kurang|Poor|K, Cukup|Fair|C, Baik|Good|B, Sangat Baik|Very good|SB"),
	pairs("Sangat Buruk|Very poor, Buruk|Poor, Cukup|Fair, Baik|Good, Sangat Baik|Very good"),
	pairs("Sangat Tidak Baik|Very poor|STB, Tidak Baik|Poor|TB, Cukup|Fair|C, Baik|Good|B, Sangat Baik|Very good|SB"),
	pairs("Sangat Jelek|Very poor, Jelek|Poor, Cukup|Fair, Baik|Good, Sangat Baik|Very good"),
	pairs("Tidak Baik|Poor|TB, Kurang Baik|Below average|KB, Cukup|Fair|C, Baik|Good|B, Sangat Baik|Very good|SB"),
	pairs("Kurang|Poor|K, Cukup|Fair|C, Baik|Good|B, Sangat Baik|Very good|SB"),
	pairs("Buruk|Poor, Cukup|Fair, Baik|Good, Sangat Baik|Very good"),
	pairs("Sangat Kurang Baik|Very poor|SKB, Kurang Baik|Poor|KB, Cukup Baik|Fair|CB, Baik|Good|B, Sangat Baik|Very good|SB"),
}

// adjective is a word that takes the place of "Setuju" in the labels of
// agreement. Without English words the labels stand as they are in both languages.
type adjective struct{ name, id, no, somewhatNo, fairly, plain, very string }

var adjectives = []adjective{
	{"satisfaction", "Puas", "Dissatisfied", "Somewhat dissatisfied", "Fairly satisfied", "Satisfied", "Very satisfied"},
	{"quality", "Baik", "Poor", "Below average", "Fairly good", "Good", "Very good"},
	{"importance", "Penting", "Unimportant", "Less important", "Fairly important", "Important", "Very important"},
	{"suitability", "Sesuai", "Unsuitable", "Less suitable", "Fairly suitable", "Suitable", "Very suitable"},
	{"ease", "Mudah", "Not easy", "Less easy", "Fairly easy", "Easy", "Very easy"},
	{"clarity", "Jelas", "Unclear", "Less clear", "Fairly clear", "Clear", "Very clear"},
	{"satisfaction", "Memuaskan", "Unsatisfactory", "Less satisfactory", "Fairly satisfactory", "Satisfactory", "Very satisfactory"},
	{"benefit", "Bermanfaat", "Not useful", "Less useful", "Fairly useful", "Useful", "Very useful"},
	{"help", "Membantu", "Not helpful", "Less helpful", "Fairly helpful", "Helpful", "Very helpful"},
}

// of puts an adjective into sets of labels of agreement.
func of(a adjective, sets [][]rung) [][]rung {
	put := map[rung]rung{}
	out := make([][]rung, len(sets))
	for k, set := range sets {
		out[k] = make([]rung, len(set))
		for i, g := range set {
			r, ok := put[g]
			if !ok {
				r = a.in(g)
				put[g] = r
			}
			out[k][i] = r
		}
	}
	return out
}

// in puts an adjective into a label of agreement. Its short form has its
// initial for that of "Setuju".
func (a adjective) in(g rung) rung {
	if g == rr || g == n || g == bs || g == r_ || g == tp {
		return g
	}
	out := rung{id: strings.Replace(g.id, "Setuju", a.id, 1), code: g.code[:len(g.code)-1] + string([]rune(a.id)[0])}
	if a.plain == "" {
		out.en = out.id
		return out
	}
	switch g {
	case sts:
		out.en = "Very " + strings.ToLower(a.no)
		if strings.HasPrefix(a.no, "Not ") {
			out.en = "Not at all " + strings.TrimPrefix(a.no, "Not ")
		}
	case ts:
		out.en = a.no
	case ks, ats, cts:
		out.en = a.somewhatNo
	case cs, as:
		out.en = a.fairly
	case s:
		out.en = a.plain
	default:
		out.en = a.very
	}
	return out
}

// pairs reads "Indonesian|English|code, …".
func pairs(list string) []rung {
	var out []rung
	for _, p := range strings.Split(list, ", ") {
		f := append(strings.Split(p, "|"), "")
		out = append(out, rung{f[0], f[1], f[2]})
	}
	return out
}
