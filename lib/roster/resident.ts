/**
 * Resident and foreigner registration numbers: six digits of the birth date, one for century and sex, six more.
 * They are never stored (Act on personal information §24-2), so a column that looks like one is not read at all.
 * Only the date is checked: since October 2020 the last digits follow no rule.
 */
const looksLike = /(?<!\d)(\d{2})(\d{2})(\d{2})[\s\p{P}\p{S}]{0,3}[1-8]\d{6}(?!\d)/gu

export function holdsResidentNumber(value: string): boolean {
  // Most values are shorter: looking at the length costs nothing
  if (value.length < 13) return false
  return value.normalize('NFKC').matchAll(looksLike).some(([, year = '', month = '', day = '']) => {
    const date = new Date(Date.UTC(2000 + Number(year), Number(month) - 1, Number(day)))
    return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  })
}

const names = ['거소신고번호', '주민', 'rrn', 'residentregistrationnumber', 'residentnumber', 'residentid', 'ssn', 'socialsecuritynumber', 'nationalid']
/** 주민등록번호 앞자리, 보호자 주민번호 … */
const parts = ['주민등록', '주민번호', '외국인등록', '외국인번호', 'jumin']

/** By the column's own name; `header` is already reduced to its letters. */
export const isResidentHeader = (header: string): boolean => names.includes(header) || parts.some((part) => header.includes(part))
