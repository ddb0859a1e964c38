package main

import "math"

// flags is bunting against the sky, on a day with something to celebrate.
func flags() *scene {
	s := &scene{
		table: plain(0x6E7A58, 0, 1), // grass, far below
		room: func(along vec) vec {
			up := clamp(along.y)
			sky := hex(0xDCE9F1).mix(hex(0x7FAACB), step(0.05, 0.75, up))
			c := clouds(along.x*2.1/(0.4+up)+7, along.z*2.1/(0.4+up)+along.y*3, 5, 111)
			return sky.mix(hex(0xFBFBF8), 0.75*step(0.45, 0.72, c)).times(1.05)
		},
		camera: camera{
			from: vec{-14, 232, 150}, to: vec{6, 283, 0},
			zoom: 2.5, lens: 2.2, focus: 158,
		},
	}
	s.sun = sun{towards: vec{0.55, 0.62, 0.56}.unit(), colour: hex(0xFFF0D8).times(1.9), size: 0.01}
	s.sun.through = func(vec, vec) float64 { return 1 }
	s.bunting(vec{-96, 318, 10}, vec{104, 300, -14}, 26, 8, 1)
	s.bunting(vec{-150, 330, -130}, vec{190, 372, -150}, 34, 11, 2)
	s.bunting(vec{-170, 392, -260}, vec{260, 330, -300}, 46, 12, 3)
	return s
}

// bunting hangs a number of flags on a cord from one place to another.
func (s *scene) bunting(from, to vec, sag float64, count, seed int) {
	colours := [...]uint32{0x1F6F78, 0xE3B23C, 0xF1EBDD, 0xC75B3E, 0x8DB4B9}
	r := seeded(seed, 1, 112)
	cord := func(t float64) vec {
		p := from.mix(to, t)
		p.y -= sag * 4 * t * (1 - t)
		return p
	}
	way := to.minus(from)
	around := -math.Atan2(way.z, way.x) * 180 / math.Pi
	for i := range count * 3 {
		a, b := cord(float64(i)/float64(count*3)), cord(float64(i+1)/float64(count*3))
		s.things = append(s.things, line(a, b, 0.28, plain(0xE9E2D2, 0, 1)))
	}
	for i := range count {
		t := (float64(i) + 0.5) / float64(count)
		top := cord(t)
		slope := math.Atan2(cord(t+0.01).y-cord(t-0.01).y, way.length()*0.02) * 180 / math.Pi
		flag := pennant(9.2, 26, r.between(0.6, 1.7), r.between(0, 6))
		shape := turned(flag, slope*0.9+r.between(-3, 3), r.between(-4, 16), around+r.between(-9, 9))
		look := cloth(colours[(i+seed)%len(colours)], top)
		s.things = append(s.things, thing{top.plus(vec{0, -13, 0}), 18, moved(shape, top), look})
	}
}

// cloth returns the look of woven cotton.
func cloth(colour uint32, where vec) func(p vec) surface {
	c := hex(colour)
	return func(p vec) surface {
		q := p.minus(where)
		weave := 0.94 + 0.12*noise(q.x*6, q.y*6, 113)
		hem := 1 - 0.14*step(-1.9, -1.6, q.y)
		return surface{c.times(weave * hem), 0.005, 1}
	}
}

// pennant returns a flag with its point down, that hangs from its middle and
// waves more towards its point.
func pennant(half, long, wave, phase float64) shape {
	side := 1 / math.Sqrt(1+half*half/(long*long))
	return func(p vec) float64 {
		t := clamp(-p.y / long)
		p.z += wave * (0.3 + t) * math.Sin(p.x*0.24+p.y*0.13+phase)
		edge := max((math.Abs(p.x)-half*(1+p.y/long))*side, p.y)
		return max(edge, math.Abs(p.z)-0.09) * 0.8
	}
}

// line returns a cord between two places.
func line(a, b vec, thick float64, look func(p vec) surface) thing {
	way := b.minus(a)
	square := way.dot(way)
	shape := func(p vec) float64 {
		q := p.minus(a)
		return q.minus(way.times(clamp(q.dot(way)/square))).length() - thick
	}
	return thing{a.mix(b, 0.5), way.length()/2 + thick, shape, look}
}
