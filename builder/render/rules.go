package render

import (
	"errors"

	"vaandel/builder/diag"
	"vaandel/builder/picture"
)

// The rules of pictures, data and addresses that Vaandel makes itself.
var (
	// picture-large: a picture has more pixels than are safe to decode.
	pictureLarge = diag.Rule{ID: "picture-large", Severity: diag.Error,
		Message: diag.Text{
			NL: "De foto %[1]s is te groot: %[2]d bij %[3]d beeldpunten",
			EN: "The picture %[1]s is too large: %[2]d by %[3]d pixels"},
		Hint: diag.Text{
			NL: "Maak de foto kleiner, tot hooguit 50 miljoen beeldpunten. 1600 breed is genoeg voor een scherm.",
			EN: "Make the picture smaller, 50 million pixels at most. A width of 1600 is enough for a screen."}}
	// picture-format: a file is no picture that browsers show.
	pictureFormat = diag.Rule{ID: "picture-format", Severity: diag.Error,
		Message: diag.Text{
			NL: "%[1]s is geen foto die een browser kan tonen",
			EN: "%[1]s is not a picture that a browser can show"},
		Hint: diag.Text{
			NL: "Bewaar de foto als .jpg of .png en gebruik dat bestand.",
			EN: "Save the picture as .jpg or .png and use that file."}}
	// picture-broken: a picture can't be decoded.
	pictureBroken = diag.Rule{ID: "picture-broken", Severity: diag.Error,
		Message: diag.Text{
			NL: "De foto %[1]s is beschadigd",
			EN: "The picture %[1]s is damaged"},
		Hint: diag.Text{
			NL: "Open de foto op je computer. Lukt dat niet, zet dan een nieuwe kopie in de map.",
			EN: "Open the picture on your computer. If that fails, put a new copy into the folder."}}
	// figures-data: the table of a page of figures can't be read.
	dataUnreadable = diag.Rule{ID: "figures-data", Severity: diag.Error,
		Message: diag.Text{
			NL: "De tabel %[1]s is niet te lezen",
			EN: "The table %[1]s can't be read"},
		Hint: diag.Text{
			NL: "Bewaar het blad in Excel als CSV. Elke regel heeft evenveel kolommen.",
			EN: "Save the sheet from Excel as CSV. Every line has the same number of columns."}}
	// figures-number: a cell that should be drawn is no number.
	figuresNumber = diag.Rule{ID: "figures-number", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Hier staat geen getal: %[1]q",
			EN: "This is no number: %[1]q"},
		Hint: diag.Text{
			NL: "Schrijf alleen het getal, zo: 1234,5. Weet je het niet, laat het vak dan leeg.",
			EN: "Write the number alone, like this: 1234.5. If you don't know it, leave the cell empty."}}
	// figures-column: a column that should be drawn has no number.
	figuresColumn = diag.Rule{ID: "figures-column", Severity: diag.Warning,
		Message: diag.Text{
			NL: "In de kolom %[1]q staat geen enkel getal",
			EN: "The column %[1]q has no numbers"},
		Hint: diag.Text{
			NL: "Zet er getallen in. Wil je alleen de tabel laten zien, schrijf dan op de pagina: chart: none",
			EN: "Put numbers in it. If you want to show the table alone, write on the page: chart: none"}}
	// figures-series: a table has more columns of numbers than a chart shows.
	figuresSeries = diag.Rule{ID: "figures-series", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Deze tabel heeft %[1]d kolommen met getallen, en een grafiek laat er %[2]d zien",
			EN: "This table has %[1]d columns of numbers, and a chart shows %[2]d"},
		Hint: diag.Text{
			NL: "Maak er twee tabellen van. Wil je alleen de tabel laten zien, schrijf dan op de pagina: chart: none",
			EN: "Make two tables of it. If you want to show the table alone, write on the page: chart: none"}}
	// figures-rows: a table has more rows than a chart shows.
	figuresRows = diag.Rule{ID: "figures-rows", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Deze tabel heeft %[1]d regels, te veel voor een grafiek",
			EN: "This table has %[1]d rows, too many for a chart"},
		Hint: diag.Text{
			NL: "Tot %[2]d regels kan het. Wil je alleen de tabel laten zien, schrijf dan op de pagina: chart: none",
			EN: "Up to %[2]d rows can be drawn. If you want to show the table alone, write on the page: chart: none"}}
	// toolkit-pack-large: the files of a page are too large for one archive.
	toolkitPackLarge = diag.Rule{ID: "toolkit-pack-large", Severity: diag.Warning,
		Message: diag.Text{
			NL: "De bestanden op deze pagina zijn samen %[1]d MB, te veel om in één keer te downloaden",
			EN: "The files on this page are %[1]d MB together, too much to download at once"},
		Hint: diag.Text{
			NL: "Verdeel ze over meer pagina’s, of maak grote foto’s kleiner. Tot %[2]d MB kan het in één keer.",
			EN: "Spread them over more pages, or make large pictures smaller. Up to %[2]d MB can be had at once."}}
	// address-kept: a page lies at an address that Vaandel makes itself.
	addressKept = diag.Rule{ID: "address-kept", Severity: diag.Error, Always: true,
		Message: diag.Text{
			NL: "Deze pagina krijgt een adres dat Vaandel zelf nodig heeft: %[1]s",
			EN: "This page gets an address that Vaandel needs itself: %[1]s"},
		Hint: diag.Text{
			NL: "Geef het bestand een andere naam.",
			EN: "Rename the file."}}
)

// reportPicture tells what keeps a picture from being shown.
func (a *assets) reportPicture(source string, where place, err error) {
	var large *picture.TooLargeError
	var format *picture.FormatError
	switch {
	case errors.As(err, &large):
		a.report(&pictureLarge, where, source, large.Width, large.Height)
	case errors.As(err, &format):
		a.report(&pictureFormat, where, source)
	default:
		a.report(&pictureBroken, where, source)
	}
}
