// What one page refers to, with absolute addresses, as the browser sees it.
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const absolute = (address) => new URL(address, document.baseURI).href;
  const candidates = (srcset) =>
    srcset.split(",").map((part) => part.trim().split(/\s+/)[0]).filter(Boolean).map(absolute);
  return {
    links: all("a[href], area[href]").map((a) => a.href),
    files: [
      ...all("link[href]").map((link) => link.href),
      ...all("[src]").map((element) => absolute(element.getAttribute("src"))),
      ...all("[srcset]").flatMap((element) => candidates(element.getAttribute("srcset"))),
    ],
    ids: all("[id]").map((element) => element.id),
    refresh: document.querySelector('meta[http-equiv="refresh" i]') !== null,
  };
})()
