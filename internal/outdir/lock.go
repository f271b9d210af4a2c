package outdir

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/gofrs/flock"
)

// stage is the folder, within the one that is written into, where files are
// made. Its name is always the same, so that a run finds what a killed one
// left. It holds
//
//	lock      whose lock the run has
//	journal   of the manifest
//	new-NAME  a report by cohort, or a file beside them, that is being written
//	old-NAME  the report that is being replaced
//	put-N     a file of a single report that is being written
//	was-N     the file that it replaces
//	commit    which of these are being put in place
const stage = ".wogreport.batch"

// Names in the stage.
const (
	lockName    = stage + "/lock"
	JournalName = stage + "/journal"
	commitName  = stage + "/commit"
)

// ErrBusy says that another run writes into the folder.
var ErrBusy = errors.New("another run is writing into the folder")

// held is a folder that this run alone writes into, until it ends or is killed.
type held struct {
	*Folder
	made made // for it
	lock *flock.Flock
}

// hold prepares to write into the folder path, making it if need be. It puts
// back what a killed run was replacing.
func hold(path string) (*held, error) {
	h := &held{}
	const tries = 100 // with as many runs that ended between two steps of this one
	for range tries {
		ok, err := h.try(path)
		if err != nil {
			h.release()
			h.made.remove()
			return nil, err
		}
		if !ok {
			h.release()
			continue
		}
		if err := h.recover(); err != nil {
			h.release()
			return nil, err
		}
		return h, nil
	}
	return nil, busy(path)
}

func busy(path string) error {
	return fmt.Errorf("%w %s; wait until it ends, or write into another folder (-o)", ErrBusy, path)
}

// try makes the stage and takes its lock. False: the run that had it took it
// away when it ended just now.
func (h *held) try(path string) (bool, error) {
	if err := h.made.mkdir(path); err != nil {
		return false, err
	}
	folder, err := OpenFolder(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	} else if err != nil {
		return false, err
	}
	h.Folder = folder
	if _, err := h.mkdir(stage); errors.Is(err, fs.ErrNotExist) {
		return false, nil
	} else if err != nil {
		return false, err
	}
	if _, err := h.file(lockName); err != nil {
		return false, err
	}
	h.lock = flock.New(h.Path(lockName), flock.SetFlag(os.O_CREATE|os.O_RDONLY|nonblock|nofollow))
	switch ok, err := h.lock.TryLock(); {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, explainFolder("write into", path, err)
	case !ok:
		return false, busy(path)
	}
	// The locked file must be the one that others find.
	mine, err1 := h.lock.Stat()
	there, err2 := h.root.Lstat(lockName)
	return err1 == nil && err2 == nil && os.SameFile(mine, there), nil
}

// release lets others in.
func (h *held) release() {
	if h.lock != nil {
		h.lock.Close()
		h.lock = nil
	}
	if h.Folder != nil {
		h.Folder.Close()
		h.Folder = nil
	}
}

// recover puts back or removes what a killed run left, and leaves of the stage
// the lock and the journal.
func (h *held) recover() error {
	entries, err := h.staged()
	if err != nil {
		return err
	}
	if err := h.rollBack(); err != nil {
		return err
	}
	for _, e := range entries {
		staged := path.Join(stage, e.Name())
		if target, replaced := strings.CutPrefix(e.Name(), "old-"); replaced && within(target) {
			info, err := h.look(target)
			if err == nil && info == nil {
				err = h.rename(staged, target)
			}
			if err != nil {
				return err
			}
		}
		if !slices.Contains([]string{lockName, JournalName}, staged) {
			if err := h.removeAll(staged); err != nil {
				return err
			}
		}
	}
	return nil
}

// staged lists the stage, in which nothing but files and folders may stand.
func (h *held) staged() ([]fs.DirEntry, error) {
	dir, err := h.root.Open(stage)
	if err != nil {
		return nil, explainFolder("read", h.Path(stage), err)
	}
	defer dir.Close()
	entries, err := dir.ReadDir(-1)
	if err != nil {
		return nil, explainFolder("read", h.Path(stage), err)
	}
	for _, e := range entries {
		if _, err := h.file(path.Join(stage, e.Name())); !e.IsDir() && err != nil {
			return nil, err
		}
	}
	return entries, nil
}

// close removes the stage, but for what the next run must know, and lets other
// runs in. A folder that was made for the run and stayed empty goes too.
func (h *held) close() {
	if h.Folder == nil {
		return
	}
	defer h.release()
	if h.recover() != nil {
		return // the next run says why
	}
	if info, err := h.root.Lstat(JournalName); err != nil || info != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			return
		}
	}
	// While the lock is held nobody else can be in the stage. Where a file that
	// is open cannot be removed the lock goes after that, unless the next run
	// has it by then, and so has it open.
	err := h.root.Remove(lockName)
	h.root.Remove(stage)
	h.lock.Close()
	if err != nil {
		h.root.Remove(lockName)
		h.root.Remove(stage)
	}
	h.made.remove()
}

// Recover ends what a run that was killed left half done in a folder, if
// there is such a folder and nobody is at work in it.
func Recover(path string) error {
	if info, err := os.Lstat(path + string(os.PathSeparator) + stage); err != nil || !info.IsDir() {
		return nil // what is there instead is said by the run that needs the folder
	}
	h, err := hold(path)
	if errors.Is(err, ErrBusy) {
		return nil
	}
	if err != nil {
		return err
	}
	h.close()
	return nil
}
