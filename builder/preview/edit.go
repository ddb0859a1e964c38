package preview

import (
	"net/http"
)

// Where pages are written.
const (
	editAddress = ownFolder + "edit"
	openAddress = ownFolder + "open"
)

// editing adds what writes, and what only its scripts may ask for.
func (s *Server) editing(own *http.ServeMux) {
	own.HandleFunc("POST "+openAddress, s.secret(s.open))
}

// secret lets only scripts of this run through.
func (s *Server) secret(handle http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !s.trusted(r.Header.Get(tokenHeader)) {
			http.Error(w, "Only the preview's own pages may do this.", http.StatusForbidden)
			return
		}
		handle(w, r)
	}
}
