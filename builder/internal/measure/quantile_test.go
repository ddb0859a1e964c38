package measure

import (
	"math"
	"testing"
)

func TestQuantile(t *testing.T) {
	values := []float64{4, 1, 3, 2}
	for share, want := range map[float64]float64{0: 1, 0.5: 3, 0.95: 4, 1: 4} {
		if got := Quantile(values, share); got != want {
			t.Errorf("%v at %v, not %v", got, share, want)
		}
	}
	if got := Quantile(nil, 0.5); !math.IsNaN(got) {
		t.Errorf("of nothing it is %v", got)
	}
}
