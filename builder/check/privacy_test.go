package check

import "testing"

// TestEleven tests numbers of citizens.
func TestEleven(t *testing.T) {
	for number, want := range map[string]bool{
		"123456782": true, "123456783": false, "111222333": true, "12345678": false,
		"": false, "1234567": false, "1234567820": false,
	} {
		if eleven(number) != want {
			t.Errorf("%q: %v", number, !want)
		}
	}
}

// TestPersonal tells addresses of persons from general mailboxes.
func TestPersonal(t *testing.T) {
	for address, want := range map[string]bool{
		"jan.jansen@bedrijf.nl": true, "j.de.vries@bedrijf.nl": true, "sanne@bedrijf.nl": true, "el.bakker-smit@bedrijf.nl": true,
		"info@bedrijf.nl": false, "team.hr@bedrijf.nl": false, "jan.jansen@voorbeeld.nl": false, "jan.jansen@x.example": false,
		"18f-help@bedrijf.nl": false, "cpc.zaken@bedrijf.nl": false, "kennissen@bedrijf.nl": false, "a.b@bedrijf.nl": false,
		"@": false, ".@x": false, "": false,
	} {
		if personal(address) != want {
			t.Errorf("%q: %v", address, !want)
		}
	}
}

// TestInvented knows numbers that are seen to be made up.
func TestInvented(t *testing.T) {
	for number, want := range map[string]bool{
		"0612345678": true, "0600000000": true, "123456782": true, "0648293715": false, "": false,
	} {
		if invented(number) != want {
			t.Errorf("%q: %v", number, !want)
		}
	}
}
