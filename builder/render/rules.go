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
