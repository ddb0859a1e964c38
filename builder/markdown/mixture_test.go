package markdown

import (
	"math/rand/v2"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// TestMixtures reads pages that are put together at random from pieces of
// everything we know: mutation alone seldom finds a list in a quote in a note.
// MIXTURES sets how many.
func TestMixtures(t *testing.T) {
	n := 2000
	if raceEnabled {
		n = 300
	}
	if s, err := strconv.Atoi(os.Getenv("MIXTURES")); err == nil {
		n = s
	}
	for seed := range n {
		r := rand.New(rand.NewPCG(uint64(seed), 7))
		src := mixture(r)
		o := Options{RawHTML: seed%3 == 0}
		if seed%2 == 0 {
			o.Kind = "training"
		}
		before := t.Failed()
		d := Parse("a.md", []byte(src), o)
		check(t, strconv.Itoa(seed), d)
		if seed%10 == 0 && !reflect.DeepEqual(d, Parse("a.md", []byte(src), o)) {
			t.Errorf("%d: twice is not the same", seed)
		}
		if t.Failed() && !before {
			t.Fatalf("%+v\n%q", o, src)
		}
	}
}

// pieces are lines and bits of lines.
var pieces = strings.Split(`# Kop
## Kop {#id .klasse}
Kop
===
Kop
---
- item
- [ ] taak
- [x] taak
- []
* [X]
1. een
2. [x] twee
> citaat
> [!NOTE]
> [!do]- titel *x*
> [!WAT]
!!! note "titel *a*"
??? tip
[^1]: noot
[^1]
[^2]: [^1]
| a | b |
|---|:-:|
|-|
| a\|b |
term
: uitleg
*
**
_
~~
`+"`"+`
`+"```"+`
`+"```go"+`
`+"```post {network=x}"+`
~~~
[
](a.md)
](https://x.nl "t")
](javascript:x)
]
[a](b.md){.c #d}
[a]: b.md "t"
[a]
![a](b.png)
![
![](c.md)
![b](https://x/y.png)
[[Wiki|x]]
![[Wiki]]
<div>
</div>
<p>
</p>
<a href="x.md">
</a>
<b>
</b>
<br>
<img src="a.png" alt="b">
<naam>
<td>
<table>
<!--
-->
<script>
</script>
<details open>
<video src="a.mp4">
https://x.nl/a_b
www.x.nl.
a@b.nl
&amp;
&#0;
\
\*
{.klasse}
{#id}
{: .k }
---
+++
{
a: b
tekst
een twee
é
<
>
|
:
"
'
http://
$`, "\n")

// mixture puts pieces together, some on one line, some indented or quoted.
func mixture(r *rand.Rand) string {
	var out strings.Builder
	for range 1 + r.IntN(40) {
		for range r.IntN(3) {
			out.WriteString([]string{"", "  ", "    ", "> ", "- ", "\t", "1. ", "     "}[r.IntN(8)])
		}
		for range 1 + r.IntN(4) {
			out.WriteString(pieces[r.IntN(len(pieces))])
			if r.IntN(3) == 0 {
				out.WriteString(" ")
			}
		}
		out.WriteString([]string{"\n", "\n", "\n\n", "", "  \n", "\\\n", "\r\n"}[r.IntN(7)])
	}
	return out.String()
}
