package builder

import (
	"maps"
	"slices"

	"vaandel/builder/handbook"
	"vaandel/builder/memo"
	"vaandel/builder/publish"
	"vaandel/builder/render"
	"vaandel/builder/search"
)

// search adds the files of the search index to the output. Where no page has
// changed they are those of last time, and are made only if they are asked for.
func (b *build) search() error {
	key, err := b.searchKey()
	if err != nil {
		return err
	}
	var files []publish.File
	if key == b.lastSearch.Key && len(b.lastSearch.Files) > 0 {
		files = render.Remade(b.lastSearch.Files, b.index)
	} else if files, err = b.index(); err != nil {
		return err
	}
	b.lastSearch = madeSearch{Key: key}
	for _, f := range files {
		b.lastSearch.Files = append(b.lastSearch.Files, render.Made{Path: f.Path, Key: f.Key})
	}
	b.result.Output.Files = append(b.result.Output.Files, files...)
	return nil
}

// searchKey is the hash of all that the index follows from.
func (b *build) searchKey() (memo.Key, error) {
	pages := make([]byte, 0, len(b.result.Handbook.Pages)*len(memo.Key{}))
	for _, p := range b.result.Handbook.Pages {
		key := b.pages[p.Source].key
		pages = append(pages, key[:]...)
	}
	return memo.Sum("search", b.given, pages)
}

// index makes the files of the index.
func (b *build) index() ([]publish.File, error) { return search.Files(b.ctx, b.searchInput()) }

func (b *build) searchInput() search.Input {
	return search.Input{
		Handbook: b.result.Handbook, Memo: b.memo, Body: b.body,
		Text:     func(p *handbook.Page) memo.Key { return b.pages[p.Source].key },
		Complete: b.complete,
		Kind:     b.kindName,
		Synonyms: b.synonyms(),
	}
}

// kindName is what readers call a kind; a plain page has no name.
func (b *build) kindName(lang string, k handbook.Kind) string {
	if k == handbook.KindPage {
		return ""
	}
	return b.theme.Message(lang, "kind."+string(k))
}

// synonyms gathers what means the same: by the theme, handbook.yaml, and the word
// lists of the toolkit, whose first two columns are what we say and what not.
func (b *build) synonyms() map[string][][]string {
	groups := maps.Clone(b.theme.Synonyms())
	if groups == nil {
		groups = map[string][][]string{}
	}
	for _, lang := range b.config.Languages {
		groups[lang] = slices.Clip(groups[lang])
		for _, group := range b.config.Synonyms {
			groups[lang] = append(groups[lang], search.Alternatives(group...))
		}
	}
	for _, p := range b.result.Handbook.Pages {
		if !p.IsWordList() || b.complete(p) != nil {
			continue
		}
		for _, row := range p.WordRows() {
			groups[p.Lang] = append(groups[p.Lang], search.Alternatives(row[0], row[1]))
		}
	}
	return groups
}
