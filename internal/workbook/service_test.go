package workbook

import (
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
)

// TestService: the sheets of groups, classes, the index and of importance hold
// the results' numbers, and no group that privacy hides.
func TestService(t *testing.T) {
	in := service(t, lang.EN)
	res := in.Results
	data := write(t, in)
	f := open(t, data)
	groups := read(t, f, "Groups", true, "Group", "Level", "Item")
	g := res.Groups[0]
	if len(g.Groups) != 3 || g.Hidden.Groups != 2 || g.Unknown != 1 {
		t.Fatalf("shown %v, hidden %+v, unknown %d", g.Groups, g.Hidden, g.Unknown)
	}
	name := func(value string) string {
		if value == "A" {
			return "Centre"
		}
		return value
	}
	c := g.Constructs[0]
	for i, group := range g.Groups {
		check := func(level, item string, x analysis.GroupTest) {
			st := x.Groups[i]
			for head, want := range map[string]analysis.Value{
				"Group size": whole(group.N), "n": st.N, "Mean": st.Mean, "SD": st.SD, "Mean: lower limit": st.MeanCI95.Low, "Mean: upper limit": st.MeanCI95.High,
				"Median": st.Median, "Mean rank": x.Test.MeanRanks[i], "Place": st.Rank,
			} {
				same(t, group.Value+" "+item+" "+head, groups.at(strings.TrimSpace(name(group.Value)+" "+level+" "+item), head), want)
			}
		}
		check("construct", "", c.Score)
		for _, it := range c.Items {
			check("item", it.ID, it.GroupTest)
		}
	}
	tests := read(t, f, "Group tests", true, "Level", "Item")
	for _, it := range c.Items {
		for head, want := range map[string]analysis.Value{
			"Statistic": it.Test.Statistic, "df": whole(it.Test.DF), "p": it.Test.P, "p (Holm)": it.PHolm, "Effect": it.Test.Effect, "Eta squared": it.Eta,
			"χ²": it.Answers.Statistic, "Cramér’s V": it.Answers.CramersV,
		} {
			same(t, it.ID+" "+head, tests.at("item "+it.ID, head), want)
		}
	}
	if note := tests.at("construct", "Note"); !strings.Contains(note, "whose figures would reveal theirs (12 respondents") {
		t.Errorf("the caveat of hidden groups does not stand beside the test: %q", note)
	}
	pairs := read(t, f, "Pairs of groups", true, "Group", "Compared with")
	for _, p := range c.Pairs {
		row := name(g.Groups[p.A].Value) + " " + name(g.Groups[p.B].Value)
		same(t, row, pairs.at(row, "z"), p.Z)
		same(t, row, pairs.at(row, "p (Holm)"), p.PHolm)
	}
	index := read(t, f, "IKM", true, "Element")
	for _, e := range res.IKM.Elements {
		same(t, e.Code, index.at(e.Code, "Mean (NRR)"), e.Mean)
		same(t, e.Code, index.at(e.Code, "NRR × weight"), e.Weighted)
	}
	same(t, "sum", index.at("Sum of NRR × weight", "NRR × weight"), res.IKM.Sum)
	same(t, "index", index.at("IKM = sum × 25", "IKM = sum × 25"), res.IKM.Index)
	importance := read(t, f, "Importance", true, "Item")
	for _, p := range res.Importance.Pairs {
		same(t, p.Performance, importance.at(p.Performance, "Gap"), p.Gap)
	}
	classes := read(t, f, "Interpretation", true, "Level", "Item")
	for i := range res.Constructs[0].Items {
		it := &res.Constructs[0].Items[i]
		same(t, it.ID, classes.at("item "+it.ID, "TCR"), it.Interpretation.TCR)
		same(t, it.ID, classes.at("item "+it.ID, "Top two"), it.Interpretation.TopTwo.Share)
		if got := classes.at("item "+it.ID, "Class of the mean"); got != it.Interpretation.MeanBand.Label[lang.EN] {
			t.Errorf("%s is in the class %q", it.ID, got)
		}
	}
	for _, s := range f.GetSheetList() {
		rows, err := f.GetRows(s)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if strings.Contains(cell, "Kecil") && s != "Read me" {
					t.Errorf("%s names a group that is hidden", s)
				}
			}
		}
	}
}
