package main

import (
	"bytes"
	"math"
	"runtime"
	"slices"
	"testing"
)

// A picture is the same with one core and with many, and holds more than one
// shade.
func TestSamePicture(t *testing.T) {
	for name, s := range map[string]*scene{"desk": desk(), "coffee": coffee(), "sill": sill(), "flags": flags()} {
		cores := runtime.GOMAXPROCS(1)
		one := s.photograph(30, 20, 2)
		runtime.GOMAXPROCS(4)
		four := s.photograph(30, 20, 2)
		runtime.GOMAXPROCS(cores)
		if !slices.Equal(one.pix, four.pix) {
			t.Errorf("%s: another picture with other cores", name)
		}
		low, high := math.Inf(1), 0.0
		for _, p := range one.pix {
			if !(p.x >= 0 && p.y >= 0 && p.z >= 0) {
				t.Fatalf("%s: light of %v", name, p)
			}
			low, high = min(low, p.y), max(high, p.y)
		}
		if high < 3*low {
			t.Errorf("%s: light from %v to %v", name, low, high)
		}
	}
}

func TestJPEGWithin(t *testing.T) {
	f := newFilm(320, 200)
	f.expose(func(x, y int) vec { return hex(0x1F6F78).times(2 * at(x, y, 1)) })
	m := f.develop(1, 0.2, 0.01)
	roomy, err := jpegWithin(m, 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	tight, err := jpegWithin(m, len(roomy)*2/3)
	if err != nil || len(tight) > len(roomy)*2/3 {
		t.Errorf("%d bytes of %d, %v", len(tight), len(roomy), err)
	}
	if again, _ := jpegWithin(m, len(roomy)*2/3); !bytes.Equal(tight, again) {
		t.Error("another file the second time")
	}
	if _, err := jpegWithin(m, 100); err == nil {
		t.Error("320 × 200 pixels in 100 bytes")
	}
}

// A shape never says that it is farther away than it is: a ray would pass
// through it.
func TestShapes(t *testing.T) {
	for name, s := range map[string]shape{
		"box":     box(vec{3, 2, 4}, 0.3),
		"cone":    cone(2, 3, 4, 0.4),
		"ball":    ball(vec{3, 3, 3}),
		"ring":    ring(3, 0.5),
		"mug":     mug(vec{}, 0, nil, nil)[0].shape,
		"turned":  turned(box(vec{3, 1, 2}, 0.1), 20, 30, 40),
		"pennant": pennant(9, 26, 1.5, 2),
	} {
		r := seeded(1, 2, 3)
		for range 20_000 {
			p := vec{r.between(-9, 9), r.between(-9, 9), r.between(-9, 9)}
			d := s(p)
			if d <= 0 {
				continue
			}
			a := vec{r.normal(), r.normal(), r.normal()}
			if a.length() < 1e-6 {
				continue
			}
			if q := p.plus(a.unit().times(d * 0.99)); s(q) < -0.02*d {
				t.Errorf("%s: %v is %v away, but %v lies inside", name, p, d, q)
				break
			}
		}
	}
}

func TestNoise(t *testing.T) {
	low, high := 1.0, 0.0
	for i := range 10_000 {
		v := clouds(float64(i)*0.37, float64(i%91)*0.53, 4, 1)
		low, high = min(low, v), max(high, v)
	}
	if low < 0 || high > 1 || high-low < 0.4 {
		t.Errorf("from %v to %v", low, high)
	}
}
