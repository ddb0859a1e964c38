// Opens a source at a place: in the author's own editor, or in ours.

import { ask, settings } from "./dom";

/** The file with what holds for all of the handbook. */
export const configFile = "handbook.yaml";

/** The address that opens a place, or "" where that takes a command or can't be. */
export function sourceAddress(file: string, line = 1, column = 1): string {
  if (settings.command) return "";
  if (settings.link) {
    const path = `${settings.folder}/${file}`.split("/").map(encodeURIComponent).join("/").replace(/^\//, "").replace("%3A", ":");
    return settings.link.replace("{file}", path).replace("{line}", String(line)).replace("{column}", String(column));
  }
  return settings.edits ? `/_vaandel/edit?file=${encodeURIComponent(file)}&line=${line}&column=${column}` : "";
}

/** Whether a place can be opened at all. */
export const opens = (): boolean => settings.command || settings.link !== "" || settings.edits;

/** Opens a place. */
export function openSource(file: string, line = 1, column = 1): void {
  const address = sourceAddress(file, line, column);
  if (address) location.assign(address);
  else if (settings.command) void ask("open", { file, line, column });
}
