package search

import (
	"strings"
	"testing"
)

// TestDutchForms holds what belongs together, and what does not.
func TestDutchForms(t *testing.T) {
	for _, forms := range []string{
		"bedrijf bedrijven", "organisatie organisaties", "huis huizen huisje huisjes", "brief brieven briefje",
		"persoon personen", "persoonlijk persoonlijke persoonlijkheid", "plaats plaatsen plaatst plaatste",
		"werk werken werkt werkte werkten", "geef geeft geven", "vraag vragen vraagt", "collega collegas",
		"foto fotos fotootje", "film films filmpje filmpjes", "mens mensen", "kans kansen", "grens grenzen",
		"gemeente gemeenten gemeentes", "account accounts", "afspraak afspraken afspraakje", "deel delen deelt",
		"reageren reageert reageerde", "verhaal verhalen verhaaltje", "kaart kaarten kaartje", "cursus cursussen",
		"toets toetsen", "les lessen lesje", "bloem bloemen bloemetje", "leidinggevende leidinggevenden",
		"schoen schoenen schoentje", "papier papieren papiertje", "bureau bureaus", "mogelijkheid mogelijkheden",
	} {
		list := strings.Fields(forms)
		for _, form := range list[1:] {
			if a, b := Stem(list[0], "nl"), Stem(form, "nl"); a != b {
				t.Errorf("%s is %s and %s is %s", list[0], a, form, b)
			}
		}
	}
	for _, pair := range []string{"persoon persoonlijk", "plaatje plaatsen", "nieuw nieuws", "kan kaart", "bericht berg"} {
		a, b, _ := strings.Cut(pair, " ")
		if Stem(a, "nl") == Stem(b, "nl") {
			t.Errorf("%s and %s are both %s", a, b, Stem(a, "nl"))
		}
	}
}

func TestOtherLanguages(t *testing.T) {
	if a, b := Stem("policies", "en"), Stem("policy", "en"); a != b {
		t.Errorf("policies is %s and policy is %s", a, b)
	}
	for _, word := range []string{"häuser", "maisons", "a4s", "ok"} {
		if got := Stem(word, "de"); got != word {
			t.Errorf("%s became %s", word, got)
		}
	}
}
