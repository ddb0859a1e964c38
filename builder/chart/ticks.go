package chart

import "math"

// axis is the marks of a scale, round numbers at equal distances.
type axis struct {
	marks    []float64
	decimals int // that the marks need
}

func (a axis) low() float64  { return a.marks[0] }
func (a axis) high() float64 { return a.marks[len(a.marks)-1] }

// share is how far along the axis a number lies, from 0 to 1.
func (a axis) share(v float64) float64 { return (v - a.low()) / (a.high() - a.low()) }

// newAxis chooses about so many marks that hold low and high between them: Paul
// Heckbert, "Nice Numbers for Graph Labels", in Graphics Gems (Academic Press,
// 1990), pages 61 to 63. No mark has more decimals than the numbers do.
func newAxis(low, high float64, marks, decimals int) axis {
	if low == high {
		high = low + math.Pow10(-decimals)
		if low > 0 {
			low, high = 0, low
		} else if low < 0 {
			high = 0
		}
	}
	step := nice(nice(high-low, false)/float64(max(1, marks-1)), true)
	step = max(step, math.Pow10(-decimals))
	a := axis{decimals: max(0, -int(math.Floor(math.Log10(step))))}
	first, last := math.Floor(low/step+slack), math.Ceil(high/step-slack)
	for i := first; i <= max(last, first+1); i++ {
		a.marks = append(a.marks, i*step)
	}
	return a
}

// slack is what rounding may add to a quotient that is whole.
const slack = 1e-9

// nice returns a number of the form 1, 2 or 5 times a power of ten near x: the
// nearest with round, else the next one up. With marks two and a half apart,
// numbers would need a decimal more.
func nice(x float64, round bool) float64 {
	power := math.Pow(10, math.Floor(math.Log10(x)))
	part := x / power
	switch {
	case round && part < 1.5, !round && part <= 1:
		part = 1
	case round && part < 3, !round && part <= 2:
		part = 2
	case round && part < 7, !round && part <= 5:
		part = 5
	default:
		part = 10
	}
	return part * power
}
