package picture

// Widths returns the widths, in pixels and from small to large, in which a
// picture of width w is published besides its own, for srcset.
//
// A column of text is about 720 CSS pixels wide and a phone 360 to 430. So 480
// serves small phones and previews, 800 phones of two pixels a point and plain
// screens, 1200 phones of three and 1600 sharp screens; more can't be seen. A
// step below w that spares less than a third of the pixels is left out, for it
// costs more in files than it spares a reader.
func Widths(w int) []int {
	var widths []int
	for _, step := range [...]int{480, 800, 1200, 1600} {
		if step*5 <= w*4 { // 0.8² = 0.64
			widths = append(widths, step)
		}
	}
	return widths
}
