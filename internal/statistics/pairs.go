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

// ofRelation are of two constructs.
var ofRelation = []Statistic{
	{Key: "a", Of: func(s Subject) any { return s.results.Constructs[s.relation.A].ID }, Definition: "id of a construct"},
	{Key: "b", Of: func(s Subject) any { return s.results.Constructs[s.relation.B].ID }, Definition: "id of another, after it in the study"},
	{
		Key: "n", Of: func(s Subject) any { return s.relation.N },
		Definition: "respondents who answered every item of both", Source: Elementary,
		Shown: places{at(Relations, 1, "relation-n", Whole)},
	},
	{
		Key: "r", Of: func(s Subject) any { return s.relation.R },
		Definition: "Pearson's correlation of their means over the items", Source: Elementary,
		Shown: places{at(Relations, 2, "relation-r", Three)},
	},
	{
		Key: "r_ci95", Of: func(s Subject) any { return s.relation.CI95 },
		Definition: "its 95% interval, by Fisher's z", Source: "Fisher (1921)",
		Shown: places{at(Relations, 3, "relation-low", Three).low(), at(Relations, 4, "relation-high", Three).high()},
	},
	{
		Key: "p", Of: func(s Subject) any { return s.relation.P },
		Definition: "two-sided p of r by Student's t with n - 2 degrees of freedom", Source: "Student’s t",
		Shown: places{at(Relations, 5, "relation-p", P)},
	},
	{
		Key: "p_holm", Of: func(s Subject) any { return s.relation.PHolm },
		Definition: "adjusted for the number of pairs of constructs", Source: "Holm (1979)",
		Shown: places{at(Relations, 6, "relation-p-holm", P)},
	},
	{
		Key: "spearman", Of: func(s Subject) any { return s.relation.Spearman },
		Definition: "Spearman's rank correlation of the same, ties at their mean rank", Source: "Spearman (1904)",
		Shown: places{at(Relations, 7, "relation-spearman", Three)},
	},
}
