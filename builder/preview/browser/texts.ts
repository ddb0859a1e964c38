// What the preview says, in the language of the handbook.

let lang = "nl";

/** Chooses the language. */
export const speak = (name: string): void => {
  lang = name in texts ? name : "en";
};

/** Returns a text, with values at {0}, {1}. */
export const say = (name: string, ...values: (string | number)[]): string =>
  (texts[lang][name] ?? name).replace(/\{(\d)\}/g, (_, i: string) => String(values[Number(i)]));

/** Returns the text for a number of things: that of one, or of more. */
export const count = (name: string, n: number): string => (n === 1 ? say(`${name}.one`) : say(name, n));

const texts: Record<string, Record<string, string>> = {
  nl: {
    "bar": "Voorbeeld",
    "edit": "Bewerk",
    "new": "Nieuwe pagina",
    "more": "Meer",
    "close": "Sluit",
    "errors": "{0} fouten", "errors.one": "1 fout",
    "warnings": "{0} tips", "warnings.one": "1 tip",
    "errors.title": "Dit gaat nog niet goed",
    "warnings.title": "Dit kan nog beter",
    "kept": "Je ziet de pagina zoals die was toen alles nog klopte.",
    "hidden": "Er zijn er nog {0}.", "hidden.one": "Er is er nog 1.",
    "place": "{0}, regel {1}",
    "follow": "Ga mee naar de pagina die ik verander",
    "source": "Ctrl+klik op een alinea opent de tekst op die plek.",
    "lost": "Vaandel draait niet meer. Start het opnieuw met: vaandel serve",
  },
  en: {
    "bar": "Preview",
    "edit": "Edit",
    "new": "New page",
    "more": "More",
    "close": "Close",
    "errors": "{0} errors", "errors.one": "1 error",
    "warnings": "{0} tips", "warnings.one": "1 tip",
    "errors.title": "This is not right yet",
    "warnings.title": "This can be better",
    "kept": "You see the page as it was when all was well.",
    "hidden": "There are {0} more.", "hidden.one": "There is 1 more.",
    "place": "{0}, line {1}",
    "follow": "Go along to the page that I change",
    "source": "Ctrl+click on a paragraph opens its text.",
    "lost": "Vaandel is not running any more. Start it again with: vaandel serve",
  },
};
