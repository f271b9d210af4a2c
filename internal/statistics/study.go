package statistics

import "wogreport/internal/analysis"

var ofStudy = []Statistic{
	{
		Key: "n", Of: func(s Subject) any { return s.results.N },
		Definition: "rows of answers, after exclusions", Setting: "responses.exclude",
	},
	{
		Key: "answered", Of: func(s Subject) any { return s.results.Answered() },
		Definition: "respondents who answered some item, of n",
	},
	{
		Key: "population", Of: func(s Subject) any {
			if s.results.Population > 0 {
				return s.results.Population
			}
			return analysis.Undefined(analysis.UnknownSize)
		},
		Definition: "size of the population, where the study gives it", Setting: "method.population", Source: Elementary,
	},
	{
		Key: "response_rate", Of: func(s Subject) any { return s.results.ResponseRate },
		Definition: "answered, with those whose answers were left out for being the same throughout, / population, 0..1; of a random, purposive or convenience sample no rate of response, since the others were not asked",
		Source:     Elementary, Setting: "method.population",
	},
	{
		Key: "margin_of_error", Of: func(s Subject) any { return s.results.MarginOfError },
		Definition: "half width of the 95% interval of a share of one half, 0..1, with finite-population correction, of the item with the fewest answers: the largest; of a census there is none", Source: "Cochran (1977)", Setting: "method.population",
	},
	{
		Key: "margin_of_error_n", Of: func(s Subject) any { return s.results.MarginN },
		Definition: "answers to that item",
	},
}
