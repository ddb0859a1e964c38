package picture

import (
	"image"
	"math"
)

// Scaling is ours for two reasons. golang.org/x/image/draw keeps a whole
// picture of 32 bytes a pixel between its two passes (154 MB for 12 megapixels
// to 1,600 wide), this keeps a few rows; and it averages the stored numbers,
// which makes fine light patterns too dark, where this averages light. All
// numbers are whole, so that every machine gives the same bytes.

// weightBits is the precision of a weight: 1 is 1<<weightBits. A linear value
// of 16 bits times a weight stays within 31 bits.
const weightBits = 14

// tap is what makes one pixel of the result along one axis: the weights of the
// source's pixels from first on. They sum up to 1<<weightBits.
type tap struct {
	first   int
	weights []int32
}

// taps computes the weights that turn from pixels into to pixels, for to ≤
// from, with the Catmull-Rom curve widened to the ratio.
func taps(from, to int) []tap {
	ratio := float64(from) / float64(to)
	out := make([]tap, to)
	for i := range out {
		// The conversions keep compilers from fusing multiplication and
		// addition, which rounds differently on some processors.
		centre := float64((float64(i)+0.5)*ratio) - 0.5
		low := int(math.Ceil(centre - 2*ratio))
		high := int(math.Floor(centre + 2*ratio))
		first, last := max(low, 0), min(high, from-1)
		values := make([]float64, last-first+1)
		sum := 0.0
		for j := low; j <= high; j++ {
			w := catmullRom((float64(j) - centre) / ratio)
			values[min(max(j, first), last)-first] += w // the border repeats
			sum += w
		}
		out[i] = tap{first, wholeWeights(values, sum)}
	}
	return out
}

// wholeWeights turns values into whole weights and gives what rounding leaves
// to the largest one.
func wholeWeights(values []float64, sum float64) []int32 {
	weights := make([]int32, len(values))
	left, largest := int32(1<<weightBits), 0
	for i, v := range values {
		weights[i] = int32(math.Round(float64(v/sum) * (1 << weightBits)))
		left -= weights[i]
		if weights[i] > weights[largest] {
			largest = i
		}
	}
	weights[largest] += left
	return weights
}

// catmullRom is the cubic of Catmull and Rom (1974).
func catmullRom(x float64) float64 {
	x = math.Abs(x)
	switch {
	case x < 1:
		return float64(float64(float64(float64(1.5*x)-2.5)*x)*x) + 1
	case x < 2:
		return float64(float64(float64(float64(float64(-0.5*x)+2.5)*x)-4)*x) + 2
	}
	return 0
}

// scale returns the part r of src in w × h pixels. It is an *image.Gray where
// src is grey, an opaque *image.RGBA where it is opaque, else an *image.NRGBA.
func scale(src source, r image.Rectangle, w, h int) image.Image {
	n := src.channels
	across, down := taps(r.Dx(), w), taps(r.Dy(), h)
	deepest := 0
	for _, t := range down {
		deepest = max(deepest, len(t.weights))
	}
	line := make([]int32, r.Dx()*n)    // one row of the source
	kept := make([]int32, deepest*w*n) // the last rows, scaled across
	sums := make([]int64, w*n)
	dst := newCanvas(n, w, h)
	done := 0 // rows of the source
	for y, t := range down {
		for ; done < t.first+len(t.weights); done++ {
			src.row(r.Min.X, r.Max.X, r.Min.Y+done, line)
			scaleRow(kept[done%deepest*w*n:][:w*n], line, across, n)
		}
		clear(sums)
		for i, weight := range t.weights {
			row := kept[(t.first+i)%deepest*w*n:][:len(sums)]
			for j, v := range row {
				sums[j] += int64(v) * int64(weight)
			}
		}
		dst.setRow(y, sums)
	}
	return dst.image
}

// scaleRow scales one row of n values a pixel.
func scaleRow(dst, src []int32, across []tap, n int) {
	const half = 1 << (weightBits - 1)
	switch n {
	case 1:
		for x, t := range across {
			in := src[t.first:][:len(t.weights)]
			sum := int32(half)
			for i, w := range t.weights {
				sum += w * in[i]
			}
			dst[x] = sum >> weightBits
		}
	case 3:
		for x, t := range across {
			in := src[3*t.first:][:3*len(t.weights)]
			r, g, b := int32(half), int32(half), int32(half)
			for _, w := range t.weights {
				r += w * in[0]
				g += w * in[1]
				b += w * in[2]
				in = in[3:]
			}
			out := dst[3*x:][:3]
			out[0], out[1], out[2] = r>>weightBits, g>>weightBits, b>>weightBits
		}
	default:
		for x, t := range across {
			in := src[4*t.first:][:4*len(t.weights)]
			r, g, b, a := int32(half), int32(half), int32(half), int32(half)
			for _, w := range t.weights {
				r += w * in[0]
				g += w * in[1]
				b += w * in[2]
				a += w * in[3]
				in = in[4:]
			}
			out := dst[4*x:][:4]
			out[0], out[1], out[2], out[3] = r>>weightBits, g>>weightBits, b>>weightBits, a>>weightBits
		}
	}
}
