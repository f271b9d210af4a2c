package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestNotices: THIRD_PARTY_NOTICES is what the command writes.
func TestNotices(t *testing.T) {
	root := filepath.Join("..", "..")
	var got bytes.Buffer
	if err := write(&got, root); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join(root, "THIRD_PARTY_NOTICES"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n"))) {
		t.Error("THIRD_PARTY_NOTICES is not up to date: go run ./internal/notices > THIRD_PARTY_NOTICES")
	}
}
