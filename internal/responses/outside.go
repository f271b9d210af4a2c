package responses

// untell makes missing answers of those outside the scale to each item of which
// some kind was given by fewer than least of the rows that are kept: shown apart, a
// small count would be told, and hidden, it could be had from the rows without a
// valid answer and those without any. Which items these are says no count, since
// none and a few are treated alike. It reports whether that changed a row.
func (t *Table) untell(least int, keep []bool) bool {
	if least < 2 {
		return false
	}
	changed := false
	for _, c := range t.Columns {
		few, some := false, false
		for _, rows := range c.Outside {
			n := 0
			for _, i := range rows {
				if keep[i] {
					n++
				}
			}
			few, some = few || n < least, some || len(rows) > 0
		}
		if few {
			c.Outside, changed = nil, changed || some
		}
	}
	return changed
}
