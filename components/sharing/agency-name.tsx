import type { Tongue } from '#lib/sharing/wording/tongue.ts'

/** A family asks for the agency by the name it bears here; who reads no Korean has the other one beside it. */
export function AgencyName({ ko, en, tongue }: { ko: string; en: string; tongue: Tongue }) {
  return tongue === 'ko' ? <b>{ko}</b> : <b>{en} (<span lang="ko">{ko}</span>)</b>
}
