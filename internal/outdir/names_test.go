package outdir

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestNames(t *testing.T) {
	values := []string{"Angkatan I", "A/B", "A_B", "..", ".", "", "CON", "nul.txt", "COM¹", "Angkatan II.", "👍", "a\tb", "kelas", "Kelas", "e\u0301", "é", "index.html", strings.Repeat("Angkatan ", 20)}
	got := Names(values, []string{"index.html"})
	for i, want := range []string{"Angkatan I", "A_B-", "A_B", "_-", "_-", "_-", "_CON-", "_nul.txt-", "COM_-", "Angkatan II-", "_-", "a b-", "kelas-", "Kelas-", "é-", "é", "index.html-", "Angkatan Angkatan"} {
		if !strings.HasPrefix(got[i], want) {
			t.Errorf("%q is named %q, want %s…", values[i], got[i], want)
		}
	}
	check(t, values, got)

	// In another order, and without some others, each has the same name.
	turned := slices.Clone(values)
	slices.Reverse(turned)
	again := Names(turned, []string{"index.html"})
	slices.Reverse(again)
	if !slices.Equal(got, again) {
		t.Errorf("another order gives %q", again)
	}
	for i, v := range values {
		if alone := Names([]string{v}, []string{"index.html"})[0]; v != "kelas" && v != "Kelas" && v != "é" && v != "e\u0301" && alone != got[i] {
			t.Errorf("%q alone is named %q, among others %q", v, alone, got[i])
		}
	}

	dir := t.TempDir()
	for _, name := range got {
		if err := os.Mkdir(filepath.Join(dir, name), 0o777); err != nil {
			t.Error(err)
		}
	}
}

// check reports names that some system does not take, and two that are one.
func check(t *testing.T, values, names []string) {
	t.Helper()
	seen := map[string]string{}
	for i, n := range names {
		switch {
		case n == "" || n == "." || n == "..", strings.ContainsAny(n, `<>:"/\|?*`), strings.TrimRight(n, " .") != n, strings.HasPrefix(n, "."),
			!utf8.ValidString(n), strings.ContainsFunc(n, unicode.IsControl), len(n) > 250, utf8.RuneCountInString(n) > maxName, device(n), !filepath.IsLocal(n):
			t.Errorf("%q is named %q", values[i], n)
		}
		key := sameName(n)
		if other, ok := seen[key]; ok {
			t.Errorf("%q and %q are both named %q", other, values[i], n)
		}
		seen[key] = values[i]
	}
}

// FuzzNames: whatever three different values are, each gets a name that every
// system takes, and no two one that is the same on any.
func FuzzNames(f *testing.F) {
	f.Add("A/B", "A\\B", "A_B")
	f.Add("Kelas", "kelas", "KELAS")
	f.Add("é", "e\u0301", "É")
	f.Add("CON", "con.", "_CON")
	f.Add("\xff", "\xfe", "")
	f.Add("ß", "ss", "SS")
	f.Add("A/B-c14cdd", "A_B-c14cdd", "A/B")
	f.Add("a", "_-ca978112ca1b", "index.html")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		values := slices.Compact(slices.Sorted(slices.Values([]string{a, b, c})))
		names := Names(values, []string{"index.html"})
		check(t, append(slices.Clone(values), ""), append(slices.Clone(names), "index.html"))
		turned := slices.Clone(values)
		slices.Reverse(turned)
		again := Names(turned, []string{"index.html"})
		slices.Reverse(again)
		if !slices.Equal(names, again) {
			t.Errorf("%q are named %q, and in another order %q", values, names, again)
		}
	})
}
