package preview

import (
	"fmt"
	"io"
	"net"
	"net/http"

	"strings"
	"testing"

	"github.com/coder/websocket"

	"vaandel/builder"
)

// answered is what a request got.
type answered struct {
	status int
	header http.Header
	body   string
}

// ask sends a request as the preview's own scripts do, but for what change makes of
// it. The target is sent as it is.
func ask(t testing.TB, s *Server, method, target, body string, change func(*http.Request)) answered {
	t.Helper()
	address := s.listener.Addr().String()
	r, err := http.NewRequest(method, "http://"+address+"/", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.URL.Opaque = target
	r.Header.Set(tokenHeader, s.settings.Token)
	if target == channelAddress || target == draftsAddress {
		for name, value := range map[string]string{"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="} {
			r.Header.Set(name, value)
		}
	}
	if change != nil {
		change(r)
	}
	client := http.Client{Timeout: patience, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	got, err := client.Do(r)
	if err != nil {
		t.Fatalf("%s %.100q: %v", method, target, err)
	}
	defer got.Body.Close()
	if got.StatusCode == http.StatusSwitchingProtocols {
		return answered{got.StatusCode, got.Header, ""}
	}
	data, err := io.ReadAll(got.Body)
	if err != nil {
		t.Fatalf("%s %.100q: %v", method, target, err)
	}
	return answered{got.StatusCode, got.Header, string(data)}
}

// with is a change that sets headers: names and values in turn.
func with(headers ...string) func(*http.Request) {
	return func(r *http.Request) {
		for i := 0; i < len(headers); i += 2 {
			if headers[i] == "Host" {
				r.Host = headers[i+1]
			} else {
				r.Header.Set(headers[i], headers[i+1])
			}
		}
	}
}

// request is one of those that the preview answers.
type request struct{ method, target, body string }

// secrets are the requests that only scripts of this run may make.
var secrets = []request{
	{"POST", openAddress, `{"file":"index.md"}`},
	{"GET", apiFolder + "text?file=index.md", ""},
	{"POST", apiFolder + "save", `{"file":"index.md","version":"x","text":"# Anders\n"}`},
	{"POST", apiFolder + "front", `{"file":"index.md","text":"# A\n"}`},
	{"POST", apiFolder + "field", `{"file":"index.md","text":"# A\n","key":"owner","value":"hr"}`},
	{"POST", apiFolder + "paste", `{"html":"<b>a</b>"}`},
	{"POST", apiFolder + "picture?near=index.md&name=a.png", "x"},
	{"GET", apiFolder + "choices", ""},
	{"POST", apiFolder + "new", `{"kind":"page","title":"Nieuw","folder":".","lang":"nl"}`},
	{"POST", apiFolder + "rename", `{"file":"beleid/tijd.md","to":"beleid/uren.md"}`},
}

// requests are those of all sorts.
var requests = append([]request{
	{"GET", "/", ""}, {"HEAD", "/", ""}, {"GET", "/beleid/tijd.html", ""}, {"GET", "/weg.html", ""},
	{"GET", liveAddress, ""}, {"GET", linesFolder + "index.html", ""}, {"GET", changedFolder + "index.html", ""},
	{"GET", editAddress, ""}, {"GET", ownFolder + "edit.js", ""}, {"GET", ownFolder + "edit.css", ""},
	{"GET", channelAddress, ""}, {"GET", draftsAddress, ""},
}, secrets...)

// refusedAll sends all requests with headers that must not be let through.
func refusedAll(t *testing.T, s *Server, what string, headers ...string) {
	t.Helper()
	for _, q := range requests {
		got := ask(t, s, q.method, q.target, q.body, with(headers...))
		if got.status != http.StatusForbidden || strings.Contains(got.body, s.settings.Token) {
			t.Errorf("%s %s with %s gets status %d", q.method, q.target, what, got.status)
		}
		open(t, q, got)
	}
}

// open reports an answer that lets pages of other origins in.
func open(t *testing.T, q request, got answered) {
	t.Helper()
	for name := range got.header {
		if strings.HasPrefix(name, "Access-Control-") {
			t.Errorf("%s %s is answered with %s", q.method, q.target, name)
		}
	}
}

// TestStrangers holds that a page of another site gets nothing, whatever it may make a
// browser ask.
func TestStrangers(t *testing.T) {
	dir := smallHandbook(t)
	s, _ := started(t, Options{Build: builder.Options{Content: dir}, Editor: "false"})
	address := s.listener.Addr().String()
	_, port, _ := net.SplitHostPort(address)
	before := tree(t, dir)
	for _, host := range []string{
		"evil.example:" + port, "evil.example", "127.0.0.1.nip.io:" + port, "localhost.evil.example:" + port,
		"127.0.0.1:1", "127.0.0.1", "localhost", "[::ffff:127.0.0.1]:" + port, "127.1:" + port, "2130706433:" + port, "0.0.0.0:" + port,
	} {
		refusedAll(t, s, "the host "+host, "Host", host)
	}
	for _, origin := range []string{
		"null", "http://evil.example", "https://" + address, "http://127.0.0.1:1", "http://127.0.0.1", "http://localhost:" + port,
		"http://[::1]:" + port, "http://" + address + ".evil.example", "http://" + address + "@evil.example", "http://evil.example@" + address,
		"ws://" + address, "file://", "chrome-extension://abcdef", "http://" + address + " http://evil.example", address,
	} {
		refusedAll(t, s, "the origin "+origin, "Origin", origin)
	}
	for _, site := range []string{"cross-site", "same-site"} {
		for _, use := range [][2]string{
			{"no-cors", "script"}, {"no-cors", "style"}, {"no-cors", "image"}, {"no-cors", "empty"}, {"no-cors", "worker"}, {"no-cors", "object"},
			{"cors", "empty"}, {"cors", "script"}, {"cors", "font"}, {"same-origin", "worker"}, {"websocket", "websocket"}, {"websocket", "empty"},
			{"navigate", "iframe"}, {"navigate", "frame"}, {"navigate", "embed"}, {"navigate", "object"}, {"", ""},
		} {
			refusedAll(t, s, fmt.Sprint(site, use), "Sec-Fetch-Site", site, "Sec-Fetch-Mode", use[0], "Sec-Fetch-Dest", use[1])
		}
		form := with("Sec-Fetch-Site", site, "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document")
		for _, target := range []string{"/", apiFolder + "save", openAddress} {
			if got := ask(t, s, "POST", target, "", form); got.status != http.StatusForbidden {
				t.Errorf("a form to %s gets status %d", target, got.status)
			}
		}
		for _, target := range []string{"/", "/beleid/tijd.html", editAddress} {
			if got := ask(t, s, "GET", target, "", form); got.status != http.StatusOK {
				t.Errorf("a link to %s gets status %d", target, got.status)
			}
		}
	}
	for _, own := range [][]string{
		{"Host", "localhost:" + port}, {"Host", "[::1]:" + port}, {"Origin", "http://" + address},
		{"Host", "localhost:" + port, "Origin", "http://localhost:" + port}, {"Sec-Fetch-Site", "same-origin"}, {"Sec-Fetch-Site", "none"},
	} {
		for _, target := range []string{"/", apiFolder + "choices"} {
			if got := ask(t, s, "GET", target, "", with(own...)); got.status != http.StatusOK {
				t.Errorf("%s with %s gets status %d", target, own, got.status)
			}
		}
	}
	same(t, dir, before)
}

// TestUsualPort holds that a browser, which leaves out port 80, is answered there.
func TestUsualPort(t *testing.T) {
	s := &Server{listener: pretended("127.0.0.1:80")}
	for host, want := range map[string]bool{
		"127.0.0.1": true, "localhost": true, "[::1]": true, "localhost:80": true, "evil.example": false, "localhost:81": false, "": false, "[evil": false,
	} {
		if s.named(host) != want {
			t.Errorf("the host %q: %v", host, !want)
		}
	}
}

// pretended is a listener at an address that a test may not have.
type pretended string

func (p pretended) Accept() (net.Conn, error) { return nil, net.ErrClosed }
func (p pretended) Close() error              { return nil }
func (p pretended) Addr() net.Addr            { return p }
func (p pretended) Network() string           { return "tcp" }
func (p pretended) String() string            { return string(p) }

// TestToken holds that sources are read and written by scripts of this run alone.
func TestToken(t *testing.T) {
	dir := smallHandbook(t)
	s, _ := started(t, Options{Build: builder.Options{Content: dir}, Editor: "true"})
	other := running(t, smallHandbook(t), false)
	before := tree(t, dir)
	token := s.settings.Token
	for _, q := range secrets {
		for what, change := range map[string]func(*http.Request){
			"none":           func(r *http.Request) { r.Header.Del(tokenHeader) },
			"an empty one":   with(tokenHeader, ""),
			"a wrong one":    with(tokenHeader, strings.Repeat("A", len(token))),
			"another run's":  with(tokenHeader, other.settings.Token),
			"a part":         with(tokenHeader, token[:len(token)-1]),
			"more":           with(tokenHeader, token+"A"),
			"one in capsule": with(tokenHeader, `"`+token+`"`),
			"one elsewhere":  with(tokenHeader, "", "Cookie", "token="+token, "Authorization", "Bearer "+token),
			"one in the query": func(r *http.Request) {
				r.Header.Del(tokenHeader)
				r.URL.Opaque += map[bool]string{true: "&", false: "?"}[strings.Contains(q.target, "?")] + "token=" + token + "&" + tokenHeader + "=" + token
			},
		} {
			if got := ask(t, s, q.method, q.target, q.body, change); got.status != http.StatusForbidden {
				t.Errorf("%s %s with the token %s gets status %d", q.method, q.target, what, got.status)
			}
		}
	}
	same(t, dir, before)
	for _, q := range secrets {
		if got := ask(t, s, q.method, q.target, q.body, nil); got.status == http.StatusForbidden {
			t.Errorf("%s %s with the token gets status %d", q.method, q.target, got.status)
		}
	}
	for _, in := range []string{`{"file":"index.md","text":"# Vals"}`, `{"token":"` + other.settings.Token + `","file":"index.md","text":"# Vals"}`, `{"token":["` + token + `"]}`, `"` + token + `"`, token} {
		c, err := dial(s, draftsAddress+"?token="+token)
		if err != nil {
			t.Fatal(err)
		}
		defer c.CloseNow()
		if err := c.Write(t.Context(), websocket.MessageText, []byte(in)); err != nil {
			t.Fatal(err)
		}
		if _, _, err := c.Read(t.Context()); websocket.CloseStatus(err) != websocket.StatusPolicyViolation {
			t.Errorf("a draft with %s: %v", in, err)
		}
		if got := s.drafts.all(); len(got) > 0 {
			t.Errorf("a draft with %s is taken", in)
		}
	}
}

// TestPreflight holds that a browser that asks whether another origin may ask is not
// told that it may.
func TestPreflight(t *testing.T) {
	s := running(t, smallHandbook(t), false)
	for _, q := range requests {
		for origin, want := range map[string]int{"http://evil.example": http.StatusForbidden, "http://" + s.listener.Addr().String(): http.StatusMethodNotAllowed} {
			got := ask(t, s, "OPTIONS", q.target, "", with("Origin", origin, "Access-Control-Request-Method", q.method, "Access-Control-Request-Headers", tokenHeader, "Access-Control-Request-Private-Network", "true"))
			if got.status != want {
				t.Errorf("OPTIONS %s from %s gets status %d", q.target, origin, got.status)
			}
			open(t, q, got)
		}
	}
	for _, method := range []string{"POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "get"} {
		for _, target := range []string{"/", editAddress, liveAddress, apiFolder + "text"} {
			if got := ask(t, s, method, target, "", nil); got.status != http.StatusMethodNotAllowed {
				t.Errorf("%s %s gets status %d", method, target, got.status)
			}
		}
	}
}

// TestHeaders holds what browsers are told to keep from others, and that the secret is
// in scripts alone.
func TestHeaders(t *testing.T) {
	s, _ := started(t, Options{Build: builder.Options{Content: smallHandbook(t)}, Editor: "true"})
	all := append([]request{}, requests...)
	for name := range s.site.Load().files {
		all = append(all, request{"GET", "/" + name, ""})
	}
	for _, q := range all {
		got := ask(t, s, q.method, q.target, q.body, nil)
		for name, want := range map[string]string{
			"X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-store", "Content-Security-Policy": "frame-ancestors",
		} {
			if !strings.Contains(got.header.Get(name), want) {
				t.Errorf("%s %s has %s: %q", q.method, q.target, name, got.header.Get(name))
			}
		}
		open(t, q, got)
		script := q.target == liveAddress || q.target == ownFolder+"edit.js"
		if strings.Contains(got.body, s.settings.Token) != script {
			t.Errorf("%s: the token is in it: %v", q.target, !script)
		}
	}
	policy := ask(t, s, "GET", editAddress, "", nil).header.Get("Content-Security-Policy")
	for _, want := range []string{"default-src 'none';", "script-src 'self';", "connect-src 'self';", "base-uri 'none';", "form-action 'none';", "frame-ancestors 'none';", "require-trusted-types-for 'script';"} {
		if !strings.Contains(policy, want) {
			t.Errorf("the editor's policy has no %s", want)
		}
	}
	for _, never := range []string{"unsafe", "*", "http:"} {
		if strings.Contains(policy, never) {
			t.Errorf("the editor's policy has %s", never)
		}
	}
}

// TestWhoWrites holds from where pages can be written.
func TestWhoWrites(t *testing.T) {
	for _, test := range []struct {
		name          string
		o             Options
		edits, starts bool
	}{
		{"this computer", Options{Addr: "127.0.0.1:0"}, true, true},
		{"nobody", Options{Addr: "127.0.0.1:0", NoEdit: true}, false, true},
		{"all addresses", Options{Addr: "0.0.0.0:0"}, false, false},
		{"all addresses, allowed", Options{Addr: "0.0.0.0:0", AllowEdit: true}, true, true},
		{"nobody, allowed", Options{Addr: "0.0.0.0:0", AllowEdit: true, NoEdit: true}, false, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := smallHandbook(t)
			test.o.Build.Content, test.o.Editor = dir, "true"
			s, _ := started(t, test.o)
			before := tree(t, dir)
			for _, q := range requests {
				if !strings.HasPrefix(q.target, apiFolder) && !strings.HasPrefix(q.target, ownFolder+"edit") && q.target != draftsAddress && q.target != openAddress {
					continue
				}
				on := test.edits
				if q.target == openAddress {
					on = test.starts
				}
				if got := ask(t, s, q.method, q.target, q.body, nil); on == (got.status == http.StatusNotFound) {
					t.Errorf("%s %s gets status %d", q.method, q.target, got.status)
				}
			}
			if !test.edits {
				same(t, dir, before)
			}
			_, port, _ := net.SplitHostPort(s.listener.Addr().String())
			if got := ask(t, s, "GET", "/", "", with("Host", "evil.example:"+port)); got.status != http.StatusForbidden {
				t.Errorf("another name gets status %d", got.status)
			}
		})
	}
	for address, want := range map[string]bool{"127.0.0.1:1": true, "[::1]:1": true, "127.8.9.1:1": true, "0.0.0.0:1": false, "[::]:1": false, "192.168.1.2:1": false, "[fe80::1%eth0]:1": false, "": false} {
		if loopback(address) != want {
			t.Errorf("%s is of this computer alone: %v", address, !want)
		}
	}
}
