package builder

import "vaandel/builder/publish"

// search makes no index: see buildWithout in the benchmark of the search.
func (b *build) search() error { return nil }

// index has none to make.
func (b *build) index() ([]publish.File, error) { return nil, nil }
