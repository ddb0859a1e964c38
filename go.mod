module vaandel

go 1.26.8
