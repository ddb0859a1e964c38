package builder_test

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers are the packages of the module from the bottom up. A package may
// import those of lower layers only: neighbours on one layer don't know each
// other, so each can be read, tested and replaced alone.
var layers = [][]string{
	{"builder/calendar", "builder/chart", "builder/diag", "builder/parallel", "builder/survey"},
	{"builder/meta", "builder/source", "builder/publish", "builder/memo", "builder/picture", "content", "themes"},
	{"builder/markdown", "builder/theme"},
	{"builder/handbook"},
	{"builder/schema"},
	{"builder/search", "builder/check", "builder/editor", "builder/render", "builder/blank"},
	{"builder"},
	{"builder/preview"},
	{"cmd/vaandel"},
}

// workshop is where the tools of the developers live: generator, benchmark,
// browser tests. They may import everything; nothing else may import them.
const workshop = "builder/internal/"

const module = "vaandel/"

func TestImportsRunOneWay(t *testing.T) {
	level := levels()
	imports := importsOf(t, "..", false)
	for _, from := range sortedKeys(imports) {
		for _, to := range imports[from] {
			if fault := judge(level, from, to); fault != "" {
				t.Errorf("%s imports %s: %s", from, to, fault)
			}
		}
		if _, known := level[from]; !known && !strings.HasPrefix(from, workshop) {
			t.Errorf("package %s has no layer: give it one in the table above", from)
		}
	}
}

// TestTestsStayOutOfTheCommand keeps tests from leaning on what stands above
// them all: only the command's own tests may import it.
func TestTestsStayOutOfTheCommand(t *testing.T) {
	imports := importsOf(t, "..", true)
	for _, from := range sortedKeys(imports) {
		if slices.Contains(imports[from], "cmd/vaandel") && from != "cmd/vaandel" {
			t.Errorf("the tests of %s import cmd/vaandel", from)
		}
	}
}

// TestJudge shows that the table is not only decoration.
func TestJudge(t *testing.T) {
	for _, c := range []struct {
		from, to string
		allowed  bool
	}{
		{"builder/markdown", "builder/diag", true},
		{"builder/markdown", "builder/meta", true},
		{"builder/meta", "builder/markdown", false},
		{"builder/markdown", "builder/theme", false},
		{"builder/search", "builder/render", false},
		{"builder/render", "builder", false},
		{"cmd/vaandel", "builder", true},
		{"builder", "builder/internal/generate", false},
		{"builder/internal/bench", "builder/internal/generate", true},
		{"builder/internal/bench", "builder", true},
		{"builder", "builder/unknown", false},
	} {
		if fault := judge(levels(), c.from, c.to); (fault == "") != c.allowed {
			t.Errorf("%s imports %s: allowed is %v, not %v (%s)", c.from, c.to, fault == "", c.allowed, fault)
		}
	}
}

// levels returns the layer of each package of the table.
func levels() map[string]int {
	level := map[string]int{}
	for i, packages := range layers {
		for _, p := range packages {
			level[p] = i
		}
	}
	return level
}

// judge says what is wrong with one package importing another, or "".
func judge(level map[string]int, from, to string) string {
	switch {
	case strings.HasPrefix(from, workshop):
		return ""
	case strings.HasPrefix(to, workshop):
		return "the workshop is for developers only"
	}
	below, known := level[to]
	switch {
	case !known:
		return "it has no layer"
	case below == level[from]:
		return "neighbours on one layer don't import each other"
	case below > level[from]:
		return fmt.Sprintf("layer %d stands above layer %d", below, level[from])
	}
	return ""
}

// importsOf returns for each package below root which packages of the module
// it imports: in its tests, or outside of them.
func importsOf(t *testing.T, root string, tests bool) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && name != root && skipped(d.Name()) {
			return filepath.SkipDir
		}
		if d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") != tests {
			return nil
		}
		rel, err := filepath.Rel(root, filepath.Dir(name))
		if err != nil {
			return err
		}
		own, err := fileImports(name)
		pkg := filepath.ToSlash(rel)
		found[pkg] = append(found[pkg], own...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) < 2 {
		t.Fatalf("only %d packages found below %s", len(found), root)
	}
	return found
}

// skipped tells which folders hold no packages, as the go command has it.
func skipped(name string) bool {
	return name == "testdata" || name == "node_modules" || name[0] == '.' || name[0] == '_'
}

// fileImports returns what one file imports of the module, without its name.
func fileImports(name string) ([]string, error) {
	source, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	var imports []string
	for _, spec := range file.Imports {
		target, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return nil, err
		}
		if rest, ours := strings.CutPrefix(target, module); ours {
			imports = append(imports, rest)
		}
	}
	return imports, nil
}

// sortedKeys returns the keys of m in order, so that faults are too.
func sortedKeys(m map[string][]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
