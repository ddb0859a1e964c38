package main

import "math"

// random is a small generator with a state of its own for each pixel, so that
// the result doesn't depend on the order in which pixels are drawn.
type random uint64

// seeded starts a generator for a place.
func seeded(x, y, n int) *random {
	r := random(uint64(x)*0x9E3779B97F4A7C15 ^ uint64(y)*0xC2B2AE3D27D4EB4F ^ uint64(n)*0x165667B19E3779F9)
	r.next()
	return &r
}

// next returns a number from 0 up to 1 (splitmix64).
func (r *random) next() float64 {
	*r += 0x9E3779B97F4A7C15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return float64((z^z>>31)>>11) / (1 << 53)
}

// between returns a number from low to high.
func (r *random) between(low, high float64) float64 { return low + (high-low)*r.next() }

// normal returns a number around 0 that is seldom far from it.
func (r *random) normal() float64 {
	return r.next() + r.next() + r.next() + r.next() - 2
}

// at returns the noise of a whole place, from 0 to 1.
func at(x, y, z int) float64 { return seeded(x, y, z).next() }

// noise returns soft noise from 0 to 1 that changes over a distance of about 1.
func noise(x, y float64, layer int) float64 {
	fx, fy := math.Floor(x), math.Floor(y)
	ix, iy := int(fx), int(fy)
	u, v := soft(x-fx), soft(y-fy)
	return mix(
		mix(at(ix, iy, layer), at(ix+1, iy, layer), u),
		mix(at(ix, iy+1, layer), at(ix+1, iy+1, layer), u), v)
}

// clouds returns noise with detail of ever smaller size, from 0 to 1.
func clouds(x, y float64, octaves, layer int) float64 {
	sum, weight, part := 0.0, 0.0, 1.0
	for i := range octaves {
		sum += part * noise(x, y, layer+i*131)
		weight += part
		part *= 0.5
		x, y = 2.03*x+17.3, 2.03*y-9.1
	}
	return sum / weight
}

func soft(t float64) float64 { return t * t * (3 - 2*t) }

func mix(a, b, t float64) float64 { return a + (b-a)*t }

func clamp(v float64) float64 { return min(1, max(0, v)) }

// step rises softly from 0 at low to 1 at high.
func step(low, high, v float64) float64 { return soft(clamp((v - low) / (high - low))) }

// foliage returns 1 in the shadow of leaves and 0 between them. Leaves are about
// as long as 1, and hang in clumps.
func foliage(x, y float64, layer int) float64 {
	shade := 0.0
	for dx := -1; dx <= 1; dx++ {
		for dy := -1; dy <= 1; dy++ {
			cx, cy := math.Floor(x)+float64(dx), math.Floor(y)+float64(dy)
			r := seeded(int(cx), int(cy), layer)
			clump := noise(cx*0.21, cy*0.21, layer+1)
			for range 3 {
				px, py := x-cx-r.next(), y-cy-r.next()
				sin, cos := math.Sincos(r.between(-0.9, 1.5))
				u, v := (px*cos+py*sin)/0.62, (py*cos-px*sin)/0.2
				grown := r.next() < 2.4*clump-1.02
				if grown {
					shade = max(shade, step(1.02, 0.92, u*u+math.Abs(v)/(1.001-min(u*u, 1))))
				}
			}
		}
	}
	return shade
}
