package analysis

import (
	"reflect"
	"slices"
)

// bounded are the fields of results that cannot exceed 1 in size: probabilities,
// correlations, coefficients of reliability and the like.
var bounded = []string{
	"P", "PHolm", "WP", "DP", "W", "D",
	"R", "CI95", "Spearman", "ItemTotalR", "CorrectedItemTotalR", "CriticalR", "MeanInterItemR", "InterItemR", "SMC", "Loading", "KMO",
	"Alpha", "AlphaCI95", "AlphaDuhachekCI95", "AlphaStandardized", "AlphaIfDeleted", "Alpha1", "Alpha2",
	"Lambda6", "G6", "Omega", "OmegaRaw", "SpearmanBrown", "SpearmanBrownUnequal", "Guttman",
	"Effect", "RankBiserial", "CramersV", "Eta",
}

// markBounded marks the values of these fields, for renderers that write them so.
func markBounded(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			markBounded(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			markBounded(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			field, name := v.Field(i), v.Type().Field(i)
			if !name.IsExported() {
				continue
			}
			mark := slices.Contains(bounded, name.Name)
			switch at := field.Addr().Interface().(type) {
			case *Value:
				at.bounded = mark
			case *Interval:
				at.Low.bounded, at.High.bounded = mark, mark
			default:
				markBounded(field)
			}
		}
	}
}
