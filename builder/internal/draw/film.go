package main

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"math"
	"runtime"
	"sync"
)

// The pictures have the proportions of a photograph, 3 : 2.
const (
	width  = 1600
	height = 1067
)

// film is a picture as light, which may be brighter than white.
type film struct {
	w, h int
	pix  []vec
}

func newFilm(w, h int) *film { return &film{w, h, make([]vec, w*h)} }

// expose asks for the light of each pixel, on all cores.
func (f *film) expose(light func(x, y int) vec) {
	var wait sync.WaitGroup
	rows := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for y := range rows {
				for x := range f.w {
					f.pix[y*f.w+x] = light(x, y)
				}
			}
		})
	}
	for y := range f.h {
		rows <- y
	}
	close(rows)
	wait.Wait()
}

// blurred returns the film out of focus, by three passes of a box.
func (f *film) blurred(radius float64) *film {
	out := f
	for range 3 {
		out = out.boxed(int(radius), true).boxed(int(radius), false)
	}
	return out
}

// boxed averages along one axis.
func (f *film) boxed(r int, across bool) *film {
	out := newFilm(f.w, f.h)
	lines, length, next, down := f.h, f.w, 1, f.w
	if !across {
		lines, length, next, down = f.w, f.h, f.w, 1
	}
	for l := range lines {
		at := func(i int) vec { return f.pix[l*down+min(max(i, 0), length-1)*next] }
		sum := vec{}
		for i := -r; i <= r; i++ {
			sum = sum.plus(at(i))
		}
		for i := range length {
			out.pix[l*down+i*next] = sum.times(1 / float64(2*r+1))
			sum = sum.plus(at(i + r + 1)).minus(at(i - r))
		}
	}
	return out
}

// glow adds what a lens spreads around bright places.
func (f *film) glow(radius, strength float64) {
	bright := newFilm(f.w, f.h)
	for i, p := range f.pix {
		bright.pix[i] = p.times(step(0.7, 1.6, max(p.x, max(p.y, p.z))))
	}
	bright = bright.blurred(radius)
	for i := range f.pix {
		f.pix[i] = f.pix[i].plus(bright.pix[i].times(strength))
	}
}

// develop turns light into a picture: darker corners, a soft shoulder for what
// is bright, and a little grain, which also hides steps in soft shades.
func (f *film) develop(exposure, vignette, grain float64) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, f.w, f.h))
	for y := range f.h {
		for x := range f.w {
			dx, dy := float64(x)/float64(f.w)*2-1, float64(y)/float64(f.h)*2-1
			p := f.pix[y*f.w+x].times(exposure * (1 - vignette*(dx*dx+dy*dy)/2))
			// Grain is shared by the three colours and a little coarser than a pixel.
			n := (seeded(x, y, 7).normal() + seeded(x/2, y/2, 8).normal()) * grain
			out := m.Pix[m.PixOffset(x, y):]
			for i, v := range [3]float64{p.x, p.y, p.z} {
				out[i] = uint8(255*clamp(screen(shoulder(v))+n) + 0.5)
			}
			out[3] = 255
		}
	}
	return m
}

// shoulder keeps the middle and bends what is bright towards white.
func shoulder(v float64) float64 {
	const knee = 0.6
	if v <= knee {
		return max(v, 0)
	}
	return knee + (1-knee)*(1-math.Exp(-(v-knee)/(1-knee)))
}

// screen returns the stored value of light (sRGB).
func screen(v float64) float64 {
	if v <= 0.0031308 {
		return 12.92 * v
	}
	return 1.055*math.Pow(v, 1/2.4) - 0.055
}

// jpegWithin encodes m with the best quality that takes at most size bytes.
func jpegWithin(m image.Image, size int) ([]byte, error) {
	for quality := 92; quality >= 60; quality -= 2 {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: quality}); err != nil {
			return nil, err
		}
		if b.Len() <= size {
			return b.Bytes(), nil
		}
	}
	return nil, fmt.Errorf("more than %d bytes even at a low quality", size)
}
