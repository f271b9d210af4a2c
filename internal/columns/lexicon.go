package columns

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The words with which labels are graded, in Indonesian and Malay, English,
// German, French, Spanish, Portuguese, Dutch, and the commonest of some others, without accents. A line has one
// meaning. They only put the labels of one file in order: what a word is worth
// counts beside the others, not by itself.

// meaning is what a word or phrase of a label says.
type meaning struct {
	kind meaningKind
	far  int    // of a degree: how far from the middle; of a place: where
	axis string // of a pole and a place: what it is measured along
}

type meaningKind uint8

const (
	nothing  meaningKind = iota // a word that grades nothing: the, de, zu
	degree                      // very, slightly
	negation                    // not
	nearly                      // hardly, less: below the middle, above not
	never                       // not at all
	pole                        // a word with an opposite: agree and disagree, high and low
	place                       // a label that has its place by itself: sometimes, neutral
)

// How far the degrees take a word from the middle; a word without one stands at plain.
const (
	plain = 20
	few   = 10 // hardly, less
	most  = 40
)

// lexicon lists words by their meaning: kind, how far, axis, and the words
// divided by commas.
var lexicon = []struct {
	kind  meaningKind
	far   int
	axis  string
	words string
}{
	{nothing, 0, "", "the, a, an, of, to, is, am, it, i, that, with, extent, degree, saya, yang, nya, ya, de, du, la, le, les, des, d, l, je, suis, en, el, los, las, lo, con, estoy, o, os, as, com, estou, mee, het, ik, ben, er, mit, ich, es, bin, ist, das, der, die, in, zu, na, sa, ang"},

	{degree, 5, "", "to a small extent, to a little extent, to a limited extent, to a slight extent, slightly, a little, a little bit, a bit, sedikit, leicht, ein wenig, etwas, un peu, legerement, un poco, ligeramente, levemente, um pouco, ligeiramente, een beetje, enigszins, ein bisschen"},
	{degree, 8, "", "kismen, частично, скорее, delvis, somewhat, to some extent, partly, partially, sebagian, teilweise, partiellement, en partie, parcialmente, en parte, em parte, deels, gedeeltelijk, algo, agak, plutot, eher, rather, eerder, mas bien, probably, wahrscheinlich, probablement, probablemente, provavelmente, waarschijnlijk"},
	{degree, 11, "", "fairly, cukup, lumayan, redelijk, assez, passablement, razonablemente, razoavelmente, tendenziell"},
	{degree, 12, "", "to a moderate extent, moderately, reasonably, massig, maessig, medianamente, moderadamente, moderement, moderat, matig, moyennement, mittelmassig, mittelmaessig"},
	// As strong as the word alone: beside it nobody can tell which is more.
	{degree, plain, "", "quite, ziemlich, bastante, tamelijk, vrij, pretty, recht, abbastanza"},
	{degree, plain, "", "mostly, largely, generally, uberwiegend, ueberwiegend, weitgehend, grotendeels, en gran parte, em grande parte, sebagian besar, mayoritas, considerably"},
	{degree, 30, "", "to a great extent, to a large extent, to a high extent, cok, очень, mycket, meget, rat, lubos, pisan, very, strongly, highly, greatly, far, jauh, weit, molto, fortemente, very much, so much, much, really, definitely, certainly, sangat, amat, sekali, sehr, stark, hoch, tres, fort, fortement, beaucoup, muy, mucho, muito, fortemente, fuertemente, zeer, heel, erg, sterk, definitivamente, certainement, bestimmt, absolut nicht, zeker, banget"},
	{degree, most, "", "to a very great extent, to a very large extent, to the fullest extent, kesinlikle, tamamen, полностью, совершенно, абсолютно, категорически, helt, fullstandigt, fuldstændig, hoan toan, extremely, completely, totally, fully, absolutely, entirely, perfectly, exactly, exceptionally, teramat, sepenuhnya, seratus persen, penuh, benar-benar, paling, vollig, voellig, voll, vollkommen, voll und ganz, ganz, absolut, total, genau, ausserst, aeusserst, totalement, tout a fait, completement, entierement, absolument, extremement, parfaitement, totalmente, completamente, plenamente, absolutamente, extremadamente, extremamente, sumamente, inteiramente, helemaal, volledig, geheel, uiterst, zeer zeker, moltissimo, moltissima, muchisimo, muchisima, muitissimo, muitissima"},

	{negation, 0, "", "degil, degilim, не, inte, ikke, khong, hindi, ora, henteu, not, tidak, bukan, belum, tanpa, nicht, kein, keine, pas, non, ne, n, no, nao, niet, geen, jangan"},
	{nearly, few, "", "hardly, barely, scarcely, less, little, of little, kurang, kaum, wenig, weniger, peu, a peine, moins, poco, apenas, menos, pouco, weinig, nauwelijks, minder, low in"},
	{never, most, "", "to no extent, inte alls, slet ikke, ikke i det hele tatt, hic, совсем не, not at all, sama sekali tidak, tidak sama sekali, sama sekali, uberhaupt nicht, ueberhaupt nicht, gar nicht, pas du tout, absolument pas, nada, en absoluto, nada de, de modo algum, de forma alguma, de jeito nenhum, helemaal niet, totaal niet, in keiner weise, at all, per niente, per nulla, affatto"},

	{pole, 1, "agree", "katılıyorum, согласен, согласна, instammer, enig, dong y, sumasang ayon, bersetuju, satuju, stimme, agree, setuju, concordo, concorde, eens, sepakat, sependapat"},
	{pole, -1, "agree", "katılmıyorum, uenig, disagree, discordo, discorde, oneens, desaccord, desacuerdo, lehne ab, ablehnung"},
	{pole, 1, "agree", "acuerdo, accord, acordo, zustimmung, d'accord, accordo"},
	{pole, -1, "agree", "desacordo, disaccordo"},
	{pole, 1, "level", "high, higher, tinggi, hoch, hohe, hoher, alto, alta, eleve, elevee, elevado, elevada, hoog, besar, large, gross"},
	{pole, -1, "level", "low, lower, rendah, niedrig, niedrige, gering, bajo, baja, baixo, baixa, faible, bas, basse, laag, kecil, small, klein"},
	{place, most, "level", "highest, tertinggi"},
	{place, -most, "level", "lowest, terendah"},
	{place, -20, "level", "below average, below expectations, di bawah rata-rata, di bawah harapan, unterdurchschnittlich, under average"},
	{place, 20, "level", "above average, above expectations, exceeds expectations, di atas rata-rata, di atas harapan, melebihi harapan, uberdurchschnittlich"},
	{place, 0, "level", "meets expectations, rata-rata, sesuai harapan"},
	{place, -most, "mastery", "novice"},
	{place, -30, "mastery", "beginner, pemula"},
	{place, 0, "mastery", "intermediate"},
	{place, 10, "mastery", "competent"},
	{place, 20, "mastery", "advanced, mahir, proficient"},
	{place, most, "mastery", "expert, ahli"},
	{pole, 1, "quality", "хорошо, good, baik, bagus, gut, bueno, buena, bien, bon, bonne, bom, boa, bem, goed"},
	{pole, -1, "quality", "плохо, bad, poor, poorly, buruk, jelek, schlecht, malo, mala, mal, mauvais, mauvaise, ruim, mau, slecht, badly"},
	{place, 28, "quality", "great"},
	{place, most, "quality", "best, terbaik, awesome, amazing, fantastic, exceptional, отлично, excellent, outstanding, istimewa, luar biasa, cemerlang, hervorragend, ausgezeichnet, exzellent, excelente, optimo, otimo, uitstekend, perfect, superb, parfait, perfecto, perfeito"},
	{place, -most, "quality", "worst, terburuk, terjelek, terrible, awful, horrible, ungenugend, ungenuegend, pesimo, pessimo, sangat buruk sekali"},
	{place, -25, "quality", "mangelhaft, insuffisant, onvoldoende, insuficiente, nicht ausreichend"},
	{place, -5, "quality", "ausreichend, mediocre"},
	{place, -15, "quality", "needs improvement, needs work, unsatisfactory, perlu ditingkatkan, perlu perbaikan, perlu diperbaiki, verbesserungswurdig"},
	{place, 6, "quality", "fair, acceptable, satisfactory, befriedigend, aceptable, aceitavel, acceptabel, passable, suffisant"},
	{place, 14, "quality", "voldoende"},
	{pole, 1, "speed", "fast, quick, cepat, schnell, rapide, rapido, snel"},
	{pole, -1, "speed", "slow, lambat, langsam, lent, lento, langzaam"},
	{pole, 1, "ease", "easy, mudah, gampang, einfach, facil, facile, makkelijk, gemakkelijk"},
	{pole, -1, "ease", "difficult, hard, sulit, sukar, susah, schwierig, schwer, dificil, difficile, moeilijk"},
	{pole, 1, "change", "better, improved, lebih baik, besser, mejor, mieux, meilleur, melhor, beter, more, lebih, meer, mas, mais, mehr"},
	{pole, -1, "change", "worse, worsened, lebih buruk, schlechter, peor, pire, pior, slechter"},
	{place, 0, "change", "the same, same, about the same, no change, sama saja, gleich, unverandert, igual, pareil, hetzelfde, gelijk"},

	{place, -most, "frequency", "none of the time, hicbir zaman, никогда, aldrig, aldri, never, tidak pernah, belum pernah, nie, niemals, nunca, jamais, nooit, jamas"},
	{place, -30, "frequency", "almost never, hampir tidak pernah, fast nie, casi nunca, presque jamais, quase nunca, bijna nooit, hardly ever"},
	{place, -20, "frequency", "a little of the time, several days, nadiren, редко, sallan, sjelden, rarely, seldom, infrequently, jarang, jarang-jarang, selten, raramente, rara vez, pocas veces, poucas vezes, rarement, zelden, once in a while"},
	{place, 0, "frequency", "some of the time, bazen, иногда, ibland, noen ganger, sometimes, occasionally, kadang, kadang-kadang, kadangkala, terkadang, manchmal, gelegentlich, a veces, algunas veces, as vezes, parfois, quelquefois, soms, about half the time"},
	{place, 20, "frequency", "a good bit of the time, more than half the days, sıklıkla, sık sık, часто, ofta, ofte, often, frequently, sering, kerap, kerap kali, acapkali, oft, haufig, haeufig, a menudo, frecuentemente, muchas veces, con frecuencia, frequentemente, muitas vezes, com frequencia, souvent, vaak, regularly"},
	{place, 25, "frequency", "most of the time, genellikle, обычно, usually, biasanya, meistens, meist, generalmente, normalmente, geralmente, habituellement, d'habitude, meestal, gewohnlich"},
	{place, 35, "frequency", "nearly every day, almost every day, hampir setiap hari, almost always, nearly always, hampir selalu, fast immer, casi siempre, presque toujours, quase sempre, bijna altijd"},
	{place, most, "frequency", "all of the time, every day, setiap hari, her zaman, всегда, alltid, altid, always, selalu, immer, siempre, sempre, toujours, altijd, every time, constantly"},
	{place, 30, "frequency", "very often, very frequently, sangat sering, sehr oft, sehr haufig, muy a menudo, tres souvent, muito frequentemente, heel vaak"},
	{place, -30, "frequency", "very rarely, sangat jarang, sehr selten, muy rara vez, tres rarement, muito raramente, heel zelden"},

	{place, 0, "", "kararsızım, ne katılıyorum ne katılmıyorum, нейтрально, varken eller, hverken eller, trung lap, binh thuong, biasa wae, neutral, netral, neither, undecided, unsure, not sure, uncertain, average, medium, moderate, normal, regular, so-so, ok, okay, mixed, neither agree nor disagree, neither nor, no opinion either way, indifferent, ragu, ragu-ragu, sedang, biasa, biasa saja, sederhana, berkecuali, antara, tidak pasti, kurang pasti, tidak yakin, tidak tentu, teils, teils teils, teils/teils, weder noch, weder, unentschieden, neutre, ni l'un ni l'autre, ni d'accord ni pas d'accord, sans avis, moyen, moyenne, indeciso, indecisa, ni de acuerdo ni en desacuerdo, ni de acuerdo, intermedio, mediano, neutro, nem concordo nem discordo, indiferente, medio, media, neutraal, noch mee eens noch mee oneens, niet eens niet oneens, gemiddeld, mittel, mittelmassig, durchschnittlich, half half, fifty-fifty"},
}

// adjectivesNegated are words whose opposite is made by a prefix, where the word itself
// stands in no other label of a file.
var adjectivesNegated = []string{
	"frequently", "frequent", "important", "satisfied", "likely", "comfortable", "agree", "familiar", "clear", "effective", "adequate", "appropriate", "helpful", "useful", "happy", "safe", "possible",
	"satisfactory", "acceptable", "pleasant", "fair", "sufficient", "wichtig", "zufrieden", "wahrscheinlich", "satisfait", "satisfecho", "satisfecha", "satisfeito", "satisfeita", "probable", "provavel", "tevreden", "belangrijk", "waarschijnlijk", "eens", "importante",
}

// negations are the prefixes that make the opposite of a word.
var negations = []string{"un", "in", "im", "ir", "dis", "des", "on", "non", "mis"}

// phrases are the words and phrases of the lexicon, and how many words the longest has.
var phrases = sync.OnceValue(func() (out struct {
	of      map[string]meaning
	longest int
}) {
	out.of = map[string]meaning{}
	for _, line := range lexicon {
		for _, w := range strings.Split(line.words, ", ") {
			split := plainWords(w)
			w = strings.Join(split, " ")
			if _, twice := out.of[w]; !twice {
				out.of[w] = meaning{line.kind, line.far, line.axis}
			}
			out.longest = max(out.longest, len(split))
		}
	}
	return out
})

// plainWords are the words of a label as the lexicon has them: small, without accents and marks.
func plainWords(label string) []string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(label)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ß':
			b.WriteString("ss")
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}
