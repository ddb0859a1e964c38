package measure

import "testing"

func TestListen(t *testing.T) {
	got, err := Listen(`{"stats": {"parsed": 3, "rendered": 2, "written": 1, "unchanged": 4, "stages": [{"stage": "read", "seconds": 0.25}, {"stage": "view", "seconds": 1}]}}`)
	want := "3 parsed, 2 rendered, 1 written, 4 unchanged; read 0.25 s, view 1.00 s"
	if err != nil || got.String() != want {
		t.Errorf("%q, %v, not %q", got, err, want)
	}
	if s := got.Seconds("view"); s != 1 {
		t.Errorf("the views took %v s", s)
	}
}
