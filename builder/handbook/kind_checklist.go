package handbook

import "vaandel/builder/diag"

// Checklist is a list to tick before acting; the tasks stand in the text.
type Checklist struct {
	Done    string `meta:"done"`    // what to say when all is ticked
	Contact string `meta:"contact"` // whom to ask in doubt: a contact's id
}

func (*Checklist) kind() Kind { return KindChecklist }

func (*Checklist) check(c *checker) {
	c.contact(c.front, "contact")
	for _, l := range c.doc.Checklists {
		if len(l.Items) > 0 {
			return
		}
	}
	if !c.doc.Refused {
		c.report(&checklistEmpty, c.top())
	}
}

func (*Checklist) fields() []FieldInfo {
	return []FieldInfo{
		{Name: "done",
			Label: diag.Text{NL: "Wat zeg je als alles is afgevinkt?", EN: "What to say once all is ticked?"}},
		{Name: "contact", Type: FieldContact,
			Label: diag.Text{NL: "Wie vraag je bij twijfel?", EN: "Whom to ask in doubt?"}},
	}
}

// checklist-empty: a checklist has nothing to tick.
var checklistEmpty = diag.Rule{ID: "checklist-empty", Severity: diag.Error,
	Message: diag.Text{
		NL: "Op deze checklist valt niets af te vinken",
		EN: "There is nothing to tick on this checklist"},
	Hint: diag.Text{
		NL: "Begin elke regel die je wilt afvinken met - [ ] en een spatie, zo: - [ ] Klopt het verhaal?",
		EN: "Start each line to tick with - [ ] and a space, like this: - [ ] Is the story true?"}}
