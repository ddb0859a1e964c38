package main

import "math"

// coffee is coffee for two, seen from above, in the light of a window with
// leaves before it.
func coffee() *scene {
	s := &scene{
		table: wood(0x5E4029, 0x9C7148, 16),
		room:  func(vec) vec { return hex(0xB8C2CC).times(0.20) },
		camera: camera{
			from: vec{0, 66, 26}, to: vec{0, 0, 1.5},
			zoom: 2.55, lens: 0.9, focus: 67,
		},
		window: window{middle: vec{-90, 80, -60}, a: vec{0, 45, 0}, b: vec{40, 0, 40}, colour: hex(0xD2E0EE).times(5)},
	}
	s.sun = sun{towards: vec{-0.62, 0.66, -0.42}.unit(), colour: hex(0xFFE2B8).times(2.7), size: 0.006}
	s.sun.through = func(p, along vec) float64 { // leaves of a tree outside, 90 centimetres up
		q := p.plus(along.times((90 - p.y) / along.y))
		return 1 - 0.97*foliage(q.x*0.15+2.3, q.z*0.15, 51)
	}
	white, dark := plain(0xECE7DD, 0.05, 0.15), plain(0x24120A, 0.04, 0.04)
	latte := func(p vec) surface { // milk that was stirred once
		q := p.minus(vec{-11.5, p.y, -3})
		sin, cos := math.Sincos(1.1 * q.length())
		q = q.turned(sin, cos)
		t := step(0.40, 0.62, noise(q.x*0.55+3, q.z*0.55, 61)) * step(3.7, 2.6, q.length())
		return surface{hex(0x9A6238).mix(hex(0xE9CFA8), t), 0.03, 0.2}
	}
	s.things = append(s.things, mug(vec{-11.5, 0, -3}, 200, plain(0x1F6F78, 0.05, 0.2), latte)...)
	s.things = append(s.things, mug(vec{11, 0, -6.5}, -60, white, dark)...)
	plate := without(cone(5.8, 8.4, 0.7, 0.3), moved(cone(5.2, 8, 0.7, 0.3), vec{0, 0.5, 0}))
	s.things = append(s.things, place(plate, vec{4.5, 0.7, 9.5}, 8.8, plain(0xE4DED2, 0.05, 0.2)))
	for i, where := range []vec{{2.6, 1.5, 10.2}, {6.6, 1.7, 9.0}} {
		sin, cos := math.Sincos(0.5 + float64(i))
		disc := cone(3.5, 3.5, 0.42, 0.25)
		wafer := func(p vec) float64 {
			if i == 1 { // lies half on the other one
				p.y -= 0.12 * p.x
			}
			return (disc(p) + 0.13*hollow(p.turned(sin, cos))) * 0.8
		}
		baked := func(p vec) surface {
			q := p.minus(where)
			t := 0.75*hollow(q.turned(sin, cos)) + 0.5*(clouds(p.x, p.z, 3, 62)-0.5)
			return surface{hex(0xD39A55).mix(hex(0x85501F), clamp(t)), 0.03, 0.5}
		}
		s.things = append(s.things, place(wafer, where, 3.9, baked))
	}
	return s
}

// hollow returns where a waffle is pressed in: 1 in the middle of its squares.
func hollow(p vec) float64 {
	u, v := math.Abs(math.Sin(p.x*3.1)), math.Abs(math.Sin(p.z*3.1))
	return step(0.25, 0.6, u) * step(0.25, 0.6, v)
}
