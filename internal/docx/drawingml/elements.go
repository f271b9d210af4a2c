package drawingml

import "encoding/xml"

// The elements of DrawingML that our charts have. The fields of each stand in the order
// that the schema (ECMA-376 part 1, 21.2) gives to its children.

type empty struct{}

type val struct {
	Val string `xml:"val,attr"`
}

type chartSpace struct {
	XMLName  xml.Name `xml:"c:chartSpace"`
	C        string   `xml:"xmlns:c,attr"`
	A        string   `xml:"xmlns:a,attr"`
	R        string   `xml:"xmlns:r,attr"`
	Date1904 val      `xml:"c:date1904"`
	Lang     *val     `xml:"c:lang"`
	Rounded  val      `xml:"c:roundedCorners"`
	Chart    chart    `xml:"c:chart"`
	Shape    *shape   `xml:"c:spPr"`
	Text     *body    `xml:"c:txPr"`
	Workbook external `xml:"c:externalData"`
	Notes    *related `xml:"c:userShapes"`
}

type related struct {
	ID string `xml:"r:id,attr"`
}

type external struct {
	ID     string `xml:"r:id,attr"`
	Update val    `xml:"c:autoUpdate"`
}

type chart struct {
	Title        *title   `xml:"c:title"`
	NoTitle      val      `xml:"c:autoTitleDeleted"`
	PlotArea     plotArea `xml:"c:plotArea"`
	Legend       *legend  `xml:"c:legend"`
	PlotVisOnly  val      `xml:"c:plotVisOnly"`
	DispBlanksAs val      `xml:"c:dispBlanksAs"`
}

type plotArea struct {
	Layout     *layout    `xml:"c:layout"`
	Bars       []barChart `xml:"c:barChart"`
	Lines      *lineChart `xml:"c:lineChart"`
	Scatter    *scatter   `xml:"c:scatterChart"`
	Categories []axis     `xml:"c:catAx"`
	Values     []axis     `xml:"c:valAx"`
	Shape      *shape     `xml:"c:spPr"`
}

type layout struct {
	Manual manualLayout `xml:"c:manualLayout"`
}

type manualLayout struct {
	Target *val `xml:"c:layoutTarget"`
	XMode  *val `xml:"c:xMode"` // without, what follows is from where it would stand
	YMode  *val `xml:"c:yMode"`
	X      val  `xml:"c:x"`
	Y      val  `xml:"c:y"`
	W      *val `xml:"c:w"`
	H      *val `xml:"c:h"`
}

type barChart struct {
	Dir      val      `xml:"c:barDir"`
	Grouping val      `xml:"c:grouping"`
	Vary     val      `xml:"c:varyColors"`
	Series   []series `xml:"c:ser"`
	Gap      val      `xml:"c:gapWidth"`
	Overlap  *val     `xml:"c:overlap"`
	Axes     []val    `xml:"c:axId"`
}

type lineChart struct {
	Grouping val      `xml:"c:grouping"`
	Vary     val      `xml:"c:varyColors"`
	Series   []series `xml:"c:ser"`
	Marker   val      `xml:"c:marker"`
	Axes     []val    `xml:"c:axId"`
}

// scatter is marks at two numbers each.
type scatter struct {
	Style  val      `xml:"c:scatterStyle"`
	Vary   val      `xml:"c:varyColors"`
	Series []series `xml:"c:ser"`
	Axes   []val    `xml:"c:axId"`
}

// series is of bars, with Invert, of a line, with Marker and Smooth, or of marks, with X and Y.
type series struct {
	Index      val         `xml:"c:idx"`
	Order      val         `xml:"c:order"`
	Name       *textRef    `xml:"c:tx"`
	Shape      *shape      `xml:"c:spPr"`
	Invert     *val        `xml:"c:invertIfNegative"`
	Marker     *marker     `xml:"c:marker"`
	Points     []point     `xml:"c:dPt"`
	Labels     *labels     `xml:"c:dLbls"`
	ErrorBars  *errorBars  `xml:"c:errBars"`
	Categories *textRef    `xml:"c:cat"`
	Values     *numberRef  `xml:"c:val"`
	X          *numberRef  `xml:"c:xVal"`
	Y          *numberRef  `xml:"c:yVal"`
	Smooth     *val        `xml:"c:smooth"`
	Extensions *extensions `xml:"c:extLst"`
}

type marker struct {
	Symbol val    `xml:"c:symbol"`
	Size   *val   `xml:"c:size"`
	Shape  *shape `xml:"c:spPr"`
}

type point struct {
	Index  val    `xml:"c:idx"`
	Invert val    `xml:"c:invertIfNegative"`
	Bubble val    `xml:"c:bubble3D"`
	Shape  *shape `xml:"c:spPr"`
}

type labels struct {
	Each []label `xml:"c:dLbl"`
	labelLook
	Extensions *extensions `xml:"c:extLst"`
}

type label struct {
	Index  val      `xml:"c:idx"`
	Layout *layout  `xml:"c:layout"`
	Text   *bodyRef `xml:"c:tx"`
	labelLook
	Extensions *extensions `xml:"c:extLst"`
}

type labelLook struct {
	Shape      *shape `xml:"c:spPr"`
	TextLook   *body  `xml:"c:txPr"`
	Position   *val   `xml:"c:dLblPos"`
	LegendKey  val    `xml:"c:showLegendKey"`
	Value      val    `xml:"c:showVal"`
	Category   val    `xml:"c:showCatName"`
	SeriesName val    `xml:"c:showSerName"`
	Percent    val    `xml:"c:showPercent"`
	BubbleSize val    `xml:"c:showBubbleSize"`
}

type errorBars struct {
	Direction *val      `xml:"c:errDir"` // of lines and marks; those of bars go along them
	Type      val       `xml:"c:errBarType"`
	ValueType val       `xml:"c:errValType"`
	NoEndCap  val       `xml:"c:noEndCap"`
	Plus      numberRef `xml:"c:plus"`
	Minus     numberRef `xml:"c:minus"`
	Shape     *shape    `xml:"c:spPr"`
}

type textRef struct {
	Ref struct {
		Formula string    `xml:"c:f"`
		Cache   textCache `xml:"c:strCache"`
	} `xml:"c:strRef"`
}

type textCache struct {
	Count  val           `xml:"c:ptCount"`
	Points []cachedPoint `xml:"c:pt"`
}

type numberRef struct {
	Ref struct {
		Formula string      `xml:"c:f"`
		Cache   numberCache `xml:"c:numCache"`
	} `xml:"c:numRef"`
}

type numberCache struct {
	Format string        `xml:"c:formatCode"`
	Count  val           `xml:"c:ptCount"`
	Points []cachedPoint `xml:"c:pt"`
}

type cachedPoint struct {
	Index int    `xml:"idx,attr"`
	Value string `xml:"c:v"`
}

// axis is of categories, with Auto and what follows it, or of numbers, with Between.
type axis struct {
	ID         val           `xml:"c:axId"`
	Scaling    scaling       `xml:"c:scaling"`
	Delete     val           `xml:"c:delete"`
	Position   val           `xml:"c:axPos"`
	Grid       *grid         `xml:"c:majorGridlines"`
	MinorGrid  *grid         `xml:"c:minorGridlines"`
	Title      *title        `xml:"c:title"`
	Format     *numberFormat `xml:"c:numFmt"`
	MajorTicks val           `xml:"c:majorTickMark"`
	MinorTicks val           `xml:"c:minorTickMark"`
	Labels     val           `xml:"c:tickLblPos"`
	Shape      *shape        `xml:"c:spPr"`
	Text       *body         `xml:"c:txPr"`
	CrossAxis  val           `xml:"c:crossAx"`
	Crosses    *val          `xml:"c:crosses"`
	CrossesAt  *val          `xml:"c:crossesAt"`
	Auto       *val          `xml:"c:auto"`
	LabelAlign *val          `xml:"c:lblAlgn"`
	Offset     *val          `xml:"c:lblOffset"`
	LabelEvery *val          `xml:"c:tickLblSkip"`
	OneLevel   *val          `xml:"c:noMultiLvlLbl"`
	Between    *val          `xml:"c:crossBetween"`
	MajorUnit  *val          `xml:"c:majorUnit"`
	MinorUnit  *val          `xml:"c:minorUnit"`
}

type scaling struct {
	Orientation val  `xml:"c:orientation"`
	Max         *val `xml:"c:max"`
	Min         *val `xml:"c:min"`
}

type grid struct {
	Shape *shape `xml:"c:spPr"`
}

type numberFormat struct {
	Code   string `xml:"formatCode,attr"`
	Linked string `xml:"sourceLinked,attr"`
}

type title struct {
	Text    bodyRef `xml:"c:tx"`
	Layout  *layout `xml:"c:layout"`
	Overlay val     `xml:"c:overlay"`
}

type legend struct {
	Position val           `xml:"c:legendPos"`
	Entries  []legendEntry `xml:"c:legendEntry"`
	Layout   *layout       `xml:"c:layout"`
	Overlay  val           `xml:"c:overlay"`
	Text     *body         `xml:"c:txPr"`
}

type legendEntry struct {
	Index  val `xml:"c:idx"`
	Delete val `xml:"c:delete"`
}

// bodyRef is text that stands in the chart itself.
type bodyRef struct {
	Rich body `xml:"c:rich"`
}

type body struct {
	Properties bodyProperties `xml:"a:bodyPr"`
	List       empty          `xml:"a:lstStyle"`
	Paragraph  paragraph      `xml:"a:p"`
}

type bodyProperties struct {
	Rotation string `xml:"rot,attr"`
	Vertical string `xml:"vert,attr"`
	Wrap     string `xml:"wrap,attr,omitempty"`
}

type paragraph struct {
	Properties struct {
		Align string `xml:"algn,attr,omitempty"`
		Run   run    `xml:"a:defRPr"`
	} `xml:"a:pPr"`
	Text  *textRun `xml:"a:r"`
	Field *field   `xml:"a:fld"`
	End   run      `xml:"a:endParaRPr"`
}

type textRun struct {
	Look run    `xml:"a:rPr"`
	Text string `xml:"a:t"`
}

// field is text that follows a cell of the workbook.
type field struct {
	ID   string `xml:"id,attr"`
	Type string `xml:"type,attr"`
	Look run    `xml:"a:rPr"`
	Text string `xml:"a:t"`
}

// run is how text looks.
type run struct {
	Lang  string    `xml:"lang,attr,omitempty"`
	Size  string    `xml:"sz,attr,omitempty"`
	Bold  string    `xml:"b,attr,omitempty"`
	Fill  *fill     `xml:"a:solidFill"`
	Latin *typeface `xml:"a:latin"`
	CS    *typeface `xml:"a:cs"`
}

type typeface struct {
	Name string `xml:"typeface,attr"`
}

type shape struct {
	NoFill *empty `xml:"a:noFill"`
	Fill   *fill  `xml:"a:solidFill"`
	Line   *line  `xml:"a:ln"`
}

type fill struct {
	Color val `xml:"a:srgbClr"`
}

type line struct {
	Width  int    `xml:"w,attr,omitempty"` // in EMU
	NoFill *empty `xml:"a:noFill"`
	Fill   *fill  `xml:"a:solidFill"`
}

// extensions are Office 2013's: labels that follow cells.
type extensions struct {
	One extension `xml:"c:ext"`
}

type extension struct {
	URI         string        `xml:"uri,attr"`
	C15         string        `xml:"xmlns:c15,attr"`
	LeaderLines *val          `xml:"c15:showLeaderLines"` // to labels that stand away from their bars
	ShowRange   *val          `xml:"c15:showDataLabelsRange"`
	LabelRange  *labelsInText `xml:"c15:datalabelsRange"`
}

type labelsInText struct {
	Formula string    `xml:"c15:f"`
	Cache   textCache `xml:"c15:dlblRangeCache"`
}
