package search

import "strings"

// stopWords are the words of each language that say nothing by themselves,
// folded. The text of a page is indexed without them, a title with them, and in
// a question they count for nothing beside other words. The browser gets them
// with the directory.
var stopWords = map[string][]string{
	"nl": strings.Fields(`
		aan al als alle alleen alles allemaal altijd ander andere anders ben bent bij binnen bijna
		buiten daar daarbij daarin daarmee daarna daarnaast daarom daaronder daarop daarover daarvan
		daarvoor dan dat de degene deze die dit doe doen doet door dus echter een eens eerst eigen
		eigenlijk elk elke en enkele er erbij eraan erin ermee erna erop erover ertoe eruit ervan
		ervoor even ga gaan gaat gedaan geef geen gewoon gewoonlijk graag haar had hadden heb hebben
		hebt heeft heel hem hen het hier hierbij hierin hiermee hierna hieronder hierop hierover
		hiervan hiervoor hij hoe hoelang hoeveel hoewel hun ieder iedere iemand iets ik in is ja je jij jou jouw
		jullie kan kom komen komt kon konden krijg krijgen krijgt kun kunnen kunt laat laten maar maak maakt mag mee meer meest meestal
		men met mij mijn mocht moest moet moeten mogen na naar naast nadat nee net niemand niet niets niks
		nodig nog nooit nou nu of om omdat onder ons onze ook op over pas per samen sinds soms s t
		te tegen ten ter tijdens toch toe toen tot tussen u uit uw vaak van vanaf vanuit veel via vind vinden vindt
		voor vooral voordat waar waarbij waarin waarmee waarom waarop waarover waarvan waarvoor
		wanneer want waren was wat we weer weet wel weten welk welke werd werden wie wij wil willen wilt word
		worden wordt zal ze zeg zeggen zegt zei zelf zelfs zich zij zijn zo zoals zodat zonder zou zouden zowel zult
		zullen`),
	"en": strings.Fields(`
		a about after again against all also always am an and another any anything are as at be
		because been before being between both but by can cannot cant could did do does doing done
		dont down during each either else even ever every few for from further get gets getting give
		go goes going got had has have having he her here hers him his how however i if im in into is
		isnt it its itself just let like make makes many may me might more most much must my need
		needs never no nor not now of off often on once one only or other our ours out over own
		please same shall she should so some someone something still such take than that the their
		theirs them then there these they thing things this those through to too under until up upon
		us use very was way we well were what when where whether which while who whom whose why will
		with within without would yes yet you your yours`),
}

// commonWords are the words of each language that people use to ask, whatever it is
// that they ask. In a small handbook few pages have them, so that they look as if
// they told much. They count half, and one that the handbook lacks is not taken
// for a mistyped one. The browser gets their stems with the directory.
var commonWords = map[string][]string{
	"nl": strings.Fields(`
		bedoelen bedoeling begrijpen behoren belangrijk bestaan best beter betekenen bijvoorbeeld blijven brengen
		buurt daarheen dag denken ding dom duidelijk durven eerder erg ergens fijn gebeuren gebruiken gek
		geloven gelijk gemakkelijk geval geven goed gooien groot gunnen halen handig heen helemaal helpen heten
		hoeven hopen horen houden idee inderdaad inmiddels jammer juist kant keer kennen kiezen kijken klein
		kleven kloppen kort kwestie lang langs lastig leggen lekker leuk liggen lijken lopen los lukken
		makkelijk manier meedoen meenemen meteen misschien moeilijk mogelijk moment mooi naartoe nemen nergens
		nieuw noemen ooit oud overal passen persoon plek praten precies prima proberen probleem raar reden
		regelen schijnen slecht snappen snel soort staan steeds stellen stom stoms straks stuk sturen teveel
		telkens terug tijd trouwens uitleggen vandaag vaker verder vertellen verwachten voelen voorbeeld
		vorig vraag vragen vreemd waarheen weg weinig wensen werkelijk zeker zetten zien zitten zoeken zogenaamd`),
	"en": strings.Fields(`
		actually ago already around ask bad believe best better big bit call case certain clear come day
		different easy example exactly feel find fine fit give good great guess happen hard hear help hi hope
		idea important keep kind know later leave little long look lot maybe mean moment new nice okay old
		person place please point possible probably problem put quite really reason right said say see seem
		send short show small soon sort start sure talk tell think time today together tomorrow try understand
		want way whole wonder wrong`),
}

// stops are the stop words as sets. It is never changed.
var stops = func() map[string]map[string]bool {
	sets := map[string]map[string]bool{}
	for lang, list := range stopWords {
		sets[lang] = map[string]bool{}
		for _, w := range list {
			sets[lang][w] = true
		}
	}
	return sets
}()
