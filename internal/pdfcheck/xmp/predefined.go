package xmp

import (
	"strings"
	"sync"
)

// predefined are the properties of the XMP Specification of September 2005, with what
// PDF/A adds: a prefix and a namespace, and below them a type and the properties of it.
const predefined = `
pdfaid http://www.aiim.org/pdfa/ns/id/
	integer: part
	text: amd corr conformance
dc http://purl.org/dc/elements/1.1/
	bag locale: language
	bag propername: contributor publisher
	bag text: relation subject type
	lang alt: description rights title
	mimetype: format
	seq date: date
	seq propername: creator
	text: coverage identifier source
xmp http://ns.adobe.com/xap/1.0/
	agentname: CreatorTool
	alt thumbnail: Thumbnails
	bag text: Advisory Identifier
	date: CreateDate MetadataDate ModifyDate
	real: Rating
	text: Label Nickname
	url: BaseURL
xmpRights http://ns.adobe.com/xap/1.0/rights/
	bag propername: Owner
	boolean: Marked
	lang alt: UsageTerms
	url: Certificate WebStatement
xmpMM http://ns.adobe.com/xap/1.0/mm/
	agentname: Manager
	integer: SaveID
	renditionclass: RenditionClass
	resourceref: DerivedFrom ManagedFrom RenditionOf
	seq resourceevent: History
	seq version: Versions
	text: ManagerVariant RenditionParams VersionID
	uri: DocumentID InstanceID ManageTo ManageUI
	url: LastURL
xmpBJ http://ns.adobe.com/xap/1.0/bj/
	bag job: JobRef
xmpTPg http://ns.adobe.com/xap/1.0/t/pg/
	bag font: Fonts
	dimensions: MaxPageSize
	integer: NPages
	seq colorant: Colorants
	seq text: PlateNames
xmpDM http://ns.adobe.com/xmp/1.0/DynamicMedia/
	bag media: contributedMedia
	beatsplicestretch: beatSpliceParams
	boolean: videoAlphaUnityIsTransparent loop
	colorant: videoAlphaPremultipleColor
	date: shotDate videoModDate audioModDate metadataModDate releaseDate
	dimensions: videoFrameSize
	integer: audioSampleRate trackNumber
	projectlink: projectRef
	rational: videoPixelAspectRatio fileDataRate
	real: tempo numberOfBeats
	resamplestretch: resampleParams
	seq marker: markers
	text: videoFrameRate videoPixelDepth videoColorSpace videoAlphaMode videoCompressor videoFieldOrder
	text: pullDown audioSampleType audioChannelType audioCompressor speakerPlacement tapeName altTapeName
	text: scene shotName shotLocation logComment artist album genre copyright composer engineer instrument
	text: key stretchMode timeSignature scaleType
	time: duration introTime outCue relativeTimestamp
	timecode: startTimecode altTimecode
	timescalestretch: timeScaleParams
	uri: absPeakAudioFilePath relativePeakAudioFilePath
pdf http://ns.adobe.com/pdf/1.3/
	agentname: Producer
	text: Keywords PDFVersion
photoshop http://ns.adobe.com/photoshop/1.0/
	bag text: SupplementalCategories
	date: DateCreated
	integer: Urgency
	propername: CaptionWriter
	text: AuthorsPosition Category City Country Credit Headline Instructions Source State
	text: TransmissionReference
crs http://ns.adobe.com/camera-raw-settings/1.0/
	boolean: AutoBrightness AutoContrast AutoExposure AutoShadows HasCrop HasSettings
	integer: BlueHue BlueSaturation Brightness ChromaticAberrationB ChromaticAberrationR
	integer: ColorNoiseReduction Contrast CropUnits GreenHue GreenSaturation LuminanceSmoothing RedHue
	integer: RedSaturation Saturation Shadows ShadowTint Sharpness Temperature Tint VignetteAmount
	integer: VignetteMidpoint
	real: CropTop CropLeft CropBottom CropRight CropAngle CropWidth CropHeight Exposure
	seq text: ToneCurve
	text: CameraProfile RawFileName ToneCurveName Version WhiteBalance
tiff http://ns.adobe.com/tiff/1.0/
	agentname: Software
	date: DateTime
	integer: ImageWidth ImageLength Compression PhotometricInterpretation Orientation SamplesPerPixel
	integer: PlanarConfiguration YCbCrPositioning ResolutionUnit
	lang alt: ImageDescription Copyright
	propername: Make Model Artist
	rational: XResolution YResolution
	seq integer: BitsPerSample YCbCrSubSampling TransferFunction
	seq rational: WhitePoint PrimaryChromaticities YCbCrCoefficients ReferenceBlackWhite
exif http://ns.adobe.com/exif/1.0/
	cfapattern: CFAPattern
	date: DateTimeOriginal DateTimeDigitized GPSTimeStamp
	devicesettings: DeviceSettingDescription
	flash: Flash
	gpscoordinate: GPSLatitude GPSLongitude GPSDestLatitude GPSDestLongitude
	integer: ColorSpace PixelXDimension PixelYDimension ExposureProgram MeteringMode LightSource
	integer: FocalPlaneResolutionUnit SensingMethod FileSource SceneType CustomRendered ExposureMode
	integer: WhiteBalance FocalLengthIn35mmFilm SceneCaptureType GainControl Contrast Saturation Sharpness
	integer: SubjectDistanceRange GPSAltitudeRef GPSDifferential
	lang alt: UserComment
	oecf/sfr: OECF SpatialFrequencyResponse
	rational: CompressedBitsPerPixel ExposureTime FNumber ShutterSpeedValue ApertureValue BrightnessValue
	rational: ExposureBiasValue MaxApertureValue SubjectDistance FocalLength FlashEnergy
	rational: FocalPlaneXResolution FocalPlaneYResolution ExposureIndex DigitalZoomRatio GPSAltitude
	rational: GPSDOP GPSSpeed GPSTrack GPSImgDirection GPSDestBearing GPSDestDistance
	seq integer: ComponentsConfiguration ISOSpeedRatings SubjectArea SubjectLocation
	text: ExifVersion FlashpixVersion RelatedSoundFile SpectralSensitivity ImageUniqueID GPSVersionID
	text: GPSSatellites GPSStatus GPSMeasureMode GPSSpeedRef GPSTrackRef GPSImgDirectionRef GPSMapDatum
	text: GPSDestBearingRef GPSDestDistanceRef GPSProcessingMethod GPSAreaInformation
aux http://ns.adobe.com/exif/1.0/aux/
	text: Lens SerialNumber
`

// structured are the structured types: a name and a namespace, and their fields by type.
const structured = `
colorant http://ns.adobe.com/xap/1.0/g/
	integer: red green blue A B
	real: cyan magenta yellow black L
	text: swatchName mode type
dimensions http://ns.adobe.com/xap/1.0/sType/Dimensions#
	real: w h
	text: unit
font http://ns.adobe.com/xap/1.0/sType/Font#
	boolean: composite
	seq text: childFontFiles
	text: fontName fontFamily fontFace fontType versionString fontFileName
thumbnail http://ns.adobe.com/xap/1.0/g/img/
	integer: height width
	text: format image
resourceevent http://ns.adobe.com/xap/1.0/sType/ResourceEvent#
	agentname: softwareAgent
	date: when
	text: action parameters
	uri: instanceID
resourceref http://ns.adobe.com/xap/1.0/sType/ResourceRef#
	agentname: manager
	renditionclass: renditionClass
	text: versionID renditionParams managerVariant
	uri: instanceID documentID manageTo manageUI
version http://ns.adobe.com/xap/1.0/sType/Version#
	date: modifyDate
	propername: modifier
	resourceevent: event
	text: comments version
job http://ns.adobe.com/xap/1.0/sType/Job#
	text: name id
	url: url
beatsplicestretch http://ns.adobe.com/xmp/1.0/DynamicMedia/
	boolean: useFileBeatsMarker
	real: riseInDecibel
	time: riseInTimeDuration
marker http://ns.adobe.com/xmp/1.0/DynamicMedia/
	any: startTime duration
	text: comment name target type
	uri: location
media http://ns.adobe.com/xmp/1.0/DynamicMedia/
	boolean: managed
	text: track
	time: startTime duration
	uri: path webStatement
projectlink http://ns.adobe.com/xmp/1.0/DynamicMedia/
	text: type
	uri: path
resamplestretch http://ns.adobe.com/xmp/1.0/DynamicMedia/
	text: quality
time http://ns.adobe.com/xmp/1.0/DynamicMedia/
	integer: value
	rational: scale
timecode http://ns.adobe.com/xmp/1.0/DynamicMedia/
	text: timeValue timeFormat
timescalestretch http://ns.adobe.com/xmp/1.0/DynamicMedia/
	real: frameSize frameOverlappingPercentage
	text: quality
flash http://ns.adobe.com/exif/1.0/
	boolean: Fired Function RedEyeMode
	text: Return Mode
oecf/sfr http://ns.adobe.com/exif/1.0/
	integer: Columns Rows
	seq rational: Values
	seq text: Names
cfapattern http://ns.adobe.com/exif/1.0/
	integer: Columns Rows
	seq integer: Values
devicesettings http://ns.adobe.com/exif/1.0/
	integer: Columns Rows
	seq text: Settings
`

// read reads one of the tables above.
func read(table string) map[string]structure {
	out := map[string]structure{}
	var at structure
	for line := range strings.Lines(table) {
		of, names, fields := strings.Cut(line, ": ")
		if !fields {
			if name, ns, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
				at = structure{ns: ns, fields: map[string]string{}}
				out[name] = at
			}
			continue
		}
		for name := range strings.FieldsSeq(names) {
			at.fields[name] = strings.TrimSpace(of)
		}
	}
	return out
}

// basic are the structured types that are always known.
var basic = sync.OnceValue(func() *Types { return &Types{structs: read(structured)} })

// schemas are the predefined schemas by namespace.
var schemas = sync.OnceValue(func() Schemas {
	out := Schemas{}
	for _, s := range read(predefined) {
		out[s.ns] = &Schema{types: basic(), properties: s.fields}
	}
	return out
})
