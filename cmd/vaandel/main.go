// Vaandel turns a folder of markdown into a handbook: a website for employees
// who tell about their work.
//
//	vaandel build [DIR]         builds the handbook in DIR (content) into public
//	vaandel check [DIR]         proofreads the handbook: what is wrong or old in it
//	vaandel serve [DIR]         shows the handbook, and what changes as it changes
//	vaandel init [DIR]          writes a starter handbook into a new folder (content)
//	vaandel new KIND "Title"    writes one page with what its kind needs
//	vaandel schema [DIR]        tells a text editor which fields there are
//	vaandel survey FILE…        counts the answers to a survey
//	vaandel version             tells which version this is
//
// All texts are in Dutch and in English: in the language of --lang, else that of
// the handbook, else that of the environment (LC_ALL, LC_MESSAGES, LANG).
//
// The exit status is 0 where all is well, 1 where the content has errors (with
// --strict: or warnings; check finds more of both), 2 where the command was used wrongly, 3 where
// something could not be read or written, and 130 where it was interrupted.
//
// # Files
//
// Each command has a file: its flags, its work and its texts. console.go is the
// way to the person at the keyboard, errors.go says in words what went wrong,
// usage.go replaces what cobra says by itself, which is English only.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"slices"
	"syscall"

	"github.com/spf13/cobra"
)

func main() {
	// A double click in Explorer shows the handbook that lies beside the program.
	cobra.MousetrapHelpText = ""
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl+C ends the program at once
	os.Exit(run(ctx, os.Args[1:], os.Getenv, os.Stdout, os.Stderr))
}

// run does what args say and returns the exit status.
func run(ctx context.Context, args []string, getenv func(string) string, stdout, stderr io.Writer) int {
	c := newConsole(args, getenv, stdout, stderr)
	root := c.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if slices.Contains(args, "--json") && (err != nil || c.report != nil) {
		return c.printReport(err)
	}
	return c.printError(err)
}

// root returns the command tree.
func (c *console) root() *cobra.Command {
	root := &cobra.Command{
		Use:     "vaandel",
		Long:    rootLong.In(c.lang),
		Version: versionLine(),
		Args:    cobra.ArbitraryArgs, // so that an unknown command comes to RunE
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			if info, err := os.Stat(usualContent); err == nil && info.IsDir() {
				return c.serve(cmd.Context(), usualContent, serveFlags{addr: usualAddr, open: true})
			}
			return cmd.Help()
		},
	}
	root.AddCommand(c.buildCommand(), c.checkCommand(), c.initCommand(), c.newCommand(), c.schemaCommand(), c.serveCommand(), c.surveyCommand(), c.versionCommand())
	c.dress(root)
	return root
}

// usualContent is the folder with the handbook, unless another one is named.
const usualContent = "content"

var rootLong = text{
	NL: "Vaandel maakt van een map met tekst een handboek: een website voor collega's\ndie graag over hun werk vertellen.",
	EN: "Vaandel turns a folder of text into a handbook: a website for colleagues who\nlike to talk about their work."}
