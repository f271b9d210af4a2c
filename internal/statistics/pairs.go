package statistics

// ofItemPair are of two items of a construct.
var ofItemPair = []Statistic{
	{Key: "a", Of: func(s Subject) any { return s.construct.Items[s.itemPair.A].ID }, Definition: "id of an item"},
	{Key: "b", Of: func(s Subject) any { return s.construct.Items[s.itemPair.B].ID }, Definition: "id of another, after it in the study"},
	{
		Key: "r", Of: func(s Subject) any { return s.itemPair.R },
		Definition: "their correlation; pairwise, their covariance over the rows that answered both / the standard deviations of all answers to each, as psych has it", Source: Elementary, Setting: "analysis.missing",
		Shown: places{at(InterItem, 1, "inter-item-r", Three)},
	},
	{
		Key: "n", Of: func(s Subject) any { return s.itemPair.N },
		Definition: "rows that it rests on: the complete ones; pairwise, those that answered both", Source: Elementary, Setting: "analysis.missing",
		Shown: places{at(InterItem, 2, "pair-rows", Whole)},
	},
}
