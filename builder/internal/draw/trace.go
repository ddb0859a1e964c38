package main

import "math"

// Light is followed backwards: from the lens to what it sees, and from there to
// the sun, to the window and on to what lights it in turn.

// scene is a table and a wall with things, near a window.
type scene struct {
	things []thing
	table  func(p vec) surface // at y = 0
	wall   func(p vec) surface // at z = wallZ, facing the camera
	wallZ  float64
	sun    sun
	window window
	room   func(along vec) vec // light from elsewhere
	camera camera
}

// sun is light from one direction, through whatever stands in its way outside.
type sun struct {
	towards vec // unit
	colour  vec
	size    float64                    // of its disc: what makes shadows soft
	through func(p, along vec) float64 // how much gets through to p, against along
}

// window is a rectangle that gives light: its middle and its two half sides.
type window struct {
	middle, a, b vec
	colour       vec
}

type camera struct {
	from, to vec
	zoom     float64 // focal length over half the width of the film
	lens     float64 // radius: what makes the rest unsharp
	focus    float64 // distance
}

// numbers are the random numbers of one path. They are spread evenly over all
// paths of a pixel, and shifted for each pixel.
type numbers struct {
	path  []float64
	shift *random
	used  int
}

const perPath = 32 // how many numbers of a path are spread evenly

func (n *numbers) next() float64 {
	v := n.shift.next()
	if n.used < perPath {
		v += n.path[n.used]
		n.used++
	}
	return v - math.Floor(v)
}

// spread returns the numbers of count paths, by Halton's sequences.
func spread(count int) [][]float64 {
	primes := [perPath]int{2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113, 127, 131}
	all := make([][]float64, count)
	for i := range all {
		all[i] = make([]float64, perPath)
		for d, p := range primes {
			part := 1.0
			for n := i + 1; n > 0; n /= p {
				part /= float64(p)
				all[i][d] += part * float64(n%p)
			}
		}
	}
	return all
}

// hit is where a ray meets the scene.
type hit struct {
	distance float64
	place    vec
	normal   vec
	surface
	bright vec // light of its own
}

// meet returns the first thing that a ray meets; a distance of 0 is none.
func (s *scene) meet(from, along vec) (h hit) {
	h.distance = math.Inf(1)
	var found *thing
	if d := -from.y / along.y; d > 1e-4 {
		h.distance = d
	}
	wall := false
	if d := (s.wallZ - from.z) / along.z; s.wall != nil && d > 1e-4 && d < h.distance && along.z < 0 {
		h.distance, wall = d, true
	}
	for i := range s.things {
		if d := s.things[i].hit(from, along, h.distance); d > 0 {
			h.distance, found = d, &s.things[i]
		}
	}
	if math.IsInf(h.distance, 1) {
		return hit{bright: s.room(along)}
	}
	h.place = from.plus(along.times(h.distance))
	switch {
	case found != nil:
		h.normal, h.surface = found.normal(h.place), found.look(h.place)
	case wall:
		h.normal, h.surface = vec{0, 0, 1}, s.wall(h.place)
	default:
		h.normal, h.surface = vec{0, 1, 0}, s.table(h.place)
	}
	return h
}

// free tells whether light gets through from a place, over a distance.
func (s *scene) free(from, along vec, distance float64) bool {
	for i := range s.things {
		if s.things[i].hit(from, along, distance) > 0 {
			return false
		}
	}
	return true
}

// direct returns the light that comes straight from sun and window to a matt
// place that faces n.
func (s *scene) direct(p, n vec, r *numbers) vec {
	var light vec
	a, b := axes(s.sun.towards)
	turn, out := 2*math.Pi*r.next(), s.sun.size*math.Sqrt(r.next())
	along := s.sun.towards.plus(a.times(out * math.Cos(turn))).plus(b.times(out * math.Sin(turn))).unit()
	if cos := along.dot(n); cos > 0 {
		if through := s.sun.through(p, along); through > 0 && s.free(p, along, 1e4) {
			light = light.plus(s.sun.colour.times(cos * through))
		}
	}
	if s.window.colour == (vec{}) {
		return light
	}
	to := s.window.middle.plus(s.window.a.times(2*r.next() - 1)).plus(s.window.b.times(2*r.next() - 1)).minus(p)
	distance := to.length()
	along = to.times(1 / distance)
	area := s.window.a.cross(s.window.b).times(4)
	if cos, face := along.dot(n), math.Abs(along.dot(area)); cos > 0 && s.free(p, along, distance) {
		light = light.plus(s.window.colour.times(cos * face / (distance * distance * math.Pi)))
	}
	return light
}

// follow returns the light that comes along a ray, and what it meets first.
func (s *scene) follow(from, along vec, r *numbers) (light vec, first hit) {
	share := vec{1, 1, 1}
	for depth := range 4 {
		h := s.meet(from, along)
		if depth == 0 {
			first = h
		}
		if h.distance == 0 {
			return light.plus(share.by(h.bright)), first
		}
		n := h.normal
		if n.dot(along) > 0 {
			n = n.times(-1)
		}
		p := h.place.plus(n.times(5e-3))
		a, b := axes(n)
		turn := 2 * math.Pi * r.next()
		sin, cos := math.Sincos(turn)
		mirrored := h.shine + (1-h.shine)*math.Pow(1+along.dot(n), 5)*(1-0.7*h.rough)
		if r.next() < mirrored {
			out := along.minus(n.times(2 * along.dot(n)))
			spread := h.rough * h.rough * math.Sqrt(r.next())
			along = out.plus(a.times(spread * cos)).plus(b.times(spread * sin)).unit()
			if along.dot(n) <= 0 {
				return light, first
			}
		} else {
			light = light.plus(share.by(h.colour).by(s.direct(p, n, r)))
			share = share.by(h.colour)
			u := r.next()
			k := math.Sqrt(u)
			along = a.times(k * cos).plus(b.times(k * sin)).plus(n.times(math.Sqrt(1 - u))).unit()
		}
		from = p
	}
	return light, first
}
