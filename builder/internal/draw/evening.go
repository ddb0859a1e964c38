package main

import "math"

// evening is a town after dark, so far out of focus that only its lights are
// left, and what a wet street makes of them.
func evening() *film {
	f := newFilm(width, height)
	w, h := float64(width), float64(height)
	const horizon = 0.56
	f.expose(func(x, y int) vec {
		u, v := float64(x)/w, float64(y)/h
		sky := hex(0x0E1A30).mix(hex(0x35405A), step(0, horizon, v))
		sky = sky.mix(hex(0x4A3A3E), 0.5*step(horizon-0.3, horizon, v)*step(0.65, 0, math.Abs(u-0.52)))
		street := hex(0x20242E).mix(hex(0x0B0D13), step(horizon, 1, v))
		p := sky.mix(street, step(horizon-0.03, horizon+0.05, v))
		// Houses on both sides, lower towards the end of the street.
		far := math.Abs(u - 0.52)
		roof := horizon - 0.06 - 0.62*far + 0.05*noise(u*9, 1, 81)
		house := step(roof-0.03, roof+0.05, v) * step(horizon+0.06, horizon-0.02, v)
		return p.mix(hex(0x141821), 0.8*house).times(1 + 0.1*(clouds(u*5, v*5, 2, 82)-0.5))
	})
	for _, l := range lights() {
		f.disc(l)
		f.mirror(l, horizon*h)
	}
	return f
}

// light is a lamp out of focus: a disc, in pixels.
type light struct {
	x, y, radius float64
	colour       vec
}

// lights places the lamps of a street that leads away from us.
func lights() []light {
	var all []light
	r := seeded(3, 1, 83)
	amber, white, red := hex(0xFFB45E), hex(0xFFE9CF), hex(0xFF4A36)
	teal, green := hex(0x6FD3D6), hex(0x7FD88A)
	put := func(u, v, size float64, c vec, bright float64) {
		radius := 62 * size * r.between(0.9, 1.1)
		all = append(all, light{u * width, v * height, radius, c.times(bright * r.between(0.75, 1.2))})
	}
	for i := range 9 { // lamps on both sides, ever nearer
		near := math.Pow((float64(i)+r.between(0.5, 1.3))/9, 1.7)
		put(0.52-0.50*near-0.015, 0.53-0.44*near, 0.35+0.75*near, amber, 0.55)
		put(0.52+0.47*near+0.02, 0.53-0.41*near, 0.35+0.75*near, amber, 0.5)
	}
	for range 46 { // windows and shops
		side := 1.0
		if r.next() < 0.5 {
			side = -1
		}
		near := math.Pow(r.next(), 0.8)
		c := white.mix(amber, r.next())
		switch pick := r.next(); {
		case pick < 0.10:
			c = teal
		case pick < 0.15:
			c = green
		case pick < 0.21:
			c = red
		}
		put(0.52+side*(0.05+0.43*near), 0.55-r.between(0.0, 0.42)*near-0.01, r.between(0.3, 0.55)+0.25*near, c, r.between(0.06, 0.24))
	}
	for _, near := range []float64{0.05, 0.22, 0.62} { // cars that come, and bicycles that go
		put(0.535+0.13*near, 0.575+0.09*near, 0.3+0.4*near, white, 0.5)
		put(0.548+0.21*near, 0.575+0.09*near, 0.3+0.4*near, white, 0.45)
	}
	for _, near := range []float64{0.02, 0.15, 0.4, 0.9} {
		put(0.502-0.11*near, 0.572+0.06*near, 0.25+0.3*near, red, 0.45)
	}
	return all
}

// disc adds a lamp: evenly bright, with a rim, and almost round, as the blades
// of a lens make it.
func (f *film) disc(l light) {
	reach := int(l.radius) + 3
	for y := max(0, int(l.y)-reach); y < min(f.h, int(l.y)+reach); y++ {
		for x := max(0, int(l.x)-reach); x < min(f.w, int(l.x)+reach); x++ {
			dx, dy := float64(x)-l.x, float64(y)-l.y
			turn := math.Atan2(dy, dx) + 0.2
			blade := math.Mod(turn+4*math.Pi, math.Pi/4) - math.Pi/8
			d := hypot(dx, dy) / l.radius * (0.975 + 0.025*math.Cos(blade)/math.Cos(math.Pi/8))
			k := step(1, 1-2.5/l.radius, d) * (0.8 + 0.35*step(0.72, 0.97, d))
			k *= 0.94 + 0.12*noise(dx*0.09, dy*0.09, 84)
			f.pix[y*f.w+x] = f.pix[y*f.w+x].plus(l.colour.times(k))
		}
	}
}

// mirror adds what a wet street shows of a lamp: a long streak below it.
func (f *film) mirror(l light, horizon float64) {
	foot := horizon + math.Abs(horizon-l.y)*0.85 + l.radius*0.6
	long, wide := l.radius*2.6+30, l.radius*0.8
	for y := int(horizon); y < f.h; y++ {
		for x := max(0, int(l.x-3*wide)); x < min(f.w, int(l.x+3*wide)); x++ {
			dy := (float64(y) - foot) / long
			sway := 10 * (noise(float64(y)*0.03, l.x, 85) - 0.5)
			dx := (float64(x) - l.x + sway) / wide
			k := 0.42 * math.Exp(-dx*dx-dy*dy) * (0.45 + 1.1*clouds(float64(x)*0.012, float64(y)*0.07, 3, 86))
			k *= step(horizon-10, horizon+50, float64(y))
			f.pix[y*f.w+x] = f.pix[y*f.w+x].plus(l.colour.times(k))
		}
	}
}
