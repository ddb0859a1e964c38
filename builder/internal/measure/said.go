package measure

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Said is what our program says of a build.
type Said struct {
	Stats struct {
		Parsed, Rendered, Written, Unchanged int
		Stages                               []struct {
			Stage   string
			Seconds float64
		}
	}
}

// Listen reads the output of build --json.
func Listen(out string) (Said, error) {
	var words Said
	err := json.Unmarshal([]byte(out), &words)
	return words, err
}

// String is one line.
func (s Said) String() string {
	line := fmt.Sprintf("%d parsed, %d rendered, %d written, %d unchanged;",
		s.Stats.Parsed, s.Stats.Rendered, s.Stats.Written, s.Stats.Unchanged)
	for _, stage := range s.Stats.Stages {
		line += fmt.Sprintf(" %s %.2f s,", stage.Stage, stage.Seconds)
	}
	return strings.TrimSuffix(line, ",")
}

// Seconds returns how long a stage took, or 0.
func (s Said) Seconds(stage string) float64 {
	for _, each := range s.Stats.Stages {
		if each.Stage == stage {
			return each.Seconds
		}
	}
	return 0
}
