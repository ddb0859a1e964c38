// Package meta reads what authors write about their pages: front matter in
// YAML, TOML or JSON, and handbook.yaml. Every value keeps its place in the
// file, so that a mistake can be shown where it was made.
package meta

import "slices"

// Type is what a [Node] holds.
type Type uint8

// The types of a Node. Dates and times are strings as written.
const (
	Null Type = iota
	String
	Number // Value holds the number as written
	Bool   // Value is "true" or "false"
	List
	Map
	// Broken is a value that can't be read; its mistake has been reported, so
	// nothing more is said about it.
	Broken
)

// Node is one value with its place: the common form of YAML, TOML and JSON.
// It is plain data, is never changed once built, and can be kept on disk.
type Node struct {
	_ struct{} `cbor:",toarray"`

	Type Type
	// Value is the text of a string, number or bool.
	Value string
	// Line and Column count from 1, from the file's first line.
	Line, Column int
	// Items are the members of a list.
	Items []Node
	// Fields are the members of a map, in the order of the file.
	Fields []Field
}

// Field is one key of a map with its value and the place of the key.
type Field struct {
	_ struct{} `cbor:",toarray"`

	Key          string
	Line, Column int
	Value        Node
}

// Get returns the value of key in a map, or nil.
func (n *Node) Get(key string) *Node {
	for i := range n.Fields {
		if n.Fields[i].Key == key {
			return &n.Fields[i].Value
		}
	}
	return nil
}

// Entries returns the members of a list that can be read, or the value itself
// where it is no list: those that [Decode] makes the entries of a slice. Of nil
// there are none.
func (n *Node) Entries() []*Node {
	if n == nil {
		return nil
	}
	all := []*Node{n}
	if n.Type == List {
		all = all[:0]
		for i := range n.Items {
			all = append(all, &n.Items[i])
		}
	}
	return slices.DeleteFunc(all, func(e *Node) bool { return e.Type == Null || e.Type == Broken })
}
