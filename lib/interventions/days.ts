/** A day of the calendar as the database keeps it, and back: 2026-11-24. */
export const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`)
export const asDay = (date: Date): string => date.toISOString().slice(0, 10)
