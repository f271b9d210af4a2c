package workbook

// profile has who answered: the values of each column of the study's profile.
func (b *book) profile() *sheet {
	s := &sheet{key: "profile", name: b.tab("profile", 0), frozen: 2}
	s.columns = append(s.columns, col("characteristic", 26, asText), col("characteristic-value", 26, asText), col("characteristic-n", 10, asWhole), col("characteristic-share", 12, asShare))
	for i, p := range b.Results.Profile {
		column := &b.Study.Profile[i]
		label := plainText(column.Label)
		if p.Withheld {
			s.add(label, b.word("not-shown"), nil, nil)
			continue
		}
		for _, v := range p.Values {
			share := any(nil)
			if x, ok := v.Percent.Get(); ok {
				share = x / 100
			}
			s.add(label, b.groupLabel(column, v.Value), v.N, share)
		}
		if p.Unknown > 0 {
			s.add(label, b.word("not-stated"), p.Unknown, nil)
		}
	}
	return s
}
