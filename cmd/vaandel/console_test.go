package main

import (
	"bytes"
	"io"
	"testing"
)

func TestNumber(t *testing.T) {
	for n, want := range map[int][2]string{
		0: {"0", "0"}, 9999: {"9999", "9999"}, 10000: {"10.000", "10,000"},
		21340: {"21.340", "21,340"}, 1234567: {"1.234.567", "1,234,567"},
	} {
		if nl, en := number("nl", n), number("en", n); nl != want[0] || en != want[1] {
			t.Errorf("%d: %s and %s", n, nl, en)
		}
	}
}

func TestSeconds(t *testing.T) {
	for s, want := range map[float64][2]string{
		0.004: {"0,00 s", "0.00 s"}, 0.043: {"0,04 s", "0.04 s"}, 0.84: {"0,8 s", "0.8 s"},
		9.96: {"10,0 s", "10.0 s"}, 83.4: {"83 s", "83 s"},
	} {
		if nl, en := seconds("nl", s), seconds("en", s); nl != want[0] || en != want[1] {
			t.Errorf("%v: %s and %s", s, nl, en)
		}
	}
}

func TestMistakes(t *testing.T) {
	for _, c := range []struct {
		errs, warnings int
		nl, en         string
	}{
		{0, 0, "geen waarschuwingen", "no warnings"},
		{0, 1, "1 waarschuwing", "1 warning"},
		{1, 0, "1 fout", "1 error"},
		{2, 12000, "2 fouten en 12.000 waarschuwingen", "2 errors and 12,000 warnings"},
	} {
		if nl, en := mistakes("nl", c.errs, c.warnings), mistakes("en", c.errs, c.warnings); nl != c.nl || en != c.en {
			t.Errorf("%q and %q", nl, en)
		}
	}
}

func TestLangOf(t *testing.T) {
	for _, c := range []struct {
		all, messages, lang, want string
	}{
		{"", "", "", "nl"},
		{"", "", "nl_NL.UTF-8", "nl"},
		{"", "", "nl", "nl"},
		{"", "", "en_GB.UTF-8", "en"},
		{"", "", "C", "en"},
		{"", "", "de_DE", "en"},
		{"", "nl_BE", "en_GB", "nl"},
		{"en_US", "nl_BE", "nl_NL", "en"},
	} {
		env := map[string]string{"LC_ALL": c.all, "LC_MESSAGES": c.messages, "LANG": c.lang}
		if got := langOf(func(name string) string { return env[name] }); got != c.want {
			t.Errorf("%v: %s, not %s", env, got, c.want)
		}
	}
}

func TestLangIn(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{nil, ""},
		{[]string{"build", "--lang", "en"}, "en"},
		{[]string{"build", "--lang=nl"}, "nl"},
		{[]string{"build", "--lang"}, ""},
		{[]string{"build", "--lang", "fy"}, ""},
	} {
		if got := langIn(c.args); got != c.want {
			t.Errorf("%q: %q, not %q", c.args, got, c.want)
		}
	}
}

// Every text that is shown has both languages; help must not fall back.
func TestHelpIsWhollyTranslated(t *testing.T) {
	for _, command := range []string{"", "build", "init", "new", "version", "help"} {
		var out [2]bytes.Buffer
		for i, lang := range []string{"nl_NL", "en_GB"} {
			args := []string{"--help"}
			if command != "" {
				args = []string{command, "--help"}
			}
			env := func(name string) string {
				if name == "LC_ALL" {
					return lang
				}
				return ""
			}
			if code := run(t.Context(), args, env, &out[i], io.Discard); code != exitFine {
				t.Errorf("%s --help: status %d", command, code)
			}
		}
		nl := bytes.Split(out[0].Bytes(), []byte("\n"))
		for _, line := range nl {
			// What has to be the same is short: names, and nothing else.
			if len(line) > 40 && bytes.Contains(out[1].Bytes(), line) {
				t.Errorf("%s --help has the same line in both languages: %s", command, line)
			}
		}
	}
}
