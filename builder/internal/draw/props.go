package main

import "math"

// wood returns the look of planks that lie along x, between two colours.
func wood(dark, light uint32, plank float64) func(p vec) surface {
	d, l := hex(dark), hex(light)
	return func(p vec) surface {
		board := math.Floor(p.z / plank)
		own := at(int(board), 3, 5)
		x, z := p.x+own*300, p.z+own*80
		flow := z + 4*clouds(x*0.010, z*0.07, 3, 11)
		rings := clouds(x*0.008, flow*1.3, 3, 12)
		fine := clouds(x*0.16, z*6, 3, 13)
		pores := step(0.60, 0.78, clouds(x*0.30, z*15, 2, 14))
		t := 0.5 + 1.3*(rings-0.5) + 0.5*(fine-0.5) + 0.35*(own-0.5)
		edge := math.Abs(p.z-(board+0.5)*plank) / plank * 2
		joint := 1 - 0.65*step(1-0.35/plank, 1, edge)
		return surface{d.mix(l, clamp(t)).times(joint * (1 - 0.25*pores)), 0.035, 0.55 + 0.2*fine}
	}
}

// plaster returns the look of a painted wall.
func plaster(colour uint32) func(p vec) surface {
	c := hex(colour)
	return func(p vec) surface {
		t := clouds(p.x*0.05, p.y*0.05, 4, 21) - 0.5
		return surface{c.times(1 + 0.08*t), 0, 1}
	}
}

// mug returns a mug of 9 centimetres high with something to drink.
func mug(where vec, around float64, glaze, drink func(vec) surface) []thing {
	where.y += 4.6
	body := join(cone(3.6, 4.1, 4.6, 0.5), moved(standing(2.3, 0.5, 1.2), vec{4.4, 0, 0}), 0.5)
	cup := without(body, moved(cone(3.35, 3.85, 4.6, 0.4), vec{0, 0.7, 0}))
	rim := moved(ring(3.93, 0.16), vec{0, 4.5, 0})
	return []thing{
		place(turned(join(cup, rim, 0.15), 0, 0, around), where, 8.4, glaze),
		place(cone(3.7, 3.7, 0.3, 0.05), where.plus(vec{0, 3, 0}), 3.8, drink),
	}
}

// book returns a closed book: half its size, and its cover.
func book(where, half vec, around float64, cover func(vec) surface) []thing {
	where.y += half.y
	reach := half.length()
	sin, cos := math.Sincos(around * math.Pi / 180)
	paper := hex(0xEFE6D2)
	pages := func(p vec) surface {
		q := p.minus(where)
		return surface{paper.times(0.82 + 0.25*noise(q.y*28, 0.5, 31)), 0, 1}
	}
	board := 0.16
	block := vec{half.x - 0.35, half.y - board, half.z - 0.3}
	lid := box(vec{half.x, board / 2, half.z}, board/2.2)
	spine := moved(box(vec{board, half.y, half.z}, board/1.2), vec{-half.x + board, 0, 0})
	outside := join(join(moved(lid, vec{0, half.y - board/2, 0}), moved(lid, vec{0, board/2 - half.y, 0}), 0.05), spine, 0.1)
	round := func(s shape) shape { return func(p vec) float64 { return s(p.turned(-sin, cos)) } }
	return []thing{
		place(round(box(block, 0.05)), where, reach, pages),
		place(round(outside), where, reach, cover),
	}
}

// pencil returns a pencil that lies on something.
func pencil(where vec, around float64, paint func(vec) surface) []thing {
	where.y += 0.38
	lying := func(s shape) shape { return turned(s, 90, 0, around) }
	sin, cos := math.Sincos(around * math.Pi / 180)
	point := where.plus(vec{-9.3, 0, 0}.turned(sin, cos))
	end := where.plus(vec{9.1, 0, 0}.turned(sin, cos))
	tip := func(p vec) surface {
		if p.minus(where).length() > 9.75 {
			return surface{hex(0x2B2B2E), 0.04, 0.5}
		}
		return surface{hex(0xD9B48A), 0.02, 0.8}
	}
	return []thing{
		place(lying(cone(0.36, 0.36, 8.5, 0.04)), where, 8.6, paint),
		place(lying(cone(0.36, 0.05, 0.85, 0.02)), point, 1, tip),
		place(lying(cone(0.37, 0.37, 0.6, 0.05)), end, 0.8, plain(0xB9B4AC, 0.4, 0.3)),
	}
}

// plant returns a plant in a pot. Leaves stand around the stem as they grow:
// each a golden angle further.
func plant(where vec, leaves int, size float64, pot, leaf func(vec) surface) []thing {
	tub := without(cone(4.2, 5.4, 5, 0.4), moved(cone(4.2, 5, 5, 0.3), vec{0, 1, 0}))
	soil := plain(0x3A2A20, 0, 1)
	things := []thing{
		place(tub, where.plus(vec{0, 5, 0}), 7.5, pot),
		place(cone(4.9, 4.9, 0.4, 0.1), where.plus(vec{0, 8.6, 0}), 5, soil),
	}
	r := seeded(leaves, int(size*10), 41)
	for i := range leaves {
		t := float64(i) / float64(leaves)
		long := size * (1 - 0.35*t) * r.between(0.85, 1.15)
		blade := ball(vec{0.42 * long, long, 0.05 * long})
		bent := func(p vec) float64 { // leaves hang a little at their end
			p.z += 0.07 * (p.y + long) * (p.y + long) / long
			return blade(p) * 0.8
		}
		around := float64(i)*137.5 + r.between(-14, 14)
		lean := mix(72, 12, math.Sqrt(t)) + r.between(-8, 8)
		root := where.plus(vec{0, 9 + 1.5*size*t, 0})
		sin, cos := math.Sincos(lean * math.Pi / 180)
		as, ac := math.Sincos(around * math.Pi / 180)
		middle := root.plus(vec{0, cos * long, sin * long}.turned(as, ac))
		things = append(things, place(turned(bent, r.between(-8, 8), lean, around), middle, 1.12*long, leaf))
	}
	return things
}
