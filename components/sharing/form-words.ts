import type { Text } from '#lib/sharing/wording/text.ts'
import { domains } from '#lib/timeline/layers.ts'

/** 경제·생활 · 돌봄·결식, in the family's language; what goes with every consent is not said again. */
export function itemsIn({ domain: names }: Text, items: readonly string[]): string {
  return domains.flatMap((domain) => (domain !== 'GENERAL' && items.includes(domain) ? [names[domain]] : [])).join(' · ')
}
