package measure

import (
	"math"
	"slices"
)

// Quantile returns the value below which a share of them lie; that of 1 is the
// greatest. Of no values it is NaN.
func Quantile(values []float64, share float64) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	values = slices.Sorted(slices.Values(values))
	return values[min(len(values)-1, int(share*float64(len(values))))]
}
