package results

import (
	"bytes"
	"encoding/json"
	"io"

	"wogreport/internal/analysis"
)

// object is a JSON object that keeps the order of its members; encoding/json
// sorts maps, and a struct could not leave room for null with its reason.
type object struct {
	members   []member
	undefined []member
}

type member struct {
	key   string
	value any
}

type list []any

// add adds a member: a basic value, an object or a list.
func (o *object) add(key string, v any) { o.members = append(o.members, member{key, v}) }

// value adds a number, or null and its reason.
func (o *object) value(key string, v analysis.Value) {
	if x, ok := v.Get(); ok {
		o.add(key, x)
		return
	}
	o.null(key, v.Reason())
}

func (o *object) null(key string, r analysis.Reason) {
	o.add(key, nil)
	o.undefined = append(o.undefined, member{key, string(r)})
}

// interval adds a pair of numbers, or null and its reason.
func (o *object) interval(key string, i analysis.Interval) {
	low, ok := i.Low.Get()
	if !ok {
		o.null(key, i.Low.Reason())
		return
	}
	high, _ := i.High.Get()
	o.add(key, list{low, high})
}

// verdict adds a truth value, or null and the reason why one of the values
// that it rests on is undefined.
func (o *object) verdict(key string, v analysis.Verdict, rests ...analysis.Value) {
	if v != analysis.NoVerdict {
		o.add(key, v == analysis.Pass)
		return
	}
	reason := analysis.DependsOnOther
	for _, r := range rests {
		if r.Reason() != analysis.Defined {
			reason = r.Reason()
			break
		}
	}
	o.null(key, reason)
}

// MarshalJSON writes the members in their order, the reasons last.
func (o object) MarshalJSON() ([]byte, error) {
	members := o.members
	if len(o.undefined) > 0 {
		members = append(members[:len(members):len(members)], member{"undefined", object{members: o.undefined}})
	}
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range members {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := json.Marshal(m.key)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(m.value)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func write(w io.Writer, o object) error {
	compact, err := o.MarshalJSON()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := json.Indent(&b, compact, "", "  "); err != nil {
		return err
	}
	b.WriteByte('\n')
	_, err = w.Write(b.Bytes())
	return err
}
