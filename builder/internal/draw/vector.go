package main

import "math"

// vec is a place, a direction or a colour (red, green, blue, as light).
type vec struct{ x, y, z float64 }

func (a vec) plus(b vec) vec           { return vec{a.x + b.x, a.y + b.y, a.z + b.z} }
func (a vec) minus(b vec) vec          { return vec{a.x - b.x, a.y - b.y, a.z - b.z} }
func (a vec) times(k float64) vec      { return vec{a.x * k, a.y * k, a.z * k} }
func (a vec) by(b vec) vec             { return vec{a.x * b.x, a.y * b.y, a.z * b.z} }
func (a vec) dot(b vec) float64        { return a.x*b.x + a.y*b.y + a.z*b.z }
func (a vec) length() float64          { return math.Sqrt(a.dot(a)) }
func (a vec) unit() vec                { return a.times(1 / a.length()) }
func (a vec) mix(b vec, t float64) vec { return a.plus(b.minus(a).times(t)) }
func (a vec) cross(b vec) vec {
	return vec{a.y*b.z - a.z*b.y, a.z*b.x - a.x*b.z, a.x*b.y - a.y*b.x}
}

// turned returns a turned around the upright axis (y) by an angle.
func (a vec) turned(sin, cos float64) vec {
	return vec{cos*a.x + sin*a.z, a.y, cos*a.z - sin*a.x}
}

// hex returns the light of a colour of the screen: 0xRRGGBB.
func hex(c uint32) vec {
	part := func(shift uint) float64 {
		v := float64(c>>shift&255) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return vec{part(16), part(8), part(0)}
}

// axes returns two directions square to n and to each other.
func axes(n vec) (vec, vec) {
	up := vec{0, 1, 0}
	if math.Abs(n.y) > 0.9 {
		up = vec{1, 0, 0}
	}
	a := up.cross(n).unit()
	return a, n.cross(a)
}
