package reference

import (
	"slices"
	"strings"
)

// orders are the children of elements in the order of the schema, which not all programs
// keep and which Word asks for. What is not named stands behind.
var orders = func() map[string]map[string]int {
	out := map[string]map[string]int{}
	for line := range strings.Lines(`
		rPr rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish
		pPr pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl rPr
		style name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr trPr tcPr tblStylePr
		tblStylePr pPr rPr tblPr trPr tcPr
		tblPr tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription
		tcPr tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark
		tblBorders top left start bottom right end insideH insideV
		tcBorders top left start bottom right end insideH insideV tl2br tr2bl
		tblCellMar top left start bottom right end
		tcMar top left start bottom right end
		pBdr top left bottom right between bar
		pgBorders top left bottom right
		numPr ilvl numId
		lvl start numFmt lvlRestart pStyle isLgl suff lvlText legacy lvlJc pPr rPr
		abstractNum nsid multiLevelType tmpl name styleLink numStyleLink lvl
		num abstractNumId lvlOverride
		lvlOverride startOverride lvl
		font altName panose1 charset family notTrueType pitch sig
		docDefaults rPrDefault pPrDefault
		tbl tblPr tblGrid
		tr tblPrEx trPr
		tc tcPr
		r rPr
		p pPr
	`) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		at := map[string]int{}
		for i, w := range words[1:] {
			at[w] = i + 1
		}
		out[words[0]] = at
	}
	return out
}()

// several are elements that may stand more than once beside each other.
var several = set(`tblStylePr lvl lvlOverride`)

// order puts the children of an element of Word into the order of the schema, each once.
func order(n *Node) {
	at := orders[n.Name]
	if n.Prefix != "w" || at == nil {
		return
	}
	place := func(c *Node) int {
		if p := at[c.Name]; p > 0 && c.Prefix == "w" {
			return p
		}
		return len(at) + 1
	}
	slices.SortStableFunc(n.Children, func(a, b *Node) int { return place(a) - place(b) })
	n.Children = slices.CompactFunc(n.Children, func(a, b *Node) bool {
		return a.Name == b.Name && place(a) <= len(at) && !several[a.Name]
	})
}
