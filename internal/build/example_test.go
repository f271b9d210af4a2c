package build_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"wogreport/internal/build"
)

// A study with two files becomes a report in memory.
func Example() {
	dir, err := os.MkdirTemp("", "study")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	for name, text := range map[string]string{
		"survey.yaml": "title: Training\nlanguages: [en]\nscale: {min: 1, max: 5}\nconstructs: [{id: c, items: [P1, P2]}]\nresponses: answers.csv\n",
		"answers.csv": "P1,P2\n4,5\n3,3\n5,4\n2,1\n4,4\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			fmt.Println(err)
			return
		}
	}
	in, problems := build.Load(filepath.Join(dir, "survey.yaml"))
	if in == nil {
		fmt.Println(problems)
		return
	}
	b, problems := in.Compile()
	fmt.Println("errors:", problems.HasErrors(), "respondents:", b.Table.N)
	for _, o := range b.Outputs([]string{"pdf", "json", "svg", "xlsx"}) {
		var file bytes.Buffer
		if err := o.Write(&file); err != nil {
			fmt.Println(err)
		}
		fmt.Println(o.Name, file.Len() > 500)
	}
	// Output:
	// errors: false respondents: 5
	// survey.pdf true
	// results.json true
	// figures/P1.svg true
	// figures/P2.svg true
	// figures/summary.svg true
	// survey.xlsx true
}
