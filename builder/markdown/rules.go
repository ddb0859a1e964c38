package markdown

import "vaandel/builder/diag"

// The rules of files and bounds. A page past a bound can't be shown.
var (
	encoding = diag.Rule{ID: "encoding", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Dit bestand is bewaard in een oude codering; wij hebben geraden welke letters er staan",
			EN: "This file is saved in an old encoding; we have guessed its letters"},
		Hint: diag.Text{
			NL: "Kijk of de letters met accenten kloppen, en bewaar het bestand opnieuw als UTF-8.",
			EN: "Check the letters with accents, and save the file again as UTF-8."}}
	control = diag.Rule{ID: "control-character", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Hier staat een teken dat niemand ziet",
			EN: "There is a character here that nobody sees"},
		Hint: diag.Text{
			NL: "Haal het weg. Het komt vaak mee met kopiëren uit een ander programma.",
			EN: "Remove it. It often comes along when text is copied from another program."}}
	pageLarge = diag.Rule{ID: "page-too-large", Severity: diag.Error, Always: true,
		Message: diag.Text{
			NL: "Deze pagina is te groot om te lezen: %.1[1]f MB, en 2 MB mag",
			EN: "This page is too large to read: %.1[1]f MB, and 2 MB is the most"},
		Hint: diag.Text{
			NL: "Maak er meer pagina's van.",
			EN: "Make it several pages."}}
	pageDeep = diag.Rule{ID: "page-too-deep", Severity: diag.Error, Always: true,
		Message: diag.Text{
			NL: "Hier zitten meer dan 20 lijsten, citaten of andere dingen in elkaar",
			EN: "Here more than 20 lists, quotes or other things sit inside each other"},
		Hint: diag.Text{
			NL: "Haal er niveaus uit. Twee of drie is genoeg voor een lezer.",
			EN: "Take levels out. Two or three are enough for a reader."}}
	tableWide = diag.Rule{ID: "table-too-wide", Severity: diag.Error, Always: true,
		Message: diag.Text{
			NL: "Deze tabel heeft %[1]d kolommen; 64 is het meeste",
			EN: "This table has %[1]d columns; 64 is the most"},
		Hint: diag.Text{
			NL: "Verdeel de tabel, of bied haar aan als download.",
			EN: "Split the table, or offer it as a download."}}
	tableLong = diag.Rule{ID: "table-too-long", Severity: diag.Error, Always: true,
		Message: diag.Text{
			NL: "Deze tabel heeft %[1]d vakjes; 50.000 is het meeste",
			EN: "This table has %[1]d cells; 50,000 is the most"},
		Hint: diag.Text{
			NL: "Verdeel de tabel, of bied haar aan als download.",
			EN: "Split the table, or offer it as a download."}}
	pageComplex = diag.Rule{ID: "page-too-complex", Severity: diag.Error, Always: true,
		Message: diag.Text{
			NL: "Deze pagina is te ingewikkeld om te lezen: er staan te veel tekens als * [ ` < | bij elkaar",
			EN: "This page is too complex to read: too many characters such as * [ ` < | stand together"},
		Hint: diag.Text{
			NL: "Zet er lege regels tussen, of maak er meer pagina's van. Komt het uit een ander programma? Bied het aan als download.",
			EN: "Put blank lines between them, or make it several pages. Does it come from another program? Offer it as a download."}}
	pageUnreadable = diag.Rule{ID: "page-unreadable", Severity: diag.Error, Always: true,
		Message: diag.Text{
			NL: "Deze pagina konden we niet lezen. Dat is een fout van ons",
			EN: "We could not read this page. That is a mistake of ours"},
		Hint: diag.Text{
			NL: "Stuur de pagina naar wie dit programma beheert. Haal intussen de laatste verandering weg.",
			EN: "Send the page to whoever looks after this program. Meanwhile undo your last change."}}
)

// The rules of HTML in a page.
var (
	htmlOff = diag.Rule{ID: "raw-html", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Op deze pagina staat HTML (%[1]d×). De tekst daarin blijft, de opmaak niet",
			EN: "This page holds HTML (%[1]d×). Its text stays, its form does not"},
		Hint: diag.Text{
			NL: "Gebruik markdown, of zet raw_html: true in handbook.yaml.",
			EN: "Use markdown, or put raw_html: true into handbook.yaml."}}
	htmlNotAllowed = diag.Rule{ID: "raw-html", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Op deze pagina staat HTML die we niet tonen (%[1]d×)",
			EN: "This page holds HTML that we don't show (%[1]d×)"},
		Hint: diag.Text{
			NL: "Formulieren, vensters van andere sites en scripts kunnen niet. Link naar de plek waar ze staan.",
			EN: "Forms, frames of other sites and scripts are not possible. Link to where they are."}}
	commentOpen = diag.Rule{ID: "comment-open", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Hier begint een verborgen stuk (<!--) dat nergens eindigt; alles eronder is niet te zien",
			EN: "A hidden part (<!--) begins here and ends nowhere; all below it can't be seen"},
		Hint: diag.Text{
			NL: "Zet --> op de plek waar de lezer weer mag meelezen.",
			EN: "Put --> where the reader may read again."}}
)

// The rules of links and pictures.
var (
	linkScheme = diag.Rule{ID: "link-scheme", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Naar het adres %[1]q linken we niet: zulke adressen zijn niet veilig",
			EN: "We don't link to the address %[1]q: such addresses are not safe"},
		Hint: diag.Text{
			NL: "Gebruik een adres dat begint met https://, mailto: of tel:, of een bestand van dit handboek.",
			EN: "Use an address that begins with https://, mailto: or tel:, or a file of this handbook."}}
	linkSchemeNear = diag.Rule{ID: "link-scheme", Severity: diag.Warning,
		Message: linkScheme.Message,
		Hint: diag.Text{
			NL: "Moet het adres met %[2]s: beginnen?",
			EN: "Should the address begin with %[2]s:?"}}
	pictureScheme = diag.Rule{ID: "picture-scheme", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Het beeld %[1]q kunnen we niet tonen: er hoort geen bestand bij",
			EN: "We can't show the picture %[1]q: there is no file with it"},
		Hint: diag.Text{
			NL: "Bewaar het beeld als bestand in de map van het handboek, en noem hier de naam van het bestand.",
			EN: "Save the picture as a file in the handbook's folder, and give the name of that file here."}}
	linkDisk = diag.Rule{ID: "link-scheme", Severity: diag.Warning,
		Message: diag.Text{
			NL: "\"%[1]s\" is een plek op je eigen computer of een netwerkschijf; een lezer kan daar niet bij",
			EN: "\"%[1]s\" is a place on your own computer or a network drive; a reader can't get there"},
		Hint: diag.Text{
			NL: "Zet het bestand in de map van het handboek en link daarheen.",
			EN: "Put the file into the handbook's folder and link to it there."}}
	linkBare = diag.Rule{ID: "link-bare", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Het adres %[1]q mist zijn begin",
			EN: "The address %[1]q lacks its beginning"},
		Hint: diag.Text{
			NL: "Schrijf %[2]s. Daar gaat de link nu ook heen.",
			EN: "Write %[2]s. That is where the link leads now."}}
	linkEmpty = diag.Rule{ID: "link-empty", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Deze link of dit beeld heeft geen adres",
			EN: "This link or picture has no address"},
		Hint: diag.Text{
			NL: "Zet tussen de haakjes waar het heen gaat, zo: [tekst](pagina.md).",
			EN: "Put between the brackets where it leads, like this: [text](page.md)."}}
	linkText = diag.Rule{ID: "link-text", Severity: diag.Warning,
		Message: diag.Text{
			NL: "De link naar %[1]q heeft geen tekst om op te klikken",
			EN: "The link to %[1]q has no text to click on"},
		Hint: diag.Text{
			NL: "Zet tussen de vierkante haken wat de lezer daar vindt.",
			EN: "Put between the square brackets what the reader will find there."}}
	pictureOutside = diag.Rule{ID: "picture-outside", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Het beeld %[1]q staat op een andere site; we tonen een link",
			EN: "The picture %[1]q is on another site; we show a link"},
		Hint: diag.Text{
			NL: "Zet het beeld in de map van het handboek, als dat mag. Anders weet die site wie hier leest.",
			EN: "Put the picture into the handbook's folder, if you may. Otherwise that site knows who reads here."}}
)

// The rules of what a page is made of.
var (
	headingEmpty = diag.Rule{ID: "heading-empty", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Dit kopje heeft geen tekst",
			EN: "This heading has no text"},
		Hint: diag.Text{
			NL: "Geef het kopje een tekst, of haal de # weg.",
			EN: "Give the heading a text, or remove the #."}}
	idDouble = diag.Rule{ID: "id-double", Severity: diag.Warning,
		Message: diag.Text{
			NL: "De naam {#%[1]s} staat op deze pagina meer dan één keer",
			EN: "The name {#%[1]s} stands on this page more than once"},
		Hint: diag.Text{
			NL: "Kies hier een andere naam. Links gaan nu naar de eerste.",
			EN: "Choose another name here. Links lead to the first for now."}}
	calloutUnknown = diag.Rule{ID: "callout-unknown", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Een blok van het soort %[1]q kennen we niet; het ziet er nu uit als NOTE",
			EN: "We don't know a block of type %[1]q; it looks like NOTE for now"},
		Hint: diag.Text{
			NL: "Kies uit NOTE, TIP, IMPORTANT, WARNING, CAUTION, DO en DONT.",
			EN: "Choose from NOTE, TIP, IMPORTANT, WARNING, CAUTION, DO and DONT."}}
	calloutNear = diag.Rule{ID: "callout-unknown", Severity: diag.Warning,
		Message: calloutUnknown.Message,
		Hint: diag.Text{
			NL: "Bedoel je %[2]s?",
			EN: "Did you mean %[2]s?"}}
	fenceOpen = diag.Rule{ID: "fence-open", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Het blok dat hier begint, heeft geen einde; alles eronder hoort er nu bij",
			EN: "The block that begins here has no end; all below it is part of it now"},
		Hint: diag.Text{
			NL: "Zet onder de laatste regel van het blok dezelfde drie tekens als erboven.",
			EN: "Below the last line of the block, repeat the three characters above it."}}
	tableRow = diag.Rule{ID: "table-row", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Deze rij heeft %[1]d vakjes en de kop van de tabel %[2]d; de lezer ziet er %[2]d",
			EN: "This row has %[1]d cells and the head of the table %[2]d; the reader sees %[2]d"},
		Hint: diag.Text{
			NL: "Geef de kop evenveel kolommen, of zet \\| voor een streepje dat bij de tekst hoort.",
			EN: "Give the head as many columns, or write \\| for a bar that belongs to the text."}}
	footnoteMissing = diag.Rule{ID: "footnote-missing", Severity: diag.Warning,
		Message: diag.Text{
			NL: "De noot [^%[1]s] staat nergens op deze pagina",
			EN: "There is no note [^%[1]s] on this page"},
		Hint: diag.Text{
			NL: "Zet de noot onder de tekst, zo: [^%[1]s]: Tekst van de noot.",
			EN: "Put the note below the text, like this: [^%[1]s]: Text of the note."}}
	footnoteUnused = diag.Rule{ID: "footnote-unused", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Niets verwijst naar de noot [^%[1]s], dus de lezer ziet haar niet",
			EN: "Nothing refers to the note [^%[1]s], so readers don't see it"},
		Hint: diag.Text{
			NL: "Zet [^%[1]s] in de tekst waar de noot bij hoort, of haal de noot weg.",
			EN: "Put [^%[1]s] into the text where the note belongs, or remove the note."}}
)

// The rules of checklists, questions and templates for messages.
var (
	taskBox = diag.Rule{ID: "task-box", Severity: diag.Warning,
		Message: diag.Text{
			NL: "%[1]q lijkt op een vakje om af te vinken; zo hebben we het ook gelezen",
			EN: "%[1]q looks like a box to tick; that is how we have read it"},
		Hint: diag.Text{
			NL: "Schrijf [ ] voor een leeg vakje en [x] voor een vinkje, met precies één teken ertussen.",
			EN: "Write [ ] for an empty box and [x] for a tick, with exactly one character between them."}}
	taskWithoutBox = diag.Rule{ID: "task-without-box", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Deze regel van de checklist heeft geen vakje; wij hebben er een bij gezet",
			EN: "This line of the checklist has no box; we have added one"},
		Hint: diag.Text{
			NL: "Begin de regel met - [ ], of zet een lege regel en gewone tekst tussen de twee lijsten.",
			EN: "Begin the line with - [ ], or put a blank line and plain text between the two lists."}}
	taskEmpty = diag.Rule{ID: "task-empty", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Achter dit vakje staat niets om af te vinken",
			EN: "There is nothing to tick behind this box"},
		Hint: diag.Text{
			NL: "Schrijf erachter wat de lezer doet, of haal de regel weg.",
			EN: "Write behind it what the reader does, or remove the line."}}
	// chooser-question: an answer leads to a question that is not there.
	chooserQuestion = diag.Rule{ID: "chooser-question", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Dit antwoord leidt naar vraag %[1]d, maar die is er niet",
			EN: "This answer leads to question %[1]d, which is not there"},
		Hint: diag.Text{
			NL: "Deze lijst heeft %[2]d vragen. Kies een van die nummers.",
			EN: "This list has %[2]d questions. Choose one of their numbers."}}
	quizWithoutAnswer = diag.Rule{ID: "quiz-answer", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij de vraag %[1]q is geen antwoord goed",
			EN: "No answer to the question %[1]q is right"},
		Hint: diag.Text{
			NL: "Zet een x in het vakje van elk goed antwoord: - [x].",
			EN: "Put an x into the box of each right answer: - [x]."}}
	quizOneAnswer = diag.Rule{ID: "quiz-choice", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Bij de vraag %[1]q valt niets te kiezen: er is één antwoord",
			EN: "The question %[1]q leaves no choice: there is one answer"},
		Hint: diag.Text{
			NL: "Zet er een ander antwoord bij.",
			EN: "Add another answer."}}
	quizWithoutQuestion = diag.Rule{ID: "quiz-question", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Boven deze antwoorden staat geen vraag",
			EN: "There is no question above these answers"},
		Hint: diag.Text{
			NL: "Zet de vraag erboven als kopje: ### Wat doe je?",
			EN: "Put the question above them as a heading: ### What do you do?"}}
	postNetwork = diag.Rule{ID: "post-network", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Dit voorbeeldbericht zegt niet voor welk netwerk het is",
			EN: "This example of a message doesn't say for which network it is"},
		Hint: diag.Text{
			NL: "Noem het netwerk, zo: ```post {network=linkedin type=informal}",
			EN: "Name the network, like this: ```post {network=linkedin type=informal}"}}
	postEmpty = diag.Rule{ID: "post-empty", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Dit voorbeeldbericht heeft geen tekst",
			EN: "This example of a message has no text"},
		Hint: diag.Text{
			NL: "Zet het bericht tussen de twee regels met ```.",
			EN: "Put the message between the two lines with ```."}}
	postBraces = diag.Rule{ID: "post-braces", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Wat hier tussen { en } staat, kunnen we niet lezen",
			EN: "We can't read what stands between { and } here"},
		Hint: diag.Text{
			NL: "Schrijf woord=waarde, en zet een waarde met spaties tussen aanhalingstekens: title=\"Een nieuwe collega\".",
			EN: "Write word=value, and put a value with spaces between quotes: title=\"A new colleague\"."}}
	postField = diag.Rule{ID: "post-field", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Bij een voorbeeldbericht doet %[1]q niets",
			EN: "With an example of a message %[1]q does nothing"},
		Hint: diag.Text{
			NL: "Wat je kunt noemen: network, type, title en lang.",
			EN: "What you can name: network, type, title and lang."}}
	postFieldNear = diag.Rule{ID: "post-field", Severity: diag.Warning,
		Message: postField.Message,
		Hint: diag.Text{
			NL: "Bedoel je %[2]q?",
			EN: "Did you mean %[2]q?"}}
)
