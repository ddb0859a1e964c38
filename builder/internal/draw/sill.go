package main

import "math"

// sill is a sideboard against a wall on which the sun draws a window.
func sill() *scene {
	s := &scene{
		table: wood(0x7A5636, 0xC09567, 40),
		wall:  plaster(0xCBC3B4),
		wallZ: -16,
		room:  func(vec) vec { return hex(0xB4C0CC).times(0.17) },
		camera: camera{
			from: vec{-1, 21, 90}, to: vec{-1, 14.5, -16},
			zoom: 2.75, lens: 0.8, focus: 97,
		},
		window: window{middle: vec{-120, 60, 40}, a: vec{0, 45, 0}, b: vec{0, 0, 40}, colour: hex(0xD2E0EE).times(4.2)},
	}
	s.sun = sun{towards: vec{-0.66, 0.34, 0.55}.unit(), colour: hex(0xFFD7A2).times(2.5), size: 0.007}
	s.sun.through = func(p, along vec) float64 { // six panes, and a tree before them
		q := p.plus(along.times((-110 - p.x) / along.x))
		across, up := q.z-math.Floor((q.z-54)/22)*22-54, q.y-math.Floor((q.y-62)/26)*26-62
		if q.z < 54 || q.z > 121.6 || q.y < 36 || q.y > 140 || across < 1.6 || up < 1.6 {
			return 0
		}
		return 1 - 0.9*foliage(q.z*0.19, q.y*0.19, 71)
	}
	clay := func(p vec) surface {
		t := clouds(p.x*1.4, p.y*3, 3, 72)
		return surface{hex(0xD8CFC0).times(0.86 + 0.28*t), 0.015, 0.9}
	}
	vase := without(
		join(moved(ball(vec{5.6, 6.4, 5.6}), vec{0, -1.5, 0}), moved(cone(2.2, 1.9, 3.6, 0.3), vec{0, 5.6, 0}), 2.6),
		moved(cone(1.5, 1.5, 4, 0.1), vec{0, 7, 0}))
	s.things = append(s.things, place(vase, vec{7, 7.4, -2}, 10.4, clay))
	stalk := plain(0x9C7A48, 0.01, 0.9)
	r := seeded(7, 7, 73)
	for range 13 {
		around, lean, long := r.between(0, 360), r.between(2, 24), r.between(9, 14)
		sin, cos := math.Sincos(lean * math.Pi / 180)
		as, ac := math.Sincos(around * math.Pi / 180)
		ahead := vec{0, cos, sin}.turned(as, ac)
		foot := vec{7, 15, -2}
		s.things = append(s.things,
			place(turned(cone(0.13, 0.08, long/2, 0.02), 0, lean, around), foot.plus(ahead.times(long/2)), long/2+0.3, stalk),
			place(turned(ball(vec{0.55, 2.6, 0.55}), 0, lean, around), foot.plus(ahead.times(long+1.8)), 2.7, plain(0xC7A36A, 0, 1)))
	}
	s.things = append(s.things, book(vec{-13, 0, -3}, vec{8.6, 1.2, 6}, 4, plain(0x1F6F78, 0.03, 0.7))...)
	s.things = append(s.things, book(vec{-12.4, 2.4, -3}, vec{7.8, 0.9, 5.6}, -3, plain(0xB5603F, 0.02, 0.8))...)
	return s
}
