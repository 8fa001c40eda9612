/** Dates as people's spreadsheets write them: 2026-03-02, 20260302, 2026.3.2., 2026/3/2, 2026년 3월 2일, with or without a time. */
const written = [
  /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})\.?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})년(\d{1,2})월(\d{1,2})일$/,
]

/** The day as 2026-03-02, or null when it is none. A spreadsheet's serial number (46083) is none: nobody can tell it from an id. */
export function readDay(text: string): string | null {
  const day = text.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '').replace(/\s+/g, '')
  for (const form of written) {
    const found = form.exec(day)
    if (found) return existing(Number(found[1]), Number(found[2]), Number(found[3]))
  }
  return null
}

function existing(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < 1900 || year > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10)
}
