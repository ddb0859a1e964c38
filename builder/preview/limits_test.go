package preview

import (
	"context"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
)

// TestSlow cuts off who takes too long to ask. The times are those of a test.
func TestSlow(t *testing.T) {
	s := running(t, smallHandbook(t), false)
	server := web(context.Background(), s.handler())
	if server.ReadHeaderTimeout <= 0 || server.ReadTimeout <= 0 || server.IdleTimeout <= 0 {
		t.Fatalf("it waits for ever: %v, %v, %v", server.ReadHeaderTimeout, server.ReadTimeout, server.IdleTimeout)
	}
	server.ReadHeaderTimeout, server.ReadTimeout, server.IdleTimeout = 200*time.Millisecond, 400*time.Millisecond, 200*time.Millisecond
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go server.Serve(l)
	t.Cleanup(func() { server.Close() })
	host := "Host: " + s.listener.Addr().String() + "\r\n"
	for what, begin := range map[string]string{
		"nothing": "",
		"headers": "GET / HTTP/1.1\r\n" + host,
		"a body":  "POST " + apiFolder + "save HTTP/1.1\r\n" + host + tokenHeader + ": " + s.settings.Token + "\r\nContent-Length: 100000\r\n\r\n{",
		"a piece": "POST " + apiFolder + "picture?near=index.md&name=a HTTP/1.1\r\n" + host + tokenHeader + ": " + s.settings.Token + "\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\nx",
		"no more": "GET / HTTP/1.1\r\n" + host + "\r\n",
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			c, err := net.Dial("tcp", l.Addr().String())
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			c.SetDeadline(time.Now().Add(patience))
			go func() {
				for _, letter := range begin + strings.Repeat("a", 1000) {
					if len(begin) == 0 {
						return
					}
					if _, err := io.WriteString(c, string(letter)); err != nil {
						return
					}
					if begin = begin[1:]; len(begin) < 5 {
						time.Sleep(50 * time.Millisecond)
					}
				}
			}()
			if _, err := io.Copy(io.Discard, c); err != nil && strings.Contains(err.Error(), "timeout") {
				t.Error("it is still waited for")
			}
		})
	}
}

// TestLarge holds how much can be brought.
func TestLarge(t *testing.T) {
	dir := smallHandbook(t)
	s := running(t, dir, false)
	before := tree(t, dir)
	large := strings.Repeat("a", mostText)
	for _, q := range secrets {
		if q.method != "POST" {
			continue
		}
		body := strings.Replace(q.body, "{", `{"more":"`+large+`",`, 1)
		if strings.Contains(q.target, "picture") {
			body = strings.Repeat("\x89PNG", mostPicture/4+1)
		}
		if got := ask(t, s, q.method, q.target, body, nil); got.status < 400 || got.status >= 500 {
			t.Errorf("%s gets status %d", q.target, got.status)
		}
	}
	same(t, dir, before)
	c, err := dial(s, draftsAddress)
	if err != nil {
		t.Fatal(err)
	}
	defer c.CloseNow()
	c.Write(t.Context(), websocket.MessageText, []byte(`{"token":"`+s.settings.Token+`","file":"index.md","text":"`+large+`"}`))
	if _, _, err := c.Read(t.Context()); err == nil || websocket.CloseStatus(err) == websocket.StatusNormalClosure {
		t.Error("a message of any size is taken")
	}
	if len(s.drafts.all()) > 0 {
		t.Error("a draft of any size is taken")
	}
	if got := ask(t, s, "GET", "/", "", with("X-Large", strings.Repeat("a", 1<<20))); got.status != http.StatusRequestHeaderFieldsTooLarge {
		t.Errorf("large headers get status %d", got.status)
	}
	if got := ask(t, s, "GET", "/"+strings.Repeat("a", 50_000), "", nil); got.status != http.StatusNotFound {
		t.Errorf("a long address gets status %d", got.status)
	}
}

// TestPortTaken takes the next one.
func TestPortTaken(t *testing.T) {
	first, err := listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	second, err := listen(first.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if first.Addr().String() == second.Addr().String() {
		t.Errorf("both have %s", first.Addr())
	}
}
