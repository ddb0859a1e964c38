package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"vaandel/builder/diag"
	"vaandel/builder/survey"
)

// usualGroup is the smallest group that is told of, unless somebody wants a larger
// one.
const usualGroup = 5

// surveyFlags are the flags of survey.
type surveyFlags struct {
	least int
	csv   string
}

func (c *console) surveyCommand() *cobra.Command {
	var f surveyFlags
	cmd := &cobra.Command{
		Use:   text{NL: "survey BESTAND…", EN: "survey FILE…"}.In(c.lang),
		Short: text{NL: "telt de antwoorden op een vragenlijst", EN: "counts the answers to a survey"}.In(c.lang),
		Long: text{
			NL: "Telt de antwoorden op een vragenlijst van je handboek. Noem de bestanden die\n" +
				"collega's je stuurden, of de map waar ze in staan. Een antwoord dat maar een paar\n" +
				"mensen gaven, krijgt geen getal. Zo blijft ieder anoniem.",
			EN: "Counts the answers to a survey of your handbook. Name the files that colleagues\n" +
				"sent you, or the folder that they are in. An answer that only a few people gave\n" +
				"gets no number. That keeps everybody anonymous."}.In(c.lang),
		Example: text{
			NL: "  vaandel survey antwoorden\n  vaandel survey antwoorden --csv uitslag.csv",
			EN: "  vaandel survey answers\n  vaandel survey answers --csv outcome.csv"}.In(c.lang),
		Args: c.arguments(1, -1),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := c.checkLang(); err != nil {
				return err
			}
			return c.survey(args, f)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.IntVar(&f.least, "min", usualGroup, text{
		NL: "`AANTAL` mensen vanaf waar je iets laat zien (gewoonlijk 5)",
		EN: "`NUMBER` of people from which on something is shown (5, unless you name one)"}.In(c.lang))
	flags.StringVar(&f.csv, "csv", "", text{
		NL: "`BESTAND` voor Excel of een ander rekenblad",
		EN: "`FILE` for Excel or another spreadsheet"}.In(c.lang))
	flags.StringVar(&c.langFlag, "lang", "", langUsage.In(c.lang))
	return cmd
}

// survey counts the answers in files and tells the outcome.
func (c *console) survey(names []string, f surveyFlags) error {
	if f.least < 2 {
		return usage(text{
			NL: "Met --min %[1]d zou je zien wie wat schreef.",
			EN: "With --min %[1]d you would see who wrote what."}, text{
			NL: "Kies 2 of meer, zo: --min %[2]d",
			EN: "Choose 2 or more, like this: --min %[2]d"}, f.least, usualGroup)
	}
	files, err := survey.Files(names)
	if err != nil {
		return err
	}
	replies, skipped, err := survey.Read(files)
	if err != nil {
		return err
	}
	c.tellSkipped(skipped)
	if err := oneSurvey(replies); err != nil {
		return err
	}
	least := survey.Least(replies, f.least)
	if len(replies) < least {
		return tooFew(len(replies), least)
	}
	out := survey.Count(replies, least)
	if _, err := io.WriteString(c.stdout, c.outcome(out)); err != nil {
		return err
	}
	if f.csv == "" {
		return nil
	}
	table, err := c.outcomeTable(out)
	if err != nil {
		return err
	}
	if err := os.WriteFile(f.csv, table, 0o644); err != nil {
		return err
	}
	fmt.Fprintln(c.stdout)
	c.say(text{
		NL: "De uitslag staat ook in %[1]s.",
		EN: "The outcome is in %[1]s too."}, f.csv)
	return nil
}

// oneSurvey refuses replies to several surveys: their questions are not the same.
func oneSurvey(replies []*survey.Reply) error {
	pages := survey.Pages(replies)
	if len(pages) < 2 {
		return nil
	}
	var names []string
	for _, page := range slices.Sorted(maps.Keys(pages)) {
		names = append(names, fmt.Sprintf("“%s” (%s)", pages[page], page))
	}
	return &fault{exitContent, text{
		NL: "Deze antwoorden horen bij verschillende vragenlijsten: %[1]s.",
		EN: "These answers belong to different surveys: %[1]s."}.With(strings.Join(names, ", ")), text{
		NL: "Zet de bestanden van elke vragenlijst in een eigen map en tel ze apart.",
		EN: "Put the files of each survey into a folder of its own and count them apart."}}
}

// tooFew refuses a group in which people could be told from each other.
func tooFew(people, least int) error {
	f := &fault{code: exitContent, hint: text{
		NL: "Wacht tot er %[1]d antwoorden zijn. Anders is te raden wie wat schreef.",
		EN: "Wait until there are %[1]d replies. Else one can guess who wrote what."}.With(least)}
	switch people {
	case 0:
		f.what = text{NL: "We vonden geen antwoorden.", EN: "We found no replies."}
		f.hint = text{
			NL: "Noem de bestanden die collega's je stuurden (.json), of de map waar ze in staan.",
			EN: "Name the files that colleagues sent you (.json), or the folder that they are in."}
	case 1:
		f.what = text{NL: "Er is pas 1 antwoord.", EN: "There is only 1 reply yet."}
	default:
		f.what = text{NL: "Er zijn pas %[1]d antwoorden.", EN: "There are only %[1]d replies yet."}.With(people)
	}
	return f
}

// tellSkipped names the files that are not counted.
func (c *console) tellSkipped(skipped []survey.Skipped) {
	why := map[survey.Reason]text{
		survey.Damaged: {
			NL: "%[1]s is beschadigd of veranderd. We tellen het niet mee.",
			EN: "%[1]s is damaged or was changed. We don't count it."},
		survey.Foreign: {
			NL: "%[1]s bevat geen antwoorden op een vragenlijst. We tellen het niet mee.",
			EN: "%[1]s holds no answers to a survey. We don't count it."},
		survey.Version: {
			NL: "%[1]s is van een andere versie van Vaandel. We tellen het niet mee.",
			EN: "%[1]s is of another version of Vaandel. We don't count it."},
		survey.Large: {
			NL: "%[1]s is groter dan 1 MB. We tellen het niet mee.",
			EN: "%[1]s is larger than 1 MB. We don't count it."},
		survey.Double: {
			NL: "%[1]s is hetzelfde als %[2]s. We tellen het één keer.",
			EN: "%[1]s is the same as %[2]s. We count it once."},
	}
	for _, s := range skipped {
		c.warn(why[s.Reason], s.File, s.Other)
	}
}

// outcome writes an outcome for people to read.
func (c *console) outcome(out *survey.Outcome) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", oneLine(out.Title))
	fmt.Fprintln(&b, text{
		NL: "%[1]s deden mee. Wat minder dan %[2]d mensen antwoordden, heeft geen getal.",
		EN: "%[1]s joined in. What fewer than %[2]d people answered has no number."}.With(c.people(out.People), out.Least).In(c.lang))
	for i, q := range out.Questions {
		fmt.Fprintf(&b, "\n%d. %s\n", i+1, oneLine(q.Label))
		switch {
		case q.Type == survey.Choice:
			c.options(&b, q.Options, out.Least)
		case q.Few:
			fmt.Fprintf(&b, "   %s\n", c.fewAnswered(out.Least))
		case q.Type == survey.Number:
			fmt.Fprintf(&b, "   %s\n", text{
				NL: "%[1]s: gemiddeld %[2]s, laagste %[3]s, hoogste %[4]s",
				EN: "%[1]s: %[2]s on average, lowest %[3]s, highest %[4]s"}.With(
				c.people(q.People), c.decimal(q.Mean), c.decimal(q.Lowest), c.decimal(q.Highest)).In(c.lang))
		default:
			for _, t := range q.Texts {
				fmt.Fprintf(&b, "   - %s%s\n", oneLine(t.Text), times(t.People))
			}
		}
	}
	return b.String()
}

// options writes answers with how many gave them, in two columns.
func (c *console) options(b *strings.Builder, options []survey.Option, least int) {
	wide := 0
	for _, o := range options {
		wide = max(wide, utf8.RuneCountInString(oneLine(o.Text)))
	}
	for _, o := range options {
		name := oneLine(o.Text)
		gap := strings.Repeat(" ", wide-utf8.RuneCountInString(name)+3)
		fmt.Fprintf(b, "   %s%s%s\n", name, gap, c.howMany(o, least))
	}
}

// howMany is the number of an answer, where it may be told.
func (c *console) howMany(o survey.Option, least int) string {
	if o.Few {
		return text{NL: "minder dan %[1]d", EN: "fewer than %[1]d"}.With(least).In(c.lang)
	}
	return strconv.Itoa(o.People)
}

func (c *console) fewAnswered(least int) string {
	return text{
		NL: "minder dan %[1]d antwoorden",
		EN: "fewer than %[1]d answers"}.With(least).In(c.lang)
}

func (c *console) people(n int) string {
	return count(c.lang, n, text{NL: "mens", EN: "person"}, text{NL: "mensen", EN: "people"})
}

// decimal writes a number with two decimals at most.
func (c *console) decimal(f float64) string {
	s := strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(f, 'f', 2, 64), "0"), ".")
	return strings.Replace(s, ".", text{NL: ",", EN: "."}.In(c.lang), 1)
}

// times tells that several people wrote the same.
func times(n int) string {
	if n < 2 {
		return ""
	}
	return fmt.Sprintf(" (%d ×)", n)
}

// oneLine puts a text on one line, where it can do no harm.
func oneLine(s string) string { return diag.Harmless(strings.Join(strings.Fields(s), " ")) }

// outcomeTable writes an outcome for a spreadsheet, a row for each question and
// answer. Excel takes what lies between cells after the language of the computer,
// and letters with accents after the mark at the beginning.
func (c *console) outcomeTable(out *survey.Outcome) ([]byte, error) {
	const mark = "\ufeff"
	b := bytes.NewBufferString(mark)
	w := csv.NewWriter(b)
	if c.lang == "nl" {
		w.Comma = ';'
	}
	row := func(cells ...string) {
		for i := range cells {
			cells[i] = plainCell(cells[i])
		}
		w.Write(cells) // w.Error tells of a mistake
	}
	say := func(nl, en string) string { return text{NL: nl, EN: en}.In(c.lang) }
	row(say("vraag", "question"), say("antwoord", "answer"), say("aantal", "count"))
	for _, q := range out.Questions {
		switch {
		case q.Type == survey.Choice:
			for _, o := range q.Options {
				row(q.Label, o.Text, c.howMany(o, out.Least))
			}
		case q.Few:
			row(q.Label, "", c.howMany(survey.Option{Few: true}, out.Least))
		case q.Type == survey.Number:
			row(q.Label, say("aantal", "count"), strconv.Itoa(q.People))
			row(q.Label, say("gemiddelde", "mean"), c.decimal(q.Mean))
			row(q.Label, say("laagste", "lowest"), c.decimal(q.Lowest))
			row(q.Label, say("hoogste", "highest"), c.decimal(q.Highest))
		default:
			for _, t := range q.Texts {
				row(q.Label, t.Text, strconv.Itoa(t.People))
			}
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// plainCell keeps a spreadsheet from taking what somebody wrote for a formula.
func plainCell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		if _, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64); err != nil {
			return "'" + s
		}
	}
	return s
}
