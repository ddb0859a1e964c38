package check

import (
	"regexp"
	"slices"
	"strings"

	"vaandel/builder/diag"
)

var readingPassive = &Rule{ID: "reading-passive", Family: Reading, Severity: diag.Advice,
	Name: diag.Text{
		NL: "Veel lijdende zinnen bij elkaar",
		EN: "Many passive sentences together"},
	Finds: diag.Text{
		NL: "Drie keer worden of zijn met een voltooid deelwoord, in drie zinnen achter elkaar.",
		EN: "Three times to be with a participle, within three sentences."},
	Why: diag.Text{
		NL: "In een lijdende zin doet niemand iets. De lezer weet dan niet wie er aan zet is.",
		EN: "In a passive sentence nobody does anything. Readers can't tell whose turn it is."},
	Bad: diag.Text{
		NL: "Het bericht wordt beoordeeld. Daarna wordt het aangepast en wordt een datum gekozen.",
		EN: "The post is reviewed. Then it is edited, and a date is chosen."},
	Good: diag.Text{
		NL: "Communicatie leest je bericht. Samen pas je het aan en kies je een dag.",
		EN: "Communication reads your post. You edit it together and pick a day."},
	Limits: []Limit{{"forms", 3, diag.Text{NL: "vanaf zoveel lijdende vormen in drie zinnen", EN: "from so many passive forms within three sentences on"}}},
	Message: diag.Text{
		NL: "Hier staan %[1]d lijdende vormen bij elkaar: %[2]s",
		EN: "There are %[1]d passive forms together here: %[2]s"},
	Hint: diag.Text{
		NL: "Zeg wie het doet en begin daarmee: niet ‘er wordt gebeld’, maar ‘wij bellen je’.",
		EN: "Say who does it, and begin with that: not “you will be called”, but “we call you”."},
	Page: func(r *Report, p *Page) {
		for i := range p.passages() {
			text := &p.passages()[i]
			if !text.running() || text.shown() {
				continue
			}
			passivePiles(r, p, text)
		}
	},
}

// near is how many sentences are close together.
const near = 3

// passivePiles reports where passive forms stand close together, each pile once.
func passivePiles(r *Report, p *Page, text *passage) {
	var found [][]passive
	for _, s := range text.sentences {
		found = append(found, passives(text, s))
	}
	for i := 0; i < len(found); i++ {
		pile := slices.Concat(found[i:min(i+near, len(found))]...)
		if len(found[i]) == 0 || len(pile) < r.Limit("forms") {
			continue
		}
		var forms []string
		for _, f := range pile {
			forms = append(forms, "“"+text.words[f.first].Text+" "+text.words[f.last].Text+"”")
		}
		r.At(p.At(text.Block, text.words[pile[0].first].Start), len(pile), strings.Join(forms, ", "))
		i += near - 1
	}
}

// passive is a passive form, by the words of a passage: the verb and the participle.
type passive struct{ first, last int }

// passives finds the passive forms of a sentence.
func passives(text *passage, s sentence) []passive {
	var out []passive
	for i := s.first; i < s.last; i++ {
		at := -1
		switch text.lang {
		case "nl":
			at = dutchPassive(text, s, i)
		case "en":
			at = englishPassive(text, s, i)
		}
		if at >= 0 && !slices.ContainsFunc(out, func(p passive) bool { return p.last == at }) {
			out = append(out, passive{i, at})
		}
	}
	return out
}

var (
	worden = set("word wordt worden werd werden")
	wezen  = set("is zijn was waren")
)

// dutchPassive returns the participle that belongs to the verb at i, or -1: behind it in
// the same clause, or right before it.
func dutchPassive(text *passage, s sentence, i int) int {
	verb := text.lower[i]
	if !worden[verb] && !wezen[verb] {
		return -1
	}
	is := func(j int) bool {
		w := text.lower[j]
		return dutchParticiple(w) && (worden[verb] || !state[w] && !strings.HasSuffix(w, "en"))
	}
	if verb == "zijn" && i > s.first && possessed(text.lower[i-1]) {
		return -1 // his
	}
	if i > s.first && is(i-1) && together(text, i-1) {
		return i - 1
	}
	const far = 12
	for j := i + 1; j < min(s.last, i+far) && together(text, j-1) && !clauses[text.lower[j]]; j++ {
		if is(j) {
			return j
		}
	}
	return -1
}

// clauses are words that begin another clause.
var clauses = set("dat die of wat waar hoe wanneer om wie waarmee waarvan waarin waarop omdat als zodat waardoor welke")

// possessed tells whether "zijn" behind a word is rather "his" than "are".
func possessed(word string) bool {
	return slices.Contains([]string{"van", "met", "aan", "in", "op", "voor", "bij", "door", "naar", "over", "uit", "en"}, word)
}

// together tells whether no mark ends the clause between a word and the next.
func together(text *passage, i int) bool {
	return !strings.ContainsAny(text.Text[text.words[i].Stop:text.words[i+1].Start], ",;:()–—")
}

var participle = regexp.MustCompile(`^(?:(?:aan|af|bij|door|in|mee|na|om|op|over|toe|uit|voor|terug|vast|weg|samen|goed|klaar|open|bekend|plaats|vrij|tegen|thuis|deel)?ge\pL{2,}(?:d|t|en)|(?:aan|over|toe|uit|voor)?(?:be|ver|ont|her|er)\pL{2,}(?:d|[kfshpxc]t))$`)

// strong are participles with -en behind be-, ver- and ont-, which is else the ending
// of nouns.
var strong = set(`begrepen bekeken beschreven besloten besproken betrokken bewezen gedaan ontnomen ontslagen ontvangen
	ontworpen overgenomen overwogen toegewezen verboden vergeten verkregen verloren verstaan vertrokken vervangen
	verworven verwezen voorgeschreven onderzocht overgedragen onderschreven overlegd uitbesteed aanbevolen aanbesteed
	voldaan ondernomen herzien voorzien voorkomen
	vergroot bezet verzet verkort besteed ontmoet ontzet`)

// no participles are nouns and adjectives that look like one.
var noParticiple = set(`gebied gebieden geheel geld geluid geluiden gemeenten gemeente geschikt gesprek gesprekken geval
	gevallen gevolg gevolgen gezicht gezichten gezond gegevens gewicht geduld gemiddeld bedrijven bericht berichten
	besluit besluiten bestand bestanden beleid beeld beelden verstand verband verschillend beroemd bewust verkeerd
	erfenissen gebruiken gebeurtenissen gewoonten gedachten gevoelens getallen gebouwen geschiedenis genoeg gereed
	gerust gevaren geweldig verhalen verplicht bekend gewend bereid vereist gericht gebaseerd geïnteresseerd verantwoord
	gelijk gelden gesprokkeld geheimen gebreken gerechten gedichten vermoeid beperkt geleden bevoegd belast behalve
	betreffend gemeen getuigen gezinnen geslachten geschenken gedragingen geneesmiddelen genoemden geslacht`)

// state are participles that with "is" tell how something is, or what has happened,
// rather than what is done.
var state = set(`gebeurd geland gelukt gestart gestopt ontstaan veranderd verhuisd gegroeid gedaald gestegen gezakt
	geslaagd mislukt verbaasd verrast verliefd getrouwd bevriend overtuigd verbonden verwant bedoeld gevestigd ontwikkeld
	geworden geweest gebleven gekomen gegaan begonnen verschenen verdwenen gestorven gevallen overleden vertrokken
	gesloten geopend opgelet geboren gelegen betrokken versleten vergeten bestemd gemotiveerd gespecialiseerd gewenst
	ingewikkeld opgewekt tevreden uitgebreid uitgeput aangesloten afgelopen verloofd verdeeld gehecht geregeld
	gevormd opgebouwd beschermd verwacht gezakt gekleurd verzekerd opgegroeid geïnspireerd`)

func dutchParticiple(w string) bool {
	if noParticiple[w] || strings.HasSuffix(w, "komst") {
		return false
	}
	return strong[w] || participle.MatchString(w)
}

var (
	being     = set("am is are was were be been being")
	irregular = set(`broken brought built bought caught chosen cut done drawn driven eaten fed felt fought found forgotten
		given held hidden hit kept known led left lent let lost made meant met paid put read run said seen sold sent set
		shown shut spent spoken stolen struck taken taught told thought thrown understood won worn written rewritten`)
	noEnglishParticiple = set(`need indeed exceed speed feed seed based interested excited pleased supposed tired used
		related located experienced committed dedicated concerned embedded aligned hundred red advanced detailed skilled
		welcomed scared worried involved limited required qualified`)
	between = set("not also always often never still being been already only now then fully usually generally first")
)

// englishPassive returns the participle that belongs to the verb at i, or -1.
func englishPassive(text *passage, s sentence, i int) int {
	if !being[text.lower[i]] {
		return -1
	}
	for j := i + 1; j < min(s.last, i+4) && together(text, j-1); j++ {
		w := text.lower[j]
		if irregular[w] || strings.HasSuffix(w, "ed") && len(w) > 4 && !noEnglishParticiple[w] {
			return j
		}
		if !between[w] && !strings.HasSuffix(w, "ly") {
			return -1
		}
	}
	return -1
}
