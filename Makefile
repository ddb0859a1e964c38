# What one can do with this repository. Needed are Go, Node with npm, and git;
# `make test` installs or names the rest.

VERSION  := $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)
LDFLAGS  := -s -w -X main.version=$(VERSION)
BROWSER  := builder/internal/browser/testdata
PEERS    := builder/internal/searchbench/testdata
SYSTEMS  := windows/amd64 darwin/arm64 linux/arm64
# How long each fuzz target runs: in `make test`, and in `make fuzz`.
BRIEFLY  := 2s
FUZZTIME := 5m
# Tests that gain nothing from the race detector and take several times as long
# with it: two start programs by the hundred, and it sees nothing of what one
# program does to another; one measures how long a parser takes, which is alone;
# those of the preview build a handbook after each of many ways of saving, and one
# holds the program to how soon it ends.
PLAIN    := ^(TestKilled|TestScripts|TestPatterns|TestInterruptServe|TestSaves|TestLinkedFolders|TestBranches|TestLimit|TestSoak)$$
# The version comes with -ldflags; git's word on it fails where the checkout is
# another user's, as in many containers.
export GOFLAGS := $(GOFLAGS) -buildvcs=false

.DEFAULT_GOAL := help
.PHONY: help build site test lint bench bench-search bench-live fuzz clean cross tools screenshot

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## build the command: .build/vaandel
	go build -trimpath -ldflags '$(LDFLAGS)' -o .build/vaandel ./cmd/vaandel

site: ## build the handbook of content/ into public/
	go run ./cmd/vaandel build

test: tools lint ## check everything that a change must pass
	go test -race -timeout 30m -skip '$(PLAIN)' $$(go list ./... | grep -v /internal/)
	go test -timeout 30m -run '$(PLAIN)' ./builder/meta ./builder/preview ./builder/publish ./cmd/vaandel
	@# The race detector would only slow down the browser and the built program.
	VAANDEL_BROWSER=required go test -timeout 30m ./builder/internal/...
	.ci/fuzz $(BRIEFLY)
	@$(MAKE) --no-print-directory cross

lint: ## check the form of the code, and known weaknesses of what it uses
	@unformatted=$$(gofmt -l builder cmd content themes) && \
	if [ -n "$$unformatted" ]; then echo "run gofmt -w on:" $$unformatted; exit 1; fi
	go vet ./...
	go tool staticcheck ./...
	.ci/vulnerabilities

bench: ## measure speed and memory beside Hugo, e.g. make bench BENCH='-pages 1000 -runs 3'
	go run ./builder/internal/bench $(BENCH)

bench-search: $(PEERS)/node_modules/.package-lock.json ## measure the search beside Pagefind and MiniSearch
	@.ci/tools
	go run ./builder/internal/searchbench $(BENCH)

bench-live: ## measure the preview beside `hugo server`
	@.ci/tools
	go run ./builder/internal/livebench $(BENCH)

fuzz: ## look long for input that breaks a parser, e.g. make fuzz FUZZTIME=1h
	.ci/fuzz $(FUZZTIME)

cross: ## build the command for Windows, macOS and Linux on ARM
	@for system in $(SYSTEMS); do \
		export CGO_ENABLED=0 GOOS=$${system%/*} GOARCH=$${system#*/}; \
		name=.build/vaandel-$$GOOS-$$GOARCH; \
		if [ $$GOOS = windows ]; then name=$$name.exe; fi; \
		echo "go build $$name"; \
		go build -trimpath -ldflags '$(LDFLAGS)' -o $$name ./cmd/vaandel && \
		go build -trimpath -o /dev/null ./builder/internal/bench ./builder/internal/searchbench ./builder/internal/livebench || exit 1; \
	done

screenshot: tools ## make the README's picture anew
	VAANDEL_BROWSER=required go test ./builder/internal/browser -run TestScreenshot -screenshot $(CURDIR)/.readme/handbook.png

clean: ## remove what was built or downloaded here
	rm -rf .build $(BROWSER)/node_modules $(PEERS)/node_modules
	find public -mindepth 1 ! -name .gitignore -delete

# tools makes ready what the tests need besides Go.
tools: $(BROWSER)/node_modules/.package-lock.json
	@.ci/tools

# No package may run a script of its own or fetch a browser.
%/node_modules/.package-lock.json: %/package-lock.json
	@.ci/tools npm
	cd $* && PUPPETEER_SKIP_DOWNLOAD=1 PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 \
		npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
