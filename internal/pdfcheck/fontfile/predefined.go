package fontfile

import (
	"strconv"
	"strings"
	"sync"
)

// predefinedCMaps are the CMaps of ISO 32000-1, table 118: the ordering of Adobe's
// collection, its supplement, the ranges of codes, and the names of CMaps with these.
// The supplements are those of the newest version of each CMap. Which CID a code has
// takes tables of megabytes and isn't here.
const predefinedCMaps = `
GB1 0 00-80 A1A1-FEFE: GB-EUC-H GB-EUC-V
GB1 0 00-80 A1A1-FCFE FD-FF: GBpc-EUC-H GBpc-EUC-V
GB1 2 00-80 8140-FEFE: GBK-EUC-H GBK-EUC-V GBKp-EUC-H GBKp-EUC-V
GB1 5 00-7F 81308130-FE39FE39 8140-FEFE: GBK2K-H GBK2K-V
GB1 4 0000-D7FF E000-FFFF: UniGB-UCS2-H UniGB-UCS2-V
GB1 5 0000-D7FF D800DC00-DBFFDFFF E000-FFFF: UniGB-UTF16-H UniGB-UTF16-V
CNS1 0 00-80 A140-FCFE FD-FF: B5pc-H B5pc-V
CNS1 6 00-80 8740-FEFE: HKscs-B5-H HKscs-B5-V
CNS1 0 00-80 A140-FEFE: ETen-B5-H ETen-B5-V ETenms-B5-H ETenms-B5-V
CNS1 0 00-80 8EA1A1A1-8EA1FEFE 8EA2A1A1-8EA2FEFE 8EA3A1A1-8EA3FEFE A1A1-FEFE: CNS-EUC-H CNS-EUC-V
CNS1 3 0000-D7FF E000-FFFF: UniCNS-UCS2-H UniCNS-UCS2-V
CNS1 7 0000-D7FF D800DC00-DBFFDFFF E000-FFFF: UniCNS-UTF16-H UniCNS-UTF16-V
Japan1 1 00-80 8140-9FFC A0-DF E040-FCFC FD-FF: 83pv-RKSJ-H 90pv-RKSJ-H
Japan1 2 00-80 8140-9FFC A0-DF E040-FCFC: 90ms-RKSJ-H 90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V Ext-RKSJ-H Ext-RKSJ-V
Japan1 1 00-80 8140-9FFC A0-DF E040-FCFC: Add-RKSJ-H Add-RKSJ-V
Japan1 1 00-80 8EA0-8EDF A1A1-FEFE: EUC-H EUC-V
Japan1 1 2121-7E7E: H V
Japan1 4 0000-D7FF E000-FFFF: UniJIS-UCS2-H UniJIS-UCS2-V UniJIS-UCS2-HW-H UniJIS-UCS2-HW-V
Japan1 7 0000-D7FF D800DC00-DBFFDFFF E000-FFFF: UniJIS-UTF16-H UniJIS-UTF16-V
Korea1 0 00-80 A1A1-FEFE: KSC-EUC-H KSC-EUC-V
Korea1 1 00-80 8141-FEFE: KSCms-UHC-H KSCms-UHC-V KSCms-UHC-HW-H KSCms-UHC-HW-V
Korea1 0 00-84 A141-FDFE FE-FF: KSCpc-EUC-H
Korea1 1 0000-D7FF E000-FFFF: UniKS-UCS2-H UniKS-UCS2-V
Korea1 1 0000-D7FF D800DC00-DBFFDFFF E000-FFFF: UniKS-UTF16-H UniKS-UTF16-V
`

var predefined = sync.OnceValue(func() map[string]*CMap {
	out := map[string]*CMap{}
	for line := range strings.Lines(predefinedCMaps) {
		about, names, ok := strings.Cut(line, ": ")
		if !ok {
			continue
		}
		f := strings.Fields(about)
		m := CMap{Registry: "Adobe", Ordering: f[0], HasInfo: true, unmapped: true}
		m.Supplement, _ = strconv.Atoi(f[1])
		for _, r := range f[2:] {
			low, high, _ := strings.Cut(r, "-")
			from, _ := strconv.ParseUint(low, 16, 32)
			to, _ := strconv.ParseUint(high, 16, 32)
			m.spaces = append(m.spaces, codeSpace{len(low) / 2, uint32(from), uint32(to)})
		}
		for name := range strings.FieldsSeq(names) {
			x := m
			x.Name = name
			if strings.HasSuffix(name, "V") {
				x.WMode = 1
			}
			out[name] = &x
		}
	}
	out["Identity-H"], out["Identity-V"] = identity("Identity-H", 0), identity("Identity-V", 1)
	return out
})

func identity(name string, mode int) *CMap {
	return &CMap{
		Name: name, WMode: mode, Registry: "Adobe", Ordering: "Identity", HasInfo: true,
		spaces: []codeSpace{{2, 0, 0xffff}},
		cids:   codeRanges[int]{list: []codeRange[int]{{2, 0, 0xffff, 0}}},
		MaxCID: 0xffff,
	}
}

// Predefined is the CMap that readers know by a name, or nil.
func Predefined(name string) *CMap {
	m := predefined()[name]
	if m == nil {
		return nil
	}
	own := *m // a CMap sorts its ranges when it is asked
	return &own
}
