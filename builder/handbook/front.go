package handbook

import (
	"vaandel/builder/diag"
	"vaandel/builder/markdown"
	"vaandel/builder/meta"
)

// Front is the front matter of a page, read for its kind.
type Front struct {
	Common Common
	Spec   Spec
	// Kind is that of the front matter, else of the section, else KindPage;
	// then Kindless is true.
	Kind     Kind
	Kindless bool
	// Diagnostics is what doesn't fit. Of a page without kind all are warnings,
	// save that its kind is misspelt.
	Diagnostics []diag.Diagnostic
	// Unknown is a warning for each field of a page without kind that no page
	// has: it comes from another tool, so the caller need not show them all.
	Unknown []diag.Diagnostic
}

// ReadFront reads the front matter of the document in file. DefaultKind is that
// of its section, or "".
func ReadFront(file string, doc *markdown.Document, defaultKind Kind) Front {
	f := Front{Kind: defaultKind}
	var kind []diag.Diagnostic
	if n := doc.Meta.Get("kind"); n != nil && n.Type == meta.String && n.Value != "" {
		if specOf(Kind(n.Value)) != nil {
			f.Kind = Kind(n.Value)
		} else {
			at := diag.Position{File: file, Line: n.Line, Column: n.Column}
			kind = append(kind, unknownKind(n.Value, at, defaultKind == ""))
		}
	}
	if f.Spec = specOf(f.Kind); f.Spec == nil {
		f.Kind, f.Kindless, f.Spec = KindPage, true, &Plain{}
	}
	o := meta.DecodeOptions{Also: []any{f.Spec}}
	var unknown []meta.Field
	if f.Kindless {
		o.Unknown = &unknown
	}
	f.Diagnostics = meta.Decode(file, &doc.Meta, &f.Common, o)
	f.Common.Kind = f.Kind
	if f.Kindless {
		warnings(f.Diagnostics)
		for i := range unknown {
			f.Unknown = append(f.Unknown, meta.UnknownField(file, &unknown[i], meta.Names(&f.Common)))
		}
		warnings(f.Unknown)
	}
	f.Diagnostics = append(f.Diagnostics, kind...)
	return f
}

// unknownKind reports a kind that there is not, with the nearest one. A page
// elsewhere than in a section may be another tool's, and its kind too, unless
// it looks like one of ours.
func unknownKind(name string, at diag.Position, elsewhere bool) diag.Diagnostic {
	if near, ok := diag.Nearest(name, asStrings(Kinds)); ok {
		return kindUnknownNear.At(at, name, near)
	}
	d := kindUnknown.At(at, name, listed(Kinds))
	if elsewhere {
		return d.Soft()
	}
	return d
}

// warnings makes all of ds warnings.
func warnings(ds []diag.Diagnostic) {
	for i := range ds {
		ds[i] = ds[i].Soft()
	}
}

// The rules of a page's kind.
var (
	// kind-unknown: the front matter or a section names a kind there is not.
	kindUnknown = diag.Rule{ID: "kind-unknown", Severity: diag.Error,
		Message: diag.Text{
			NL: "Er is geen soort pagina die %[1]q heet",
			EN: "There is no kind of page called %[1]q"},
		Hint: diag.Text{
			NL: "Kies uit: %[2]s.",
			EN: "Choose from: %[2]s."}}
	kindUnknownNear = diag.Rule{ID: "kind-unknown", Severity: diag.Error,
		Message: kindUnknown.Message,
		Hint: diag.Text{
			NL: "Bedoel je %[2]q?",
			EN: "Did you mean %[2]q?"}}
)
