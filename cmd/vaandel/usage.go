package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"vaandel/builder/diag"
)

// dress replaces what cobra says by itself, in the whole tree of commands.
func (c *console) dress(root *cobra.Command) {
	root.SilenceErrors, root.SilenceUsage = true, true
	root.SetOut(c.stdout)
	root.SetErr(c.stderr)
	root.SetVersionTemplate("{{.Version}}\n")
	root.SetFlagErrorFunc(explainFlag)
	root.SetHelpCommand(c.helpCommand())
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { c.help(cmd) })
	for _, cmd := range root.Commands() {
		if cmd.Name() == "completion" {
			cmd.Short = text{
				NL: "laat je shell opdrachten aanvullen",
				EN: "makes your shell complete commands"}.In(c.lang)
		}
	}
}

// helpCommand is cobra's own, but for its language.
func (c *console) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use: text{NL: "help [OPDRACHT]", EN: "help [COMMAND]"}.In(c.lang),
		Short: text{
			NL: "legt een opdracht uit",
			EN: "explains a command"}.In(c.lang),
		RunE: func(cmd *cobra.Command, args []string) error {
			topic, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(cmd.Root(), args[0])
			}
			return topic.Help()
		},
	}
}

// help explains a command on stdout: what it is for, how to type it, and what
// there is to choose.
func (c *console) help(cmd *cobra.Command) {
	cmd.InitDefaultHelpFlag() // not yet there for vaandel help build
	var b strings.Builder
	about := cmd.Long
	if about == "" {
		about = capital(cmd.Short) + "."
	}
	b.WriteString(strings.TrimSpace(about) + "\n\n")
	b.WriteString(text{NL: "Zo typ je het:", EN: "How to type it:"}.In(c.lang) + "\n")
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "  %s %s\n", cmd.CommandPath(), text{NL: "OPDRACHT", EN: "COMMAND"}.In(c.lang))
	} else {
		fmt.Fprintf(&b, "  %s\n", c.useLine(cmd))
	}
	var rows [][2]string
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() || sub.Name() == "help" {
			rows = append(rows, [2]string{sub.Use, sub.Short})
		}
	}
	table(&b, text{NL: "Opdrachten:", EN: "Commands:"}.In(c.lang), rows)
	table(&b, text{NL: "Opties:", EN: "Options:"}.In(c.lang), c.flagRows(cmd))
	if cmd.Example != "" {
		fmt.Fprintf(&b, "\n%s\n%s\n", text{NL: "Voorbeelden:", EN: "Examples:"}.In(c.lang), cmd.Example)
	}
	io.WriteString(c.stdout, b.String()) // nobody is left to tell that this failed
}

// useLine is how to type a command.
func (c *console) useLine(cmd *cobra.Command) string {
	cmd.DisableFlagsInUseLine = true // the word for them is English
	line := cmd.UseLine()
	options := false
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) { options = options || f.Name != "help" })
	if options {
		line += text{NL: " [opties]", EN: " [options]"}.In(c.lang)
	}
	return line
}

// flagRows lists the flags of a command with what they do.
func (c *console) flagRows(cmd *cobra.Command) [][2]string {
	var rows [][2]string
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, use := pflag.UnquoteUsage(f)
		switch f.Name {
		case "help":
			use = text{NL: "toont deze uitleg", EN: "shows this explanation"}.In(c.lang)
		case "version":
			use = text{NL: "vertelt welke versie dit is", EN: "tells which version this is"}.In(c.lang)
		}
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		rows = append(rows, [2]string{strings.TrimSpace(name + " " + value), use})
	})
	return rows
}

// table writes rows of two columns below a head.
func table(b *strings.Builder, head string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	wide := 0
	for _, r := range rows {
		wide = max(wide, len([]rune(r[0])))
	}
	fmt.Fprintf(b, "\n%s\n", head)
	for _, r := range rows {
		gap := strings.Repeat(" ", wide-len([]rune(r[0]))+3)
		fmt.Fprintf(b, "  %s%s%s\n", r[0], gap, r[1])
	}
}

// capital writes the first letter as a capital.
func capital(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// unknownCommand is for a command that there is not.
func unknownCommand(root *cobra.Command, name string) *fault {
	var known []string
	for _, sub := range root.Commands() {
		if sub.IsAvailableCommand() {
			known = append(known, sub.Name())
		}
	}
	f := usage(text{
		NL: "De opdracht %[1]s kennen we niet.",
		EN: "We don't know the command %[1]s."}, text{
		NL: "Kies uit: %[2]s.",
		EN: "Choose from: %[2]s."}, name, strings.Join(known, ", "))
	if near, ok := diag.Nearest(name, known); ok {
		f.hint = meant.With("vaandel " + near)
	}
	return f
}

// arguments returns the check that there are from least to most arguments; most
// of -1 sets no bound.
func (c *console) arguments(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		example := text{NL: "Zo typ je het: %[2]s", EN: "How to type it: %[2]s"}
		switch {
		case len(args) < least:
			return usage(text{
				NL: "Er mist nog iets achter %[1]s.",
				EN: "Something is missing behind %[1]s."}, example, cmd.CommandPath(), c.useLine(cmd))
		case most >= 0 && len(args) > most:
			return usage(text{
				NL: "Bij %[3]s weten we niet wat je bedoelt.",
				EN: "We don't know what you mean by %[3]s."}, example, cmd.CommandPath(), c.useLine(cmd), args[most])
		}
		return nil
	}
}

// explainFlag puts pflag's errors into words.
func explainFlag(cmd *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		empty   *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
	)
	more := text{
		NL: "Alle opties zie je met: %[2]s --help",
		EN: "See all options with: %[2]s --help"}
	switch {
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		what := text{NL: "De optie %[1]s kennen we niet.", EN: "We don't know the option %[1]s."}
		if shorts := unknown.GetSpecifiedShortnames(); shorts != "" {
			return usage(what, more, "-"+name, cmd.CommandPath())
		}
		if near, ok := diag.Nearest(name, flagNames(cmd)); ok {
			return usage(what, text{NL: "Bedoel je --%[2]s?", EN: "Do you mean --%[2]s?"}, "--"+name, near)
		}
		return usage(what, more, "--"+name, cmd.CommandPath())
	case errors.As(err, &empty):
		value, _ := pflag.UnquoteUsage(empty.GetFlag())
		return usage(text{
			NL: "Achter --%[1]s hoort nog iets.",
			EN: "Something is missing behind --%[1]s."}, text{
			NL: "Zo typ je het: --%[1]s %[2]s",
			EN: "How to type it: --%[1]s %[2]s"}, empty.GetFlag().Name, value)
	case errors.As(err, &invalid):
		return usage(text{
			NL: "Bij --%[1]s past %[3]q niet.",
			EN: "%[3]q doesn't suit --%[1]s."}, text{
			NL: "Gebruik --%[1]s zonder iets erachter. Alle opties zie je met: %[2]s --help",
			EN: "Use --%[1]s with nothing behind it. See all options with: %[2]s --help"},
			invalid.GetFlag().Name, cmd.CommandPath(), invalid.GetValue())
	case errors.As(err, &syntax):
		return usage(text{
			NL: "%[1]s kunnen we niet lezen.",
			EN: "We can't read %[1]s."}, more, syntax.GetSpecifiedFlag(), cmd.CommandPath())
	}
	return usage(text{NL: "%[1]v", EN: "%[1]v"}, more, err, cmd.CommandPath())
}

// flagNames lists the flags of a command.
func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}
