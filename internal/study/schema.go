package study

import (
	"bytes"
	"encoding/json"
	"math"
)

// Schema is the JSON Schema (draft 2020-12) of study.yaml, made from Format,
// for editors that complete and check YAML. It cannot say all that Parse
// checks: ids that differ, say, or labels that name one point only.
func Schema() []byte {
	root := schemaOf(Format())
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["title"] = "study.yaml of wogreport"
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(root); err != nil {
		panic("study: the schema is no JSON: " + err.Error()) // it holds texts and finite numbers only
	}
	return b.Bytes()
}

func schemaOf(s *Spec) map[string]any {
	out := map[string]any{}
	if len(s.Forms) > 0 {
		var forms []any
		for _, f := range s.Forms {
			forms = append(forms, schemaOf(f))
		}
		out["anyOf"] = forms
		return out
	}
	switch s.Type {
	case "string":
		// Numbers and dates are texts where a text is wanted: volume: 12.
		out["type"] = []string{"string", "number"}
		if s.Enum != nil {
			out["type"] = "string"
			out["enum"] = s.Enum
		}
	case "array":
		out["type"] = "array"
		out["items"] = schemaOf(s.Items)
	case "object":
		out["type"] = "object"
		if s.Values != nil {
			out["additionalProperties"] = orNull(schemaOf(s.Values))
			break
		}
		properties, required := map[string]any{}, []string{}
		for _, k := range s.Keys {
			p := schemaOf(k.Spec)
			if !k.Required {
				p = orNull(p)
			}
			p["description"] = k.Doc
			properties[k.Name] = p
			if k.Required {
				required = append(required, k.Name)
			}
		}
		out["properties"] = properties
		out["additionalProperties"] = false
		if len(required) > 0 {
			out["required"] = required
		}
	default:
		out["type"] = s.Type
		if r := s.Range; r != nil {
			lo, hi := "minimum", "maximum"
			if r.Open {
				lo, hi = "exclusiveMinimum", "exclusiveMaximum"
			}
			if !math.IsInf(r.Min, 0) {
				out[lo] = r.Min
			}
			if !math.IsInf(r.Max, 0) {
				out[hi] = r.Max
			}
		}
	}
	return out
}

// orNull accepts a key without a value, which counts as absent.
func orNull(schema map[string]any) map[string]any {
	return map[string]any{"anyOf": []any{schema, map[string]any{"type": "null"}}}
}
