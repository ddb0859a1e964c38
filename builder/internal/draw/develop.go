package main

import "math"

// guide tells what a pixel shows, apart from its light: the mean over its paths.
type guide struct {
	colour, normal, place mean
}

// mean is a mean that knows how sure it is.
type mean struct {
	sum    vec
	square float64 // the squared length of what was added, summed; later the variance of the mean
}

func (m *mean) add(v vec) {
	m.sum = m.sum.plus(v)
	m.square += v.dot(v)
}

func (m *mean) finish(count float64) {
	m.sum = m.sum.times(1 / count)
	m.square = max(0, m.square/count-m.sum.dot(m.sum)) / count
}

// apart returns how different two means are, where usual is the square of a
// difference that counts. What chance explains doesn't count: at a border out of
// focus the paths of a pixel end in different places.
func (m *mean) apart(n *mean, usual float64) float64 {
	d := m.sum.minus(n.sum)
	return d.dot(d) / (usual + 6*(m.square+n.square))
}

// photograph follows paths for each pixel and smooths what is left of noise.
func (s *scene) photograph(w, h, paths int) *film {
	c := s.camera
	ahead := c.to.minus(c.from).unit()
	right := ahead.cross(vec{0, 1, 0}).unit()
	up := right.cross(ahead)
	all := spread(paths)
	f := newFilm(w, h)
	guides := make([]guide, w*h)
	f.expose(func(x, y int) vec {
		var sum vec
		g := &guides[y*w+x]
		for i := range paths {
			r := &numbers{path: all[i], shift: seeded(x, y, 2)}
			px := (float64(x)+r.next())/float64(w)*2 - 1
			py := (1 - (float64(y)+r.next())/float64(h)*2) * float64(h) / float64(w)
			to := ahead.times(c.zoom).plus(right.times(px)).plus(up.times(py))
			point := c.from.plus(to.times(c.focus / c.zoom))
			turn, out := 2*math.Pi*r.next(), c.lens*math.Sqrt(r.next())
			from := c.from.plus(right.times(out * math.Cos(turn))).plus(up.times(out * math.Sin(turn)))
			light, first := s.follow(from, point.minus(from).unit(), r)
			if bright := max(light.x, light.y, light.z); bright > 6 {
				light = light.times(6 / bright) // a lucky path must not leave a spot
			}
			sum = sum.plus(light)
			g.colour.add(first.colour)
			g.normal.add(first.normal)
			g.place.add(first.place)
		}
		count := float64(paths)
		g.colour.finish(count)
		g.normal.finish(count)
		g.place.finish(count)
		return sum.times(1 / count)
	})
	return f.smooth(guides)
}

// smooth averages light over neighbours that are alike: of one colour, facing
// one way, near each other, and as bright. Colour itself is taken out first and
// put back, so that the grain of wood stays.
func (f *film) smooth(guides []guide) *film {
	tint := func(i int) vec { return guides[i].colour.sum.plus(vec{0.02, 0.02, 0.02}) }
	now := newFilm(f.w, f.h)
	for i, p := range f.pix {
		c := tint(i)
		now.pix[i] = vec{p.x / c.x, p.y / c.y, p.z / c.z}
	}
	// How bright a pixel is, is asked of its surroundings: by itself it is noise.
	bright := now.averaged(guides, nil, 1)
	for pass := range 4 {
		now = now.averaged(guides, bright, 1<<pass)
		bright = now
	}
	for i := range now.pix {
		now.pix[i] = now.pix[i].by(tint(i))
	}
	return now
}

// averaged returns the mean of each pixel and those around it, reach apart, that
// are alike by their guides and, where given, by how bright they are.
func (f *film) averaged(guides []guide, bright *film, reach int) *film {
	kernel := [5]float64{1. / 16, 4. / 16, 6. / 16, 4. / 16, 1. / 16}
	out := newFilm(f.w, f.h)
	out.expose(func(x, y int) vec {
		i := y*f.w + x
		g := &guides[i]
		var sum vec
		weights := 0.0
		for dy := -2; dy <= 2; dy++ {
			for dx := -2; dx <= 2; dx++ {
				qx, qy := x+dx*reach, y+dy*reach
				if qx < 0 || qy < 0 || qx >= f.w || qy >= f.h {
					continue
				}
				j := qy*f.w + qx
				n := &guides[j]
				apart := g.normal.apart(&n.normal, 0.03) + g.colour.apart(&n.colour, 0.01) +
					g.place.apart(&n.place, float64(4*reach*reach))
				if bright != nil {
					light := bright.pix[i].minus(bright.pix[j])
					usual := 0.12 + bright.pix[i].length()
					apart += light.dot(light) / (usual * usual * 0.05)
				}
				k := kernel[dx+2] * kernel[dy+2] * math.Exp(-apart)
				sum = sum.plus(f.pix[j].times(k))
				weights += k
			}
		}
		return sum.times(1 / weights)
	})
	return out
}
