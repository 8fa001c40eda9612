import { createHmac, hkdfSync } from 'node:crypto'
import { env } from '#lib/core/env.ts'

/** Provinces and metropolitan cities, as they are written before an address or left out. */
const provinces = /^(?:서울특별시|부산광역시|대구광역시|인천광역시|광주광역시|대전광역시|울산광역시|세종특별자치시|경기도|강원특별자치도|강원도|충청북도|충청남도|전북특별자치도|전라북도|전라남도|경상북도|경상남도|제주특별자치도|제주도|서울시|부산시|대구시|인천시|광주시(?=[가-힣]+구)|대전시|울산시|세종시|서울|부산|대구|인천|광주(?=[가-힣]+구)|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)(?=[가-힣])/u

/** By road: district, road and number. By lot: district, dong or village and number. */
const byRoad = /^(.*?(?:대로|로|길)(?:\d+번?[가-힣]?길)?)(지하)?(\d+(?:-\d+)?)(?!번?[가-힣]?길|동|호|층)(.*)$/u
const byLot = /^(.*?(?:동|가|리))(산)?(\d+(?:-\d+)?)(?:번지|(?!번지)(?!\d*(?:동|호|층)))(.*)$/u

/**
 * An address as two of them are compared: without spaces, province, what stands in brackets and the name of the building;
 * with the house number, block and unit. 광주광역시 나래구 무지개로 12, 101동 1203호 (나래동) and 나래구 무지개로12 101-1203 are
 * the same home; the flat next door is another. Null where no house can be made out.
 */
export function homeOf(address: string): string | null {
  const text = address.normalize('NFKC').replace(/\([^)]*\)?/gu, ' ').toLowerCase().replace(/(?<=\d)\s+(?=\d)/gu, ',').replace(/[\s.]/gu, '').replace(provinces, '')
  const [, place, under = '', number, rest = ''] = byRoad.exec(text) ?? byLot.exec(text) ?? []
  return place && number ? `${place} ${under}${number} ${unitOf(rest)}` : null
}

/** 101동 1203호, 101-1203, b02호, 1203: block and number. */
function unitOf(rest: string): string {
  const text = rest.replace(/^[,·]+/u, '')
  const [, block, flat] = /(\d+|[가-힣a-z](?=동))동?(?:제)?[-,]?(?:\d+층)?,?((?:지하|지|b)?\d+)호?$/u.exec(text) ?? []
  if (block && flat && /동|-|,/u.test(text)) return `${block}-${flat}`
  const [, alone] = /((?:지하|지|b)?\d+)호?$/u.exec(text) ?? []
  return alone ?? ''
}

let made: Buffer | undefined

/** A home as a keyed mark of one office; the key is made of the service's secret, which is not in the database. Null: no home to be made out. */
export function homeMark(officeId: string, address: string): Uint8Array<ArrayBuffer> | null {
  const home = homeOf(address)
  if (home === null) return null
  made ??= Buffer.from(hkdfSync('sha256', env().secret, '', 'hanai homes', 32))
  return new Uint8Array(createHmac('sha256', made).update(`${officeId}\n${home}`).digest().subarray(0, 16))
}
