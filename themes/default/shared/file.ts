/** Lets the reader save text as a file. */
export function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  follow(address, name);
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // some browsers read it late
}

/** Follows an address as a link does; with a name, what is there becomes a file. */
export function follow(address: string, name = ""): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  if (!name) link.removeAttribute("download");
  document.body.append(link);
  link.click();
  link.remove();
}
