package workbook

import "fmt"

type rgb [3]float64

// The colours of a scale: its low end, its middle and its high end. They can
// be told apart without telling red from green.
var (
	low    = rgb{0xB3, 0x58, 0x06}
	middle = rgb{0xE6, 0xE6, 0xE6}
	high   = rgb{0x1F, 0x5F, 0x9E}
)

// colour is that of the i-th of a scale's points, from 0.
func colour(i, of int) rgb {
	at := 0.0 // from -1 to 1
	if of > 1 {
		at = 2*float64(i)/float64(of-1) - 1
	}
	end := high
	if at < 0 {
		end, at = low, -at
	}
	if of%2 == 0 { // no point has the grey of the middle
		at = 0.2 + 0.8*at
	}
	var c rgb
	for k := range c {
		c[k] = middle[k] + at*(end[k]-middle[k])
	}
	return c
}

// hex is a colour as the file names it.
func (c rgb) hex() string { return fmt.Sprintf("%02X%02X%02X", int(c[0]), int(c[1]), int(c[2])) }

// ink is what letters on the colour are drawn in.
func (c rgb) ink() string {
	if 0.3*c[0]+0.59*c[1]+0.11*c[2] < 140 {
		return "FFFFFF"
	}
	return "262626"
}
