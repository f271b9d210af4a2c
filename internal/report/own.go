package report

import (
	"path"
	"path/filepath"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
	"wogreport/internal/study"
	"wogreport/internal/words"
)

// read reads a file that the study names under a key.
func (c *composer) read(name, key string) (string, bool) {
	data, err := c.opt.Files.ReadFile(name)
	file := c.st.Path(name)
	if err != nil {
		c.diags.AddFileError(c.st.At(key), file, err)
		return "", false
	}
	text, ok := study.DecodeText(data, file, &c.diags)
	return string(text), ok
}

// ownWords are the files of the study's own folder of words.
func (c *composer) ownWords() map[string]markdown.Source {
	if c.st.Templates == "" {
		return nil
	}
	folder := c.st.Path(c.st.Templates)
	entries, err := c.opt.Files.ReadDir(c.st.Templates)
	if err != nil {
		c.diags.AddFileError(c.st.At("templates"), folder, err)
		return nil
	}
	own := map[string]markdown.Source{}
	var names []string
	for _, e := range entries {
		if name := e.Name(); !e.IsDir() && study.IsWords(name) {
			names = append(names, name)
			if text, ok := c.read(path.Join(filepath.ToSlash(c.st.Templates), name), "templates"); ok {
				own[name] = markdown.Source{File: filepath.Join(folder, name), Text: text}
			}
		}
	}
	words.CheckFolder(folder, names, &c.diags)
	return own
}

// Words are a study's words in each of its languages, its own in the place of
// built-in ones. What fails when they are used is added to the list.
func Words(st *study.Study, files Files) (map[lang.Tag]*words.Words, *diag.List) {
	c := newComposer(st, Options{Files: files})
	c.loadWords()
	return c.wording, &c.diags
}
