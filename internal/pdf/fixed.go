package pdf

import _ "embed"

// What is the same in all files, compressed in advance: making it took a deflate writer
// of its own at each start. TestFixedStreams makes it (-update).
var (
	// profile is an ICC profile of sRGB: what the file's colours mean (the output
	// intent of ISO 19005). It is made, as the profiles that others made come with
	// terms of their own. Version 2 (ICC.1:2001-04), which every reader knows.
	//
	//go:embed srgb.icc.z
	profile string

	// unicodeOfFaces is the map from the cut faces' codes to Unicode (ISO 32000-1, 9.10.3).
	// The faces are symbolic: nothing else says what their codes mean.
	//
	//go:embed tounicode.z
	unicodeOfFaces string
)

// profileName is what the profile describes.
const profileName = "sRGB IEC61966-2.1"
