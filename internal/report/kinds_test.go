package report

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"wogreport/internal/lang"
)

// kinds are the sentences that a report is made of. Where several patterns would fit,
// the first is meant.
var kinds = []kind{
	{"abstract", "This descriptive study examines how respondents see quality.", "Penelitian deskriptif ini menggambarkan pandangan responden tentang mutu.", nil},
	{"abstract answered", "A questionnaire of {n} «statement|statements» was answered by {any}.", "Kuesioner dengan {n} butir pernyataan dijawab oleh {any}.", func(x *ctx, m []string) error {
		return must(x.num(m[1]) == float64(x.c.K) && strings.Contains(m[len(m)-1], lang.Count(x.lang, x.Answered)) || strings.Contains(m[len(m)-1], lang.Int(x.lang, x.Answered)+" ") || x.Answered == 1, "%d items, %d answered", x.c.K, x.Answered)
	}},
	{"abstract sound", "{set} «was|were» valid (⟨item–total r {x}–{x}; ⟩critical r {any}), and the instrument was reliable (Cronbach’s alpha {x}){any}.",
		"{set} valid (⟨r hitung {x}–{x}; ⟩r tabel {any}), dan instrumen reliabel (Cronbach alpha {x}){any}.", func(x *ctx, m []string) error {
			uncertain, alpha := m[len(m)-1], m[len(m)-2]
			return first(x.same(m[1], x.valid(true), x.all()), x.shows(alpha, val(x.c.Alpha)), must(val(x.c.Alpha) > x.c.AlphaThreshold, "alpha is %v", val(x.c.Alpha)),
				must((uncertain != "") == x.uncertain(), "the interval is %v", x.c.AlphaCI))
		}},
	{"abstract valid", "Of the {n} items, {n} «was|were» valid⟨; {set} «was|were» not⟩⟨; no verdict is possible on {set}⟩.", "Dari {n} butir, {n} dinyatakan valid⟨; {set} tidak valid⟩⟨; tentang {set} keputusan tidak dapat diambil⟩.", func(x *ctx, m []string) error {
		open := x.where(func(i int) bool { return x.c.Items[i].Valid == nil })
		valid, set := int(x.num(m[2])), m[len(m)-1]
		err := first(must(int(x.num(m[1])) == x.c.K && valid == len(x.valid(true)), "valid are %v", x.valid(true)), must(set == "" || x.same(set, open, x.all()) == nil, "no verdict on %v", open))
		if err == nil {
			err = x.notValid(m[0])
		}
		if err == nil && x.lang == lang.EN { // the Indonesian one stands in the results, too
			err = must((set == "") == (len(open) == 0), "no verdict on %v", open)
		}
		return err
	}},
	{"abstract none valid", "«The one item|Neither item|Neither of the two items|None of the {n} items»⟨ «that could be tested»⟩ was⟨ «not»⟩ valid⟨; no verdict is possible on {set}⟩.", "«Satu-satunya butir|Tidak satu pun dari {n} butir»⟨ «yang dapat diuji»⟩⟨ «tidak»⟩ dinyatakan valid⟨; tentang {set} keputusan tidak dapat diambil⟩.", func(x *ctx, m []string) error {
		open, n := x.where(func(i int) bool { return x.c.Items[i].Valid == nil }), 2
		if m[2] != "" {
			n = int(x.num(m[2]))
		} else if m[4] != "" {
			n = 1
		}
		return must(len(x.valid(true)) == 0 && n == x.c.K-len(open) && (m[3] != "") == (len(open) > 0) && (m[5] == "" || x.same(m[5], open, x.all()) == nil) && (m[5] != "") == (len(open) > 0), "valid are %v, no verdict on %v", x.valid(true), open)
	}},
	{"abstract open", "The validity of the «item|items» could not be determined.", "Validitas butir tidak dapat ditentukan.", func(x *ctx, _ []string) error {
		return must(len(x.valid(true))+len(x.valid(false)) == 0, "some have a verdict")
	}},
	{"abstract alpha", "Cronbach’s alpha «was|could not be computed»⟨ {x}⟩⟨, «above|not above|below» the threshold of {x}⟩{any}.", "Cronbach alpha «adalah|tidak dapat dihitung»⟨ {x}⟩⟨, «lebih besar|tidak lebih besar|lebih kecil» daripada batas {x}⟩{any}.", func(x *ctx, m []string) error {
		if m[2] == "" {
			return must(x.c.Alpha == nil, "alpha is %v", val(x.c.Alpha))
		}
		return first(x.shows(m[2], val(x.c.Alpha)), x.beside(m[3]))
	}},
	{"abstract shares", "The share of respondents who chose {l}⟨, «among the items not worded negatively»,⟩ ranged from {p} ({set}) to {p} ({set}).", "Proporsi responden yang memilih {l}⟨, «di antara butir yang tidak bernada negatif»,⟩ berkisar dari {p} ({set}) sampai {p} ({set}).", func(x *ctx, m []string) error {
		direct := m[2]
		m = slices.Delete(slices.Clone(m), 2, 3)
		if err := must((direct != "") == (len(x.worded(true)) > 0), "reversed are %v", x.worded(true)); err != nil {
			return err
		}
		return x.shareEnds(m[1], m[4], m[5], m[2], m[3])
	}},
	{"abstract means", "The lowest mean was {x} ({set}) and the highest {x} ({set}) on a scale of {n}–{n}⟨, with {set} scored in reverse⟩{any}.", "Rata-rata terendah adalah {x} ({set}) dan tertinggi {x} ({set}) pada skala {n}–{n}⟨, dengan skor {set} dibalik⟩{any}.", func(x *ctx, m []string) error {
		return first(x.turned(m[7]), x.thin(m[8]), x.meanEnds(m[4], m[3], m[2], m[1]))
	}},
	{"all rows straight", "A check of the «only row|{n} rows» of answers found that «it gives|both rows give|all {n} rows give» the same answer to every item answered.", "Pemeriksaan atas «satu-satunya baris|{n} baris» jawaban menemukan bahwa «baris itu|kedua baris|semua {n} baris» berisi jawaban yang sama pada semua butir yang dijawab.", func(x *ctx, m []string) error {
		n := 1
		if m[2] != "" {
			n = int(x.num(m[2]))
		}
		return must(n == x.file.Quality.Rows && n == len(x.file.Quality.Straightliners) && (m[4] == "" || m[4] == m[2]), "%d of %d rows", len(x.file.Quality.Straightliners), x.file.Quality.Rows)
	}},
	{"straight caution", "«Of {n} rows, {n}|All {n} rows» give one answer to every item, so «r and alpha say little about the quality of the questionnaire here|neither r nor alpha can be computed».",
		"«Seluruh {n}|«Sebanyak |»{n} dari {n}» baris memberi satu jawaban yang sama pada semua butir sehingga r hitung dan alpha «di sini tidak banyak menjelaskan mutu kuesioner|tidak dapat dihitung».", func(x *ctx, m []string) error {
			none := m[len(m)-1] == "neither r nor alpha can be computed" || m[len(m)-1] == "tidak dapat dihitung"
			if some := x.where(func(i int) bool { return !math.IsNaN(x.r(i)) }); none != (x.c.Alpha == nil && len(some) == 0) {
				return must(false, "alpha is %v, items %v have an r", val(x.c.Alpha), some)
			}
			rows, straight := x.num(m[2]), x.num(m[3])
			all := m[4]
			if x.lang == lang.ID {
				rows, straight, all = x.num(m[5]), x.num(m[4]), m[2]
			}
			if all != "" {
				rows, straight = x.num(all), x.num(all)
			}
			return must(int(rows) == x.file.N && int(straight) == len(x.file.Quality.Straightliners) && 2*straight > rows, "%v of %v", straight, rows)
		}},
	{"validity of all", "{set} «has|have» an item–total r above the critical r⟨, from {x} ({set}) to {x} ({set})⟩, and therefore «counts|count» as valid.",
		"{set} mempunyai r hitung yang ⟨lebih besar daripada|melebihi⟩ r tabel⟨, dari {x} ({set}) sampai {x} ({set}),⟩ sehingga ⟨keduanya |semuanya ⟩dinyatakan valid.", func(x *ctx, m []string) error {
			at := 2
			if x.lang == lang.EN {
				at = 3
			}
			if err := first(must(len(x.valid(true)) == x.c.K, "valid are %v", x.valid(true)), x.same(m[1], x.all(), x.all())); err != nil || m[at] == "" {
				return err
			}
			low, high := x.ends(x.all(), x.r)
			return first(x.ranked(m[at], m[at+1], low, x.all(), x.r), x.ranked(m[at+2], m[at+3], high, x.all(), x.r))
		}},
	{"validity of none", "«Neither item|None of the {n} items» has an item–total r above the critical r, so «neither|none» counts as valid.", "Tidak satu pun dari {n} butir mempunyai r hitung yang lebih besar daripada r tabel sehingga tidak ada butir yang dinyatakan valid.", func(x *ctx, m []string) error {
		n := m[1]
		if x.lang == lang.EN {
			if n = m[2]; n == "" {
				n = "2"
			}
		}
		return must(len(x.valid(false)) == x.c.K && int(x.num(n)) == x.c.K, "not valid are %v", x.valid(false))
	}},
	{"validity of some", "Of the {n} items, {n} «is|are» valid⟨: {set}⟩.", "Dari {n} butir, {n} dinyatakan valid⟨: {set}⟩.", func(x *ctx, m []string) error {
		v := x.valid(true)
		set := m[len(m)-1]
		return first(must(int(x.num(m[1])) == x.c.K && int(x.num(m[2])) == len(v), "valid are %v", v), must(set == "" || x.same(set, v, x.all()) == nil, "valid are %v", v))
	}},
	{"abstract all valid", "{set} «was|were» valid.", "{set} dinyatakan valid.", func(x *ctx, m []string) error {
		return first(x.same(m[1], x.all(), x.all()), must(len(x.valid(true)) == x.c.K, "valid are %v", x.valid(true)))
	}},
	{"not valid", "The item–total r of {set}⟨ ({x})⟩ is below the critical r⟨ ({x})⟩, so «the item is|these items are» not valid.", "Nilai r hitung {set}⟨ ({x})⟩ lebih kecil daripada r tabel⟨ ({x})⟩ sehingga «butir|kedua butir|butir-butir» itu dinyatakan tidak valid.", func(x *ctx, m []string) error {
		v := x.valid(false)
		subject := map[string]bool{"the item is": len(v) == 1, "these items are": len(v) > 1, "butir": len(v) == 1, "kedua butir": len(v) == 2, "butir-butir": len(v) > 2}
		if !subject[m[4]] {
			return must(false, "%q is said of %v", m[4], v)
		}
		if err := x.same(m[1], v, x.all()); err != nil || m[2] == "" {
			return err
		}
		it := x.c.Items[v[0]-1]
		return first(x.shows(m[2], x.r(v[0]-1)), x.shows(m[3], val(it.CriticalR)), must(x.num(m[2]) < x.num(m[3]), "the digits do not show it"))
	}},
	{"no verdict", "There is no verdict on {set}, since ⟨its |their ⟩«r|the critical r|r or the critical r|r or critical r|r cannot be computed: the construct has one item»⟨ cannot be computed⟩.", "Keputusan tentang {set} tidak dapat diambil karena «r hitungnya|r tabelnya|r hitung atau r tabelnya» tidak dapat dihitung⟨: konstruk ini hanya mempunyai satu butir⟩.", func(x *ctx, m []string) error {
		one := strings.Contains(m[0], "has one item") || strings.Contains(m[0], "satu butir.")
		switch m[2] {
		case "r", "r hitungnya":
			if x.c.CriticalR == nil && !one {
				return must(false, "the critical r is undefined")
			}
		case "the critical r", "r tabelnya":
			if x.c.CriticalR != nil {
				return must(false, "the critical r is %v", *x.c.CriticalR)
			}
		}
		return first(must(one == (x.c.K == 1), "%d items", x.c.K), x.same(m[1], x.where(func(i int) bool { return x.c.Items[i].Valid == nil }), x.all()))
	}},
	{"alpha", "Cronbach’s alpha, with {any}, is {x}⟨ (95% confidence interval: {any})⟩, «above|not above|below» the threshold of {x}; the instrument «counts as|cannot be called» reliable.",
		"Cronbach alpha dengan {any} adalah {x}⟨ (selang kepercayaan 95%: {any})⟩, «lebih besar|tidak lebih besar|lebih kecil» daripada batas {x}, sehingga instrumen «dinyatakan|tidak dapat dinyatakan» reliabel.", func(x *ctx, m []string) error {
			above := m[4] == "above" || m[4] == "lebih besar"
			return first(x.shows(m[2], val(x.c.Alpha)), x.beside(m[4]),
				must(above == (x.num(m[2]) > x.num(m[5])), "the digits do not show it"))
		}},
	{"nothing varies", "No Cronbach’s alpha can be computed, since none of the {n} items varies, so reliability cannot be judged.", "Cronbach alpha tidak dapat dihitung karena «kedua|ke{n}|semua» butirnya tidak bervariasi sehingga reliabilitas tidak dapat dinilai.", func(x *ctx, _ []string) error {
		vary := x.where(func(i int) bool { return val(x.c.Items[i].SD) > 0 })
		return must(x.c.Alpha == nil && (len(vary) == 0 || x.c.N < x.N), "items %v vary", vary)
	}},
	{"no alpha of one item", "Cronbach’s alpha cannot be computed because there are too few items, so reliability cannot be judged.", "Cronbach alpha tidak dapat dihitung karena butir terlalu sedikit sehingga reliabilitas tidak dapat dinilai.", func(x *ctx, _ []string) error {
		return must(x.c.K == 1 && x.c.Alpha == nil, "%d items, alpha is %v", x.c.K, val(x.c.Alpha))
	}},
	{"no alpha", "Cronbach’s alpha, with {any}, cannot be computed because {any}, so reliability cannot be judged.", "Cronbach alpha dengan {any} tidak dapat dihitung karena {any} sehingga reliabilitas tidak dapat dinilai.", func(x *ctx, _ []string) error {
		return must(x.c.Alpha == nil, "alpha is %v", val(x.c.Alpha))
	}},
	{"uncertain alpha", "The interval’s lower end does not exceed {x}, so this verdict is not certain.", "Batas bawah selang itu tidak melampaui {x} sehingga keputusan ini belum pasti.", func(x *ctx, _ []string) error { return must(x.uncertain(), "the interval is %v", x.c.AlphaCI) }},
	{"some skipped all items", "«A total of |»{n} respondents skipped «both of these items|all of these items|this item» and were left out of «their|its» validity and reliability analysis.", "«Sebanyak |»{n} responden melewatkan «kedua butir|semua butir|butir» ini dan tidak diikutsertakan dalam uji validitas dan reliabilitasnya.", func(x *ctx, m []string) error {
		left, skipped := x.Answered-x.c.N, 0
		for i := range x.c.Items {
			skipped += x.Answered - x.c.Items[i].N
		}
		return must(left == int(x.num(m[2])) && left > 1 && skipped == left*x.c.K && (x.c.K == 2) == (strings.HasPrefix(m[3], "both") || strings.HasPrefix(m[3], "kedua")) && (x.c.K == 1) == (m[3] == "this item" || m[3] == "butir") && (x.lang == lang.ID || (x.c.K == 1) == (m[4] == "its")), "%d skipped %d", left, skipped)
	}},
	{"one skipped items", "One respondent skipped «{n} of these items|this item|both of these items|all of these items» and was left out of «their|its» validity and reliability analysis.", "Satu responden melewatkan «{n} dari butir-butir ini|butir ini|kedua butir ini|semua butir ini» dan tidak diikutsertakan dalam uji validitas dan reliabilitasnya.", func(x *ctx, m []string) error {
		skipped := 0
		for i := range x.c.Items {
			skipped += x.Answered - x.c.Items[i].N
		}
		all := m[2] == ""
		if both := strings.HasPrefix(m[1], "both") || strings.HasPrefix(m[1], "kedua"); both != (all && x.c.K == 2) {
			return must(false, "of %d items", x.c.K)
		}
		return must(x.Answered-x.c.N == 1 && all == (skipped == x.c.K) && (all || int(x.num(m[2])) == skipped) && (x.lang == lang.ID || (x.c.K == 1) == (m[3] == "its")), "%d skipped %d", x.Answered-x.c.N, skipped)
	}},
	{"omega", "McDonald’s omega is {x}.", "Omega McDonald adalah {x}.", func(x *ctx, m []string) error { return x.shows(m[1], val(x.c.OmegaRaw)) }},
	{"no omega", "McDonald’s omega cannot be computed because {any}.", "Omega McDonald tidak dapat dihitung karena {any}.", func(x *ctx, _ []string) error { return must(x.c.OmegaRaw == nil, "omega is %v", val(x.c.OmegaRaw)) }},
	{"raises of many", "⟨Alpha|Cronbach’s alpha⟩ would rise if any one of {set} were deleted, at most to {x} without item {n}.", "⟨Alpha|Cronbach alpha⟩ akan naik jika salah satu dari {set} dihapus; paling tinggi menjadi {x} tanpa butir {n}.", func(x *ctx, m []string) error {
		i := int(x.num(m[3])) - 1
		most := math.Inf(-1)
		for _, it := range x.c.Items {
			if it.AlphaIfDeleted != nil {
				most = max(most, *it.AlphaIfDeleted)
			}
		}
		return first(x.same(m[1], x.raises(), x.all()), x.shows(m[2], most), must(val(x.c.Items[i].AlphaIfDeleted) == most, "the most is %v", most))
	}},
	{"reversed in vain", "The item–total «correlation|correlations» of {set} «is|are» negative ({any}) although «its score was|their scores were» reversed: the reversed scores run against those of the other items, as with «a statement that is|statements that are» not worded negatively.", "Pada {set}, korelasi butir-total negatif ({any}) meskipun skornya dibalik: skor yang dibalik itu berlawanan arah dengan skor butir lain, seperti pada pernyataan yang tidak bernada negatif.", func(x *ctx, m []string) error {
		return x.negatives(m, func(i int) bool { return x.against(i) && x.c.Items[i].Reversed })
	}},
	{"against the others", "The item–total «correlation|correlations» of {set} «is|are» negative ({any}): «its|their» answers run against those to the other items, as with «a negative statement whose score is|negative statements whose scores are» not reversed.", "Pada {set}, korelasi butir-total negatif ({any}): jawabannya berlawanan arah dengan butir lain, seperti pada pernyataan negatif yang skornya tidak dibalik.", func(x *ctx, m []string) error {
		return x.negatives(m, func(i int) bool { return x.against(i) && !x.c.Items[i].Reversed })
	}},
	{"unrelated to the others", "The item–total «correlation|correlations» of {set} «is|are» close to zero ({any}): «its|their» answers are hardly related to those to the other items.", "Pada {set}, korelasi butir-total hampir nol ({any}): jawabannya hampir tidak berkaitan dengan jawaban atas butir lain.", func(x *ctx, m []string) error {
		return x.negatives(m, x.nearZero)
	}},
	{"perhaps unrelated to the others", "The item–total «correlation|correlations» of {set} «is|are» negative ({any}), but not significantly so: «its|their» answers show no clear relation to those to the other items.", "Pada {set}, korelasi butir-total negatif ({any}), tetapi tidak signifikan: jawabannya tidak tampak berkaitan dengan jawaban atas butir lain.", func(x *ctx, m []string) error {
		return x.negatives(m, func(i int) bool { return x.r(i) <= -0.1 && !x.against(i) })
	}},
	{"all unrelated", "For {set}, the item–total correlation is close to zero ({any}): the items are hardly related to one another.", "Pada {set}, korelasi butir-total hampir nol ({any}): jawabannya hampir tidak berkaitan satu sama lain.", func(x *ctx, m []string) error {
		return first(x.negativeMost(m), must(len(x.where(func(i int) bool { return x.r(i) < 0 && !x.nearZero(i) })) == 0, "near zero are %v", x.where(x.nearZero)))
	}},
	{"hardly related", "For {set}, the item–total correlation is negative« or close to zero|, for some items close to zero» ({any}): the items are hardly related to one another.", "Pada {set}, korelasi butir-total negatif« atau hampir nol|, sebagian hampir nol» ({any}): jawabannya hampir tidak berkaitan satu sama lain.", func(x *ctx, m []string) error {
		near := x.where(func(i int) bool { return x.nearZero(i) && x.r(i) < 0 })
		far := x.where(func(i int) bool { return !x.nearZero(i) && x.r(i) < 0 })
		return first(x.negativeMixed(m), must(len(x.where(x.against)) == 0 && len(near) > 0 && len(far) > 0, "close to zero are %v, not %v", near, far))
	}},
	{"no clear relation", "For {set}, the item–total correlation is negative ({any}), but not significantly so: the items show no clear relation to one another.", "Pada {set}, korelasi butir-total negatif ({any}), tetapi tidak signifikan: jawabannya tidak tampak berkaitan satu sama lain.", func(x *ctx, m []string) error {
		near := x.where(func(i int) bool { return x.nearZero(i) && x.r(i) < 0 })
		return first(x.negativeMost(m), must(len(x.where(x.against)) == 0 && len(near) == 0, "some run against the others, or are close to zero: %v", near))
	}},
	{"not consistent, or close to zero", "For {set}, the item–total correlation is negative« or close to zero|, for some items close to zero» ({any}): the items are not consistent with one another.", "Pada {set}, korelasi butir-total negatif« atau hampir nol|, sebagian hampir nol» ({any}): butir-butir ini tidak konsisten satu sama lain.", func(x *ctx, m []string) error {
		near := x.where(func(i int) bool { return x.nearZero(i) && x.r(i) < 0 })
		return first(x.negativeMixed(m), must(len(x.where(x.against)) > 0 && len(near) > 0, "close to zero are %v", near))
	}},
	{"not consistent", "For {set}, the item–total correlation is negative ({any}): the items are not consistent with one another.", "Pada {set}, korelasi butir-total negatif ({any}): butir-butir ini tidak konsisten satu sama lain.", func(x *ctx, m []string) error {
		near := x.where(func(i int) bool { return x.nearZero(i) && x.r(i) < 0 })
		return first(x.negativeMost(m), must(len(x.where(x.against)) > 0 && len(near) == 0, "close to zero are %v", near))
	}},
	{"raises by one", "⟨Alpha|Cronbach’s alpha⟩ would rise to {x} if item {n} were deleted.", "⟨Alpha|Cronbach alpha⟩ akan naik menjadi {x} jika butir {n} dihapus.", func(x *ctx, m []string) error {
		up := x.raises()
		return first(must(len(up) == 1 && up[0] == int(x.num(m[2])), "raised by %v", up), x.shows(m[1], val(x.c.Items[int(x.num(m[2]))-1].AlphaIfDeleted)))
	}},
	{"raises", "⟨Alpha|Cronbach’s alpha⟩ would rise if {any} were deleted.", "⟨Alpha|Cronbach alpha⟩ akan naik jika {any} dihapus.", func(x *ctx, m []string) error {
		var named []int
		for _, s := range regexp.MustCompile(`(?:item|butir) (\d+) \((?:to|menjadi) (−?[\d.,]+)\)`).FindAllStringSubmatch(m[1], -1) {
			i := int(x.num(s[1]))
			if err := x.shows(s[2], val(x.c.Items[i-1].AlphaIfDeleted)); err != nil {
				return err
			}
			named = append(named, i)
		}
		return must(slices.Equal(named, x.raises()), "raised by %v", x.raises())
	}},
	{"raises nothing", "Deleting any one item would not raise ⟨alpha|Cronbach’s alpha⟩⟨ «at three decimals»⟩.", "Penghapusan butir mana pun tidak menaikkan ⟨alpha|Cronbach alpha⟩⟨ «jika dibulatkan ke tiga desimal»⟩.", func(x *ctx, m []string) error {
		some := x.where(func(i int) bool { return val(x.c.Items[i].AlphaIfDeleted) > val(x.c.Alpha)+1e-9 })
		return must(len(x.raises()) == 0 && (m[1] != "") == (len(some) > 0), "raised by %v, a little by %v", x.raises(), some)
	}},

	{"classes of scores", "By their score for quality, «the only respondent|the {n} respondents» who answered every item «is|are» in the classes *High* ({n}; {p}), *Medium* ({n}; {p}), and *Low* ({n}; {p}).",
		"Menurut skor mutu, «satu-satunya|{n}» responden yang menjawab semua butir termasuk kategori *Tinggi* ({n}; {p}), *Sedang* ({n}; {p}), dan *Rendah* ({n}; {p}).", func(x *ctx, m []string) error {
			said, s := m[len(m)-6:], x.c.ScoreClasses
			for i, c := range []int{2, 1, 0} {
				if err := first(must(int(x.num(said[2*i])) == s.Classes[c].N, "class %d has %d", c, s.Classes[c].N), x.percent(said[2*i+1], s.Classes[c].N, s.N)); err != nil {
					return err
				}
			}
			return must(s.N == x.c.N && s.Classes[0].N+s.Classes[1].N+s.Classes[2].N == s.N, "they are %d", s.N)
		}},
	{"score of a negative alpha", "Since alpha is negative, the score should not be interpreted.", "Karena alpha bernilai negatif, skor itu sebaiknya tidak ditafsirkan.", func(x *ctx, _ []string) error {
		return must(x.c.Alpha != nil && *x.c.Alpha < 0, "alpha is %v", x.c.Alpha)
	}},
	{"no classes of scores", "Nobody answered every item of quality, so there are no classes.", "Tidak seorang pun menjawab semua butir mutu sehingga tidak ada kategori.", func(x *ctx, _ []string) error { return must(x.c.N == 0, "%d did", x.c.N) }},
	{"normality", "For the scores for quality, the Shapiro–Wilk test finds «a departure|no departure» from a normal distribution (W = {x}, {any})⟨, «and|but» the Lilliefors test finds «one|none» (D = {x}, {any})⟩.",
		"Untuk skor mutu, uji Shapiro–Wilk «menemukan|tidak menemukan» penyimpangan dari sebaran normal (W = {x}; {any})⟨, «demikian pula|tetapi» uji Lilliefors⟨ «menemukannya|tidak menemukannya»⟩ (D = {x}; {any})⟩.", func(x *ctx, m []string) error {
			s, departs := x.c.Scores, func(w string) bool {
				return w == "a departure" || w == "one" || w == "menemukan" || w == "menemukannya"
			}
			err := first(x.shows(m[2], val(s.W)), must(departs(m[1]) == (val(s.WP) < 0.05), "p is %v", val(s.WP)), must((m[4] != "") == (s.D != nil), "D is %v", val(s.D)))
			if s.D == nil || err != nil {
				return err
			}
			if x.lang == lang.ID {
				said := departs(m[5])
				if m[5] == "" {
					said = departs(m[1])
				}
				return first(x.shows(m[6], val(s.D)), must((m[4] == "tetapi") == (m[5] != "") && said == (val(s.DP) < 0.05), "p is %v", val(s.DP)))
			}
			return first(x.shows(m[6], val(s.D)), must((m[4] == "but") == (departs(m[1]) != departs(m[5])), "%s", m[4]), must(departs(m[5]) == (val(s.DP) < 0.05), "p is %v", val(s.DP)))
		}},
	{"normality of many", "For the scores for quality, the Lilliefors test finds «a departure|no departure» from a normal distribution (D = {x}, {any}).", "Untuk skor mutu, uji Lilliefors «menemukan|tidak menemukan» penyimpangan dari sebaran normal (D = {x}; {any}).", func(x *ctx, m []string) error {
		s, departs := x.c.Scores, m[1] == "a departure" || m[1] == "menemukan"
		return first(x.shows(m[2], val(s.D)), must(departs == (val(s.DP) < 0.05) && s.W == nil, "p is %v", val(s.DP)))
	}},
	{"no normality", "Whether the scores for quality are normally distributed cannot be tested because {any}.", "Apakah skor mutu tersebar normal tidak dapat diuji karena {any}.", func(x *ctx, _ []string) error {
		return must(x.c.Scores.W == nil && x.c.Scores.D == nil, "W is %v", val(x.c.Scores.W))
	}},

	{"one answer leads", "The most frequent answer is {l}, given by {n} of {n} «respondent|respondents» ({p}), «more than half|exactly half|less than half» of those who answered.",
		"Jawaban yang paling banyak dipilih ialah {l}: {n} dari {n} responden ({p}), «lebih dari separuh|tepat separuh|kurang dari separuh» responden yang menjawab.", func(x *ctx, m []string) error {
			if x.lang == lang.EN {
				m = slices.Delete(slices.Clone(m), 4, 5)
			}
			_, v := labelEnds(m[1])
			a, n := x.answers(x.item-1), x.c.Items[x.item-1].N
			c := a[v-1]
			half := map[int]string{1: "more than half", 0: "exactly half", -1: "less than half"}
			if x.lang == lang.ID {
				half = map[int]string{1: "lebih dari separuh", 0: "tepat separuh", -1: "kurang dari separuh"}
			}
			return first(must(slices.Equal(x.leading(x.item-1), []int{v}) && !x.polarised(x.item-1), "leading are %v", x.leading(x.item-1)),
				must(int(x.num(m[2])) == c && int(x.num(m[3])) == n, "%d of %d", c, n), x.percent(m[4], c, n),
				must(m[5] == half[cmp.Compare(2*c, n)], "%d of %d", c, n), must(2*c == n || cmp.Compare(x.num(m[4]), 50) == cmp.Compare(2*c, n), "the digits do not show it"))
		}},
	{"all gave one answer", "«All|Both|The only» ⟨{n} ⟩«respondents|respondent» who answered chose {l}.", "«Seluruh|Kedua|Satu-satunya» ⟨{n} ⟩responden yang menjawab memilih {l}.", func(x *ctx, m []string) error {
		_, v := labelEnds(m[len(m)-1])
		return must(x.answers(x.item - 1)[v-1] == x.c.Items[x.item-1].N, "answers %v", x.answers(x.item-1))
	}},
	{"answers are even", "{any} were chosen equally often, by {n} of {n} respondents each⟨ ({p})⟩; «none of them|neither» was chosen by more than half.", "{any} dipilih sama banyak, masing-masing oleh {n} dari {n} responden⟨ ({p})⟩; tidak satu pun «di antaranya|dari keduanya» dipilih oleh lebih dari separuh responden.", func(x *ctx, m []string) error {
		a := x.answers(x.item - 1)
		lead := x.leading(x.item - 1)
		for _, v := range lead {
			if a[v-1] != int(x.num(m[2])) || !strings.Contains(m[1], string(rune('0'+v))) {
				return must(false, "answers %v", a)
			}
		}
		if (m[5] == "neither" || m[5] == "dari keduanya") != (len(lead) == 2) {
			return must(false, "leading %v", lead)
		}
		if m[4] == "" { // percents that add to 100 may differ
			return must(len(lead) > 1 && int(x.num(m[3])) == x.c.Items[x.item-1].N, "leading %v", lead)
		}
		return first(must(int(x.num(m[3])) == x.c.Items[x.item-1].N && len(lead) > 1 && !x.spread(x.item-1) && !x.polarised(x.item-1), "leading %v", lead), x.percent(m[4], a[lead[0]-1], x.c.Items[x.item-1].N))
	}},
	{"answers are nearly even", "The «most frequent answers|two most frequent answers|answers» are nearly even: {any} of {n} respondents; «none of them was chosen by more than half|neither was chosen by more than half|{l} was chosen by more than half of those who answered».",
		"«Jawaban terbanyak|Dua jawaban terbanyak|Jawaban» hampir berimbang: {any} dari {n} responden yang menjawab; «tidak satu pun di antaranya dipilih oleh lebih dari separuh responden|tidak satu pun dari keduanya dipilih oleh lebih dari separuh responden|{l} dipilih oleh lebih dari separuh responden yang menjawab».", func(x *ctx, m []string) error {
			a, lead, n := x.answers(x.item-1), x.leading(x.item-1), x.c.Items[x.item-1].N
			most := strings.Contains(m[1], " ")
			m = m[1:]
			for _, v := range lead {
				if !regexp.MustCompile(`[a-z]` + string(rune('0'+v)) + ` `).MatchString(m[1]) {
					return must(false, "leading %v", lead)
				}
			}
			more := !regexp.MustCompile(`^(none|neither|tidak|keduanya)`).MatchString(m[3])
			return first(must(len(lead) > 1 && len(lead) < 4 && !x.spread(x.item-1) && !x.polarised(x.item-1) && int(x.num(m[2])) == n, "leading %v", lead), must(most == (x.k > 2), "%d points", x.k), must(more == (2*slices.Max(a) > n), "answers %v", a))
		}},
	{"answers are polarised", "The answers are polarised: {l} with {n} ({p}) and {l} with {n} ({p}) of {n} respondents stand at the two ends of the scale, and «every answer between them was chosen less often|nobody chose {l}».",
		"Jawaban terbelah ke kedua ujung skala: {l} sebanyak {n} responden ({p}) dan {l} sebanyak {n} responden ({p}) dari {n} responden yang menjawab«, sedangkan setiap jawaban di antaranya lebih jarang dipilih|; tidak seorang pun memilih {l}».", func(x *ctx, m []string) error {
			a := x.answers(x.item - 1)
			_, v := labelEnds(m[1])
			_, w := labelEnds(m[4])
			none, between := slices.Max(a[1:x.k-1]) == 0, m[len(m)-1]
			if _, v := labelEnds(between); x.k == 3 && none && v != 2 || x.k > 3 && none && between != "any answer between them" && between != "jawaban di antaranya" {
				return must(false, "nobody chose %q", between)
			}
			return first(must(none == (between != ""), "answers %v", a), must(x.polarised(x.item-1) && v+w == x.k+1, "answers %v", a), must(a[v-1] == int(x.num(m[2])) && a[w-1] == int(x.num(m[5])), "answers %v", a))
		}},
	{"answers are spread", "The answers of the {n} respondents are spread out, and none stands out⟨, so the statement is neither clearly supported nor «clearly» rejected⟩.", "Jawaban dari {n} responden tersebar, dan tidak ada yang menonjol⟨ sehingga pernyataan ini tidak «jelas» didukung ataupun ditolak⟩.", func(x *ctx, m []string) error {
		return first(must(slices.Min(x.answers(x.item-1)) == 0, "answers %v", x.answers(x.item-1)), x.isSpread(m[2]))
	}},
	{"answers are spread over all points", "The answers are spread over all {n} points, each chosen by {n}⟨ to {n}⟩ of {n} respondents⟨, so the statement is neither clearly supported nor «clearly» rejected⟩.", "Jawaban tersebar di «ke{n}|semua» tingkat skala, masing-masing dipilih oleh {n}⟨ sampai {n}⟩ dari {n} responden⟨, sehingga pernyataan ini tidak «jelas» didukung ataupun ditolak⟩.", func(x *ctx, m []string) error {
		a := x.answers(x.item - 1)
		if x.lang == lang.ID {
			m = m[1:]
		}
		least, most := m[2], m[3]
		if most == "" {
			most = least
		}
		return first(must(m[1] == "" || int(x.num(m[1])) == x.k, "%d points", x.k), must(int(x.num(least)) == slices.Min(a) && int(x.num(most)) == slices.Max(a) && int(x.num(m[4])) == x.c.Items[x.item-1].N, "answers %v", a), x.isSpread(m[5]))
	}},
	{"sides", "{l} was chosen by {n} ({p})⟨, {l} by {n} ({p}),⟩ and {l} by {n} ({p})⟨; nobody chose {l}⟩.", "Jawaban {l} berjumlah {n} ({p})⟨, {l} sebanyak {n} ({p}),⟩ dan {l} sebanyak {n} ({p})⟨; tidak seorang pun memilih {l}⟩.", func(x *ctx, m []string) error {
		below, middle, above := x.sides(x.item - 1)
		n := x.c.Items[x.item-1].N
		err := first(must(x.side(m[1]) == 1 && x.side(m[7]) == -1, "the sides are %s and %s", m[1], m[7]), must(int(x.num(m[2])) == above && int(x.num(m[8])) == below, "%d and %d", above, below), x.percent(m[3], above, n), x.percent(m[9], below, n))
		if m[5] != "" && err == nil {
			err = first(must(int(x.num(m[5])) == middle, "%d in the middle", middle), x.percent(m[6], middle, n))
		} else if err == nil {
			err = must(middle == 0, "%d in the middle", middle)
		}
		return err
	}},
	{"only one side", "«Both|All {n}» chose {l}.", "«Kedua orang|Seluruh {n} orang» yang menjawab memilih {l}.", func(x *ctx, m []string) error {
		below, _, above := x.sides(x.item - 1)
		n := x.c.Items[x.item-1].N
		return must(x.side(m[len(m)-1]) == 1 && above == n || x.side(m[len(m)-1]) == -1 && below == n, "%d and %d of %d", below, above, n)
	}},
	{"carried to the population", "⟨«If those who answered can be regarded as a random sample|Under the assumption of a random sample», ⟩«I|i»t can be inferred that more than half of the population⟨ of {n}⟩ would also choose {l} (95% confidence interval: {ci}).", "⟨«Jika mereka yang menjawab dapat dipandang sebagai sampel acak|Dengan asumsi sampel acak itu», ⟩«D|d»apat disimpulkan bahwa lebih dari separuh populasi⟨ yang berjumlah {n} orang⟩ akan memilih {l} (selang kepercayaan 95%: {ci}).", func(x *ctx, m []string) error {
		return first(x.majority(m[4], m[5], m[6], true), x.assumed(m[1]))
	}},
	{"certain of the population", "Since {n} of the {n} members of the population chose {l}, this majority certainly holds for the population.", "Karena {n} dari {n} anggota populasi memilih {l}, mayoritas ini pasti berlaku bagi seluruh populasi.", func(x *ctx, m []string) error {
		lo, hi := labelEnds(m[3])
		sum := 0
		for v := lo; v <= hi; v++ {
			sum += x.answers(x.item - 1)[v-1]
		}
		return must(int(x.num(m[1])) == sum && int(x.num(m[2])) == x.Population && 2*sum > x.Population && x.c.Items[x.item-1].N < x.Population, "%d of %d", sum, x.Population)
	}},
	{"a side is certain", "What is certain is that more than half of the population ({n} of {n}) chose {l}.", "Yang pasti, lebih dari separuh populasi ({n} dari {n} orang) memilih {l}.", func(x *ctx, m []string) error {
		below, _, above := x.sides(x.item - 1)
		count := below
		if x.side(m[3]) > 0 {
			count = above
		}
		return must(x.side(m[3]) != 0 && int(x.num(m[1])) == count && int(x.num(m[2])) == x.Population && 2*count > x.Population, "%d and %d of %d", below, above, x.Population)
	}},
	{"half of the population", "«The majority choosing {l}|This» holds for the respondents but cannot be extended to the population: {n} of its {n} members «chose|are known to have chosen» it, exactly half⟨, and the «answer|answers» of {n} «is|are» not known⟩.", "«Mayoritas yang memilih {l} itu|Hal itu» berlaku bagi responden, tetapi belum dapat diperluas ke populasi: ⟨«sedikitnya» ⟩{n} dari {n} orang memilihnya, tepat separuh⟨, sedangkan jawaban {n} orang tidak diketahui⟩.", func(x *ctx, m []string) error {
		count, left := x.c.Items[x.item-1].Shares.Majority.Count, x.Population-x.c.Items[x.item-1].N
		n, people, unknown, least := m[3], m[4], m[len(m)-1], m[3] != ""
		if x.lang == lang.EN {
			unknown, least = m[7], m[5] != "chose"
		} else {
			n, people = m[4], m[5]
		}
		return first(must(int(x.num(n)) == count && int(x.num(people)) == x.Population && 2*count == x.Population, "%d of %d", count, x.Population),
			must(least == (left > 0) && (unknown != "") == (left > 0) && (left == 0 || int(x.num(unknown)) == left), "%d gave no answer", left))
	}},
	{"less than half of the population", "«The majority choosing {l}|This» holds for the respondents but cannot be extended to the population: {n} of its {n} members are known to have chosen it, and the «answer|answers» of {n} «is|are» not known.", "«Mayoritas yang memilih {l} itu|Hal itu» berlaku bagi responden, tetapi belum dapat diperluas ke populasi: sedikitnya {n} dari {n} orang memilihnya, sedangkan jawaban {n} orang tidak diketahui.", func(x *ctx, m []string) error {
		it := x.c.Items[x.item-1]
		unknown := m[5]
		if x.lang == lang.EN {
			unknown = m[6]
		}
		return must(int(x.num(m[3])) == it.Shares.Majority.Count && int(x.num(m[4])) == x.Population && int(x.num(unknown)) == x.Population-it.N && x.beyond(x.item-1), "%d of %d, %d answered", it.Shares.Majority.Count, x.Population, it.N)
	}},
	{"not carried to the population", "«The majority choosing {l}|This» holds for the respondents but cannot be extended to the population⟨ of {n}⟩, since the 95% confidence interval of this share ({ci}) includes 50%.", "«Mayoritas yang memilih {l} itu|Hal itu» berlaku bagi responden, tetapi belum dapat diperluas ke populasi⟨ yang berjumlah {n} orang⟩ karena selang kepercayaan 95% bagi proporsi itu ({ci}) memuat 50%.", func(x *ctx, m []string) error {
		it := x.c.Items[x.item-1]
		all := m[2] == ""
		if x.Population > 0 && 2*it.Shares.Majority.Count == x.Population {
			return fmt.Errorf("it is half of the population")
		}
		if x.beyond(x.item - 1) {
			return fmt.Errorf("the interval reaches what is not possible")
		}
		if all {
			values := it.Shares.Majority.Values
			m[2] = fmt.Sprintf("Answer%d Answer%d", values[0], values[len(values)-1])
		}
		return first(x.majority(m[2], m[4], m[5], false), must(all == (len(it.Shares.Majority.Values) == 1 && it.Shares.Majority.Count == it.N), "%d of %d", it.Shares.Majority.Count, it.N))
	}},
	{"a side is carried", "That more than half of the population would choose {l} can, however, be inferred⟨ «if those who answered can be regarded as a random sample|under the assumption of a random sample»⟩ (95% confidence interval: {ci}).", "Namun, ⟨«jika mereka yang menjawab dapat dipandang sebagai sampel acak|dengan asumsi sampel acak itu», ⟩dapat disimpulkan bahwa lebih dari separuh populasi akan memilih {l} (selang kepercayaan 95%: {ci}).", func(x *ctx, m []string) error {
		assumed := m[2]
		if x.lang == lang.ID {
			assumed, m = m[1], m[1:]
		}
		if err := x.assumed(assumed); err != nil {
			return err
		}
		if x.lang == lang.EN {
			m = slices.Delete(slices.Clone(m), 2, 3)
		}
		return must(x.side(m[1]) != 0 && x.half(x.item-1, x.side(m[1])) && x.num(m[2]) > 50 && !x.certain(x.item-1), "no majority, or one that is certain")
	}},
	{"census", "Since the whole population answered, these figures hold for the population.", "Karena seluruh populasi menjawab, angka ini berlaku bagi populasi.", func(x *ctx, _ []string) error {
		return must(x.Population == x.c.Items[x.item-1].N, "%d of %d", x.c.Items[x.item-1].N, x.Population)
	}},
	{"missing", "«A total of |»{n} «respondent|respondents» left this item unanswered⟨; the percentages are based on the {n} who answered it⟩.", "«Sebanyak |»{n} responden tidak menjawab butir ini⟨; proporsinya dihitung dari {n} orang yang menjawabnya⟩.", func(x *ctx, m []string) error {
		return must(int(x.num(m[2])) == x.c.Items[x.item-1].Missing, "%d did not", x.c.Items[x.item-1].Missing)
	}},
	{"few answers", "Only {n}⟨ «to|and» {n}⟩ «person|people» answered {set}⟨, «respectively»⟩, so «its|their» percentages should be read with caution.", "{set} hanya dijawab oleh {n}⟨ «sampai|dan» {n}⟩ orang sehingga persentasenya perlu dibaca dengan hati-hati.", func(x *ctx, m []string) error {
		few := x.where(func(i int) bool { n := x.c.Items[i].N; return n > 0 && n < 30 && n != x.Population })
		if x.lang == lang.EN {
			m = append([]string{"", m[5]}, m[1:4]...)
		}
		set, least, to, most := m[1], m[2], m[3], m[4]
		if two := to == "and" || to == "dan"; two != (most != "" && len(few) == 2) {
			return must(false, "%q of %v", to, few)
		} else if two {
			return first(x.same(set, few, x.all()), must(int(x.num(least)) == x.c.Items[few[0]-1].N && int(x.num(most)) == x.c.Items[few[1]-1].N, "%s and %s answered", least, most))
		}
		if most == "" {
			most = least
		}
		err := first(must(x.Answered >= 30, "%d answered", x.Answered), x.same(set, few, x.all()))
		if err != nil {
			return err
		}
		low, high := 30, 0
		for _, i := range few {
			low, high = min(low, x.c.Items[i-1].N), max(high, x.c.Items[i-1].N)
		}
		return must(int(x.num(least)) == low && int(x.num(most)) == high, "%d to %d answered", low, high)
	}},
	{"reversed item", "The statement is worded negatively: its score is reversed in the analysis, while the figures here are ⟨the answers as given|not reversed⟩.", "Pernyataan ini bernada negatif: skornya dibalik dalam analisis, sedangkan angka di sini ⟨adalah jawaban seperti yang diberikan|tidak dibalik⟩.", func(x *ctx, _ []string) error { return must(x.c.Items[x.item-1].Reversed, "it is not") }},
	{"nobody answered", "There is no valid answer to this item.", "Tidak ada jawaban yang sah atas butir ini.", func(x *ctx, _ []string) error { return must(x.c.Items[x.item-1].N == 0, "some did") }},

	{"means", "By the mean, {set} «ranks|rank» highest ({x}), while {set} «ranks|rank» lowest ({x}), on the scale of {n}–{n}.", "Menurut rata-ratanya, {set} menempati urutan teratas ({x}), sedangkan {set} urutan terbawah ({x}), pada skala {n}–{n}.", func(x *ctx, m []string) error {
		if x.lang == lang.EN {
			return x.meanEnds(m[1], m[3], m[4], m[6])
		}
		return x.meanEnds(m[1], m[2], m[3], m[4])
	}},
	{"means of two", "The mean of {set} ({x}) is higher than that of {set} ({x}), on the scale of {n}–{n}.", "Rata-rata {set} ({x}) lebih tinggi daripada rata-rata {set} ({x}) pada skala {n}–{n}.", func(x *ctx, m []string) error {
		return first(must(x.c.K == 2, "%d items", x.c.K), x.meanEnds(m[1], m[2], m[3], m[4]))
	}},
	{"equal means", "«All|Both» items have the same mean⟨ «at two decimals»⟩ ({x}).", "Rata-rata «semua|kedua» butir sama⟨ «pada dua desimal»⟩ ({x}).", func(x *ctx, m []string) error {
		apart := x.where(func(i int) bool { return rounded(x.mean(i), 2) != rounded(x.mean(0), 2) })
		other := x.where(func(i int) bool { return math.Abs(x.mean(i)-x.mean(0)) > 1e-9 })
		return first(must(len(apart) == 0 && (len(other) > 0) == (m[2] != "") && (x.c.K == 2) == (m[1] == "Both" || m[1] == "kedua"), "means differ: %v, a little: %v", apart, other), x.shows(m[3], x.mean(0)))
	}},
	{"no spread", "The answers to {set} do not vary; those to {set} «do|vary most» (standard deviation {x}).", "Jawaban atas {set} tidak bervariasi; simpangan baku ⟨«paling besar terdapat» pada ⟩{set} «adalah {x}|({x})».", func(x *ctx, m []string) error {
		m = slices.DeleteFunc(slices.Clone(m), func(s string) bool {
			return s == "" || s == "do" || s == "vary most" || s == "paling besar terdapat" || strings.HasPrefix(s, "adalah") || strings.HasPrefix(s, "(")
		})
		low, high := x.ends(x.all(), x.sd)
		return first(must(x.sd(low[0]-1) == 0, "they vary"), x.same(m[1], low, x.all()), x.ranked(m[3], m[2], high, x.all(), x.sd))
	}},
	{"spread of two", "Answers vary more for {set} (standard deviation {x}) than for {set} ({x}).", "Simpangan baku {set} ({x}) lebih besar daripada simpangan baku {set} ({x}).", func(x *ctx, m []string) error {
		low, high := x.ends(x.all(), x.sd)
		return first(must(x.c.K == 2 && x.sd(low[0]-1) > 0 && !x.polarised(low[0]-1), "%d items", x.c.K), x.ranked(m[2], m[1], high, x.all(), x.sd), x.ranked(m[4], m[3], low, x.all(), x.sd))
	}},
	{"spread", "Answers vary least for {set} (standard deviation {x}) and most for {set} ({x}).", "Simpangan baku paling kecil terdapat pada {set} ({x}) dan paling besar pada {set} ({x}).", func(x *ctx, m []string) error {
		low, high := x.ends(x.all(), x.sd)
		for _, i := range low {
			if x.polarised(i - 1) {
				return must(false, "item %d is polarised", i)
			}
		}
		return first(x.ranked(m[2], m[1], low, x.all(), x.sd), x.ranked(m[4], m[3], high, x.all(), x.sd))
	}},
	{"least agreement", "Answers vary «most|more» for {set} (standard deviation {x}).", "Jawaban «paling|lebih» beragam terdapat pada {set} (simpangan baku {x}).", func(x *ctx, m []string) error {
		if two := m[1] == "more" || m[1] == "lebih"; two != (x.c.K == 2) {
			return must(false, "%d items", x.c.K)
		}
		m = m[1:]
		_, high := x.ends(x.all(), x.sd)
		return x.ranked(m[2], m[1], high, x.all(), x.sd)
	}},
	{"shares", "«The|Among the items not worded negatively, the» share of respondents who chose {l} is «largest|larger» for {set} ({p}) «and smallest|than» for {set} ({p}).", "«Proporsi|Di antara butir yang tidak bernada negatif, proporsi» responden yang memilih {l} «paling|lebih» besar pada {set} ({p}) «dan paling kecil|daripada» pada {set} ({p}).", func(x *ctx, m []string) error {
		if direct := strings.Contains(m[1], " "); direct != (len(x.worded(true)) > 0) {
			return must(false, "reversed are %v", x.worded(true))
		}
		m = slices.Delete(slices.Clone(m), 1, 2)
		if two := m[2] == "larger" || m[2] == "lebih"; two != (len(x.worded(false)) == 2) {
			return must(false, "%q of %v", m[2], x.worded(false))
		}
		m = slices.Delete(slices.Delete(m, 5, 6), 2, 3)
		return x.shareEnds(m[1], m[3], m[2], m[5], m[4])
	}},
	{"majority of the reversed", "For the negatively worded {set}, «more than half of those|all» who answered chose {l}⟨ ({n} of {n}, {p})⟩.", "«Lebih dari separuh|Semua» responden yang menjawab⟨ ({n} dari {n}; {p})⟩ memilih {l} pada {set} yang bernada negatif.", func(x *ctx, m []string) error {
		if x.lang == lang.ID {
			return x.sideItems(m[1], m[5], m[6], true)
		}
		return x.sideItems(m[2], m[3], m[1], true)
	}},
	{"majority", "«More than half of those|All» who answered chose {l} for {set}⟨ that «is|are» not worded negatively⟩⟨ ({n} of {n}, {p})⟩.", "«Lebih dari separuh|Semua» responden yang menjawab memilih {l} pada {set}⟨ yang tidak bernada negatif⟩⟨ ({n} dari {n}; {p})⟩.", func(x *ctx, m []string) error {
		set := m[3]
		if strings.Contains(set, " dari ") && !strings.HasPrefix(set, "masing-masing") && strings.Contains(m[0], "butir yang tidak bernada negatif") {
			set += " yang tidak bernada negatif"
		}
		return x.sideItems(m[1], m[2], set, false)
	}},
	{"second majority", "For {set}, «more than half of those|all» who answered chose {l}⟨ ({n} of {n}, {p})⟩.", "Pada {set}, «lebih dari separuh|semua» yang menjawab memilih {l}⟨ ({n} dari {n}; {p})⟩.", func(x *ctx, m []string) error {
		return x.sideItems(m[2], m[3], m[1], false)
	}},
	{"means that hardly differ", "The item means hardly differ«ed|» ({x}–{x}⟨ on a scale of {n}–{n}⟩)⟨ on the scale of {n}–{n}⟩.", "Rata-rata butir-butirnya hampir sama ({x}–{x}⟨ pada skala {n}–{n}⟩)⟨ pada skala {n}–{n}⟩.", func(x *ctx, m []string) error {
		if x.lang == lang.EN {
			m = m[1:]
		}
		low, high := x.ends(x.all(), x.mean)
		return first(x.shows(m[1], x.mean(low[0]-1)), x.shows(m[2], x.mean(high[0]-1)), must(x.num(m[2])-x.num(m[1]) < 0.025*float64(x.k-1) && x.num(m[2]) > x.num(m[1]), "they are far apart or equal"))
	}},
	{"no majority", "For no item did more than half answer on one side of the scale.", "Tidak ada butir dengan lebih dari separuh jawaban di salah satu sisi skala.", func(x *ctx, _ []string) error {
		return must(len(x.where(func(i int) bool { return x.half(i, 1) || x.half(i, -1) })) == 0, "some have")
	}},
	{"no majority of one", "For {set}, neither side of the scale has more than half of the answers⟨ (⟨{l} {n}; ⟩{l} {n}; {l} {n})⟩.", "Pada {set}, «tidak ada sisi skala dengan lebih dari separuh jawaban|tidak satu pun sisi skala dipilih oleh lebih dari separuh»⟨ (⟨{l} {n}; ⟩{l} {n}; {l} {n})⟩.", func(x *ctx, m []string) error {
		if x.c.K == 1 {
			return first(x.same(m[1], x.all(), x.all()), must(!x.sided(0), "one has, of %d items", x.c.K))
		}
		of := x.where(x.unsided)
		err := first(x.same(m[1], of, x.all()), must(len(x.where(x.sided)) > 0, "that no side has more than half is said once"))
		if said := m[len(m)-6:]; err == nil && (len(of) == 1 || said[2] != "") {
			below, middle, above := x.sides(of[0] - 1)
			err = first(must(len(of) == 1 && x.side(said[2]) == -1 && x.side(said[4]) == 1 && int(x.num(said[3])) == below && int(x.num(said[5])) == above, "%v: %d and %d", of, below, above),
				must((said[0] != "") == (x.split == 0 && x.k%2 == 1) && (said[0] == "" || int(x.num(said[1])) == middle), "%d in the middle", middle))
		}
		return err
	}},
	{"outweighed", "«More|As many» respondents, however, chose {l} «than|as» chose {l}; neither side of the scale has more than half of the answers.", "Namun, yang memilih {l} «lebih banyak daripada|sama banyak dengan» yang memilih {l}; tidak satu pun sisi skala dipilih oleh lebih dari separuh.", func(x *ctx, m []string) error {
		more, fewer, same := m[1], m[3], m[2] == "sama banyak dengan"
		if x.lang == lang.EN {
			more, fewer, same = m[2], m[4], m[1] == "As many" && m[3] == "as"
		}
		below, _, above := x.sides(x.item - 1)
		return first(x.outweighs(x.item-1, more), must(!x.sided(x.item-1) && x.side(fewer) == -x.side(more) && same == (below == above), "%d and %d", below, above))
	}},
	{"not only the middle", "More than half, however, chose «one of the two answers|an answer» «below|above» it.", "Namun, lebih dari separuh memilih salah satu «dari kedua jawaban|jawaban» di «atasnya|bawahnya».", func(x *ctx, m []string) error {
		side := 1
		if m[2] == "below" || m[2] == "bawahnya" {
			side = -1
		}
		two := strings.Contains(m[1], "two") || strings.Contains(m[1], "kedua")
		return first(must(x.half(x.item-1, side), "answers %v", x.answers(x.item-1)), must(two == (x.k/2 == 2), "%d points", x.k), must(slices.Contains(x.leading(x.item-1), (x.k+1)/2), "answers %v", x.answers(x.item-1)))
	}},
	{"outweighed by more than half", "More than half, however, chose {l}.", "Namun, lebih dari separuh memilih {l}.", func(x *ctx, m []string) error {
		return first(x.outweighs(x.item-1, m[1]), must(x.half(x.item-1, x.side(m[1])), "answers %v", x.answers(x.item-1)))
	}},
	{"reversed items", "{set} «is|are» worded negatively; «its mean ⟨({x}) ⟩is that|their means are those» of the reversed scores.", "Skor {set} dibalik karena pernyataannya negatif; «rata-ratanya ⟨({x}) ⟩adalah rata-rata|rata-rata butir-butir itu dihitung dari» skor yang sudah dibalik.", func(x *ctx, m []string) error {
		err := first(x.same(m[1], x.worded(true), x.all()), must((len(x.worded(true)) == 1) == (strings.HasPrefix(m[len(m)-2], "its mean") || strings.HasPrefix(m[len(m)-2], "rata-ratanya")), "reversed are %v", x.worded(true)))
		if mean := m[len(m)-1]; mean != "" && err == nil {
			return x.shows(mean, val(x.c.Items[x.worded(true)[0]-1].Mean))
		}
		return err
	}},
	{"reversed items, of which was told", "«Its mean ⟨({x}) ⟩is that|Their means are those» of the reversed scores.", "«Rata-rata butir itu ⟨({x}) ⟩adalah rata-rata|Rata-rata butir-butir itu dihitung dari» skor yang sudah dibalik.", func(x *ctx, m []string) error {
		of := x.worded(true)
		err := must(len(of) > 0 && (len(of) == 1) == (strings.HasPrefix(m[0], "Its") || strings.HasPrefix(m[0], "Rata-rata butir itu")), "reversed are %v", of)
		for _, i := range of {
			err = first(err, must(x.sided(i-1), "item %d has no majority, which was told", i))
		}
		if mean := m[2]; mean != "" && err == nil {
			return x.shows(mean, val(x.c.Items[of[0]-1].Mean))
		}
		return err
	}},
	{"polarised items", "The answers to {set} are polarised, at the two ends of the scale⟨ ({l} {n}, {l} {n}, of {n})⟩, so the «mean does|means do» not describe a typical answer.", "Pada {set}, jawaban terbelah ke kedua ujung skala⟨ ({l} {n}, {l} {n}, dari {n})⟩ sehingga rata-ratanya tidak menggambarkan jawaban yang lazim.", func(x *ctx, m []string) error {
		of := x.where(x.polarised)
		if err := x.same(m[1], of, x.all()); err != nil || len(of) != 1 {
			return first(err, must(m[2] == "", "they are %v", of))
		}
		a := x.answers(of[0] - 1)
		for _, at := range []int{2, 4} {
			if _, v := labelEnds(m[at]); v == 0 || v > 1 && v < x.k || int(x.num(m[at+1])) != a[v-1] {
				return must(false, "answers %v", a)
			}
		}
		return must(int(x.num(m[6])) == x.c.Items[of[0]-1].N, "answers %v", a)
	}},
	{"polarised classes", "The answers to {set} are polarised, so the «class of its mean does|classes of their means do» not describe a typical answer.", "Pada {set}, jawaban terbelah ke kedua ujung skala sehingga kategori rata-ratanya tidak menggambarkan jawaban yang lazim.", func(x *ctx, m []string) error {
		return x.same(m[1], x.where(x.polarised), x.all())
	}},
	{"tied items", "For {set}, the most frequent answers are equal or nearly so.", "Pada {set}, jawaban-jawaban terbanyak sama atau hampir sama banyak.", func(x *ctx, m []string) error { return x.same(m[1], x.where(x.tied), x.all()) }},
	{"items that are spread out", "For {set}, the answers are spread out.", "Pada {set}, jawaban tersebar.", func(x *ctx, m []string) error {
		all := x.where(x.spread)
		if x.same(m[1], all, x.all()) == nil { // no answer in the middle is neutral
			return nil
		}
		return x.same(m[1], x.where(func(i int) bool { return x.spread(i) && (x.k%2 == 0 || x.split > 0 || x.sided(i)) }), x.all())
	}},
	{"a few tied items", "The ⟨«two» ⟩most frequent answers are «equal|nearly equal|equal or nearly so» for {any}.", "«Dua jawaban|Jawaban-jawaban» terbanyak «sama banyak|hampir berimbang|sama atau hampir sama banyak» pada {any}.", func(x *ctx, m []string) error {
		more := x.where(func(i int) bool { return x.tied(i) && len(x.leading(i)) > 2 })
		if two := m[1] == "two" || m[1] == "Dua jawaban"; two != (len(more) == 0) {
			return must(false, "of items %v three lead", more)
		}
		m = m[1:]
		var named []int
		even, near := true, true
		for _, s := range regexp.MustCompile(`(?:item|butir) (\d+) \(([^)]*)\)`).FindAllStringSubmatch(m[2], -1) {
			i := int(x.num(s[1])) - 1
			a, lead := x.answers(i), x.leading(i)
			same := true
			for _, v := range lead {
				same = same && a[v-1] == a[lead[0]-1]
				if !strings.Contains(s[2], string(rune('0'+v))) || !strings.Contains(s[2], lang.Int(x.lang, a[v-1])) {
					return must(false, "item %d: answers %v", i+1, a)
				}
			}
			even, near = even && same, near && !same
			named = append(named, i+1)
		}
		word := map[string]bool{"equal": even, "sama banyak": even, "nearly equal": near, "hampir berimbang": near}
		said, one := word[m[1]]
		return first(must(slices.Equal(named, x.where(x.tied)), "tied are %v", x.where(x.tied)), must(said || !one && !even && !near, "even %v, near %v", even, near))
	}},
	{"leaning", "Neither side has more than half of the answers, but «twice|more than twice|{n} times|more than {n} times» as many chose {l} as chose {l}.", "Tidak satu pun sisi skala dipilih oleh lebih dari separuh, tetapi yang memilih {l} «lebih dari {n} kali|{n} kali» sebanyak yang memilih {l}.", func(x *ctx, m []string) error {
		n := len(m)
		more, fewer := m[n-2], m[n-1]
		if x.lang == lang.ID {
			more = m[1]
		}
		return first(must(slices.Equal(x.leading(x.item-1), []int{(x.k + 1) / 2}), "answers %v", x.answers(x.item-1)), x.leansTo(x.item-1, more, fewer), x.times(x.item-1, m[0]))
	}},
	{"leaning, nobody on the other side", "Neither side has more than half of the answers, but nobody chose {l}.", "Tidak satu pun sisi skala dipilih oleh lebih dari separuh, tetapi tidak seorang pun memilih {l}.", func(x *ctx, m []string) error {
		below, _, above := x.sides(x.item - 1)
		return must(x.leaning(x.item-1) && min(below, above) == 0 && x.side(m[1]) == cmp.Compare(below, above), "%d and %d", below, above)
	}},
	{"neutral", "Neither side has more than half of the answers, so the statement is neither clearly supported nor clearly rejected.", "Tidak satu pun sisi skala dipilih oleh lebih dari separuh sehingga pernyataan ini tidak jelas didukung ataupun ditolak.", func(x *ctx, _ []string) error {
		return must(!x.sided(x.item-1) && !x.leaning(x.item-1) && slices.Equal(x.leading(x.item-1), []int{(x.k + 1) / 2}), "answers %v", x.answers(x.item-1))
	}},
	{"neutral items", "For {set}, «the middle answer has more than half of the answers|the middle answer is the most frequent|the middle answer is as frequent as the most frequent other one|the middle answer is nearly as frequent as the most frequent one|the middle answer is the most frequent one or nearly as frequent»⟨ and neither side of the scale has more than half⟩⟨ ({l} {n}; {l} {n}; {l} {n})⟩, so the «statement is|statements are» neither clearly supported nor clearly rejected.",
		"Pada {set}, «jawaban tengah dipilih oleh lebih dari separuh responden yang menjawab|jawaban tengah menjadi jawaban terbanyak|jawaban tengah sama banyak dengan jawaban lain yang terbanyak|jawaban tengah hampir sebanyak jawaban yang terbanyak|jawaban tengah menjadi jawaban terbanyak atau hampir sebanyak jawaban yang terbanyak»⟨ dan tidak satu pun sisi skala dipilih oleh lebih dari separuh⟩⟨ ({l} {n}; {l} {n}; {l} {n})⟩ sehingga pernyataannya tidak jelas didukung ataupun ditolak.", func(x *ctx, m []string) error {
			of := x.where(func(i int) bool {
				lead := x.leading(i)
				return (len(lead) == 1 && !x.polarised(i) || x.tied(i)) && slices.Contains(lead, (x.k+1)/2) && !x.sided(i) && !x.leaning(i)
			})
			sides := strings.Contains(m[0], "neither side of the scale has") || strings.Contains(m[0], "sisi skala dipilih")
			half := strings.Contains(m[2], "more than half") || strings.Contains(m[2], "lebih dari separuh")
			for _, i := range of {
				below, middle, above := x.sides(i - 1)
				if half != (middle > below+above) && (half || len(of) == 1) {
					return must(false, "%d of %d chose the middle answer", middle, below+middle+above)
				}
			}
			err := first(x.same(m[1], of, x.all()), must(sides == (len(x.where(x.sided)) > 0 && !half), "that no side has more than half is said once"))
			if err != nil || len(of) > 1 {
				return first(err, must(m[3] == "", "%d items", len(of)))
			}
			below, middle, above := x.sides(of[0] - 1)
			lo, hi := labelEnds(m[3])
			return must(x.side(m[5]) == -1 && x.side(m[7]) == 1 && lo == (x.k+1)/2 && hi == lo && int(x.num(m[4])) == middle && int(x.num(m[6])) == below && int(x.num(m[8])) == above, "%d, %d and %d", below, middle, above)
		}},
	{"leaning items", "For {set}, ⟨the most frequent answer is {l}, but |neither side of the scale has more than half of the answers, «but» ⟩«twice|more than twice|{n} times|more than {n} times» as many chose {l}⟨ ({n})⟩ as chose {l}⟨ ({any})⟩.", "Pada {set}, ⟨jawaban terbanyak ialah {l}, tetapi |tidak satu pun sisi skala dipilih oleh lebih dari separuh, «tetapi» ⟩yang memilih {l}⟨ ({n})⟩ «lebih dari {n} kali|{n} kali» sebanyak yang memilih {l}⟨ ({any})⟩.", func(x *ctx, m []string) error {
		n := len(m)
		more, count := m[n-4], m[n-3]
		if x.lang == lang.ID {
			more, count = m[4], m[5]
		}
		return x.leanTogether(m[1], m[2], m[3] != "", more, m[n-2], count, m[n-1], m[0])
	}},
	{"leaning item, nobody on the other side", "For {set}, ⟨the most frequent answer is {l}, |neither side of the scale has more than half of the answers, «but» ⟩{n} chose {l} and nobody chose {l}.", "Pada {set}, ⟨jawaban terbanyak ialah {l}, |tidak satu pun sisi skala dipilih oleh lebih dari separuh, «tetapi» ⟩{n} orang memilih {l} dan tidak seorang pun memilih {l}.", func(x *ctx, m []string) error {
		return x.leanTogether(m[1], m[2], m[3] != "", m[5], m[6], m[4], "0", "")
	}},
	{"spread items", "For {set}, the answers are spread over the scale, so the «statement is|statements are» neither clearly supported nor clearly rejected.", "Pada {set}, jawaban tersebar pada skala sehingga pernyataannya tidak jelas didukung ataupun ditolak.", func(x *ctx, m []string) error {
		return x.same(m[1], x.where(func(i int) bool { return x.split == 0 && x.spread(i) && !x.sided(i) && !x.leaning(i) }), x.all())
	}},
	{"middle only items", "For {set}, everyone who answered chose the middle of the scale.", "Pada {set}, semua responden yang menjawab memilih tengah skala.", func(x *ctx, m []string) error {
		return x.same(m[1], x.where(func(i int) bool { return !x.neutral && x.onlyMiddle(i) }), x.all())
	}},
	{"conclusion", "{any} «is|are» valid⟨ ({any})⟩, and Cronbach’s alpha of {x} «exceeds|is not above|is below» the threshold of {x}⟨, but this verdict is not certain: the lower end of the 95% confidence interval of alpha does not exceed {x}⟩.", "{any} valid⟨ ({any})⟩, dan Cronbach alpha sebesar {x} «melampaui|tidak lebih besar daripada|lebih kecil daripada» batas {x}⟨, tetapi keputusan itu belum pasti karena batas bawah selang kepercayaan 95% alpha tidak melampaui {x}⟩.", func(x *ctx, m []string) error {
		alpha, verdict := m[len(m)-4], m[len(m)-3]
		uncertain := m[len(m)-1] != ""
		return first(x.notValid(m[0]), x.shows(alpha, val(x.c.Alpha)), x.beside(verdict), must(uncertain == x.uncertain(), "the interval is %v", x.c.AlphaCI))
	}},
	{"conclusion without alpha", "{any}, and Cronbach’s alpha cannot be computed because {any}.", "{any}, dan Cronbach alpha tidak dapat dihitung karena {any}.", func(x *ctx, _ []string) error { return must(x.c.Alpha == nil, "alpha is %v", val(x.c.Alpha)) }},
	{"conclusion open", "The validity of the «item|items» cannot be determined, and Cronbach’s alpha of {any}.", "Validitas butir tidak dapat ditentukan, dan Cronbach alpha sebesar {any}.", nil},
	{"means of two in conclusion", "The mean of {set} ({x}) is higher than that of {set} ({x}⟨, «scored in reverse»⟩)⟨, with {set} scored in reverse⟩{any}.", "Rata-rata {set} ({x}) lebih tinggi daripada rata-rata {set} ({x}⟨; «skornya dibalik»⟩)⟨, dengan skor {set} dibalik⟩{any}.", func(x *ctx, m []string) error {
		set := m[6]
		if m[5] != "" { // the lower is the only one
			set = m[3]
		}
		return first(must(x.c.K == 2, "%d items", x.c.K), x.turned(set), x.thin(m[7]), x.meanEnds(m[1], m[2], m[3], m[4]))
	}},
	{"means in conclusion", "The highest mean is that of {set} ({x}), the lowest that of {set} ({x}⟨, «scored in reverse»⟩)⟨, with {set} scored in reverse⟩{any}.", "Rata-rata tertinggi ada pada {set} ({x}), sedangkan yang terendah pada {set} ({x}⟨; «skornya dibalik»⟩)⟨, dengan skor {set} dibalik⟩{any}.", func(x *ctx, m []string) error {
		set := m[6]
		if m[5] != "" { // the lowest is the only one
			set = m[3]
		}
		return first(must(x.c.K != 2, "%d items", x.c.K), x.turned(set), x.thin(m[7]), x.meanEnds(m[1], m[2], m[3], m[4]))
	}},
	{"population, but for a few", "⟨If those who answered can be regarded as a random sample, ⟩«a|A»ll of these majorities but «the one|those» ⟨choosing {l} ⟩for {set} can be inferred for the whole population with 95% confidence⟨ «(each item taken separately)»⟩.",
		"⟨«Jika mereka yang menjawab dapat dipandang sebagai sampel acak, »⟩«D|d»apat disimpulkan bahwa semua mayoritas tersebut, kecuali mayoritas ⟨yang memilih {l} ⟩pada {set}, berlaku pula bagi seluruh populasi pada tingkat kepercayaan 95%⟨ «(setiap butir secara terpisah)»⟩.", func(x *ctx, m []string) error {
			yes, set := x.where(x.byInterval), m[len(m)-2]
			not := x.where(func(i int) bool { return x.sided(i) && !x.carried(i) })
			err := first(must(len(not) < len(yes) && len(x.where(x.certain)) == 0, "carried are %v, not %v", yes, not), x.same(set, not, x.all()), x.supposed(m), must((m[len(m)-1] != "") == (len(yes) > 1), "carried are %v", yes))
			if label := m[len(m)-3]; label != "" && err == nil {
				err = must(len(not) == 1 && x.half(not[0]-1, x.side(label)), "it is not %s", label)
			}
			return err
		}},
	{"population", "⟨If those who answered can be regarded as a random sample, ⟩«t|T»he «majority|majorities» for {set} can be inferred for the whole population with 95% confidence⟨ «(each item taken separately)»⟩⟨, but not the «other {n} majorities|«majority|majorities» ⟨choosing {l} ⟩for {set}»⟩.",
		"⟨«Jika mereka yang menjawab dapat dipandang sebagai sampel acak, »⟩«D|d»apat disimpulkan bahwa mayoritas pada {set} berlaku pula bagi seluruh populasi pada tingkat kepercayaan 95%⟨ «(setiap butir secara terpisah)»⟩⟨; hal itu tidak dapat disimpulkan untuk «{n} mayoritas lain|mayoritas ⟨yang memilih {l} ⟩pada {set}»⟩.", func(x *ctx, m []string) error {
			n := len(m)
			yes, not := m[3], m[n-1]
			others := m[6]
			err := first(x.same(yes, x.where(x.byInterval), x.all()), x.supposed(m))
			left := x.where(func(i int) bool { return x.sided(i) && !x.carried(i) })
			if others != "" {
				return first(err, must(int(x.num(others)) == len(left) && len(left) > len(x.where(x.byInterval)) && len(x.where(x.certain)) == 0, "not %v", left))
			}
			if not != "" || len(left) > 0 {
				return first(err, x.same(not, left, x.all()))
			}
			return first(err, must(len(x.where(x.certain)) > 0, "none is left out"))
		}},
	{"population, all", "⟨If those who answered can be regarded as a random sample, ⟩«t|T»h«is majority|ese majorities» can be inferred for the whole population with 95% confidence⟨ «(each item taken separately)»⟩.",
		"⟨«Jika mereka yang menjawab dapat dipandang sebagai sampel acak, »⟩«D|d»apat disimpulkan bahwa «mayoritas itu|semua mayoritas tersebut» berlaku pula bagi seluruh populasi pada tingkat kepercayaan 95%⟨ «(setiap butir secara terpisah)»⟩.", func(x *ctx, m []string) error {
			several := len(x.where(x.byInterval)) > 1
			return first(must(len(x.where(x.byInterval)) > 0 && len(x.where(x.byInterval)) == len(x.where(x.sided)), "carried are %v of %v", x.where(x.byInterval), x.where(x.sided)),
				must(several == (m[len(m)-1] != "") && several == (strings.Contains(m[0], "majorities") || strings.Contains(m[0], "semua mayoritas")), "carried are %v", x.where(x.byInterval)), x.supposed(m))
		}},
	{"population, certain, but for a few", "«A total of |»{n} of these {n} majorities certainly hold for the whole population, since those who chose these answers are already more than half of the {n} people.", "«Sebanyak |»{n} dari {n} mayoritas itu pasti berlaku bagi seluruh populasi karena yang memilihnya sudah melebihi separuh dari {n} orang.", func(x *ctx, m []string) error {
		sure, all, k := x.where(x.certain), x.where(x.sided), len(m)
		return must(int(x.num(m[k-3])) == len(sure) && int(x.num(m[k-2])) == len(all) && int(x.num(m[k-1])) == x.Population && 2*len(sure) > len(all) && len(sure) < len(all) && len(x.where(x.byInterval)) == 0, "certain are %v of %v", sure, all)
	}},
	{"population, of the few", "The «majority|majorities» ⟨choosing {l} ⟩for {set} «holds|hold» for the respondents but cannot be inferred for the whole population.", "Mayoritas ⟨yang memilih {l} ⟩pada {set} berlaku bagi responden, tetapi belum dapat disimpulkan berlaku bagi seluruh populasi.", func(x *ctx, m []string) error {
		not, set, label := x.where(func(i int) bool { return x.sided(i) && !x.carried(i) }), m[2], m[1]
		if x.lang == lang.EN {
			set, label = m[3], m[2]
		}
		return first(x.same(set, not, x.all()), must(len(not) < len(x.where(x.certain)) && len(x.where(x.byInterval)) == 0, "not carried are %v", not), must(label == "" || len(not) == 1 && x.half(not[0]-1, x.side(label)), "it is not %s", label))
	}},
	{"population, certain", "«These majorities certainly hold|This majority certainly holds|The majority for {set} certainly holds|The majorities for {set} certainly hold» for the whole population: ⟨«for each of these items», ⟩those who chose these answers are already more than half of the {n} people.", "«Semua mayoritas tersebut|Mayoritas itu|Mayoritas pada {set}» pasti berlaku bagi seluruh populasi: ⟨«pada setiap butir itu», ⟩yang memilihnya sudah melebihi separuh dari {n} orang.", func(x *ctx, m []string) error {
		sure, all := x.where(x.certain), x.where(x.sided)
		set := m[2]
		if x.lang == lang.EN {
			set += m[3]
		}
		err := must(int(x.num(m[len(m)-1])) == x.Population && x.Answered < x.Population && (m[len(m)-2] != "") == (len(sure) > 1), "%d of %d", len(sure), x.Population)
		if set != "" {
			return first(err, must(len(sure) < len(all), "all are"), x.same(set, sure, x.all()))
		}
		one := m[1] == "This majority certainly holds" || m[1] == "Mayoritas itu"
		return first(err, must(len(sure) > 0 && len(sure) == len(all) && one == (len(all) == 1), "%v of %v", sure, all))
	}},
	{"population, not the others", "This cannot be said of the «majority|majorities» ⟨choosing {l} ⟩for {set}.", "Hal itu tidak dapat disimpulkan untuk mayoritas ⟨yang memilih {l} ⟩pada {set}.", func(x *ctx, m []string) error {
		return first(must(len(x.where(x.certain)) > 0 && len(x.where(x.byInterval)) == 0, "some are inferred"), x.same(m[len(m)-1], x.where(func(i int) bool { return x.sided(i) && !x.carried(i) }), x.all()))
	}},
	{"population, none", "«None of these majorities can|Neither of these majorities can|This majority cannot» be inferred for the whole population.", "«Tidak satu pun dari mayoritas tersebut dapat disimpulkan|Tidak satu pun dari kedua mayoritas tersebut dapat disimpulkan|Tidak dapat disimpulkan bahwa mayoritas itu» berlaku bagi seluruh populasi.", func(x *ctx, m []string) error {
		one := strings.HasPrefix(m[1], "This") || strings.HasSuffix(m[1], "mayoritas itu")
		two := strings.HasPrefix(m[1], "Neither") || strings.Contains(m[1], "kedua")
		return must(len(x.where(x.carried)) == 0 && one == (len(x.where(x.sided)) == 1) && two == (len(x.where(x.sided)) == 2), "carried are %v of %v", x.where(x.carried), x.where(x.sided))
	}},
	{"population of a census", "«Since the whole population answered|Counted among all {n} people», «these majorities hold|this majority holds» for the whole population.", "«Karena seluruh populasi menjawab|Jika dihitung terhadap seluruh {n} orang», «mayoritas itu|semua mayoritas tersebut» berlaku bagi seluruh populasi.", func(x *ctx, m []string) error {
		m, err := x.census(m)
		if one := strings.Contains(m[1], "this") || m[1] == "mayoritas itu"; err != nil || one != (len(x.where(x.sided)) == 1) {
			return first(err, must(false, "there are %v", x.where(x.sided)))
		}
		return must(x.Answered == x.Population && len(x.where(x.carried)) == len(x.where(x.sided)), "carried are %v of %v", x.where(x.carried), x.where(x.sided))
	}},
	{"population of a census, but for a few", "«Since the whole population answered|Counted among all {n} people», all of these majorities but «the one|those» for {set} hold for the whole population, while «that one holds|those hold» only for those who answered «this item|these items».",
		"«Karena seluruh populasi menjawab|Jika dihitung terhadap seluruh {n} orang», semua mayoritas tersebut berlaku bagi seluruh populasi, kecuali yang pada {set}, yang hanya berlaku bagi mereka yang menjawab butir itu.", func(x *ctx, m []string) error {
			m, err := x.census(m)
			set := m[1]
			if x.lang == lang.EN {
				set = m[2]
			}
			not := x.where(func(i int) bool { return x.sided(i) && !x.carried(i) })
			return first(err, must(x.Answered == x.Population && len(not) < len(x.where(x.carried)), "%d answered, carried are %v", x.Answered, x.where(x.carried)), x.same(set, not, x.all()))
		}},
	{"population of a census, some", "«Since the whole population answered|Counted among all {n} people», the «majority|majorities» for {set} «holds|hold» for the whole population, while the «majority|majorities» for {set} «holds|hold» only for those who answered «it|them».",
		"«Karena seluruh populasi menjawab|Jika dihitung terhadap seluruh {n} orang», mayoritas pada {set} berlaku bagi seluruh populasi, sedangkan mayoritas pada {set} hanya berlaku bagi mereka yang menjawab butir itu.", func(x *ctx, m []string) error {
			m, err := x.census(m)
			yes, not := m[1], m[len(m)-1]
			if x.lang == lang.EN {
				yes, not = m[2], m[5]
			}
			return first(err, must(x.Answered == x.Population, "%d answered", x.Answered), x.same(yes, x.where(x.carried), x.all()), x.same(not, x.where(func(i int) bool { return x.sided(i) && !x.carried(i) }), x.all()))
		}},

	{"several small groups", "«Each group has|The {n} smallest groups have» only {n} «respondent|respondents»⟨« each»⟩⟨, and in some comparisons a group has only {n}⟩, so «the|all» p-values ⟨«here» ⟩are rough approximations.",
		"«Setiap kelompok|{n} kelompok terkecil masing-masing» hanya terdiri atas {n} responden⟨ (pada sebagian perbandingan ada yang hanya diwakili {n} orang)⟩ sehingga ⟨«semua» ⟩nilai p ⟨di sini ⟩merupakan pendekatan kasar.", func(x *ctx, m []string) error {
			if x.lang == lang.EN {
				m = slices.Delete(slices.Clone(m), 4, 6)
			}
			return x.severalSmall(m[1:5])
		}},
	{"nothing shown of several small groups", "«Each group has|The {n} smallest groups have» only {n} «respondent|respondents»⟨« each»⟩⟨, and in some comparisons a group has only {n}⟩; that the «two |»groups are not shown to differ is no proof that they are alike.",
		"«Setiap kelompok|{n} kelompok terkecil masing-masing» hanya terdiri atas {n} responden⟨ (pada sebagian perbandingan ada yang hanya diwakili {n} orang)⟩; tidak ditemukannya perbedaan bukan bukti bahwa «kedua kelompok|kelompok-kelompok» itu sama.", func(x *ctx, m []string) error {
			if x.lang == lang.EN {
				m = slices.Delete(slices.Clone(m), 4, 6)
			}
			p, _ := x.test()
			two := m[5] == "two " || m[5] == "kedua kelompok"
			return first(must(p >= 0.05 && two == (len(x.Groups[0].Groups) == 2), "p is %v, of %d groups", p, len(x.Groups[0].Groups)), x.severalSmall(m[1:5]))
		}},
	{"a group small in some comparisons", "In one or more of the comparisons, a group has only {n} «respondent|respondents», so the p-values there are rough approximations.", "Pada satu perbandingan atau lebih, ada kelompok yang hanya terdiri atas {n} responden sehingga nilai p-nya merupakan pendekatan kasar.", func(x *ctx, m []string) error {
		least, size := x.groupSizes()
		return must(int(x.num(m[1])) == slices.Min(least) && slices.Min(least) < 10 && slices.Min(size) >= 10, "%v of %v", least, size)
	}},
	{"repeated answers", "{set} has the same answer as {set} in every row, which suggests that a column was copied; r and alpha are higher because of it.", "Jawaban atas {set} sama dengan jawaban atas {set} pada semua baris, yang menandakan bahwa satu kolom tersalin; r hitung dan alpha lebih tinggi karenanya.", func(x *ctx, m []string) error {
		at := x.repeated()
		return first(must(len(at) == 1, "repeated are %v", at), x.same(m[1], at, x.all()), x.same(m[2], []int{x.repeats(at[0] - 1)}, x.all()))
	}},
	{"repeated answers of several", "{set} each have the same answers as an earlier item in every row, which suggests that columns were copied; r and alpha are higher because of it.", "Jawaban atas {set} masing-masing sama dengan jawaban atas butir sebelumnya pada semua baris, yang menandakan bahwa ada kolom yang tersalin; r hitung dan alpha lebih tinggi karenanya.", func(x *ctx, m []string) error {
		at := x.repeated()
		return first(must(len(at) > 1, "repeated are %v", at), x.same(m[1], at, x.all()))
	}},
	{"small groups, in all comparisons", "The «smaller|smallest» group⟨ («A|B|C|D»)⟩ has only {n} «respondent|respondents» («as few as |»{n} in some comparisons), so all p-values here are rough approximations.", "Kelompok «yang lebih kecil|terkecil»⟨ («A|B|C|D»)⟩ hanya terdiri atas {n} responden («paling sedikit |»{n} pada sebagian perbandingan) sehingga semua nilai p di sini merupakan pendekatan kasar.", func(x *ctx, m []string) error {
		if x.lang == lang.EN {
			m = slices.Delete(slices.Clone(m), 4, 5)
		}
		return first(x.smaller(m[1]), x.smallest(m[2], m[3], m[4], m[5]))
	}},
	{"nothing shown of small groups", "The «group of A|group of B|group of C|group of D|smaller group|smallest group» has only {n} «respondent|respondents»⟨ («as few as |»{n} in some comparisons)⟩; that the «two |»groups are not shown to differ is no proof that they are alike.", "Kelompok «A|B|C|D|yang lebih kecil|terkecil» hanya terdiri atas {n} responden⟨ («paling sedikit |»{n} pada sebagian perbandingan)⟩; tidak ditemukannya perbedaan bukan bukti bahwa «kedua kelompok|kelompok-kelompok» itu sama.", func(x *ctx, m []string) error {
		if x.lang == lang.EN {
			m = slices.Delete(slices.Clone(m), 3, 4)
		}
		name := strings.TrimPrefix(m[1], "group of ")
		var err error
		if len(name) > 1 {
			name, err = "", x.smaller(strings.TrimSuffix(name, " group"))
		}
		two := m[5] == "two " || m[5] == "kedua kelompok"
		p, _ := x.test()
		return first(err, must(p >= 0.05 && two == (len(x.Groups[0].Groups) == 2), "p is %v, of %d groups", p, len(x.Groups[0].Groups)), x.smallest(name, m[2], m[3], m[4]))
	}},
	{"small groups", "⟨In one or more of the «comparisons», ⟩«T|t»he «smaller|smallest» group⟨ («A|B|C|D»)⟩ has only {n} «respondent|respondents»⟨ («A|B|C|D»)⟩, so the p-values ⟨there ⟩are rough approximations.",
		"⟨«Pada satu perbandingan atau lebih», ⟩«K|k»elompok «yang lebih kecil|terkecil»⟨ («A|B|C|D»)⟩ hanya terdiri atas {n} responden⟨ («A|B|C|D»)⟩ sehingga nilai ⟨p|p-nya⟩ merupakan pendekatan kasar.", func(x *ctx, m []string) error {
			err := x.smaller(m[3])
			m = slices.Delete(slices.Clone(m), 3, 4)
			if x.lang == lang.EN {
				m = slices.Delete(m, 5, 6)
			}
			g, n, name := x.Groups[0], int(x.num(m[4])), m[3]+m[5]
			least, size := 1<<30, 1<<30 // in any comparison, and as the table's note has it
			var in, of []string
			for i, group := range g.Groups {
				own := 1 << 30
				for _, t := range append(slices.Clone(g.Constructs[0].Items), g.Constructs[0].Score) {
					if k := val(t.Groups[i].N); k > 0 {
						own = min(own, int(k))
					}
				}
				if own == 1<<30 { // in no comparison that is shown
					continue
				}
				if own <= least {
					if own < least {
						in = nil
					}
					least, in = own, append(in, group.Value)
				}
				if group.N <= size {
					if group.N < size {
						of = nil
					}
					size, of = group.N, append(of, group.Value)
				}
			}
			if m[1] == "" {
				in = of
			}
			return first(err, must(n == least && n < 10 && (m[1] == "") == (least == size), "the least is %d of %d", least, size),
				must(name == "" && len(in) > 1 || len(in) == 1 && name == in[0], "it is %v", in))
		}},
	{"negative covariances", "Alpha is negative because the covariances of the items add up to less than zero, although their correlations are not negative on the whole; {any}.", "Nilai alpha negatif karena jumlah kovarians antarbutir kurang dari nol, meskipun korelasi antarbutir secara keseluruhan tidak negatif; {any}.", func(x *ctx, _ []string) error {
		return must(val(x.c.Alpha) < 0 && x.c.MeanR != nil && *x.c.MeanR >= 0, "alpha is %v, the mean r %v", val(x.c.Alpha), x.c.MeanR)
	}},
	{"few rows", "The number of «respondents|complete responses» ({n}) is less than five times the number of items ({n}); {any}.", "Jumlah «responden|responden yang menjawab lengkap» ({n}) kurang dari lima kali jumlah butir ({n}); {any}.", func(x *ctx, m []string) error {
		n := int(x.num(m[2]))
		whole := m[1] == "respondents" || m[1] == "responden"
		return must((whole && n == x.Answered || !whole && n == x.c.N && n < x.Answered) && n < 5*x.c.K && int(x.num(m[3])) == x.c.K && x.c.Alpha != nil, "%d of %d", x.c.N, x.Answered)
	}},
	{"few rows of a pair", "Some pair of items was answered by only {n} «respondent|respondents», fewer than five times the number of items ({n}); {any}.", "Ada pasangan butir yang hanya «dijawab» oleh {n} responden, kurang dari lima kali jumlah butir ({n}); {any}.", func(x *ctx, m []string) error {
		n := x.num(m[1])
		if x.lang == lang.ID {
			n = x.num(m[2])
		}
		return must(len(x.c.AlphaRows) == 2 && n == x.c.AlphaRows[0] && n < float64(min(5*x.c.K, x.Answered)), "%v of %d", x.c.AlphaRows, x.Answered)
	}},
	{"no pair of groups", "No pair of groups «differs|differed» significantly by itself.", "«Tidak ada pasangan» kelompok yang berbeda secara signifikan.", func(x *ctx, _ []string) error {
		return must(len(x.pairs()) == 0, "%v differ", x.pairs())
	}},
	{"all pairs of groups", "«Both|The only|All {n}» «pairs|pair» of groups «differs|differ|differed»: {any}.", "«Kedua|Satu-satunya|Ke{n}» «pasangan» kelompok berbeda: {any}.", func(x *ctx, m []string) error {
		named := 0
		for _, p := range x.pairs() {
			if regexp.MustCompile(p[0] + ` (?:and|dan) ` + p[1]).MatchString(m[len(m)-1]) {
				named++
			}
		}
		n := 2
		if m[2] != "" {
			n = int(x.num(m[2]))
		} else if m[1] == "The only" || m[1] == "Satu-satunya" {
			n = 1
		}
		return must(len(x.Groups[0].Constructs[0].Pairs) == n && len(x.pairs()) == n && named == n, "%v differ", x.pairs())
	}},
	{"pairs of groups", "Of the {n} pairs of groups, {any} «differs|differ|differed»⟨: {any}⟩.", "Dari {n} pasangan kelompok, {any} «berbeda»⟨: {any}⟩.", func(x *ctx, m []string) error {
		n := x.num(m[2])
		if m[2] == "only one" || m[2] == "hanya satu yang" {
			n = 1
		}
		named := 0
		for _, p := range x.pairs() {
			if regexp.MustCompile(p[0] + ` (?:and|dan) ` + p[1]).MatchString(m[4]) {
				named++
			}
		}
		return must(int(x.num(m[1])) == len(x.Groups[0].Constructs[0].Pairs) && int(n) == len(x.pairs()) && (n < x.num(m[1]) || n > 5) && (named == int(n) || n > 5), "%v differ", x.pairs())
	}},
	{"groups alike", "The answers do not differ significantly by unit ({any}).", "Tidak terdapat perbedaan jawaban yang signifikan menurut bagian ({any}).", func(x *ctx, _ []string) error {
		p, e := x.test()
		return must(p >= 0.05 && (e < 2 || !x.beyondChance()) && len(x.differing()) == 0 && x.Population != x.Answered, "p %v, size %d, %v differ", p, e, x.differing())
	}},
	{"groups unclear", "The answers «do|did» not differ significantly by unit ({any}), although the effect is «medium|large»; there are too few respondents to tell it from chance.", "Jawaban «tidak» berbeda secara signifikan menurut bagian ({any}), tetapi ukuran efeknya «sedang|besar»; respondennya terlalu sedikit untuk memastikannya.", func(x *ctx, m []string) error {
		p, e := x.test()
		return must(slices.Contains([][]string{2: {"medium", "sedang"}, 3: {"large", "besar"}}[e], m[3]) && p >= 0.05 && e >= 2 && x.beyondChance() && x.Population != x.Answered, "p %v, size %d", p, e)
	}},
	{"groups differ, in short", "«A|B|C|D» gave higher ratings than «A|B|C|D» (means {x} and {x}; «small|medium|large» effect: {any}).", "Penilaian «A|B|C|D» lebih tinggi daripada penilaian «A|B|C|D» (rata-rata {x} dan {x}; efek «kecil|sedang|besar»: {any}).", func(x *ctx, m []string) error {
		return x.differShort(m[1], m[2], m[3], m[4], m[5])
	}},
	{"groups differ, in short, of more", "The ratings «differed|differ» significantly by unit, highest for «A|B|C|D» and lowest for «A|B|C|D» (means {x} and {x}; «small|medium|large» effect: {any}).", "Penilaian berbeda secara signifikan menurut bagian, tertinggi pada «A|B|C|D» dan terendah pada «A|B|C|D» (rata-rata {x} dan {x}; efek «kecil|sedang|besar»: {any}).", func(x *ctx, m []string) error {
		if x.lang == lang.EN { // an abstract and a conclusion
			m = m[1:]
		}
		return x.differShort(m[1], m[2], m[3], m[4], m[5])
	}},
	{"groups differ", "The answers differ significantly by unit, with a «small|medium|large» effect ({any}).", "Jawaban berbeda secara signifikan menurut bagian, dengan ukuran efek «kecil|sedang|besar» ({any}).", func(x *ctx, m []string) error {
		p, e := x.test()
		want := []string{"", "small", "medium", "large"}
		if x.lang == lang.ID {
			want = []string{"", "kecil", "sedang", "besar"}
		}
		return must(p < 0.05 && m[1] == want[e], "p %v, size %d", p, e)
	}},
	{"only items differ", "The means over all items do not differ significantly by unit ({any}), but {set} «do|does»: {any}.", "Rata-rata seluruh butir tidak berbeda secara signifikan menurut bagian ({any}), tetapi {set} berbeda secara signifikan: {any}.", func(x *ctx, m []string) error {
		p, e := x.test()
		return first(must(p >= 0.05 && (e < 2 || !x.beyondChance()), "p %v, size %d", p, e), x.howMany(m[2]), x.directions(m[len(m)-1]))
	}},
	{"single items differ", "{set}, however, «differ|differs» significantly: {any}.", "Namun, {set} berbeda secara signifikan: {any}.", func(x *ctx, m []string) error {
		p, e := x.test()
		return first(must(p >= 0.05 && (e >= 2 || x.Population == x.Answered) || p < 0.05 && e == 0, "p %v, size %d", p, e), x.howMany(m[1]), x.directions(m[len(m)-1]))
	}},
	{"groups of a census, ranks", "«In this population|Among the {n} who «answered all the items|are compared»,» the mean ⟨over all items|of the item⟩ is {x} higher for «A|B|C|D», while by ranks the ratings by «A|B|C|D» are higher (mean ranks {x} and {x}); that difference of ranks is not significant («negligible|small|medium|large» effect: {any}).",
		"«Dalam populasi ini|Di antara {n} orang yang «menjawab semua butirnya|dibandingkan»,» rata-rata ⟨seluruh butir|butirnya⟩ {x} lebih tinggi pada «A|B|C|D», sedangkan menurut peringkat penilaian «A|B|C|D» lebih tinggi (rata-rata peringkat {x} dan {x}); perbedaan peringkat itu tidak signifikan (efek «sangat kecil|kecil|sedang|besar»: {any}).", func(x *ctx, m []string) error {
			p, _ := x.test()
			m = m[4:]
			a, b := x.group(m[1]), x.group(m[2])
			return first(must(p >= 0.05 && x.Population == x.Answered && m[1] != m[2], "p %v", p), x.shows(m[0], val(a.Mean)-val(b.Mean)), must(val(a.Rank) < val(b.Rank), "ranks %v and %v", val(a.Rank), val(b.Rank)), x.shows(m[3], val(b.Rank)), x.shows(m[4], val(a.Rank)))
		}},
	{"groups of a census", "«In this population|Among the {n} who «answered all the items|are compared»,» the mean ⟨over all items|of the item⟩ «is {x} higher for «A|B|C|D»|by unit ranges from {x} («A|B|C|D») to {x} («A|B|C|D»)|is the same at two decimals for all groups by unit ({x}»⟨; this difference is not significant («negligible|small|medium|large» effect:⟩{any}.", "«Dalam populasi ini|Di antara {n} orang yang «menjawab semua butirnya|dibandingkan»,» rata-rata ⟨seluruh butir|butirnya⟩ «{x} lebih tinggi pada «A|B|C|D»|menurut bagian berkisar dari {x} («A|B|C|D») sampai {x} («A|B|C|D»)|sama pada dua desimal untuk semua kelompok menurut bagian ({x}»⟨; perbedaan ini tidak signifikan (efek «sangat kecil|kecil|sedang|besar»:⟩{any}.", func(x *ctx, m []string) error {
		p, size := x.test()
		counted := 0
		for _, g := range x.Groups[0].Constructs[0].Score.Groups {
			if g.N != nil {
				counted += int(*g.N)
			}
		}
		said := x.Population
		if m[2] != "" {
			said = int(x.num(m[2]))
		}
		err := must(p >= 0.05 && x.Population == x.Answered && said == counted, "p %v, of %d", p, counted)
		m = m[3:]
		if said := m[len(m)-2]; said != "" && err == nil {
			sizes := []string{"negligible", "small", "medium", "large", "sangat kecil", "kecil", "sedang", "besar"}
			err = must(slices.Index(sizes, said)%4 == size, "the size is %d", size)
		}
		if m[2] != "" && err == nil { // two groups
			high := val(x.group(m[3]).Mean)
			low := math.Inf(1)
			for _, g := range x.Groups[0].Groups {
				low = min(low, val(x.group(g.Value).Mean))
			}
			err = x.shows(m[2], high-low)
			for _, g := range x.Groups[0].Groups {
				err = first(err, must(rounded(val(x.group(m[3]).Rank), 1) >= rounded(val(x.group(g.Value).Rank), 1), "by ranks %s is higher", g.Value))
			}
		} else if m[4] != "" && err == nil {
			err = first(x.shows(m[4], val(x.group(m[5]).Mean)), x.shows(m[6], val(x.group(m[7]).Mean)), must(x.num(m[4]) < x.num(m[6]), "they are equal"))
		}
		return err
	}},
	{"groups trivial", "Chance alone hardly explains the difference by unit ({any}), but its size is negligible.", "Perbedaan menurut bagian sulit dijelaskan oleh kebetulan semata ({any}), tetapi ukurannya sangat kecil sehingga dapat diabaikan.", func(x *ctx, _ []string) error {
		p, e := x.test()
		return must(p < 0.05 && e == 0, "p %v, size %d", p, e)
	}},
	{"direction of two", "By ranks, «A|B|C|D» gave higher ratings than «A|B|C|D» (mean ranks {x} and {x})«; their means⟨ over all items⟩ are {x} and {x}|, while the means⟨ over all items⟩ are the same at two decimals ({x})|, although their mean⟨ over all items⟩ is lower ({x} and {x}): the test counts how often the answers of one group are higher, not by how much».",
		"Menurut peringkat, penilaian «A|B|C|D» lebih tinggi daripada penilaian «A|B|C|D» (rata-rata peringkat {x} dan {x})«; rata-rata⟨ seluruh butir⟩nya {x} dan {x}|, sedangkan rata-rata⟨ seluruh butir⟩ kedua kelompok sama pada dua desimal ({x})|, sedangkan rata-rata⟨ seluruh butir⟩nya justru lebih rendah ({x} dan {x}): uji ini menghitung seberapa sering jawaban suatu kelompok lebih tinggi, bukan seberapa jauh».", func(x *ctx, m []string) error {
			a, b := x.group(m[1]), x.group(m[2])
			ra, rb, ma, mb := val(a.Rank), val(b.Rank), rounded(val(a.Mean), 2), rounded(val(b.Mean), 2)
			lower := strings.Contains(m[5], "although") || strings.Contains(m[5], "justru")
			same := strings.Contains(m[5], "the same") || strings.Contains(m[5], " sama ")
			return first(must(ra > rb, "ranks %v and %v", ra, rb), x.shows(m[3], ra), x.shows(m[4], rb), must(lower == (ma < mb) && same == (ma == mb), "means %v and %v", ma, mb))
		}},
	{"direction of more", "By ranks, «A|B|C|D» gave the highest ratings and «A|B|C|D» the lowest (mean ranks {x} and {x}){any}.", "Menurut peringkat, penilaian tertinggi terdapat pada «A|B|C|D» dan terendah pada «A|B|C|D» (rata-rata peringkat {x} dan {x}){any}.", func(x *ctx, m []string) error {
		a, b := x.group(m[1]), x.group(m[2])
		for _, g := range x.Groups[0].Constructs[0].Score.Groups {
			if g.Rank != nil && (*g.Rank > val(a.Rank) || *g.Rank < val(b.Rank)) {
				return must(false, "a mean rank is %v", *g.Rank)
			}
		}
		return first(x.shows(m[3], val(a.Rank)), x.shows(m[4], val(b.Rank)))
	}},
	{"means in another order", "The means⟨ over all items⟩ stand in another order, from {x} («A|B|C|D») to {x} («A|B|C|D»), since the test counts how often the answers of one group are higher, not by how much.", "Urutan rata-rata⟨ seluruh butir⟩ berbeda: dari {x} («A|B|C|D») sampai {x} («A|B|C|D») karena uji ini menghitung seberapa sering jawaban suatu kelompok lebih tinggi, bukan seberapa jauh.", func(x *ctx, m []string) error {
		a, b := x.group(m[2]), x.group(m[4])
		var ranks []float64
		for _, g := range x.Groups[0].Constructs[0].Score.Groups {
			if g.Rank != nil && g.Mean != nil {
				if ranks = append(ranks, *g.Rank); *g.Mean < val(a.Mean) || *g.Mean > val(b.Mean) {
					return must(false, "a mean is %v", *g.Mean)
				}
			}
		}
		return first(x.shows(m[1], val(a.Mean)), x.shows(m[3], val(b.Mean)), must(val(a.Rank) > slices.Min(ranks) || val(b.Rank) < slices.Max(ranks), "they are in the order of the ranks"))
	}},
	{"items that differ", "«After Holm’s adjustment, the|The» groups differ significantly on {set}⟨, in opposite directions: {any}|: {any}|⟨, by ranks {any}⟩⟨, higher for «A|B|C|D»⟨ by ranks⟩⟨ ({any})⟩⟨, although {any} not higher⟩⟩⟩.", "«Setelah nilai p disesuaikan menurut Holm, kelompok|Kelompok» berbeda secara signifikan pada {set}⟨, dengan arah yang berlawanan: {any}|: {any}|⟨, dengan peringkat {any}⟩⟨, lebih tinggi pada «A|B|C|D»⟨ menurut peringkat⟩⟨ ({any})⟩⟨ meskipun rata-rata {any} tidak lebih tinggi⟩⟩⟩.", func(x *ctx, m []string) error {
		m = m[1:]
		err := x.same(m[1], x.differing(), x.all())
		many := len(x.Groups[0].Groups) > 2
		switch items := x.Groups[0].Constructs[0].Items; {
		case err != nil:
		case m[2] != "":
			err = first(must(!many, "the groups are more than two"), x.directions(m[2]))
		case m[3] != "":
			err = first(must(many, "the groups are two"), x.directions(m[3]))
		case m[4] != "":
			by := map[lang.Tag]string{lang.EN: ", by ranks ", lang.ID: ", dengan peringkat "}[x.lang]
			err = first(must(many, "the groups are two"), x.directions(m[1]+by+m[4]))
		case m[5] != "":
			for _, i := range x.differing() {
				ranks, g := items[i-1].Groups, x.at(m[5])
				if val(ranks[g].Rank) <= val(ranks[1-g].Rank) {
					err = fmt.Errorf("%s is not higher on item %d", m[5], i)
				}
			}
			err = first(err, x.ranks(m[6], x.differing()), x.unlike(m[7], m[5], x.differing()))
		default:
			err = must(false, "no direction is told")
		}
		return err
	}},
	{"no item differs", "«Taken singly, however, no|No» item «shows a difference that is both significant after Holm’s adjustment and more than negligible|differs significantly after Holm’s adjustment»⟨«; this does not contradict the result for the mean over all items: the p-values of the items are adjusted for their number, whereas that of the mean is not|; this does not contradict the result for the mean over all items, since a mean over several items is more precise than a single item»⟩.", "«Namun, jika diuji satu per satu, tidak|Tidak» ada butir «dengan perbedaan yang lebih dari sangat kecil dan sekaligus signifikan|yang berbeda secara signifikan» setelah nilai p disesuaikan menurut Holm⟨«; hal itu tidak bertentangan dengan hasil untuk rata-rata seluruh butir karena nilai p setiap butir disesuaikan dengan banyaknya butir, sedangkan nilai p rata-rata itu tidak disesuaikan|; hal itu tidak bertentangan dengan hasil untuk rata-rata seluruh butir karena rata-rata beberapa butir lebih teliti daripada satu butir»⟩.", func(x *ctx, m []string) error {
		p, size := x.test()
		none := !strings.Contains(m[2], "negligible") && !strings.Contains(m[2], "kecil")
		significant := x.where(func(i int) bool { return val(x.Groups[0].Constructs[0].Items[i].PHolm) < 0.05 })
		raw := x.where(func(i int) bool { return val(x.Groups[0].Constructs[0].Items[i].P) < 0.05 })
		if adjusted := strings.Contains(m[3], "whereas") || strings.Contains(m[3], "sedangkan"); m[3] != "" && adjusted != (none && len(raw) > 0) {
			return fmt.Errorf("%v differ without Holm, %v with it", raw, significant)
		}
		return first(must(len(x.differing()) == 0 && none == (len(significant) == 0), "%v differ, %v significantly", x.differing(), significant), must((len(m[1]) > 6) == (p < 0.05 && size > 0) && (len(m[1]) > 6) == (m[3] != ""), "p %v, size %d", p, size))
	}},
}

// plain are sentences that claim nothing of single numbers, or only what other kinds
// check in another form.
var plain = map[lang.Tag][]string{
	lang.EN: {
		"The classes of the scores are given in {any}", "{any} assigns the respondents who answered every item to classes of their score, {any}", "The limits follow from the scale alone, {any}", "A class names a place on the scale; it does not compare {any}", "{any} shows how the scores are distributed, {any}", "{any} shows how each group answered each item; «it covers|they cover» only those who answered.", "Rounded percentages may add up {any}", "The tests are evaluated at the {x}% level ({any}).", "A test that finds no departure does not show {any}",
		"The study was descriptive and quantitative: {any}", "The answers of {n} of them were analysed.", "The population is all {any}; its size is not stated.", "The questionnaire was answered by {any}, and no response rate can be given.", "All {n} people of the population answered (a response rate of 100%).",
		"The population consisted of {n} people⟨, all of whom were asked; {n} answered⟩⟨ (a response rate of {p})⟩.", "Of these, {n} answered⟨ ({any})⟩⟨; how many were asked is not stated⟩.", "The sampling technique was {any} sampling⟨ (a census)⟩.", "The results describe the {n} who answered; the {n} who «was|were» asked but did not answer may think otherwise.", "Only {n} of {n} people answered ({p}); those who did not may think otherwise.",
		"There «is|are» only {n} «respondent|respondents», fewer than 30; one answer corresponds to {x} percentage points, so percentages should be read with caution.", "There «is|are» only {n} complete «response|responses», fewer than 30; r and alpha are imprecise.", "The questionnaire contained {n} «statement|statements».", "«Each|It» was answered on «the following|a» {n}-point scale:", "«Each|It» was answered by choosing one of the points of the following {n}-point scale:", "Validity was tested with {any}", "An item counted as valid when {any}", "Reliability was measured by {any}", "Negatively worded items were scored in reverse before the analysis.",
		"Missing answers were excluded pairwise: {any}", "The critical r, the p-value, and the verdict of an item were based on those who answered it.", "Respondents who skipped at least one item {any}", "«A total of |»{n} «respondents» skipped at least one of these items {any}", "Shares of respondents were reported as percentages of valid answers.", "Since every member of the population answered, they hold for the population and need no confidence interval{any}", "A share was said to be a majority of the population only where {any}", "With n = {n}⟨ «answer|answers» to the item with the fewest⟩, the margin of error of a share was at most {x} percentage points.",
		"How the sample was drawn is not stated.", "The answers were collected with a scale that is numbered downwards; its numbers are turned here, so that a higher score is a better answer.", "The respondents were not drawn at random.", "The confidence intervals assume that {any}", "A check of the {n} «row|rows» of answers found {any}", "A check found that the only row of answers is not empty⟨ and{any}⟩; it was not left out of the analysis.", "The population consisted of one person, who answered (a response rate of 100%).", "Rows with one answer throughout can distort the correlations between items, and with them the item–total r and alpha.", "It was not left out of the analysis.", "«Neither|None|None of them» was left out of the analysis.",
		"With n = {n} complete responses, the degrees of freedom are df = n − 2 = {any}", "There «is|are» {any} complete «response|responses», so a critical r cannot be computed.", "An item is judged by those who answered it, {any}", "Table {n} shows the results.", "Table {n} {any}", "Figure {n} shows {any}", "Alpha is negative because the items correlate negatively on the whole; possible reasons: {any}",
		"Beside alpha, McDonald’s omega is given, from a one-factor model {any}", "By the «corrected|uncorrected» correlation⟨ ({x})⟩, {set} «is|are» ⟨not ⟩valid.", "By the uncorrected correlation⟨ ({x})⟩, which includes «the|an» item’s own score, {set} would be valid.", "«All answers|Among the {n} complete responses all answers» to {any} are the same, {any}", "{any} left unanswered by {any}", "{any} not answered by {n} of {n} respondents; {any}", "Nobody answered {any}", "A one-factor model does not fit these items {any}", "The answers of «nobody|{n}» {any}",
		"The mean «over all items|of the item» {any}", "That the groups are not shown to differ is no proof that they are alike.", "The means over all items stand in another order, {any}", "The groups cannot be compared because {any}", "Groups are compared by rank with {any}", "The effect size is {any}", "The p-value of each «item|pair of groups» is adjusted {any}", "The tests treat those who answered as a random sample.", "A difference between groups does not show its cause.",
		"«A total of |Left out|Groups of fewer than»{any}", "The items on quality cannot be treated as one scale as they stand« (alpha {x})|, since alpha is negative», so the mean {any}", "Since alpha is negative, the mean over all items should not be interpreted.", "The scale for quality is not sufficiently reliable{any}", "The reliability of the scale for quality cannot be judged, so its mean should be read with caution.", "Since «alpha is below {x}|alpha is not above {x}|reliability cannot be judged», the mean «over all items|of the item» should be read with caution.", "Duplicate rows were not checked for, {any}", "All {n} pairs of groups differ{any}", "The groups by unit cannot be compared: «fewer than two may be shown|there is only one|nobody stated theirs».", "The answers «did not differ significantly|do not differ significantly|differed only negligibly|differ only negligibly|differed significantly|differ significantly» by unit{any}", "The two classifications use different yardsticks {any}", "An alpha of {x} falls in the class {any}", "The shares and means above describe how respondents see the matters asked about, {any}", "A check of {any}", "Since every member of the population answered, the means describe the population itself{any}", "The results by unit are given in {any}; {any} «shows|show» the means over all items.", "It is based on {any}",
		"{set} {any} answered {any}",
	},
	lang.ID: {
		"Kategori skor disajikan pada {any}", "Batas kategori disajikan pada {any}", "{any} gives the limits of the classes.", "{any} menyajikan responden yang menjawab semua butir menurut kategori skornya, {any}", "Batas kategori ditentukan oleh skala itu sendiri, {any}", "Kategori hanya menamai letak pada skala; kategori tidak membandingkan {any}", "{any} memperlihatkan sebaran skor {any}", "{any} memperlihatkan jawaban setiap kelompok atas setiap butir; «gambar itu|gambar-gambar itu» hanya mencakup mereka yang menjawab.", "Karena pembulatan, jumlah persentasenya dapat «sedikit |»berbeda {any}", "Taraf signifikansi uji itu {x}% ({any}).", "Uji yang tidak menemukan penyimpangan bukan bukti {any}",
		"Penelitian ini bersifat deskriptif kuantitatif: {any}", "Yang dianalisis adalah jawaban {n} orang di antaranya.", "Populasi penelitian adalah semua {any}; jumlahnya tidak dicantumkan.", "Kuesioner dijawab oleh {any}, dan tingkat respons tidak dapat dihitung.", "Seluruh {n} orang dalam populasi menjawab (tingkat respons 100%).", "Populasi penelitian adalah {n} orang⟨; seluruhnya diminta menjawab, dan {n} orang menjawab⟩⟨ (tingkat respons {p})⟩.", "«Sebanyak |»{n} orang menjawab⟨ ({any})⟩⟨; banyaknya orang yang diminta menjawab tidak dinyatakan⟩.", "Teknik pengambilan sampelnya adalah sampling {any}", "Hasil penelitian menggambarkan pandangan {n} orang yang menjawab; {n} orang yang diminta tetapi tidak menjawab mungkin berpendapat lain.", "Hanya {n} dari {n} orang yang menjawab ({p}); yang tidak menjawab mungkin berpendapat lain.",
		"Hanya ada {n} responden, kurang dari 30; satu jawaban sudah berarti {x} poin persentase sehingga persentase perlu dibaca dengan hati-hati.", "Hanya ada {n} jawaban yang lengkap, kurang dari 30; r hitung dan alpha kurang teliti.", "Kuesioner memuat {n} butir pernyataan.", "«Setiap butir|Butir itu» dijawab pada skala {n} tingkat⟨ berikut⟩:", "«Setiap butir|Butir itu» dijawab dengan memilih salah satu tingkat pada skala {n} tingkat berikut:", "Validitas diuji dengan {any}", "Suatu butir dinyatakan valid jika {any}", "Reliabilitas diukur dengan {any}", "Skor butir yang bernada negatif dibalik sebelum dianalisis.",
		"Jawaban yang kosong dikeluarkan per pasangan butir: {any}", "R tabel{any}", "Nilai r tabel, nilai p, dan keputusan tentang suatu butir didasarkan pada responden yang menjawabnya.", "Responden yang melewatkan sedikitnya satu butir {any}", "Proporsi responden dilaporkan sebagai persentase jawaban yang sah.", "Karena semua anggota populasi menjawab, persentase itu berlaku bagi populasi {any}", "Suatu proporsi disebut mayoritas populasi hanya jika {any}", "Dengan n = {n}⟨ jawaban atas butir yang paling sedikit dijawab⟩, margin galat suatu proporsi paling besar {x} poin persentase.",
		"Cara pengambilan sampel tidak dinyatakan.", "Jawaban dikumpulkan dengan skala yang dinomori menurun; angkanya dibalik di sini sehingga skor yang lebih tinggi berarti jawaban yang lebih baik.", "Responden tidak dipilih secara acak.", "Penghitungan selang kepercayaan mengandaikan bahwa {any}", "Pemeriksaan atas {n} baris jawaban {any}", "Menurut pemeriksaan, satu-satunya baris jawaban tidak kosong⟨ dan{any}⟩; baris itu tidak dikeluarkan dari analisis.", "Populasi terdiri atas satu orang, yang menjawab (tingkat respons 100%).", "Baris dengan satu jawaban yang sama dapat mengubah korelasi antarbutir sehingga r hitung dan alpha ikut berubah.", "Baris itu tidak dikeluarkan dari analisis.", "Tidak «ada yang|satu pun di antaranya» dikeluarkan dari analisis.", "Keduanya tidak dikeluarkan dari analisis.",
		"Dengan n = {n} responden yang menjawab lengkap, derajat bebas adalah {any}", "Jumlah responden yang menjawab lengkap adalah {n} sehingga r tabel tidak dapat dihitung.", "Setiap butir dinilai menurut mereka yang menjawabnya, {any}", "Hasilnya disajikan pada Tabel {n}.", "Statistik setiap butir disajikan pada Tabel {n}.", "Jumlah dan persentase jawaban {any}", "Tabel {n} {any}", "Gambar {n} {any}", "Nilai alpha negatif karena korelasi antarbutir secara keseluruhan negatif: {any}", "Biasanya ini berarti {any}",
		"Di samping alpha disajikan omega McDonald dari model satu faktor {any}", "Dengan korelasi «terkoreksi|tanpa koreksi»⟨ ({x})⟩, {set} ⟨tidak ⟩valid.", "Menurut korelasi tanpa koreksi⟨ ({x})⟩, yang ikut memperhitungkan skor butir yang bersangkutan, {set} akan tergolong valid.", "Semua jawaban atas {any} sama sehingga {any}", "Di antara {n} jawaban lengkap, semua jawaban atas {any}", "{any} tidak dijawab «oleh|berturut-turut oleh» {any}", "Tidak seorang pun menjawab {any}", "Model satu faktor tidak cocok untuk butir-butir ini {any}",
		"Rata-rata «seluruh butir|butirnya» {any}", "Tidak ditemukannya perbedaan bukan bukti bahwa «kelompok-kelompok|kedua kelompok» itu sama.", "Kelompok tidak dapat dibandingkan karena {any}", "Kelompok dibandingkan menurut peringkat {any}", "Ukuran efek adalah {any}", "Nilai p setiap «butir|pasangan kelompok» disesuaikan {any}", "Uji-uji ini memperlakukan para responden sebagai sampel acak.", "Perbedaan antarkelompok tidak menunjukkan penyebabnya.",
		"Kelompok menurut bagian tidak dapat dibandingkan karena «kurang dari dua kelompok yang boleh ditampilkan|hanya ada satu kelompok|tidak seorang pun menyebutkannya».", "Jawaban «tidak berbeda secara signifikan|hanya berbeda sangat sedikit|berbeda secara signifikan» menurut bagian{any}", "Kedua kategori itu memakai tolok ukur yang berbeda sehingga {any}", "Alpha sebesar {x} termasuk kategori {any}", "Persentase dan rata-rata di atas menggambarkan {any}", "Karena seluruh anggota populasi menjawab, rata-rata menggambarkan populasi itu sendiri{any}", "Hasil menurut bagian disajikan pada {any}; rata-rata seluruh butir ditampilkan pada {any}.", "Tanggapan atas {any}",
		"«Sebanyak |»{n} responden {any}", "Kelompok dengan kurang dari {any}", "Butir-butir mutu belum dapat diperlakukan sebagai satu skala« (alpha {x})| karena alpha-nya negatif» sehingga rata-rata seluruh butirnya {any}", "Karena alpha bernilai negatif, rata-rata seluruh butir tidak layak ditafsirkan.", "Reliabilitas skala mutu «tidak memadai|tidak dapat dinilai»{any}", "Karena «alpha lebih kecil daripada {x}|alpha tidak lebih besar daripada {x}|reliabilitas tidak dapat dinilai», rata-rata «seluruh butir|butirnya» perlu dibaca dengan hati-hati.", "Ada tidaknya baris berulang tidak diperiksa {any}", "Semua pasangan kelompok ({n}) berbeda{any}",
	},
}

// beside holds on which side of its threshold alpha is said to be.
func (x *ctx) beside(word string) error {
	sign := map[string]int{"above": 1, "exceeds": 1, "lebih besar": 1, "melampaui": 1, "below": -1, "is below": -1, "lebih kecil": -1, "lebih kecil daripada": -1}
	return must(sign[word] == cmp.Compare(val(x.c.Alpha), x.c.AlphaThreshold), "alpha is %v", val(x.c.Alpha))
}

// valid are the items with a verdict.
func (x *ctx) valid(verdict bool) []int {
	return x.where(func(i int) bool { v := x.c.Items[i].Valid; return v != nil && *v == verdict })
}

// sided is whether more than half answered item i (from 0) on one side.
func (x *ctx) sided(i int) bool { return x.half(i, 1) || x.half(i, -1) }

// outweighs holds that the answers of a side are at least as many as those on the other, where the most
// frequent answer to item i (from 0) is.
func (x *ctx) outweighs(i int, labels string) error {
	below, _, above := x.sides(i)
	lead, side := x.leading(i), x.side(labels)
	if x.polarised(i) || x.spread(i) || side == 0 || side*(above-below) < 0 {
		return must(false, "%s is outweighed, or the answers are polarised or spread", labels)
	}
	for _, v := range lead {
		if at := x.place(v); at != -side {
			return must(false, "leading are %v", lead)
		}
	}
	return nil
}

// unsided is whether item i (from 0) has more than half on neither side and nothing else tells it.
func (x *ctx) unsided(i int) bool {
	told := x.polarised(i) || x.neutral && (x.spread(i) || slices.Contains(x.leading(i), (x.k+1)/2))
	return x.c.Items[i].N > 0 && !x.sided(i) && !told && !x.onlyMiddle(i)
}

// onlyMiddle is whether all answers to item i are in the middle of the scale.
func (x *ctx) onlyMiddle(i int) bool {
	below, middle, above := x.sides(i)
	return middle > 0 && below+above == 0
}

// census is the rest of a sentence on majorities that hold for a population, and whether it says rightly
// by what: that all answered, or that some did not and all were counted.
func (x *ctx) census(m []string) ([]string, error) {
	gaps := slices.ContainsFunc(x.where(x.carried), func(i int) bool { return x.c.Items[i-1].N < x.Population })
	rest := append([]string{m[0]}, m[3:]...)
	return rest, must((m[2] != "") == gaps && (!gaps || int(x.num(m[2])) == x.Population), "of some carried items not all answered: %v", gaps)
}

// carried is whether that may be said of the population: by the lower end of Wilson's
// interval, or of a census by the count alone.
func (x *ctx) carried(i int) bool {
	below, _, above := x.sides(i)
	count, n, people := float64(max(below, above)), float64(x.c.Items[i].N), float64(x.Population)
	switch {
	case !x.sided(i) || x.Population > 0 && people < n:
		return false
	case x.certain(i):
		return true
	case x.Answered == x.Population:
		return false
	}
	p, size := count/n, n
	if x.Population > 0 {
		size *= (people - 1) / (people - n)
	}
	z := 1.959963984540054
	return (p+z*z/2/size-z*math.Sqrt(p*(1-p)/size+z*z/4/size/size))/(1+z*z/size) > 0.5
}

// inferred is whether a majority of item i is told of the population by its interval.
func (x *ctx) inferred(i int) bool {
	m := x.c.Items[i].Shares.Majority
	sure := m != nil && x.Population > 0 && 2*m.Count > x.Population
	return m != nil && !sure && (m.CI != nil && (*m.CI)[0] > 0.5 || x.Answered != x.Population && x.byInterval(i))
}

// beyond is whether the interval of the majority of item i holds shares of the population that those
// who did not answer cannot make true.
func (x *ctx) beyond(i int) bool {
	it := x.c.Items[i]
	m, left := it.Shares.Majority, x.Population-it.N
	if x.Population == 0 || m == nil || m.CI == nil || left <= 0 {
		return false
	}
	return (*m.CI)[0]*float64(x.Population) < float64(m.Count) || (*m.CI)[1]*float64(x.Population) > float64(m.Count+left)
}

// certain is whether one side of item i has more than half of the whole population.
func (x *ctx) certain(i int) bool {
	below, _, above := x.sides(i)
	return x.Population > 0 && x.Answered <= x.Population && 2*max(below, above) > x.Population
}

// byInterval is whether that may be said of the population and is not certain.
func (x *ctx) byInterval(i int) bool { return x.carried(i) && !x.certain(i) }

// assumed holds that the first item of which something is told of the population says what that
// supposes, and the others that they suppose the same.
func (x *ctx) assumed(said string) error {
	of := x.where(x.inferred)
	full := strings.HasPrefix(strings.ToLower(said), "if ") || strings.HasPrefix(strings.ToLower(said), "jika ")
	return must(len(of) > 0 && (said == "") == x.random && (x.random || full == (of[0] == x.item)), "of %v, %q", of, said)
}

// spread is whether no answer to item i (from 0) leads: more than three do by the rule, or three,
// and no answer is 10 points behind.
func (x *ctx) spread(i int) bool {
	lead, a := x.leading(i), x.answers(i)
	near := 10*(slices.Max(a)-slices.Min(a)) < x.c.Items[i].N
	return x.c.Items[i].N > 0 && x.k > 2 && !x.polarised(i) && (len(lead) > 3 || len(lead) == 3 && near)
}

// isSpread holds it of the item of the section, and whether that leaves the statement undecided.
func (x *ctx) isSpread(undecided string) error {
	i := x.item - 1
	return first(must(x.spread(i), "answers %v", x.answers(i)), must(undecided == "" || x.k%2 == 1 && x.split == 0 && !x.sided(i) && !x.leaning(i), "answers %v", x.answers(i)))
}

// leaning is whether one side of item i (from 0), of which neither has more than half, has at least
// twice as many answers as the other.
func (x *ctx) leaning(i int) bool {
	below, _, above := x.sides(i)
	return !x.sided(i) && max(below, above) >= 10 && max(below, above) >= 2*min(below, above)
}

// leanTogether holds the items that lean to one side with the counts of each, what is said of the
// middle answer, and that no side has more than half where nothing else tells it.
func (x *ctx) leanTogether(set, middle string, sides bool, more, fewer, count, counts, said string) error {
	of, n, err := x.parse(set, x.all())
	if err != nil {
		return err
	}
	first0 := -1
	var want []int
	for _, i := range x.where(x.leaning) {
		below, mid, above := x.sides(i - 1)
		lead := x.leading(i - 1)
		if !(slices.Contains(lead, (x.k+1)/2) && !x.polarised(i-1)) && !x.spread(i-1) || x.leansTo(i-1, more, fewer) != nil || (min(below, above) == 0) != (said == "") || said != "" && x.times(i-1, said) != nil {
			continue
		}
		if (mid > max(below, above)) != (middle != "") || said == "" && !slices.Contains(of, i) {
			continue
		}
		if first0 < 0 {
			first0 = i - 1
		}
		want = append(want, i)
	}
	if len(want) == 0 {
		return must(false, "%q leans not so", set)
	}
	err = must(sides == (middle == "" && len(x.where(x.sided)) > 0), "that no side has more than half is said once")
	if lo, hi := labelEnds(middle); middle != "" && (lo != hi || lo != (x.k+1)/2) {
		return must(false, "%q is not the middle", middle)
	}
	if of == nil {
		err = first(err, must(n == len(want), "%v lean so", want))
	} else {
		err = first(err, x.same(set, want, x.all()))
	}
	var pairs []int
	for _, s := range regexp.MustCompile(`\d[\d.,]*`).FindAllString(count+" "+counts, -1) {
		pairs = append(pairs, int(x.num(strings.TrimRight(s, ".,"))))
	}
	var each []int
	same := true
	for _, i := range want {
		below, _, above := x.sides(i - 1)
		each = append(each, max(below, above), min(below, above))
		same = same && slices.Equal(each[:2], each[len(each)-2:])
	}
	if same {
		each = each[:2]
	} else if len(want) > 5 {
		each = nil
	}
	return first(err, must(slices.Equal(pairs, each), "%v, not %v", each, pairs))
}

// leansTo holds to which side it does.
func (x *ctx) leansTo(i int, more, fewer string) error {
	below, _, above := x.sides(i)
	side := cmp.Compare(above, below)
	return must(x.leaning(i) && x.side(more) == side && x.side(fewer) == -side, "%d and %d", below, above)
}

// times holds how many times as many are on one side of item i as on the other, and whether there are more.
func (x *ctx) times(i int, said string) error {
	m := regexp.MustCompile(`(more than |lebih dari )?(\pL+|\d+)( times| kali)? (?:as many|sebanyak)`).FindStringSubmatch(said)
	if m == nil {
		return must(false, "no multiple is told")
	}
	n := 2
	if m[2] != "twice" {
		n = int(x.num(m[2]))
	}
	below, _, above := x.sides(i)
	more, fewer := max(below, above), min(below, above)
	return must(more/fewer == n && (m[1] != "") == (more%fewer > 0), "%d and %d", more, fewer)
}

// repeats is the first item (from 1) of which item i (from 0) has the answers in every row, 0 for none.
func (x *ctx) repeats(i int) int {
	codes := func(i int) []uint8 { return x.file.Column(x.c.Items[i].ID).Codes }
	for of := range i {
		n := x.answers(i)
		below, middle, above := x.sides(i)
		if answered := below + middle + above; slices.Equal(codes(of), codes(i)) && x.c.Items[of].Reversed == x.c.Items[i].Reversed && answered >= 20 && answered-slices.Max(n) >= 5 {
			return of + 1
		}
	}
	return 0
}

// repeated are the items (from 1) with the answers of an earlier one.
func (x *ctx) repeated() []int { return x.where(func(i int) bool { return x.repeats(i) > 0 }) }

// groupSizes are, of the groups in any comparison that is shown, the fewest respondents in one and all of them.
func (x *ctx) groupSizes() (least, size []int) {
	g := x.Groups[0]
	for i, group := range g.Groups {
		own := 1 << 30
		for _, t := range append(slices.Clone(g.Constructs[0].Items), g.Constructs[0].Score) {
			if k := val(t.Groups[i].N); k > 0 {
				own = min(own, int(k))
			}
		}
		if own < 1<<30 {
			least, size = append(least, own), append(size, group.N)
		}
	}
	return least, size
}

// severalSmall holds that so many groups, or all, have so many respondents, none has fewer, and how few a comparison has.
func (x *ctx) severalSmall(m []string) error {
	least, size := x.groupSizes()
	smallest := 0
	for _, n := range size {
		if n == slices.Min(size) {
			smallest++
		}
	}
	all := smallest == len(x.Groups[0].Groups)
	fewer := slices.Min(least) < slices.Min(size)
	return first(must((m[1] == "") == all && smallest > 1 && (all || int(x.num(m[1])) == smallest), "%d are the smallest of %v", smallest, size),
		must(int(x.num(m[2])) == slices.Min(size) && slices.Min(size) < 10, "the sizes are %v", size), must((m[3] != "") == fewer && (!fewer || int(x.num(m[3])) == slices.Min(least)), "the fewest are %v", least))
}

// smallest holds how many respondents the smallest group has in the comparisons, the least and as a whole.
func (x *ctx) smallest(name, most, far, least string) error {
	of, sizes := x.groupSizes()
	fewest, size := slices.Min(of), slices.Min(sizes)
	if least == "" {
		least = most
	}
	return first(must((far != "") == (size > fewest+1), "%d to %d", fewest, size), must(int(x.num(least)) == fewest && int(x.num(most)) == size && size < 10, "%d to %d", fewest, size), must(name == "" || x.Groups[0].Groups[x.at(name)].N == size, "%s is not the smallest", name))
}

// smaller holds which word is said of the smallest group: of two of different sizes it is the smaller one.
func (x *ctx) smaller(said string) error {
	g := x.Groups[0].Groups
	two := len(g) == 2 && g[0].N != g[1].N
	return must(two == (said == "smaller" || said == "yang lebih kecil"), "%q is said of %v", said, g)
}

// supposed holds that a sentence names what it supposes, unless the sample is random.
func (x *ctx) supposed(m []string) error {
	says := strings.HasPrefix(m[0], "If ") || strings.HasPrefix(m[0], "Jika ")
	return must(says != x.random, "it is drawn at random: %v", x.random)
}

// mostNegative is whether the r of more than half of the items is negative.
func (x *ctx) mostNegative() bool {
	n := len(x.where(func(i int) bool { return x.r(i) < 0 }))
	return n > 1 && 2*n > x.c.K
}

// against is whether the r of an item is negative beyond chance, and no smaller than a small one.
func (x *ctx) against(i int) bool {
	c := x.c.Items[i].CriticalR
	return c != nil && x.r(i) < -*c && x.r(i) <= -0.1
}

// negatives holds of which items with a negative r something is said, with the r of one or two and
// the ends of more; where most items have one, it is said of them all, without a kind.
func (x *ctx) negatives(m []string, of func(i int) bool) error {
	set, said := m[1], m[2]
	if x.lang == lang.EN {
		set, said = m[2], m[4]
	}
	below := x.where(func(i int) bool { return x.r(i) < 0 && of(i) })
	return first(must(!x.mostNegative() && len(below) > 0, "negative are %v", below), x.listed(set, said, x.where(of)))
}

// nearZero is whether the r of an item is close to zero on either side of it.
func (x *ctx) nearZero(i int) bool { return math.Abs(x.r(i)) < 0.1 }

// negativeMost holds a sentence on more than half of the items: those with a negative r, and where
// one of these is close to zero those close to it.
func (x *ctx) negativeMost(m []string) error {
	near := x.where(func(i int) bool { return x.nearZero(i) && x.r(i) < 0 })
	want := x.where(func(i int) bool { return x.r(i) < 0 || len(near) > 0 && x.nearZero(i) })
	return first(must(x.mostNegative(), "few are negative"), x.listed(m[1], m[2], want))
}

// negativeMixed is negativeMost of items some of which are close to zero, which says whether any is above it.
func (x *ctx) negativeMixed(m []string) error {
	want := x.where(func(i int) bool { return x.r(i) < 0 || x.nearZero(i) })
	above := x.where(func(i int) bool { return x.r(i) >= 0 && x.nearZero(i) })
	or := strings.Contains(m[2], " or ") || strings.Contains(m[2], "atau")
	return first(x.negativeMost([]string{m[0], m[1], m[3]}), must(or == (len(above) > 0), "of %v, %v are not negative", want, above))
}

// listed holds the items of a sentence and the range of their r, or both of two.
func (x *ctx) listed(set, said string, want []int) error {
	err := x.same(set, want, x.all())
	if err != nil {
		return err
	}
	rs := []float64{x.r(want[0] - 1), x.r(want[len(want)-1] - 1)}
	if len(want) > 2 {
		low, high := x.ends(want, x.r)
		rs = []float64{x.r(low[0] - 1), x.r(high[0] - 1)}
	}
	printed := regexp.MustCompile(`−?[\d.,]*\d`).FindAllString(said, -1)
	if to := strings.Contains(said, " to ") || strings.Contains(said, " sampai "); to != (len(printed) == 2 && len(want) > 2) {
		return must(false, "%q of %d", said, len(want))
	}
	for i, p := range printed {
		err = first(err, x.shows(p, rs[i]))
	}
	return err
}

// notValid holds which items a sentence on how many are valid says are not, where it does.
func (x *ctx) notValid(s string) error {
	m := regexp.MustCompile(`[;(] ?((?:items? |“)[^;()]*?) (?:is|are|was|were) not\b|[;(] ?((?:butir |“)[^;()]*?) tidak valid`).FindStringSubmatch(s)
	if m == nil { // the Indonesian one stands in the results, too
		return must(x.lang == lang.ID || len(x.valid(false)) == 0 || len(x.valid(false)) > 5 || len(x.valid(true)) == 0 || !strings.Contains(s, "Of the ") && !strings.Contains(s, "Dari ") || strings.Contains(s, " item–total"), "not valid are %v", x.valid(false))
	}
	return x.same(m[1]+m[2], x.valid(false), x.all())
}

// thin holds of which of the items with the largest and the least mean it is said that few
// answered them.
func (x *ctx) thin(said string) error {
	low, high := x.ends(x.all(), x.mean)
	want := 0
	var each []int // the items said to have the same few answers
	var err error
	for _, i := range append(high, low...) {
		it := x.c.Items[i-1]
		if missing := x.Answered - it.N; 5*missing >= x.Answered {
			want++
			n := lang.Int(x.lang, it.N)
			if it.N == 1 {
				n = "one person|satu orang"
			}
			if together := regexp.MustCompile(`; (.*?) (?:were each answered by only|masing-masing hanya dijawab oleh) (\S+)`).FindStringSubmatch(said); together != nil {
				want--
				if number := together[2]; number == "one" || number == "satu" {
					if it.N != 1 {
						return must(false, "item %d has %d answers", i, it.N)
					}
				} else if int(x.num(strings.TrimRight(number, "."))) != it.N {
					return must(false, "item %d has %d answers", i, it.N)
				}
				each = append(each, i)
				if len(each) > 1 {
					slices.Sort(each)
					want = 1
					err = x.same(together[1], each, x.all())
				}
				continue
			}
			if !regexp.MustCompile(fmt.Sprintf(`(?:(?:item|butir) %d|“L%d”) (?:was answered by only|by only|hanya dijawab oleh|oleh) (?:%s)`, i, i, n)).MatchString(said) {
				return must(false, "item %d has %d answers", i, it.N)
			}
		}
	}
	if err != nil {
		return err
	}
	return must(len(regexp.MustCompile(` by only | oleh `).FindAllString(said, -1)) == want && strings.Count(said, ";") == min(want, 1), "%d have few answers", want)
}

// turned holds which of the items with the largest and the least mean are reversed.
func (x *ctx) turned(set string) error {
	low, high := x.ends(x.all(), x.mean)
	want := x.where(func(i int) bool {
		return x.c.Items[i].Reversed && (slices.Contains(low, i+1) || slices.Contains(high, i+1))
	})
	if set == "" && len(want) == 0 {
		return nil
	}
	return x.same(set, want, x.all())
}

// uncertain is whether alpha is above its threshold and its interval is not.
func (x *ctx) uncertain() bool {
	return x.c.Alpha != nil && *x.c.Alpha > x.c.AlphaThreshold && x.c.AlphaCI != nil && (*x.c.AlphaCI)[0] <= x.c.AlphaThreshold
}

// r is what an item is judged by.
func (x *ctx) r(i int) float64 {
	if x.c.Correlation == "uncorrected" {
		return val(x.c.Items[i].ItemTotalR)
	}
	return val(x.c.Items[i].CorrectedR)
}

func (x *ctx) mean(i int) float64 { return val(x.c.Items[i].Mean) }
func (x *ctx) sd(i int) float64   { return val(x.c.Items[i].SD) }

func (x *ctx) raises() []int {
	return x.where(func(i int) bool {
		return rounded(val(x.c.Items[i].AlphaIfDeleted), 3) > rounded(val(x.c.Alpha), 3)
	})
}

func (x *ctx) tied(i int) bool {
	if x.c.Items[i].N == 0 || x.polarised(i) {
		return false
	}
	n := len(x.leading(i))
	return n > 1 && n < 4 && !x.spread(i)
}

// meanEnds holds a ranking of means.
func (x *ctx) meanEnds(high, highest, low, lowest string) error {
	l, h := x.ends(x.all(), x.mean)
	return first(x.ranked(highest, high, h, x.all(), x.mean), x.ranked(lowest, low, l, x.all(), x.mean), must(x.num(highest) > x.num(lowest), "they are equal"))
}

// shareEnds holds a ranking of the shares of a side, among items that are not reversed.
func (x *ctx) shareEnds(labels, highest, high, lowest, low string) error {
	if x.side(labels) != 1 {
		return must(false, "%s is no side", labels)
	}
	share := func(i int) float64 {
		_, _, above := x.sides(i)
		return 100 * float64(above) / float64(x.c.Items[i].N)
	}
	if !x.adjusted {
		l, h := x.ends(x.worded(false), share)
		return first(x.ranked(highest, high, h, x.worded(false), share), x.ranked(lowest, low, l, x.worded(false), share))
	}
	check := func(printed, set string, best func(a, b float64) bool) error {
		items, n, err := x.parse(set, x.all())
		if err != nil || items == nil {
			return must(err == nil && n > 0, "%v", err)
		}
		for _, i := range items {
			if math.Abs(share(i-1)-x.num(printed)) > 0.35 {
				return must(false, "item %d has %v%%", i, share(i-1))
			}
		}
		for _, i := range x.worded(false) {
			if best(share(i-1), share(items[0]-1)) && math.Abs(share(i-1)-share(items[0]-1)) > 0.35 {
				return must(false, "item %d has %v%%", i, share(i-1))
			}
		}
		return nil
	}
	return first(check(highest, high, func(a, b float64) bool { return a > b }), check(lowest, low, func(a, b float64) bool { return a < b }))
}

// majority holds that more than half chose some answers to the item of the section, and
// how far its interval lets that be carried.
func (x *ctx) majority(labels, low, high string, carried bool) error {
	m := x.c.Items[x.item-1].Shares.Majority
	if m == nil || m.CI == nil {
		return must(false, "there is no majority")
	}
	lo, hi := labelEnds(labels)
	sum := 0
	for _, v := range m.Values {
		sum += x.answers(x.item - 1)[v-1]
	}
	return first(must(slices.Min(m.Values) == lo && slices.Max(m.Values) == hi, "it is of %v", m.Values), must(2*sum > x.c.Items[x.item-1].N && (x.Population == 0 || 2*sum <= x.Population), "%d", sum),
		must(carried == ((*m.CI)[0] > 0.5), "the interval is %v", *m.CI), x.shows(low, 100*(*m.CI)[0]), x.shows(high, 100*(*m.CI)[1]), must(carried == (x.num(low) > 50), "the digits do not show it"))
}

// sideItems holds at which items more than half are on a side.
func (x *ctx) sideItems(amount, labels, set string, reversed bool) error {
	side := x.side(labels)
	everybody := strings.Contains("all semua", strings.ToLower(amount))
	for _, i := range x.where(func(i int) bool { return x.c.Items[i].Reversed == reversed && x.half(i, side) }) {
		below, _, above := x.sides(i - 1)
		if all := side > 0 && above == x.c.Items[i-1].N || side < 0 && below == x.c.Items[i-1].N; everybody && !all {
			return must(false, "item %d: %v", i, x.answers(i-1))
		}
	}
	want := x.where(func(i int) bool { return x.c.Items[i].Reversed == reversed && x.half(i, side) })
	return first(must(side != 0, "%s is no side", labels), x.same(set, want, x.worded(reversed)))
}

// test is p of the groups' scores and the size of the effect, from 0.
func (x *ctx) test() (p float64, size int) {
	s := x.Groups[0].Constructs[0].Score
	return val(s.P), sizeOf(s)
}

func sizeOf(s readTest) int {
	e, limits := val(s.R), []float64{0.1, 0.3, 0.5}
	if s.Test != "mann-whitney" {
		e, limits = val(s.Epsilon), []float64{0.01, 0.08, 0.26}
	}
	size := 0
	for _, l := range limits {
		if e >= l {
			size++
		}
	}
	return size
}

// beyondChance is whether the effect is medium without what chance gives on average.
func (x *ctx) beyondChance() bool {
	s := x.Groups[0].Constructs[0].Score
	if s.Test != "mann-whitney" {
		return val(s.Eta) >= 0.08
	}
	n := 0.0
	for _, g := range s.Groups {
		if g.N != nil {
			n += *g.N
		}
	}
	return (val(s.R)*val(s.R)*n-1)/(n-1) >= 0.09
}

// differShort holds which groups answered highest and lowest, by ranks and means alike.
func (x *ctx) differShort(high, low, highest, lowest, size string) error {
	p, e := x.test()
	a, b := x.group(high), x.group(low)
	for _, g := range x.Groups[0].Constructs[0].Score.Groups {
		if g.Rank != nil && (*g.Rank > val(a.Rank) || *g.Rank < val(b.Rank) || rounded(*g.Mean, 2) > rounded(val(a.Mean), 2) || rounded(*g.Mean, 2) < rounded(val(b.Mean), 2)) {
			return must(false, "a mean rank is %v, a mean %v", *g.Rank, *g.Mean)
		}
	}
	sizes := []string{"", "small", "medium", "large", "", "kecil", "sedang", "besar"}
	return first(must(p < 0.05 && slices.Index(sizes, size)%4 == e, "p %v, size %d", p, e), x.shows(highest, val(a.Mean)), x.shows(lowest, val(b.Mean)), must(x.num(highest) > x.num(lowest), "they are equal"))
}

// directions holds which items a group is higher on, or which items differ at all.
// howMany holds a number of items that differ, or all of them, against those that do.
func (x *ctx) howMany(said string) error {
	if m := regexp.MustCompile(`^(?:A total of |[Ss]ebanyak )?(\S+) (?:items?|butir)$`).FindStringSubmatch(said); m != nil && !regexp.MustCompile(`^(?:[Bb]oth|[Tt]he|semua|ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh))$`).MatchString(m[1]) {
		return must(int(x.num(m[1])) == len(x.differing()) && len(x.differing()) < x.c.K, "%v differ", x.differing())
	}
	return first(x.same(said, x.differing(), x.all()), must(len(x.differing()) == x.c.K, "%v differ", x.differing()))
}

func (x *ctx) directions(said string) error {
	items := x.Groups[0].Constructs[0].Items
	if len(x.Groups[0].Groups) > 2 {
		return x.groupEnds(said)
	}
	re := regexp.MustCompile(`^([A-D]) scored higher on (.*?)(?: by ranks)?(?: \(([^()]*)\))?(?:, although (.*) not higher)?$`)
	if x.lang == lang.ID {
		re = regexp.MustCompile(`^(.*?) lebih tinggi pada ([A-D])(?: menurut peringkat)?(?: \(([^()]*)\))?(?: meskipun rata-rata (.*) tidak lebih tinggi)?$`)
	}
	found := 0
	for _, part := range parts(strings.TrimSuffix(said, ".")) {
		m := re.FindStringSubmatch(part)
		if m == nil {
			return must(false, "%q tells no direction", part)
		}
		name, set := m[1], m[2]
		if x.lang == lang.ID {
			name, set = set, name
		}
		g := x.at(name)
		var want []int
		for _, i := range x.differing() {
			if ranks := items[i-1].Groups; val(ranks[g].Rank) > val(ranks[1-g].Rank) {
				want = append(want, i)
			}
		}
		if err := first(x.same(set, want, x.all()), x.ranks(m[3], want), x.unlike(m[4], name, want)); err != nil {
			return err
		}
		found += len(want)
	}
	return must(found == len(x.differing()), "%q is said of %v", said, x.differing())
}

// groupEnds holds which of three groups and more are the highest and the lowest on which items by
// ranks, and of which items the means do not show that.
func (x *ctx) groupEnds(said string) error {
	re := regexp.MustCompile(`^(.*?), by ranks highest for ([A-D](?:(?:, |,? and )[A-D])*), lowest for ([A-D](?:(?:, |,? and )[A-D])*)(?: \(([^()]*)\))?(?:, but (.*?) do(?:es)? not show this order)?$`)
	if x.lang == lang.ID {
		re = regexp.MustCompile(`^(.*?), dengan peringkat tertinggi pada ([A-D](?:(?:, |,? dan )[A-D])*) dan terendah pada ([A-D](?:(?:, |,? dan )[A-D])*)(?: \(([^()]*)\))?(?:, tetapi rata-rata(.*?) tidak menunjukkan urutan itu)?$`)
	}
	items := x.Groups[0].Constructs[0].Items
	ends := func(i int) (high, low []string) {
		most, least := math.Inf(-1), math.Inf(1)
		for _, g := range items[i-1].Groups {
			if g.Rank != nil {
				most, least = max(most, *g.Rank), min(least, *g.Rank)
			}
		}
		for k, g := range items[i-1].Groups {
			if g.Rank != nil && rounded(*g.Rank, 1) == rounded(most, 1) {
				high = append(high, x.Groups[0].Groups[k].Value)
			}
			if g.Rank != nil && rounded(*g.Rank, 1) == rounded(least, 1) {
				low = append(low, x.Groups[0].Groups[k].Value)
			}
		}
		return high, low
	}
	letters := regexp.MustCompile(`[A-D]`)
	found := 0
	for _, part := range parts(strings.TrimSuffix(said, ".")) {
		m := re.FindStringSubmatch(part)
		if m == nil {
			return must(false, "%q tells no highest group", part)
		}
		var want, unlike []int
		for _, i := range x.differing() {
			high, low := ends(i)
			if !slices.Equal(letters.FindAllString(m[2], -1), high) || !slices.Equal(letters.FindAllString(m[3], -1), low) {
				continue
			}
			want = append(want, i)
			// The means show the order where the named lie at the ends of them, and these differ.
			most, least := math.Inf(-1), math.Inf(1)     // of all
			fewest, largest := math.Inf(1), math.Inf(-1) // the lowest of the high, the highest of the low
			below, above := math.Inf(-1), math.Inf(1)    // the highest not of the high, the lowest not of the low
			for k, g := range items[i-1].Groups {
				if g.Mean == nil {
					continue
				}
				v, of := rounded(*g.Mean, 2), x.Groups[0].Groups[k].Value
				most, least = max(most, v), min(least, v)
				if slices.Contains(high, of) {
					fewest = min(fewest, v)
				} else {
					below = max(below, v)
				}
				if slices.Contains(low, of) {
					largest = max(largest, v)
				} else {
					above = min(above, v)
				}
			}
			if most == least || fewest < below || largest > above {
				unlike = append(unlike, i)
			}
		}
		err := first(x.same(m[1], want, x.all()), x.ranks(m[4], want))
		switch but := strings.TrimSpace(m[5]); {
		case err != nil:
			return err
		case but == "":
			err = must(len(unlike) == 0 || m[5] != "", "the means of %v show it not", unlike)
		case but == "its mean" || but == "their means" || but == "nya":
			err = must(len(unlike) == len(want), "the means of %v show it not", unlike)
		default:
			err = x.same(regexp.MustCompile(`^the means? of `).ReplaceAllString(but, ""), unlike, x.all())
		}
		if err != nil {
			return err
		}
		found += len(want)
	}
	return must(found == len(x.differing()), "%q is said of %v", said, x.differing())
}

// pairs are the groups that differ two by two.
func (x *ctx) pairs() [][2]string {
	var out [][2]string
	for _, p := range x.Groups[0].Constructs[0].Pairs {
		if val(p.PHolm) < 0.05 {
			out = append(out, [2]string{x.Groups[0].Groups[p.A].Value, x.Groups[0].Groups[p.B].Value})
		}
	}
	return out
}

// parts are those of a list whose members are parted by semicolons outside parentheses.
func parts(s string) []string {
	var out []string
	depth, from := 0, 0
	for i, r := range s {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth--
		case r == ';' && depth == 0:
			out, from = append(out, s[from:i]), i+2
		}
	}
	return append(out, s[from:])
}

// ranks holds the mean ranks and the adjusted p that are told of one item, and of several not.
func (x *ctx) ranks(said string, items []int) error {
	m := regexp.MustCompile(`([\d.,]*\d) (?:and|dan) ([\d.,]*\d)[;,] (?:adjusted )?p [=<] ([\d.,]*\d)`).FindStringSubmatch(said)
	if m == nil || len(items) != 1 {
		return must(said == "" && len(items) > 1, "%q is said of %v", said, items)
	}
	it := x.Groups[0].Constructs[0].Items[items[0]-1]
	a, b := math.Inf(-1), math.Inf(1)
	for _, g := range it.Groups {
		if g.Rank != nil {
			a, b = max(a, *g.Rank), min(b, *g.Rank)
		}
	}
	return first(x.shows(m[1], a), x.shows(m[2], b), must(x.num(m[1]) > x.num(m[2]), "they are equal"), must(math.Abs(x.num(m[3])-val(it.PHolm)) <= 0.001, "p is %v", val(it.PHolm)))
}

// at is the place of a group.
func (x *ctx) at(value string) int {
	for i, g := range x.Groups[0].Groups {
		if g.Value == value {
			return i
		}
	}
	return -1
}

// unlike holds what is said of the items whose mean is not higher in the group that is higher by ranks.
func (x *ctx) unlike(said, group string, items []int) error {
	g := x.at(group)
	var want []int
	for _, i := range items {
		means := x.Groups[0].Constructs[0].Items[i-1].Groups
		if own, other := val(means[g].Mean), val(means[1-g].Mean); own <= other || rounded(own, 2) == rounded(other, 2) {
			want = append(want, i)
		}
	}
	said = strings.TrimSuffix(strings.TrimSuffix(said, " is"), " are")
	switch said {
	case "":
		return must(len(want) == 0, "%v are not higher by their means", want)
	case "its mean", "the item means", "butirnya":
		return must(len(want) == len(items), "%v are not higher by their means", want)
	}
	return x.same(regexp.MustCompile(`^the means? of `).ReplaceAllString(said, ""), want, x.all())
}

// group is the score of a group.
func (x *ctx) group(value string) struct{ N, Mean, Rank *float64 } {
	for i, g := range x.Groups[0].Groups {
		if g.Value == value {
			s := x.Groups[0].Constructs[0].Score.Groups[i]
			return struct{ N, Mean, Rank *float64 }{s.N, s.Mean, s.Rank}
		}
	}
	return struct{ N, Mean, Rank *float64 }{}
}

// differing are the items in which the groups may be said to differ.
func (x *ctx) differing() []int {
	items := x.Groups[0].Constructs[0].Items
	return x.where(func(i int) bool { return val(items[i].PHolm) < 0.05 && sizeOf(items[i]) > 0 })
}
