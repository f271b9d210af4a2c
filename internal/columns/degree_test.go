package columns

import (
	"math/rand"
	"strings"
	"testing"

	"wogreport/internal/study"
)

// TestOrder puts labels in order by their words alone, whatever their order in
// the file. Each line is from the lowest to the highest.
func TestOrder(t *testing.T) {
	for _, want := range []string{
		// Of the reported inputs.
		"Very Low < Low < Normal < High < Very High",
		"Disagree completely < Rather disagree < Rather agree < Agree completely",
		"Nicht wichtig < Kaum wichtig < Mäßig wichtig < Wichtig < Sehr wichtig",
		"Sangat Tidak Setuju < Tidak Setuju < Tidak Pasti < Setuju < Sangat Setuju",
		"Totalmente en desacuerdo < En desacuerdo < Ni de acuerdo ni en desacuerdo < De acuerdo < Totalmente de acuerdo",
		"Sangat Tidak Setuju < Tidak Setuju < Cukup Tidak Setuju < Cukup Setuju < Setuju < Sangat Setuju",
		"Trifft nicht zu < Trifft kaum zu < Teils < Trifft eher zu < Trifft zu",
		"Discordo totalmente < Discordo < Neutro < Concordo < Concordo totalmente",
		// Others of their kind.
		"Pas du tout d'accord < Plutôt pas d'accord < Plutôt d'accord < Tout à fait d'accord",
		"Pas du tout satisfait < Peu satisfait < Assez satisfait < Très satisfait",
		"Très insatisfait < Insatisfait < Neutre < Satisfait < Très satisfait",
		"Muy insatisfecho < Insatisfecho < Indiferente < Satisfecho < Muy satisfecho",
		"Nada importante < Poco importante < Algo importante < Importante < Muy importante",
		"Nunca < Casi nunca < A veces < Casi siempre < Siempre",
		"Nunca < Raramente < Às vezes < Frequentemente < Sempre",
		"Helemaal mee oneens < Mee oneens < Neutraal < Mee eens < Helemaal mee eens",
		"Zeer ontevreden < Ontevreden < Neutraal < Tevreden < Zeer tevreden",
		"Nooit < Zelden < Soms < Vaak < Altijd",
		"Stimme überhaupt nicht zu < Stimme eher nicht zu < Teils/teils < Stimme eher zu < Stimme voll und ganz zu",
		"Sehr unzufrieden < Unzufrieden < Weder noch < Zufrieden < Sehr zufrieden",
		"Nie < Selten < Manchmal < Oft < Immer",
		"Sehr schlecht < Schlecht < Mittel < Gut < Sehr gut",
		"Not at all confident < Not very confident < Somewhat confident < Very confident < Extremely confident",
		"Very unclear < Unclear < Clear < Very clear",
		"Much worse < Worse < About the same < Better < Much better",
		"Definitely not < Probably not < Unsure < Probably < Definitely",
		"Tidak yakin < Kurang yakin < Cukup yakin < Yakin < Sangat yakin",
		"Sangat tidak nyaman < Tidak nyaman < Kurang nyaman < Biasa saja < Cukup nyaman < Nyaman < Sangat nyaman",
		"Tidak pernah < Jarang < Kadang-kadang < Kerap < Selalu",
		"Sangat rendah < Rendah < Sederhana < Tinggi < Sangat tinggi",
		"Ungenügend < Mangelhaft < Ausreichend < Befriedigend < Gut < Sehr gut",
		"Slecht < Matig < Voldoende < Goed < Zeer goed",
		"Mauvais < Passable < Assez bien < Bien < Très bien",
		"Malo < Regular < Bueno < Muy bueno < Excelente",
		"Péssimo < Ruim < Regular < Bom < Ótimo",
		"Per niente d'accordo < Poco d'accordo < Abbastanza d'accordo < Molto d'accordo",
		"Far below average < Below average < Average < Above average < Far above average",
		"Tidak pernah < Jarang < Kadang-kadang < Kerap < Sangat kerap",
		"Never true < Rarely true < Sometimes true < Often true < Always true",
		"Strongly disapprove < Disapprove < Approve < Strongly approve",
		"Tidak berkualitas < Kurang berkualitas < Cukup berkualitas < Berkualitas < Sangat berkualitas",
		"Nunca < Pocas veces < A veces < Muchas veces < Siempre",
		"Sama sekali tidak setuju < Tidak setuju < Agak setuju < Setuju < Setuju sekali",
		"Stimme überhaupt nicht zu < Stimme nicht zu < Weder noch < Stimme zu < Stimme voll und ganz zu",
		"Muy insatisfecho < Insatisfecho < Ni satisfecho ni insatisfecho < Satisfecho < Muy satisfecho",
		"Discordo totalmente < Discordo parcialmente < Não concordo nem discordo < Concordo parcialmente < Concordo totalmente",
		"Not at all < Several days < More than half the days < Nearly every day",
		"None of the time < A little of the time < Some of the time < Most of the time < All of the time",
		"To no extent < To a small extent < To a moderate extent < To a great extent < To a very great extent",
		"Very untrue of me < Untrue of me < Somewhat untrue of me < Neutral < Somewhat true of me < True of me < Very true of me",
		"Terrible < OK < Great < Awesome",
		"Useless < Not very useful < Useful < Very useful",
		"Very slow < Slow < Average < Fast < Very fast",
		"Beginner < Intermediate < Advanced < Expert",
		"Kesinlikle katılmıyorum < Katılmıyorum < Kararsızım < Katılıyorum < Kesinlikle katılıyorum",
		"Полностью не согласен < Не согласен < Нейтрально < Согласен < Полностью согласен",
		"Instämmer inte alls < Instämmer delvis < Instämmer helt",
		"Rất không đồng ý < Không đồng ý < Trung lập < Đồng ý < Rất đồng ý",
		"Lubos na hindi sumasang-ayon < Hindi sumasang-ayon < Sumasang-ayon < Lubos na sumasang-ayon",
		"Ora setuju < Biasa wae < Setuju < Setuju banget",
		"Tidak Puas Sekali < Tidak Puas < Biasa Saja < Puas < Puas Sekali",
		"Tidak setuju sekali < Tidak setuju < Setuju < Setuju sekali",
		"Ga nyaman banget < Ga nyaman < Nyaman < Nyaman banget",
		"Ora puas pisan < Ora puas < Kurang puas < Puas < Puas pisan",
		"Kurang Sekali < Kurang < Cukup < Baik < Baik Sekali",
		"Hardly useful < Slightly useful < Moderately useful < Useful < Very useful",
	} {
		labels := strings.Split(want, " < ")
		var answers []answer
		for _, i := range rand.New(rand.NewSource(7)).Perm(len(labels)) {
			answers = append(answers, answer{label: WriteOut(study.FoldLabel(labels[i])), raw: labels[i]})
		}
		got, is := ordered(answers)
		for i := range got {
			got[i] = labels[indexFolded(labels, got[i])]
		}
		if joined := strings.Join(got, " < "); is != certain || joined != want {
			t.Errorf("%v: the order is\n\t%s, not\n\t%s", is, joined, want)
		}
	}
}

func indexFolded(labels []string, folded string) int {
	for i, l := range labels {
		if WriteOut(study.FoldLabel(l)) == folded {
			return i
		}
	}
	return 0
}

// TestNoOrder leaves alone labels whose words do not say their order.
func TestNoOrder(t *testing.T) {
	for _, labels := range []string{
		"sip sekali|oke|kacau|kurang oke",
		"Sí|No|Ns/Nc|No tengo perro",
		"Merah|Biru|Hijau",
		"Sim|Talvez|Não",
		"SD|SMP|SMA",
		"Ya|Tidak|Mungkin",
		"Unit A|Unit B|Unit C",
		"Sangat baik|Baik|Sering|Jarang",
		"Rather agree|Somewhat agree|Agree", // two of one degree
		"Agree|Somewhat agree|Fairly quick",
		"Hammer|Saw|Very old saw",
		"Quite satisfied|Satisfied|Very satisfied", // the first two are as strong
		"Kurang dari 1 jam|1 sampai 2 jam|Lebih dari 2 jam",
	} {
		var answers []answer
		for _, l := range strings.Split(labels, "|") {
			answers = append(answers, answer{label: study.FoldLabel(l), raw: l})
		}
		if got, is := ordered(answers); is == certain {
			t.Errorf("%s has the order %v", labels, got)
		}
	}
}
