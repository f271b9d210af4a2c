//go:build unix

package build

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// cpu is the time that all threads of the process have worked.
func cpu(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// benchmark takes studies in turn from their files to the bytes of the PDF and
// of results.json, in a process that has seen each before.
func benchmark(b *testing.B, studies []string) {
	size := 0
	var buf bytes.Buffer
	once := func(study string) {
		in, ds := Load(study)
		if in == nil {
			b.Fatal(ds)
		}
		built, ds := in.Compile()
		if ds.HasErrors() {
			b.Fatal(ds)
		}
		buf.Reset()
		for _, o := range built.Outputs([]string{"pdf", "json"}) {
			if err := o.Write(&buf); err != nil {
				b.Fatal(err)
			}
		}
		size = buf.Len()
	}
	once(studies[0])
	start := cpu(b)
	n := 0
	for b.Loop() {
		once(studies[n%len(studies)])
		n++
	}
	b.ReportMetric(float64((cpu(b)-start).Microseconds())/float64(n)/1000, "cpu-ms/op")
	b.ReportMetric(float64(size), "bytes")
}

// BenchmarkCompile builds the example again and again.
func BenchmarkCompile(b *testing.B) {
	benchmark(b, []string{filepath.Join("..", "..", "study.yaml")})
}

// BenchmarkBatch builds the example with other answers each time, as a batch
// of cohorts does: what only counts are in is new, what is said is not.
func BenchmarkBatch(b *testing.B) {
	benchmark(b, resampled(b, 200))
}

// resampled are copies of the example, each with answers drawn from its own.
func resampled(b *testing.B, n int) []string {
	root := filepath.Join("..", "..")
	read := func(name string) string {
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			b.Fatal(err)
		}
		return string(data)
	}
	dir := b.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "sections"), os.DirFS(filepath.Join(root, "sections"))); err != nil {
		b.Fatal(err)
	}
	study, _, _ := strings.Cut(read("study.yaml"), "\npublished:") // which holds only for its own answers
	rows := strings.SplitAfter(strings.TrimSpace(read(filepath.Join("data", "responses.csv")))+"\n", "\n")
	head, rows := rows[0], rows[1:len(rows)-1]
	random := rand.New(rand.NewPCG(1, 2))
	var out []string
	for i := range n {
		answers := head
		for range rows {
			answers += rows[random.IntN(len(rows))]
		}
		csv := fmt.Sprintf("answers%d.csv", i)
		path := filepath.Join(dir, fmt.Sprintf("study%d.yaml", i))
		for name, text := range map[string]string{
			filepath.Join(dir, csv): answers,
			path:                    strings.ReplaceAll(study, "data/responses.csv", csv),
		} {
			if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
				b.Fatal(err)
			}
		}
		out = append(out, path)
	}
	return out
}
