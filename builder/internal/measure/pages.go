package measure

import (
	"fmt"
	"strconv"
	"strings"
)

// Pages is a flag with a list of sizes: "1000,10000".
type Pages []int

// Set reads the list.
func (p *Pages) Set(list string) error {
	*p = nil
	for each := range strings.SplitSeq(list, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(each))
		if err != nil {
			return fmt.Errorf("%q is no number", each)
		}
		*p = append(*p, n)
	}
	return nil
}

// String writes the list.
func (p *Pages) String() string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint([]int(*p)), " ", ","), "[]")
}
