package main

import "math"

// polder is the flat land behind a dyke, on a morning with mist.
func polder() *film {
	f := newFilm(width, height)
	f.expose(func(x, y int) vec { return polderLand(float64(x)/height, float64(y)/height) })
	for i := range 7 { // pollard willows along the ditch, from far to near
		near := math.Pow(float64(i+1)/7, 2)
		u, foot := mix(0.79, 0.17, near), polderHorizon+0.006+0.10*near
		cover := newFilm(width, height)
		cover.willow(u*height, foot*height, (0.03+0.30*near)*height, seeded(i, 1, 98))
		f.shade(cover, 0.22+0.62*near)
	}
	f.shade(reeds(), 0.97)
	return f
}

// reeds covers both corners, close to the lens.
func reeds() *film {
	cover := newFilm(width, height)
	r := seeded(5, 5, 99)
	for range 64 {
		x := 0.30*math.Pow(r.next(), 1.4) - 0.02
		if r.next() < 0.3 {
			x = 1.52 - 0.18*math.Pow(r.next(), 1.6)
		}
		tall := r.between(0.08, 0.38) * step(-0.1, 0.3, math.Abs(x-0.75)-0.35)
		cover.reed(x*height, 1.02*height, tall*height, r)
	}
	return cover.blurred(2)
}

// shade darkens what is covered: the more, the nearer it is.
func (f *film) shade(cover *film, near float64) {
	seen := *f
	f.expose(func(x, y int) vec {
		dark := polderMist(float64(x)/height, float64(y)/height).mix(hex(0x2B2A22), near)
		i := y*f.w + x
		return seen.pix[i].mix(dark, clamp(cover.pix[i].x))
	})
}

// The place of horizon and sun, in parts of the height.
const (
	polderHorizon = 0.56
	polderSunX    = 0.98
	polderSunY    = 0.44
)

// polderSky returns the light of the sky, and so of the water below it.
func polderSky(u, v float64) vec {
	up := clamp((polderHorizon - v) / polderHorizon)
	sky := hex(0xF3D5AE).mix(hex(0xC3CBCB), step(0, 0.35, up)).mix(hex(0x86A5BB), step(0.2, 1, up))
	d := hypot(u-polderSunX, (v-polderSunY)*1.15)
	sky = sky.plus(hex(0xFFD7A0).times(0.85 * math.Exp(-d*d*11)))
	sky = sky.plus(hex(0xFFF3DC).times(2.2 * step(0.034, 0.026, d)))
	// Thin clouds, longer near the horizon, lit from below.
	far := 0.12 + up
	c := clouds(u*1.5/far+4, 3.2/far, 5, 91)
	band := step(0.48, 0.72, c) * step(0.03, 0.3, up)
	lit := hex(0xFBE3C8).mix(hex(0xE7E9EA), step(0.2, 0.8, up))
	return sky.mix(lit, 0.62*band)
}

// polderMist returns the colour of mist, which the sun warms.
func polderMist(u, v float64) vec {
	d := hypot(u-polderSunX, (v-polderSunY)*0.7)
	return hex(0xC9C5BA).mix(hex(0xF6DDB6), math.Exp(-d*d*5))
}

// polderLand returns sky, far tree lines, meadow and ditch.
func polderLand(u, v float64) vec {
	p := polderSky(u, v)
	for i := range 4 { // woods and villages far away
		near := float64(i+1) / 4
		foot := polderHorizon + 0.004*float64(i*i)
		top := foot - 0.012 - 0.030*near*clouds(u*(5-float64(i)*0.7)+float64(i)*7, float64(i), 4, 92)*1.6
		if i == 1 { // a church
			top = min(top, foot-0.075+1.6*max(0, math.Abs(u-0.43)-0.002)*step(0.012, 0.009, math.Abs(u-0.43))*6+step(0.009, 0.012, math.Abs(u-0.43)))
		}
		wood := step(top-0.002, top+0.003, v)
		p = p.mix(polderMist(u, v).mix(hex(0x4B4F45), 0.10+0.22*near), wood)
	}
	depth := v - polderHorizon
	if depth <= 0 { // the mist rises above the meadow
		return p.mix(polderMist(u, v), 0.95*math.Exp(depth*70))
	}
	far := 1 / (depth + 0.012)
	across := (u - 0.80) * far
	patch := clouds(across*0.9, far*0.8, 4, 93)
	tuft := clouds(u*26/(0.25+depth), depth*190/(0.3+depth), 4, 90)
	blades := clouds(u*210, v*70, 3, 94)
	field := hex(0x77743F).mix(hex(0x3A4124), step(0.02, 0.42, depth))
	field = field.times(0.45 + 0.55*patch + 0.5*tuft + 0.35*blades*step(0.02, 0.3, depth))
	field = field.plus(hex(0xFFD79A).times(0.10 * blades * step(0.5, 0, math.Abs(u-polderSunX))))
	edge := 0.05 * (clouds(far*1.1, depth*30, 4, 95) - 0.5)
	ditch := math.Abs(across-0.55-0.05*math.Sin(far*0.25)) - 0.30 + edge
	ripple := 0.006 * (clouds(u*14, v*160, 3, 96) - 0.5) * step(0, 0.2, depth) * 2
	water := polderSky(u+ripple*2, 2*polderHorizon-v+ripple).times(0.86)
	bank := step(0.10, 0, ditch) * step(-0.06, 0, ditch)
	field = field.mix(hex(0x24261A), 0.75*bank)
	p = field.mix(water, step(0.02, -0.02, ditch+0.05*(tuft-0.5)))
	haze := math.Exp(-depth * 8)
	low := 0.35 * clouds(u*2.2, v*16, 4, 97) * step(0.30, 0, depth)
	return p.mix(polderMist(u, v), clamp(0.97*haze+low))
}

// willow draws a short trunk with a knotty head of long twigs.
func (f *film) willow(x, y, size float64, r *random) {
	lean := r.between(-0.08, 0.08) * size
	for i := range 8 { // a trunk is never straight
		t, next := float64(i)/8, float64(i+1)/8
		bend := func(t float64) float64 { return x + lean*t*t + 0.012*size*math.Sin(t*7+lean) }
		thick := func(t float64) float64 {
			return size * (0.052 - 0.020*t + 0.03*math.Pow(1-t, 6) + 0.022*math.Pow(t, 5))
		}
		f.stroke(bend(t), y-0.40*size*t, bend(next), y-0.40*size*next, thick(t), thick(next))
	}
	for py := int(y - 0.06*size); py < min(f.h, int(y+0.1*size)); py++ { // its foot stands in the grass
		for px := max(0, int(x-0.2*size)); px < min(f.w, int(x+0.2*size)); px++ {
			deep := (float64(py)-y)/size + 0.05*clouds(float64(px)*0.9, float64(py)*0.12, 2, 89)
			f.pix[py*f.w+px].x *= step(0.03, 0.005, deep)
		}
	}
	top := y - 0.40*size
	for range 9 { // knots, where it was cut year after year
		kx, ky := x+lean+r.between(-0.075, 0.075)*size, top-r.between(-0.02, 0.05)*size
		f.stroke(kx, ky, kx+r.between(-0.02, 0.02)*size, ky-0.015*size, r.between(0.018, 0.032)*size, 0.02*size)
		for range 13 {
			angle := 5*(kx-x-lean)/size + 2.2*r.normal()*0.3
			f.twig(kx, ky, angle, size*r.between(0.28, 0.56), 0.0035*size+0.25, r, 2)
		}
	}
}

// twig draws a twig that bends upwards and splits.
func (f *film) twig(x, y, angle, long, thick float64, r *random, splits int) {
	const parts = 7
	for i := range parts {
		angle += r.between(-0.09, 0.09) - 0.09*angle
		nx, ny := x+math.Sin(angle)*long/parts, y-math.Cos(angle)*long/parts
		next := thick * (1 - 0.6/parts)
		f.stroke(x, y, nx, ny, thick, next)
		x, y, thick = nx, ny, next
		if splits > 0 && i > 0 && r.next() < 0.25 {
			f.twig(x, y, angle+r.between(-0.4, 0.4), long*(1-float64(i)/parts)*0.7, thick*0.75, r, splits-1)
		}
	}
}

// reed draws a stalk with a leaf or two and a plume that hangs to one side.
func (f *film) reed(x, y, tall float64, r *random) {
	bend := r.between(-0.25, 0.35)
	place := func(t float64) (float64, float64) { return x + bend*tall*t*t*0.5, y - tall*t }
	const parts = 8
	for i := range parts {
		x0, y0 := place(float64(i) / parts)
		x1, y1 := place(float64(i+1) / parts)
		f.stroke(x0, y0, x1, y1, 2.0-1.2*float64(i)/parts, 1.9-1.2*float64(i+1)/parts)
	}
	for range 2 {
		lx, ly := place(r.between(0.2, 0.75))
		side := r.between(0.3, 0.9)
		if r.next() < 0.5 {
			side = -side
		}
		f.twig(lx, ly, side, tall*r.between(0.2, 0.4), 2, r, 0)
	}
	for range 46 { // the plume
		t := r.between(0.80, 1)
		px, py := place(t)
		out := (1.03 - t) * r.between(0.1, 0.5) * tall
		f.stroke(px, py, px+out, py+r.between(-0.3, 0.6)*out, 1.5, 0.6)
	}
}

// stroke covers a line that is thick at both ends, with soft edges.
func (f *film) stroke(x0, y0, x1, y1, thick0, thick1 float64) {
	reach := max(thick0, thick1) + 1.5
	dx, dy := x1-x0, y1-y0
	along := dx*dx + dy*dy
	for y := max(0, int(min(y0, y1)-reach)); y <= min(f.h-1, int(max(y0, y1)+reach)); y++ {
		for x := max(0, int(min(x0, x1)-reach)); x <= min(f.w-1, int(max(x0, x1)+reach)); x++ {
			px, py := float64(x)-x0, float64(y)-y0
			t := clamp((px*dx + py*dy) / along)
			d := hypot(px-t*dx, py-t*dy) - mix(thick0, thick1, t)
			k := min(1, mix(thick0, thick1, t)*1.4)
			p := &f.pix[y*f.w+x]
			p.x = max(p.x, k*step(0.8, -0.8, d))
		}
	}
}
