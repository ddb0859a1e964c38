package main

import "math"

// desk is a desk by the window, early in the morning.
func desk() *scene {
	s := &scene{
		table: wood(0x6E4A2E, 0xB98D61, 22),
		wall:  plaster(0xC9C6BE),
		wallZ: -52,
		room:  func(vec) vec { return hex(0xA9B8C6).times(0.16) },
		camera: camera{
			from: vec{10, 25, 60}, to: vec{1.6, 8.8, -4},
			zoom: 2.6, lens: 1.15, focus: 60,
		},
		window: window{middle: vec{-110, 70, 10}, a: vec{0, 45, 0}, b: vec{0, 0, 50}, colour: hex(0xCFE0F2).times(4.5)},
	}
	s.sun = sun{towards: vec{-0.80, 0.42, 0.30}.unit(), colour: hex(0xFFD9A0).times(2.3), size: 0.009}
	s.sun.through = func(p, along vec) float64 { // a window of six panes
		t := (-110 - p.x) / along.x
		q := p.plus(along.times(t))
		y, z := math.Mod(q.y+1000, 36), math.Mod(q.z+1000, 30)
		if q.y < 22 || q.y > 130 || q.z < -60 || q.z > 96 || y < 4 || z < 4 {
			return 0
		}
		return 1
	}
	teal := plain(0x1F6F78, 0.03, 0.7)
	s.things = append(s.things, book(vec{-9.5, 0, -4}, vec{8.5, 1.3, 11.5}, 14, plain(0xC9694A, 0.02, 0.8))...)
	s.things = append(s.things, book(vec{-9, 2.6, -4.4}, vec{7.4, 0.9, 10.4}, 24, teal)...)
	s.things = append(s.things, pencil(vec{-8, 4.4, -2}, 52, plain(0xE3B23C, 0.05, 0.3))...)
	s.things = append(s.things, mug(vec{10.5, 0, 2}, -32, plain(0xEFEBE3, 0.05, 0.15), plain(0x2A160C, 0.04, 0.05))...)
	s.things = append(s.things, plant(vec{16, 0, -27}, 21, 4.6, plain(0xB96A48, 0.01, 0.9), plain(0x4E7F4A, 0.04, 0.45))...)
	return s
}
