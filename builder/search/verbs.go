package search

import "strings"

// strongVerbs are the forms of Dutch verbs that change their vowel, which no
// stemmer brings together: the infinitive, the past in one and more, and the
// participle. The reader takes them for synonyms.
var strongVerbs = strings.Split(strings.TrimSpace(`
begrijpen begreep begrepen
beginnen begon begonnen
besluiten besloot besloten
bezoeken bezocht bezochten
bieden bood boden geboden
blijven bleef bleven gebleven
breken brak braken gebroken
brengen bracht brachten gebracht
denken dacht dachten gedacht
dragen droeg droegen gedragen
drinken dronk dronken gedronken
eten at aten gegeten
genieten genoot genoten
geven gaf gaven gegeven
grijpen greep grepen gegrepen
helpen hielp hielpen geholpen
houden hield hielden gehouden
kiezen koos kozen gekozen
kijken keek keken gekeken
komen kwam kwamen gekomen
kopen kocht kochten gekocht
krijgen kreeg kregen gekregen
lezen las lazen gelezen
liegen loog logen gelogen
lopen liep liepen gelopen
nemen nam namen genomen
ontvangen ontving ontvingen
prijzen prees prezen geprezen
roepen riep riepen geroepen
rijden reed reden gereden
scheiden scheidde gescheiden
schieten schoot schoten geschoten
schrijven schreef schreven geschreven
slapen sliep sliepen geslapen
sluiten sloot sloten gesloten
spreken sprak spraken gesproken
springen sprong sprongen gesprongen
staan stond stonden gestaan
stelen stal stalen gestolen
stijgen steeg stegen gestegen
treffen trof troffen getroffen
trekken trok trokken getrokken
verbieden verbood verboden
verdwijnen verdween verdwenen
vergeten vergat vergaten
verliezen verloor verloren
vinden vond vonden gevonden
vragen vroeg vroegen gevraagd
weten wist wisten geweten
werven wierf wierven geworven
winnen won wonnen gewonnen
wijzen wees wezen gewezen
zenden zond zonden gezonden
zien zag zagen gezien
zingen zong zongen gezongen
zoeken zocht zochten gezocht
zwijgen zweeg zwegen gezwegen
`), "\n")

// forms are the strong verbs as groups of words that mean the same.
func forms() [][]string {
	var groups [][]string
	for _, line := range strongVerbs {
		groups = append(groups, strings.Fields(line))
	}
	return groups
}
