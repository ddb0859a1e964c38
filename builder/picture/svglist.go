package picture

import "strings"

// These lists say what an SVG may hold. They follow SVG 2 and its modules,
// without what runs, moves, links or loads: script, animation, foreignObject,
// fonts. Anything that isn't listed is left out.

var svgElements = listed(`
	svg g defs symbol use switch title desc style a
	path rect circle ellipse line polyline polygon
	text tspan textPath image
	linearGradient radialGradient stop pattern clipPath mask marker
	filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
	feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood
	feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
	feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile
	feTurbulence`)

// svgTexts are the elements whose text counts.
var svgTexts = listed(`text tspan textPath title desc`)

// svgAttributes are the attributes that are not properties.
var svgAttributes = listed(`
	id class lang style href
	viewBox preserveAspectRatio version width height x y x1 y1 x2 y2 cx cy r rx ry
	d points pathLength transform
	dx dy rotate textLength lengthAdjust startOffset method side spacing
	systemLanguage requiredFeatures requiredExtensions
	gradientUnits gradientTransform spreadMethod fx fy fr offset
	patternUnits patternContentUnits patternTransform
	clipPathUnits maskUnits maskContentUnits
	markerUnits markerWidth markerHeight refX refY orient
	filterUnits primitiveUnits in in2 result mode type values tableValues slope
	intercept amplitude exponent operator k1 k2 k3 k4 order kernelMatrix divisor
	bias targetX targetY edgeMode preserveAlpha surfaceScale diffuseConstant
	specularConstant specularExponent kernelUnitLength scale xChannelSelector
	yChannelSelector azimuth elevation z pointsAtX pointsAtY pointsAtZ
	limitingConeAngle stdDeviation radius baseFrequency numOctaves seed stitchTiles`)

// svgProperties are the properties of CSS, as attribute or in a style.
var svgProperties = listed(`
	color opacity display visibility overflow clip clip-path clip-rule isolation
	mix-blend-mode background background-color
	mask mask-type mask-mode mask-composite mask-position mask-size mask-repeat mask-clip mask-origin
	filter flood-color flood-opacity lighting-color
	fill fill-opacity fill-rule
	stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
	stroke-miterlimit stroke-opacity stroke-width vector-effect paint-order
	stop-color stop-opacity marker marker-start marker-mid marker-end
	color-interpolation color-interpolation-filters color-rendering
	shape-rendering image-rendering text-rendering
	font font-family font-feature-settings font-kerning font-size
	font-size-adjust font-stretch font-style font-variant font-variant-alternates
	font-variant-caps font-variant-east-asian font-variant-ligatures
	font-variant-numeric font-variant-position font-variation-settings font-weight
	alignment-baseline baseline-shift dominant-baseline direction
	glyph-orientation-horizontal glyph-orientation-vertical kerning letter-spacing
	line-height text-align text-anchor text-decoration text-decoration-color
	text-decoration-line text-decoration-style text-decoration-thickness
	text-indent text-orientation text-overflow text-shadow text-transform
	unicode-bidi white-space word-spacing writing-mode inline-size shape-inside
	shape-padding shape-margin
	transform transform-box transform-origin translate rotate scale
	x y cx cy r rx ry width height d`)

// svgFunctions are the functions that values may call, besides url().
var svgFunctions = listed(`
	rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix icc-color device-cmyk
	calc min max clamp var
	matrix translate translatex translatey scale scalex scaley rotate skew skewx skewy
	blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
	inset circle ellipse polygon path linear-gradient radial-gradient`)

// svgHarmless are attributes and properties that are left out without a word:
// an <img> never does anything with them.
var svgHarmless = listed(`
	baseProfile contentScriptType contentStyleType zoomAndPan enable-background
	externalResourcesRequired role tabindex focusable target rel download hreflang
	xmlns space media title nonce slot part
	cursor pointer-events touch-action user-select transition will-change outline
	solid-color solid-opacity color-profile -inkscape-font-specification
	font-specification`)

// listed makes a set of words.
func listed(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// harmless tells whether leaving out an attribute or property needs no word.
func harmless(name string) bool {
	return svgHarmless[name] || strings.HasPrefix(name, "data-") ||
		strings.HasPrefix(name, "aria-") || strings.HasPrefix(name, "-")
}
