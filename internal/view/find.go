package view

// FindConstruct is the construct of an id, nil for none.
func (v *View) FindConstruct(id string) *ConstructView {
	for _, c := range v.Constructs {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// FindGrouping is the grouping of an id, nil for none.
func (v *View) FindGrouping(id string) *GroupingView {
	for _, g := range v.Groups {
		if g.ID == id {
			return g
		}
	}
	return nil
}

// FindCompared finds a comparison in one construct, nil for none.
func (v *View) FindCompared(grouping, construct string) *GroupedView {
	for _, g := range v.Groups {
		for _, c := range g.Compared {
			if g.ID == grouping && c.ID == construct {
				return c
			}
		}
	}
	return nil
}
