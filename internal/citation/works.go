package citation

import (
	"slices"
	"strings"

	"wogreport/internal/lang"
	"wogreport/internal/markdown"
	"wogreport/internal/study"
)

// Works are the works that built-in words cite for a formula, a limit or
// a test. One that a report cites stands in its reference list as if the study
// had it.
var Works = []study.Reference{
	{Key: "azwar2012", Text: lang.Same("Azwar, S. (2012). *Penyusunan skala psikologi* (2nd ed.). Pustaka Pelajar.")},
	{Key: "bartlett1951", Text: lang.Same("Bartlett, M. S. (1951). The effect of standardization on a χ² approximation in factor analysis. *Biometrika*, *38*(3–4), 337–344.")},
	{Key: "cochran1954", Text: lang.Same("Cochran, W. G. (1954). Some methods for strengthening the common χ² tests. *Biometrics*, *10*(4), 417–451.")},
	{Key: "cochran1977", Text: lang.Same("Cochran, W. G. (1977). *Sampling techniques* (3rd ed.). Wiley.")},
	{Key: "cohen1988", Text: lang.Same("Cohen, J. (1988). *Statistical power analysis for the behavioral sciences* (2nd ed.). Lawrence Erlbaum Associates.")},
	{Key: "dallal-wilkinson1986", Text: lang.Same("Dallal, G. E., & Wilkinson, L. (1986). An analytic approximation to the distribution of Lilliefors’s test statistic for normality. *The American Statistician*, *40*(4), 294–296.")},
	{Key: "duhachek-iacobucci2004", Text: lang.Same("Duhachek, A., & Iacobucci, D. (2004). Alpha’s standard error (ASE): An accurate and precise confidence interval estimate. *Journal of Applied Psychology*, *89*(5), 792–808.")},
	{Key: "dunn1964", Text: lang.Same("Dunn, O. J. (1964). Multiple comparisons using rank sums. *Technometrics*, *6*(3), 241–252.")},
	{Key: "feldt-woodruff-salih1987", Text: lang.Same("Feldt, L. S., Woodruff, D. J., & Salih, F. A. (1987). Statistical inference for coefficient alpha. *Applied Psychological Measurement*, *11*(1), 93–103.")},
	{Key: "george-mallery2003", Text: lang.Same("George, D., & Mallery, P. (2003). *SPSS for Windows step by step: A simple guide and reference, 11.0 update* (4th ed.). Allyn & Bacon.")},
	{Key: "guilford1956", Text: lang.Same("Guilford, J. P. (1956). *Fundamental statistics in psychology and education* (3rd ed.). McGraw-Hill.")},
	{Key: "guttman1945", Text: lang.Same("Guttman, L. (1945). A basis for analyzing test-retest reliability. *Psychometrika*, *10*(4), 255–282.")},
	{Key: "holm1979", Text: lang.Same("Holm, S. (1979). A simple sequentially rejective multiple test procedure. *Scandinavian Journal of Statistics*, *6*(2), 65–70.")},
	{Key: "horst1951", Text: lang.Same("Horst, P. (1951). Estimating total test reliability from parts of unequal length. *Educational and Psychological Measurement*, *11*(3), 368–371.")},
	{Key: "kaiser1974", Text: lang.Same("Kaiser, H. F. (1974). An index of factorial simplicity. *Psychometrika*, *39*(1), 31–36.")},
	{Key: "kemenpan-rb2017", Text: lang.Same("Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi. (2017). *Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 14 Tahun 2017 tentang Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik*.")},
	{Key: "lilliefors1967", Text: lang.Same("Lilliefors, H. W. (1967). On the Kolmogorov–Smirnov test for normality with mean and variance unknown. *Journal of the American Statistical Association*, *62*(318), 399–402.")},
	{Key: "mangiafico2016", Text: lang.Same("Mangiafico, S. S. (2016). *Summary and analysis of extension program evaluation in R*. Rutgers Cooperative Extension.")},
	{Key: "martilla-james1977", Text: lang.Same("Martilla, J. A., & James, J. C. (1977). Importance-performance analysis. *Journal of Marketing*, *41*(1), 77–79.")},
	{Key: "mcdonald1999", Text: lang.Same("McDonald, R. P. (1999). *Test theory: A unified treatment*. Lawrence Erlbaum Associates.")},
	{Key: "riduwan2010", Text: lang.Same("Riduwan. (2010). *Skala pengukuran variabel-variabel penelitian*. Alfabeta.")},
	{Key: "royston1995", Text: lang.Same("Royston, P. (1995). Remark AS R94: A remark on algorithm AS 181: The W-test for normality. *Applied Statistics*, *44*(4), 547–551.")},
	{Key: "shapiro-wilk1965", Text: lang.Same("Shapiro, S. S., & Wilk, M. B. (1965). An analysis of variance test for normality (complete samples). *Biometrika*, *52*(3–4), 591–611.")},
	{Key: "widoyoko2012", Text: lang.Same("Widoyoko, E. P. (2012). *Teknik penyusunan instrumen penelitian*. Pustaka Pelajar.")},
	{Key: "wilson1927", Text: lang.Same("Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. *Journal of the American Statistical Association*, *22*(158), 209–212.")},
}

func Work(key string) (study.Reference, bool) {
	i := slices.IndexFunc(Works, func(r study.Reference) bool { return r.Key == key })
	if i < 0 {
		return study.Reference{}, false
	}
	return Works[i], true
}

// Prefix begins the ids of the reference list's entries.
const Prefix = "ref:"

// Linked is a citation such as "Riduwan (2010)" as Markdown for running text, with a link
// where it is one of Works. There, authors stand with "and" between them.
func Linked(citation string, l lang.Tag) string {
	running := func(s string) string {
		return markdown.InlineSource(strings.ReplaceAll(s, " & ", " "+lang.Of(l).And+" "))
	}
	for _, r := range Works {
		label := Label(r.Text.In(lang.EN), lang.EN)
		if i := strings.LastIndex(label, ", "); i > 0 && citation == label[:i]+" ("+label[i+2:]+")" {
			return running(label[:i]) + " ([" + label[i+2:] + "](#" + Prefix + r.Key + "))"
		}
	}
	return running(citation)
}
