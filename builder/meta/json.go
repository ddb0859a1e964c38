package meta

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"vaandel/builder/diag"
)

// jsonReader turns a block of JSON into a Node, token by token: the decoder
// tells behind which byte each one ends.
type jsonReader struct {
	file   string
	src    []byte
	places *places
	dec    *json.Decoder
	found  []diag.Diagnostic
}

// errStop ends reading where a mistake has been reported.
var errStop = errors.New("stop")

// readJSON reads a block whose first line has the given number. Behind a
// mistake nothing is read; the fields above it are kept.
func readJSON(file string, block []byte, first int) (Node, []diag.Diagnostic) {
	r := jsonReader{
		file: file, src: block, places: newPlaces(block, first),
		dec: json.NewDecoder(bytes.NewReader(block)),
	}
	r.dec.UseNumber()
	n, err := r.value(0)
	if err == io.EOF && len(bytes.TrimSpace(block)) == 0 {
		return Node{}, nil
	}
	if err == nil {
		at := r.next()
		if _, end := r.dec.Token(); end != io.EOF {
			r.report(&JSON, at)
		}
	} else if err != errStop {
		// The decoder's own offset counts from different starts.
		r.report(&JSON, r.next())
	}
	if n.Type == Map {
		return n, r.found
	}
	if len(r.found) == 0 {
		r.found = append(r.found, NotFields.At(diag.Position{File: file, Line: n.Line, Column: n.Column}))
	}
	return Node{Type: Broken}, r.found
}

func (r *jsonReader) report(rule *diag.Rule, offset int) {
	line, column := r.places.at(offset)
	r.found = append(r.found, rule.At(diag.Position{File: r.file, Line: line, Column: column}))
}

// next returns the offset of the next token.
func (r *jsonReader) next() int {
	at := skipSpace(r.src, int(r.dec.InputOffset()))
	if at < len(r.src) && (r.src[at] == ',' || r.src[at] == ':') {
		return skipSpace(r.src, at+1)
	}
	return at
}

// skipSpace returns the offset of the first byte from at that is not a space.
func skipSpace(src []byte, at int) int {
	for at = max(0, at); at < len(src) && strings.IndexByte(" \t\r\n", src[at]) >= 0; {
		at++
	}
	return at
}

// value reads one value. With an error it returns what was read before.
func (r *jsonReader) value(depth int) (Node, error) {
	at := r.next()
	var n Node
	n.Line, n.Column = r.places.at(at)
	t, err := r.dec.Token()
	if err != nil {
		return n, err
	}
	switch v := t.(type) {
	case json.Delim:
		if depth > MaxDepth {
			r.report(&TooDeep, at)
			return n, errStop
		}
		if v == '[' {
			err = r.list(&n, depth)
		} else {
			err = r.object(&n, depth)
		}
		return n, err
	case string:
		n.Type, n.Value = String, v
	case json.Number:
		n.Type, n.Value = Number, v.String()
	case bool:
		n.Type, n.Value = Bool, "false"
		if v {
			n.Value = "true"
		}
	}
	return n, nil
}

func (r *jsonReader) list(n *Node, depth int) error {
	n.Type = List
	for r.dec.More() {
		item, err := r.value(depth + 1)
		if err != nil {
			return err
		}
		n.Items = append(n.Items, item)
	}
	_, err := r.dec.Token()
	return err
}

func (r *jsonReader) object(n *Node, depth int) error {
	n.Type = Map
	for r.dec.More() {
		at := r.next()
		t, err := r.dec.Token()
		if err != nil {
			return err
		}
		f := Field{Key: t.(string)}
		f.Line, f.Column = r.places.at(at)
		if f.Value, err = r.value(depth + 1); err != nil {
			return err
		}
		if d, ok := addField(r.file, n, f); !ok {
			r.found = append(r.found, d)
		}
	}
	_, err := r.dec.Token()
	return err
}

// addField appends f to a map, or says that its name is taken: the first of
// two fields with one name counts.
func addField(file string, n *Node, f Field) (diag.Diagnostic, bool) {
	for _, have := range n.Fields {
		if have.Key == f.Key {
			p := diag.Position{File: file, Line: f.Line, Column: f.Column}
			return Duplicate.At(p, f.Key, have.Line, f.Line), false
		}
	}
	n.Fields = append(n.Fields, f)
	return diag.Diagnostic{}, true
}
