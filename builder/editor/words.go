package editor

import "vaandel/builder/diag"

// What is said of paths; %[1]s is the path.
var (
	pathEmpty = Words{
		diag.Text{
			NL: "Het bestand heeft nog geen naam.",
			EN: "The file has no name yet."},
		diag.Text{
			NL: "Geef het een naam die eindigt op .md, zoals werktijd.md.",
			EN: "Give it a name that ends in .md, such as working-hours.md."}}
	pathForm = Words{
		diag.Text{
			NL: "%[1]q is geen plek in de map van je handboek.",
			EN: "%[1]q is not a place in the folder of your handbook."},
		diag.Text{
			NL: "Schrijf de map en de naam met schuine strepen ertussen, zoals beleid/werktijd.md.",
			EN: "Write the folder and the name with slashes in between, like policy/working-hours.md."}}
	pathHidden = Words{
		diag.Text{
			NL: "In %[1]q begint een naam met een punt. Zulke bestanden horen niet bij je handboek.",
			EN: "A name in %[1]q starts with a dot. Such files are not part of your handbook."},
		diag.Text{
			NL: "Haal de punt aan het begin weg.",
			EN: "Remove the dot at the start."}}
	pathEnd = Words{
		diag.Text{
			NL: "In %[1]q begint of eindigt een naam met een spatie, of eindigt met een punt. Dat kan niet op elke computer.",
			EN: "A name in %[1]q starts or ends with a space, or ends with a dot. Not every computer can have that."},
		diag.Text{
			NL: "Haal de spatie of de punt weg.",
			EN: "Remove the space or the dot."}}
	pathReserved = Words{
		diag.Text{
			NL: "In %[1]q staat een naam die Windows voor zichzelf houdt.",
			EN: "%[1]q has a name that Windows keeps for itself."},
		diag.Text{
			NL: "Kies een andere naam.",
			EN: "Choose another name."}}
	pathLong = Words{
		diag.Text{
			NL: "De naam %[1]q is te lang.",
			EN: "The name %[1]q is too long."},
		diag.Text{
			NL: "Kies een kortere naam.",
			EN: "Choose a shorter name."}}
	pathUnreadable = Words{
		diag.Text{
			NL: "In de naam %[1]q staan tekens die niet te lezen zijn.",
			EN: "The name %[1]q has characters that can't be read."},
		diag.Text{
			NL: "Gebruik alleen gewone letters, cijfers en streepjes.",
			EN: "Use only plain letters, digits and hyphens."}}
	pathCharacter = Words{
		diag.Text{
			NL: "In de naam %[1]q staat een teken dat niet op elke computer kan.",
			EN: "The name %[1]q has a character that not every computer can have."},
		diag.Text{
			NL: "Laat < > \" | ? en * weg.",
			EN: "Leave out < > \" | ? and *."}}
	pathIgnored = Words{
		diag.Text{
			NL: "De naam %[1]q is voor bestanden die niet in het handboek komen.",
			EN: "The name %[1]q is for files that don't get into the handbook."},
		diag.Text{
			NL: "Kies een andere naam.",
			EN: "Choose another name."}}
	notText = Words{
		diag.Text{
			NL: "%[1]q is geen bestand dat je hier kunt bewerken.",
			EN: "%[1]q is not a file that you can edit here."},
		diag.Text{
			NL: "Een pagina eindigt op .md. De instellingen staan in handbook.yaml.",
			EN: "A page ends in .md. The settings are in handbook.yaml."}}
	linkElsewhere = Words{
		diag.Text{
			NL: "%[1]s is een koppeling naar iets dat je hier niet kunt bewerken.",
			EN: "%[1]s is a link to something that you can't edit here."},
		diag.Text{
			NL: "Zet het bestand zelf in de map van je handboek.",
			EN: "Put the file itself into the folder of your handbook."}}
	notAFile = Words{
		diag.Text{
			NL: "%[1]s is geen gewoon bestand.",
			EN: "%[1]s is not an ordinary file."},
		diag.Text{
			NL: "Haal het weg uit de map van het handboek.",
			EN: "Take it out of the handbook's folder."}}
	gone = Words{
		diag.Text{
			NL: "%[1]s is er niet (meer).",
			EN: "%[1]s is not there (any more)."},
		diag.Text{
			NL: "Misschien heeft iemand het een andere naam gegeven. Kijk in de map van je handboek.",
			EN: "Somebody may have renamed it. Look in the folder of your handbook."}}
	exists = Words{
		diag.Text{
			NL: "Er is al een bestand %[1]s.",
			EN: "There is a file %[1]s already."},
		diag.Text{
			NL: "Kies een andere naam, of ga naar het bestand dat er al is.",
			EN: "Choose another name, or go to the file that is there."}}
)

// What is said of texts; %[1]s is the file.
var (
	tooLong = Words{
		diag.Text{
			NL: "%[1]s is te groot: een pagina mag 2 MB zijn.",
			EN: "%[1]s is too large: a page may be 2 MB."},
		diag.Text{
			NL: "Verdeel de tekst over meer pagina's.",
			EN: "Divide the text over more pages."}}
	notUTF8 = Words{
		diag.Text{
			NL: "In %[1]s staan letters die niet als UTF-8 bewaard zijn. Als je het hier bewaart, gaan die verloren.",
			EN: "%[1]s has letters that aren't saved as UTF-8. Saved here, they would be lost."},
		diag.Text{
			NL: "Open het bestand in Kladblok, kies Opslaan als, en kies bij Codering UTF-8.",
			EN: "Open the file in Notepad, choose Save as, and choose UTF-8 as its encoding."}}
	notPlain = Words{
		diag.Text{
			NL: "%[1]s is geen gewone tekst: er staan tekens in die een tekst niet heeft.",
			EN: "%[1]s is not plain text: it has characters that a text doesn't have."},
		diag.Text{
			NL: "Is het een document uit Word? Kopieer de tekst en plak die in een nieuwe pagina. Anders: open het in Kladblok en bewaar het als UTF-8.",
			EN: "Is it a Word document? Copy its text into a new page. Otherwise open it in Notepad and save it as UTF-8."}}
	conflict = Words{
		diag.Text{
			NL: "Iemand anders heeft %[1]s veranderd terwijl jij schreef.",
			EN: "Somebody else changed %[1]s while you were writing."},
		diag.Text{
			NL: "Er is niets overschreven. Vergelijk jouw tekst met wat er nu staat.",
			EN: "Nothing was overwritten. Compare your text with what is there now."}}
	conflictGone = Words{
		diag.Text{
			NL: "%[1]s is weg: iemand heeft het verwijderd of een andere naam gegeven terwijl jij schreef.",
			EN: "%[1]s is gone: somebody deleted or renamed it while you were writing."},
		diag.Text{
			NL: "Je tekst staat nog op je scherm. Bewaar hem als nieuwe pagina.",
			EN: "Your text is still on your screen. Save it as a new page."}}
	readOnly = Words{
		diag.Text{
			NL: "%[1]s mag je lezen, maar niet veranderen.",
			EN: "You may read %[1]s, but not change it."},
		diag.Text{
			NL: "Haal bij de eigenschappen van het bestand het vinkje weg bij Alleen-lezen. Lukt dat niet? Je beheerder kan je helpen.",
			EN: "Untick Read-only in the properties of the file. Doesn't that work? Your administrator can help."}}
)

// What is said of what the system refuses.
var (
	notAllowed = Words{
		diag.Text{
			NL: "We mogen hier niets bewaren.",
			EN: "We are not allowed to save anything here."},
		diag.Text{
			NL: "Kijk wie er rechten heeft op de map van je handboek, en of een ander programma het bestand open heeft. Je beheerder kan je helpen.",
			EN: "See who has rights to the folder of your handbook, and whether another program has the file open. Your administrator can help."}}
	diskFull = Words{
		diag.Text{
			NL: "De schijf is vol.",
			EN: "The disk is full."},
		diag.Text{
			NL: "Er is niets verloren. Maak ruimte en bewaar opnieuw.",
			EN: "Nothing is lost. Make room and save again."}}
	unexpected = Words{
		diag.Text{
			NL: "Dat lukte niet: %[1]s",
			EN: "That didn't work: %[1]s"},
		diag.Text{
			NL: "Probeer het opnieuw. Blijft het misgaan? Stuur deze regel dan naar je beheerder.",
			EN: "Try again. Does it keep failing? Then send this line to your administrator."}}
)

// What is said of the fields of a page; %[1]s is the field or the file.
var (
	fieldNameOdd = Words{
		diag.Text{
			NL: "%[1]q kan geen veld van een pagina zijn.",
			EN: "%[1]q can't be a field of a page."},
		diag.Text{
			NL: "De naam van een veld is één woord, zoals title.",
			EN: "The name of a field is one word, such as title."}}
	fieldNumber = Words{
		diag.Text{
			NL: "%[1]q is geen getal.",
			EN: "%[1]q is not a number."},
		diag.Text{
			NL: "Schrijf alleen cijfers, zoals 12.",
			EN: "Write digits only, such as 12."}}
	fieldNested = Words{
		diag.Text{
			NL: "Het veld %[1]s heeft zelf weer velden. Dat kun je hier niet invullen.",
			EN: "The field %[1]s has fields of its own. You can't fill it in here."},
		diag.Text{
			NL: "Pas het aan in de tekst, bovenaan de pagina.",
			EN: "Change it in the text, at the top of the page."}}
	fieldByHand = Words{
		diag.Text{
			NL: "Het veld %[1]s staat zo in de pagina dat we het niet veilig kunnen veranderen.",
			EN: "The field %[1]s is written in a way that we can't change safely."},
		diag.Text{
			NL: "Pas het aan in de tekst, bovenaan de pagina.",
			EN: "Change it in the text, at the top of the page."}}
	frontForeign = Words{
		diag.Text{
			NL: "De gegevens bovenaan %[1]s zijn in een andere vorm geschreven dan we hier kunnen invullen.",
			EN: "The details at the top of %[1]s are written in another form than we can fill in here."},
		diag.Text{
			NL: "Pas ze aan in de tekst, bovenaan de pagina.",
			EN: "Change them in the text, at the top of the page."}}
)

// What is said of what was pasted.
var (
	pasteLarge = Words{
		diag.Text{
			NL: "Dit is te veel om in één keer te plakken.",
			EN: "This is too much to paste at once."},
		diag.Text{
			NL: "Plak het in delen. Of plak het als gewone tekst, met Ctrl+Shift+V.",
			EN: "Paste it in parts. Or paste it as plain text, with Ctrl+Shift+V."}}
	pasteUnreadable = Words{
		diag.Text{
			NL: "De opmaak van deze tekst kunnen we niet lezen.",
			EN: "We can't read the formatting of this text."},
		diag.Text{
			NL: "Plak hem als gewone tekst, met Ctrl+Shift+V.",
			EN: "Paste it as plain text, with Ctrl+Shift+V."}}
)

// What is said of pictures.
var (
	pictureLarge = Words{
		diag.Text{
			NL: "Dit beeld is te groot: het mag 20 MB zijn.",
			EN: "This picture is too large: it may be 20 MB."},
		diag.Text{
			NL: "Maak het kleiner met Foto's of Paint, en probeer het opnieuw.",
			EN: "Make it smaller with Photos or Paint, and try again."}}
	picturePixels = Words{
		diag.Text{
			NL: "Dit beeld is te groot om te openen: %[1]d bij %[2]d beeldpunten.",
			EN: "This picture is too large to open: %[1]d by %[2]d pixels."},
		diag.Text{
			NL: "Maak het kleiner met Foto's of Paint. Voor een pagina is 2560 breed genoeg.",
			EN: "Make it smaller with Photos or Paint. 2560 wide is enough for a page."}}
	pictureFormat = Words{
		diag.Text{
			NL: "Browsers kunnen een %[1]s niet overal laten zien.",
			EN: "Not every browser can show a %[1]s."},
		diag.Text{
			NL: "Open het beeld, kies Opslaan als, en kies JPEG of PNG. Maakte je het met een iPhone? Stuur het naar jezelf met Mail, dan wordt het een JPEG.",
			EN: "Open the picture, choose Save as, and choose JPEG or PNG. Is it from an iPhone? Send it to yourself with Mail, which makes it a JPEG."}}
	pictureUnknown = Words{
		diag.Text{
			NL: "Dit bestand is geen beeld dat op een pagina kan.",
			EN: "This file is not a picture that a page can show."},
		diag.Text{
			NL: "Kies een JPEG, PNG, GIF, WebP of SVG.",
			EN: "Choose a JPEG, PNG, GIF, WebP or SVG."}}
	pictureBroken = Words{
		diag.Text{
			NL: "Dit beeld is beschadigd.",
			EN: "This picture is damaged."},
		diag.Text{
			NL: "Probeer het te openen met Foto's of Paint en bewaar het opnieuw. Lukt dat niet? Kies dan een ander beeld.",
			EN: "Try to open it with Photos or Paint and save it again. Doesn't that work? Then choose another picture."}}
)

// What is said of pages that move.
var (
	renameHome = Words{
		diag.Text{
			NL: "%[1]s is de eerste pagina van je handboek. Die blijft waar ze is.",
			EN: "%[1]s is the first page of your handbook. It stays where it is."},
		diag.Text{
			NL: "Verander de tekst, of maak een nieuwe pagina.",
			EN: "Change its text, or make a new page."}}
	renameEnding = Words{
		diag.Text{
			NL: "%[1]s moet eindigen op %[2]s, net als nu. Anders verandert de taal of het soort bestand.",
			EN: "%[1]s must end in %[2]s, as it does now. Otherwise its language or type changes."},
		diag.Text{
			NL: "Verander alleen de map en wat er voor de eerste punt staat.",
			EN: "Change only the folder and what comes before the first dot."}}
	renameFault = Words{
		diag.Text{
			NL: "De pagina kan daar niet heen. In %[1]s zou dan iets niet meer kloppen: %[2]s.",
			EN: "The page can't go there. Something in %[1]s would then be wrong: %[3]s."},
		diag.Text{
			NL: "Er is niets veranderd. Los dit eerst op, of kies een andere plek.",
			EN: "Nothing has changed. Solve this first, or choose another place."}}
	renameLinks = Words{
		diag.Text{
			NL: "We kunnen niet alle verwijzingen in %[1]s veilig aanpassen.",
			EN: "We can't change all references in %[1]s safely."},
		diag.Text{
			NL: "Er is niets veranderd. Schrijf de link op die pagina zo: [tekst](pagina.md). Probeer het dan opnieuw.",
			EN: "Nothing has changed. Write the link on that page like this: [text](page.md). Then try again."}}
)
