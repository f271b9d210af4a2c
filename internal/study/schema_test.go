package study

import (
	"os"
	"testing"

	"wogreport/internal/diag/diagtest"
)

// TestSchema holds the schema that editors use equal to what the program reads.
func TestSchema(t *testing.T) {
	const file = "../../schema/study.schema.json"
	if *diagtest.Update {
		if err := os.WriteFile(file, Schema(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != string(Schema()) {
		t.Errorf("%s differs from what study.yaml may hold; run with -update and look at the difference", file)
	}
}
