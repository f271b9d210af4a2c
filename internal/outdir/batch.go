package outdir

import (
	"path"
)

// Batch is an output folder that a run writes many reports into, each a
// folder of its own, which appears whole or not at all whenever the run is
// killed. It may be used from several goroutines, for different reports. Use
// Close when done.
type Batch struct{ *held }

// OpenBatch prepares to write reports into the folder path, making it if need
// be.
func OpenBatch(path string) (*Batch, error) {
	h, err := hold(path)
	if err != nil {
		return nil, err
	}
	return &Batch{h}, nil
}

// Put writes a report into a folder, which then holds the files, and of what
// it held before all but the files called old. It returns the files' SHA-256
// by name, in hexadecimal digits.
func (b *Batch) Put(folder string, files []File, old []string) (sums map[string]string, err error) {
	fresh := path.Join(stage, "new-"+folder)
	defer func() {
		if err != nil {
			b.removeAll(fresh)
		}
	}()
	sums = map[string]string{}
	own := map[string]bool{}
	for _, name := range old {
		own[path.Join(folder, name)] = true
	}
	for _, f := range files {
		target := path.Join(folder, f.Name)
		own[target] = true
		if _, err := b.file(target); err != nil {
			return nil, err
		}
		if sums[f.Name], err = b.write(path.Join(fresh, f.Name), f); err != nil {
			return nil, err
		}
	}
	there, err := b.folder(folder)
	if err != nil {
		return nil, err
	}
	if !there {
		return sums, b.rename(fresh, folder)
	}
	if err := b.carry(folder, fresh, own); err != nil {
		return nil, err
	}
	replaced := path.Join(stage, "old-"+folder)
	if err := b.rename(folder, replaced); err != nil {
		return nil, err
	}
	if err := b.rename(fresh, folder); err != nil {
		b.rename(replaced, folder) // where this fails too, recover does it
		return nil, err
	}
	b.removeAll(replaced) // what stays is removed by recover
	return sums, nil
}

// PutFile writes a file into the output folder itself, in one step. One that
// holds the same already stays as it is.
func (b *Batch) PutFile(f File) error {
	fresh := path.Join(stage, "new-file")
	defer b.Remove(fresh)
	sum, err := b.write(fresh, f)
	if err != nil {
		return err
	}
	there, err := b.sum(f.Name)
	if err != nil || there == sum {
		return err
	}
	return b.Replace(fresh, f.Name)
}

// carry gives what is in a folder, but the named files, a second name in another.
func (b *Batch) carry(from, to string, but map[string]bool) error {
	dir, err := b.root.Open(from)
	if err != nil {
		return explain("keep what else is in", b.Path(from), err)
	}
	entries, err := dir.ReadDir(-1)
	dir.Close()
	if err != nil {
		return explain("keep what else is in", b.Path(from), err)
	}
	for _, e := range entries {
		name, target := path.Join(from, e.Name()), path.Join(to, e.Name())
		switch {
		case but[name]:
		case e.IsDir():
			if _, err := b.mkdir(target); err != nil {
				return err
			}
			if err := b.carry(name, target, but); err != nil {
				return err
			}
		default:
			if err := b.keep(name, target); err != nil {
				return err
			}
		}
	}
	return nil
}

// Sum is the SHA-256 of a file in the output folder, "" where there is none.
func (b *Batch) Sum(name string) (string, error) { return b.sum(name) }

// Close lets the folder go. A journal that is still there stays.
func (b *Batch) Close() { b.close() }
