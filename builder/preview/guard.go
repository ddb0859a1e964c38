package preview

import (
	"crypto/rand"
	"crypto/subtle"
	"net"
	"net/http"
	"strings"
)

// A page of another site may make a browser ask here: by an address, by a name of its
// own that leads here (DNS rebinding), by a form, a frame or a script. So whoever asks
// must name this preview, come from it or from the address bar, and bring what only
// its own scripts know where something is changed.

// tokenHeader carries the token of this run.
const tokenHeader = "X-Vaandel-Token"

// newToken makes a secret for one run.
func newToken() string { return rand.Text() }

// refuse tells why a request is not answered, or "".
func (s *Server) refuse(r *http.Request) string {
	switch {
	case !s.named(r.Host):
		return "This preview is for this computer only."
	case r.Header.Get("Origin") != "" && r.Header.Get("Origin") != "http://"+r.Host:
		return "Another site may not ask here."
	case !fromHere(r):
		return "Another site may not use this preview."
	}
	return ""
}

// fromHere tells whether a request comes from a page of the preview, from the address
// bar, or is a visit by a link. Browsers say so themselves (Fetch Metadata, W3C); one
// that says nothing is old, and is judged by the rest.
func fromHere(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return true
	}
	return r.Method == http.MethodGet && r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document"
}

// trusted tells whether a request was made by a script of this run.
func (s *Server) trusted(token string) bool {
	return subtle.ConstantTimeCompare([]byte(token), []byte(s.settings.Token)) == 1
}

// named tells whether a Host header names this preview.
func (s *Server) named(host string) bool {
	name, port, err := net.SplitHostPort(host)
	if err != nil {
		// Browsers leave out the usual port.
		name, port = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]"), "80"
	}
	own, ownPort, err := net.SplitHostPort(s.listener.Addr().String())
	if err != nil || port != ownPort {
		return false
	}
	ip := net.ParseIP(own)
	return name == own || name == "localhost" || ip != nil && ip.IsLoopback() && (name == "127.0.0.1" || name == "::1") ||
		// Asked to listen on all addresses, it answers to each of them, but to no name.
		ip != nil && ip.IsUnspecified() && net.ParseIP(name) != nil
}

// local tells whether only this computer is answered, or others were let in to do all
// that can be done here.
func (s *Server) local() bool { return s.o.AllowEdit || loopback(s.listener.Addr().String()) }

// loopback tells whether an address is one of this computer alone.
func loopback(address string) bool {
	host, _, err := net.SplitHostPort(address)
	ip := net.ParseIP(host)
	return err == nil && ip != nil && ip.IsLoopback()
}
