package main

import "math"

// A shape tells how far a place is from it: below 0 is inside. Shapes are built
// around their own middle, with y up; lengths are in centimetres.
type shape func(p vec) float64

// hypot is faster than that of math, which guards against numbers that are not
// met here.
func hypot(a, b float64) float64 { return math.Sqrt(a*a + b*b) }

// box returns a box with these half sizes and rounded edges.
func box(half vec, round float64) shape {
	half = half.minus(vec{round, round, round})
	return func(p vec) float64 {
		q := vec{math.Abs(p.x) - half.x, math.Abs(p.y) - half.y, math.Abs(p.z) - half.z}
		out := vec{max(q.x, 0), max(q.y, 0), max(q.z, 0)}.length()
		return out + min(max(q.x, max(q.y, q.z)), 0) - round
	}
}

// cone returns an upright cone: radius low at the bottom and high at the top.
func cone(low, high, half, round float64) shape {
	slope := (high - low) / (2 * half)
	lean := 1 / math.Sqrt(1+slope*slope)
	// Side and top don't meet at right angles, so that the distance to their
	// edge may be less than that of Pythagoras, by no more than this.
	edge := 1 / math.Sqrt(1+math.Abs(slope)*lean)
	return func(p vec) float64 {
		r := hypot(p.x, p.z)
		side := (r - (low + slope*(p.y+half)) + round) * lean
		top := math.Abs(p.y) - half + round
		if side > 0 && top > 0 {
			return max(side, max(top, hypot(side, top)*edge)) - round
		}
		return max(side, top) - round
	}
}

// ball returns a ball that is stretched along its axes.
func ball(half vec) shape {
	least := min(half.x, min(half.y, half.z))
	return func(p vec) float64 {
		q := vec{p.x / half.x, p.y / half.y, p.z / half.z}
		k := q.length()
		g := vec{q.x / half.x, q.y / half.y, q.z / half.z}.length()
		if g < 1e-9 {
			return -least
		}
		return k * (k - 1) / g
	}
}

// ring returns a lying ring.
func ring(radius, thick float64) shape {
	return func(p vec) float64 { return hypot(hypot(p.x, p.z)-radius, p.y) - thick }
}

// standing returns a ring that stands, its hole along z.
func standing(radius, thick, tall float64) shape {
	return func(p vec) float64 { return hypot(hypot(p.x, p.y/tall)-radius, p.z) - thick }
}

// join returns both shapes, with a soft seam.
func join(a, b shape, seam float64) shape {
	return func(p vec) float64 {
		d, e := a(p), b(p)
		h := max(seam-math.Abs(d-e), 0) / seam
		return min(d, e) - h*h*seam/4
	}
}

// without returns a with b cut out.
func without(a, b shape) shape {
	return func(p vec) float64 { return max(a(p), -b(p)) }
}

// moved returns the shape elsewhere.
func moved(s shape, by vec) shape {
	return func(p vec) float64 { return s(p.minus(by)) }
}

// turned returns the shape turned: first tipped sideways (about z), then
// forward (about x), then around (about y), in degrees.
func turned(s shape, tip, nod, around float64) shape {
	sin := func(d float64) (float64, float64) { return math.Sincos(d * math.Pi / 180) }
	ts, tc := sin(tip)
	ns, nc := sin(nod)
	as, ac := sin(around)
	return func(p vec) float64 {
		p = p.turned(-as, ac)
		p = vec{p.x, nc*p.y + ns*p.z, nc*p.z - ns*p.y}
		p = vec{tc*p.x + ts*p.y, tc*p.y - ts*p.x, p.z}
		return s(p)
	}
}

// surface is what a place looks like.
type surface struct {
	colour vec
	shine  float64 // how much it mirrors, seen from above: 0.04 for lacquer
	rough  float64 // 0 mirrors sharply, 1 not at all
}

// thing is a shape in a scene, within a ball around it.
type thing struct {
	middle vec
	reach  float64
	shape  shape
	look   func(p vec) surface
}

// place puts a shape somewhere; reach is how far it extends from there.
func place(s shape, where vec, reach float64, look func(p vec) surface) thing {
	return thing{where, reach, moved(s, where), look}
}

// plain is a look of one colour.
func plain(colour uint32, shine, rough float64) func(vec) surface {
	s := surface{hex(colour), shine, rough}
	return func(vec) surface { return s }
}

// hit walks along a ray to the shape; it returns the distance, or 0.
func (t *thing) hit(from, along vec, most float64) float64 {
	to := t.middle.minus(from)
	ahead := to.dot(along)
	aside := t.reach*t.reach - to.dot(to) + ahead*ahead // of half the way through the ball, squared
	if aside <= 0 {
		return 0
	}
	half := math.Sqrt(aside)
	far := min(ahead+half, most)
	for at := max(ahead-half, 0); at < far; {
		d := t.shape(from.plus(along.times(at)))
		if d < 2e-3 {
			return at
		}
		at += d
	}
	return 0
}

// normal returns the direction that the surface faces.
func (t *thing) normal(p vec) vec {
	const e = 1e-3
	d := t.shape
	return vec{
		d(vec{p.x + e, p.y, p.z}) - d(vec{p.x - e, p.y, p.z}),
		d(vec{p.x, p.y + e, p.z}) - d(vec{p.x, p.y - e, p.z}),
		d(vec{p.x, p.y, p.z + e}) - d(vec{p.x, p.y, p.z - e}),
	}.unit()
}
