package handbook

import "vaandel/builder/diag"

// The rules of the toolkit.
var (
	// toolkit-type: the page doesn't say what is to be found on it.
	toolkitType = diag.Rule{ID: "toolkit-type", Severity: diag.Error,
		Message: diag.Text{
			NL: "Deze pagina zegt niet wat erop te vinden is",
			EN: "This page doesn't say what is to be found on it"},
		Hint: diag.Text{
			NL: "Kies pictures, posts, words, downloads of materials, zo: type: pictures",
			EN: "Choose pictures, posts, words, downloads or materials, like this: type: pictures"}}
	toolkitTypeUnknown = diag.Rule{ID: "toolkit-type", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij type staat %[1]q, en dat soort kennen we niet",
			EN: "type says %[1]q, which we don't know"},
		Hint: diag.Text{
			NL: "Kies uit: %[2]s.",
			EN: "Choose from: %[2]s."}}
	// toolkit-pictures: a page of pictures has none.
	toolkitPictures = diag.Rule{ID: "toolkit-pictures", Severity: diag.Error,
		Message: diag.Text{
			NL: "Op deze pagina staan nog geen foto's",
			EN: "There are no pictures on this page yet"},
		Hint: diag.Text{
			NL: "Zet ze bij pictures, elk met file, alt en licence.",
			EN: "Put them under pictures, each with file, alt and licence."}}
	// toolkit-downloads: a page of downloads has none.
	toolkitDownloads = diag.Rule{ID: "toolkit-downloads", Severity: diag.Error,
		Message: diag.Text{
			NL: "Op deze pagina staan nog geen bestanden",
			EN: "There are no files on this page yet"},
		Hint: diag.Text{
			NL: "Zet ze bij downloads, elk met file, title en licence.",
			EN: "Put them under downloads, each with file, title and licence."}}
	// toolkit-materials: a page of materials has none.
	toolkitMaterials = diag.Rule{ID: "toolkit-materials", Severity: diag.Error,
		Message: diag.Text{
			NL: "Op deze pagina staan nog geen spullen",
			EN: "There are no materials on this page yet"},
		Hint: diag.Text{
			NL: "Zet ze bij materials, elk met name en where.",
			EN: "Put them under materials, each with name and where."}}
	// toolkit-posts: a page of post templates has none.
	toolkitPosts = diag.Rule{ID: "toolkit-posts", Severity: diag.Error,
		Message: diag.Text{
			NL: "Op deze pagina staan nog geen voorbeeldberichten",
			EN: "There are no post templates on this page yet"},
		Hint: diag.Text{
			NL: "Zet elk bericht tussen een regel ```post {network=linkedin type=informal} en een regel ```.",
			EN: "Put each one between a line ```post {network=linkedin type=informal} and a line ```."}}
	// toolkit-words: a word list has no table of two columns or more.
	toolkitWords = diag.Rule{ID: "toolkit-words", Severity: diag.Error,
		Message: diag.Text{
			NL: "Op deze woordenlijst staat geen tabel met wat we wel en niet zeggen",
			EN: "This word list has no table of what we say and what we don't"},
		Hint: diag.Text{
			NL: "Maak een tabel met minstens twee kolommen en een regel woorden: | Dit zeggen we | Dit niet | Waarom |",
			EN: "Make a table with at least two columns and a row of words: | We say | We don't say | Why |"}}
	// asset-file: an entry names no file.
	assetFile = diag.Rule{ID: "asset-file", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier staat niet om welk bestand het gaat",
			EN: "This doesn't say which file it is"},
		Hint: diag.Text{
			NL: "Zet het bestand erbij, gezien vanaf deze pagina, zo: file: kantine.jpg",
			EN: "Add the file, as seen from this page, like this: file: canteen.jpg"}}
	// asset-licence: nobody knows whether a picture or file may be used.
	assetLicence = diag.Rule{ID: "asset-licence", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier staat niet of iedereen dit mag gebruiken",
			EN: "This doesn't say whether everybody may use it"},
		Hint: diag.Text{
			NL: "Zet bij licence welke afspraak geldt, zo: licence: Eigen foto, vrij te gebruiken door collega's",
			EN: "Set licence to what was agreed, like this: licence: Our own picture, free for colleagues"}}
	// asset-consent: a picture shows people and no permission.
	assetConsent = diag.Rule{ID: "asset-consent", Severity: diag.Error,
		Message: diag.Text{
			NL: "Op dit beeld staan mensen, maar nergens staat dat zij het goedvinden",
			EN: "This shows people, but nothing says that they agreed"},
		Hint: diag.Text{
			NL: "Zet bij consent waar hun toestemming ligt en tot wanneer die geldt.",
			EN: "Set consent to where their permission is kept and until when it holds."}}
	// asset-expired: a picture or file may no longer be used.
	assetExpired = diag.Rule{ID: "asset-expired", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Dit mag je sinds %[1]s niet meer gebruiken",
			EN: "This may not be used any more since %[1]s"},
		Hint: diag.Text{
			NL: "Haal het weg, of spreek een nieuwe termijn af en pas expires aan.",
			EN: "Remove it, or agree on a new term and change expires."}}
	// asset-alt: a picture has no text for those who can't see it.
	assetAlt = diag.Rule{ID: "asset-alt", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij deze foto staat niet wat erop te zien is",
			EN: "This picture doesn't say what it shows"},
		Hint: diag.Text{
			NL: "Beschrijf de foto in één zin, voor wie hem niet ziet, zo: alt: Twee collega's lachen in de kantine",
			EN: "Describe it in one sentence, for those who can't see it, like this: alt: Two colleagues laughing in the canteen"}}
	// download-title: a file has no name to show.
	downloadTitle = diag.Rule{ID: "download-title", Severity: diag.Error,
		Message: diag.Text{
			NL: "Dit bestand heeft geen titel",
			EN: "This file has no title"},
		Hint: diag.Text{
			NL: "Vertel in een paar woorden wat het is, zo: title: Sjabloon voor een presentatie",
			EN: "Say in a few words what it is, like this: title: Template for a presentation"}}
	// material-name: an entry has no name.
	materialName = diag.Rule{ID: "material-name", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier staat niet wat je kunt lenen of gebruiken",
			EN: "This doesn't say what there is to borrow or use"},
		Hint: diag.Text{
			NL: "Noem het ding, zo: name: Selfiestick",
			EN: "Name the thing, like this: name: Selfie stick"}}
	// post-type: a template names a type of message there is not.
	postType = diag.Rule{ID: "post-type", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij type staat %[1]q, en dat soort kennen we niet",
			EN: "type says %[1]q, which we don't know"},
		Hint: diag.Text{
			NL: "Kies uit: %[2]s.",
			EN: "Choose from: %[2]s."}}
	postTypeNear = diag.Rule{ID: "post-type", Severity: diag.Error,
		Message: postType.Message,
		Hint: diag.Text{
			NL: "Bedoel je %[2]q?",
			EN: "Did you mean %[2]q?"}}
	// post-long: a template is longer than its network allows.
	postLong = diag.Rule{ID: "post-long", Severity: diag.Error,
		Message: diag.Text{
			NL: "Dit bericht telt %[1]d tekens, maar op %[2]s mogen het er %[3]d zijn",
			EN: "This post has %[1]d characters, but %[2]s allows %[3]d"},
		Hint: diag.Text{
			NL: "Kort het in, of kies een ander netwerk.",
			EN: "Shorten it, or choose another network."}}
)
