// Appointments as a file that every calendar takes in (iCalendar, RFC 5545). It is
// made in the browser, so that nobody else learns of them.

/** One appointment, or a series of them. */
export interface Appointment {
  /** Names it for ever: a calendar that gets the same again changes what it has. */
  uid: string;
  title: string;
  /** Day and time in the Netherlands: "2026-11-26T10:00". */
  starts: string;
  minutes: number;
  /** Again after so many months, so many times in all. */
  months?: number;
  times?: number;
  where?: string;
  text?: string;
  /** The full address of a page about it. */
  address?: string;
}

/** The text of a calendar file with these appointments. */
export function calendar(appointments: Appointment[], now = new Date()): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Vaandel//Vaandel//NL",
    "CALSCALE:GREGORIAN",
    ...zone,
    ...appointments.flatMap(apart).flatMap((each) => event(each, stamp(now))),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** A day so many months later; where that month is shorter, its last day. */
export function monthsLater(starts: string, months: number): string {
  const [year, month, day] = starts.slice(0, 10).split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.toISOString().slice(0, 10) + starts.slice(10);
}

/** The last day that every month has. */
const common = 28;

const timezone = "Europe/Amsterdam";

/** When the clocks of the Netherlands change, since all of Europe does so on one
 *  day. */
const zone = [
  "BEGIN:VTIMEZONE",
  `TZID:${timezone}`,
  "BEGIN:DAYLIGHT",
  "DTSTART:19810329T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "DTSTART:19961027T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/** A series that begins late in a month becomes as many appointments: a rule would
 *  pass over the months that are too short. */
function apart(series: Appointment): Appointment[] {
  const { uid, starts, months = 1, times = 1 } = series;
  if (times === 1 || Number(starts.slice(8, 10)) <= common) return [series];
  return Array.from({ length: times }, (_, i) => ({
    ...series,
    uid: i === 0 ? uid : `${i + 1}-${uid}`,
    starts: monthsLater(starts, i * months),
    times: 1,
  }));
}

function event(of: Appointment, stamped: string): string[] {
  const { months = 1, times = 1 } = of;
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(of.uid)}`,
    `DTSTAMP:${stamped}`,
    `DTSTART;TZID=${timezone}:${of.starts.replace(/[-:]/g, "")}00`,
    `DURATION:PT${of.minutes}M`,
    ...(times > 1 ? [`RRULE:FREQ=MONTHLY;INTERVAL=${months};COUNT=${times}`] : []),
    `SUMMARY:${escaped(of.title)}`,
    ...(of.where ? [`LOCATION:${escaped(of.where)}`] : []),
    ...(of.text ? [`DESCRIPTION:${escaped(of.text)}`] : []),
    ...(of.address ? [`URL:${of.address}`] : []),
    "END:VEVENT",
  ];
}

/** A moment as 20261126T093000Z. */
function stamp(moment: Date): string {
  return moment.toISOString().replace(/[-:]|\.\d+/g, "");
}

/** Text without what would have a meaning in the file (3.3.11). */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, "");
}

const bytes = new TextEncoder();

/** Breaks a line before it has more than 75 bytes, but never within a character
 *  (3.1). */
function folded(line: string): string {
  const most = 75;
  let out = "";
  let size = 0;
  for (const character of line) {
    const more = bytes.encode(character).length;
    if (size + more > most) {
      out += "\r\n ";
      size = 1;
    }
    out += character;
    size += more;
  }
  return out;
}
