/** Letters that a file system, a header or an eye could read as something else. */
const strange = /[\p{C}\p{Zl}\p{Zp}"<>:|?*%;\\/]/gu

const longest = 80

/**
 * The name people gave a file, as it is shown and given back: no folders, no marks that turn text around or end a header,
 * and the ending of what it is, whatever it said it was.
 */
export function shownName(given: string, extension: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(strange, ' ').replace(/\s+/g, ' ').replace(/^[\s.]+/, '')
  const stem = clean.replace(/(\.[A-Za-z0-9]{1,5})+$/, '').replace(/[\s.]+$/, '')
  return `${Array.from(stem).slice(0, longest).join('') || 'document'}.${extension}`
}
