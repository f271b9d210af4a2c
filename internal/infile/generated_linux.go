package infile

import (
	"os"
	"slices"
	"syscall"
)

// systems are the file systems whose files are made up when they are read, by
// the numbers in linux/magic.h: what they hold is of this machine and its
// processes, and some wait.
var systems = []uint32{
	0x9fa0,     // proc
	0x62656572, // sysfs
	0x64626720, // debugfs
	0x74726163, // tracefs
	0x73636673, // securityfs
	0x62656570, // configfs
	0x0027e0eb, // cgroup
	0x63677270, // cgroup2
	0xde5e81e4, // efivarfs
	0xcafe4a11, // bpf
	0x6165676c, // pstore
	0xf97cff8c, // selinuxfs
	0x42494e4d, // binfmt_misc
	0x65735543, // fusectl
	0x6e736673, // nsfs
}

// generated reports a file that is on no disk.
func generated(f *os.File) bool {
	var s syscall.Statfs_t
	return syscall.Fstatfs(int(f.Fd()), &s) == nil && slices.Contains(systems, uint32(s.Type))
}
