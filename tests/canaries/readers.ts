import { cast } from '#prisma/seed/cast.ts'
import { sayings, type Canary, type Kind } from './children.ts'
import { strangers } from './stranger-office.ts'

/* Who reads, and what of which child may reach her at all: written down by hand from the matrix of the design, not made from the code. */

export interface Reader {
  who: string
  email: string
  may: (canary: Canary) => readonly Kind[]
}

const emailOf = (name: string) => cast.find((one) => one.name === name)?.email ?? ''
const nothing: readonly Kind[] = []
/** Never anybody’s but those named, or the writer’s own. */
const secret: readonly Kind[] = ['sealed', 'reporter', 'draft', 'private', 'opening', 'grant', 'naming', 'hold', 'export']
const child: readonly Kind[] = ['name', 'phone', 'guardian']
const whole: readonly Kind[] = [...child, ...sayings.filter((saying) => !secret.includes(saying))]
const without = (...kinds: Kind[]) => whole.filter((kind) => !kinds.includes(kind))
const atSchool = (school: string, kinds: readonly Kind[]) => (canary: Canary) => (canary.school === school ? kinds : nothing)

export const readers: Reader[] = [
  { who: 'a coordinator of another office', email: strangers.coordinator, may: () => nothing },
  { who: 'the lead of another office’s school', email: strangers.schoolLead, may: () => nothing },
  { who: 'a partner nobody agreed to', email: emailOf('우세령'), may: () => nothing },
  { who: 'an administrator', email: emailOf('하도경'), may: () => nothing },
  { who: 'a reader of statistics', email: emailOf('차시온'), may: () => nothing },
  { who: 'a former member', email: emailOf('구슬아'), may: () => nothing },
  // Reasons, as those who gave them wrote them.
  { who: 'the privacy officer', email: emailOf('노을기'), may: ({ lot, school }) => (lot === 0 ? ['opening', 'export', 'name'] : lot === 2 && ['S1', 'S3'].includes(school) ? ['glass', 'name'] : lot === 3 ? ['hold', 'name'] : nothing) },
  // Her own words.
  { who: 'a partner who gave notice', email: emailOf('엄지안'), may: ({ lot }) => (lot === 8 ? ['described', 'referral', 'name'] : nothing) },
  { who: 'a partner’s member, by consent to one thing', email: emailOf('도서진'), may: ({ lot }) => (lot === 0 ? ['name', 'plan', 'progress', 'next', 'request'] : nothing) },
  { who: 'a teacher without a part in it', email: emailOf('오나린'), may: ({ school, n }) => (n === 2 ? whole : atSchool('S1', child)({ school } as Canary)) },
  { who: 'the lead of a school', email: emailOf('남기훈'), may: atSchool('S3', [...without('sensitive'), 'export']) },
  { who: 'a lead who is a relative of one', email: emailOf('진서율'), may: (canary) => (canary.n === 11 ? nothing : atSchool('S2', [...whole, 'export'])(canary)) },
  { who: 'the head of the centre', email: emailOf('서강민'), may: ({ lot }) => [...without('sensitive', 'agency'), ...(lot === 1 ? (['grant'] as const) : lot === 0 ? (['naming'] as const) : lot === 3 ? (['hold'] as const) : [])] },
]

/** What the addresses of things that are nobody’s child open to whom: to everybody else they are not there. */
export const commonTo: { opens: RegExp; to: string[] }[] = [
  { opens: /^\/people\/(\[id\]|attestation\/)/, to: [emailOf('하도경'), emailOf('노을기'), emailOf('서강민')] },
  { opens: /^\/people\/changes\/\[id\]/, to: [emailOf('하도경'), emailOf('노을기'), emailOf('서강민')] },
  { opens: /^\/recoveries\//, to: [emailOf('하도경'), emailOf('서강민')] },
  { opens: /^\/audit\/\[id\]/, to: [emailOf('노을기')] },
  // The address of a family’s link is the same for whoever comes, until the PIN.
  { opens: /^\/(api\/)?roster\//, to: [] },
]

/** Who opens what, the first that fits: so it is known that there is something to ask for. */
export const openers: { email: string; opens: RegExp }[] = [
  { email: emailOf('한결우'), opens: /^\/(dashboard|(api\/)?exports|cases\/\[id\]\/(reopening|lead)|cases\/new|referrals\/\[id\]\/(question|decline|triage|pass|print)|referrals\/\[id\]$)/ },
  { email: emailOf('권이안'), opens: /^\/referrals\/\[id\]\/convert/ },
  { email: emailOf('송가비'), opens: /^\/referrals\/\[id\]\/answer/ },
  { email: emailOf('오나린'), opens: /^\/students\/\[id\]\/emergency/ },
  { email: emailOf('피하윤'), opens: /^\/interventions\/\[id\]\/(acceptance|assignment|refusal)/ },
  { email: emailOf('설아인'), opens: /^\/interventions/ },
  { email: emailOf('서강민'), opens: /^\/(retention|reporters|readers)/ },
  { email: emailOf('노을기'), opens: /^\/(audit|glass|people\/(rights|attestation))/ },
  { email: emailOf('문다희'), opens: /^\/(conflicts|roster|api\/roster|cases\/\[id\]\/sharing\/(ending|review))/ },
  { email: emailOf('하도경'), opens: /^\/(recoveries|people)/ },
  { email: emailOf('임보라'), opens: /./ },
]

/** What opens to nobody here, and why. */
export const unopened: Record<string, string> = {
  ...Object.fromEntries(['', '/codes', '/second', '/set-up', '/set-up/app', '/link', '/reset'].map((step) => [`/sign-in${step}`, 'steps on the way in'])),
  '/api/auth/oidc': 'no provider is set',
  '/api/auth/callback/oidc': 'no provider is set',
  '/api/live': 'a stream: tests/verbs/timeline/live.test.ts',
  '/referrals/[id]/attach': 'a referral waits beside a case only for a moment: tests/verbs/referrals/decide.test.ts',
  '/cases/[id]/reading': 'nobody here has opened too many: tests/verbs/cases/reading.test.ts',
  '/people/[id]/return': 'nobody here has left: tests/verbs/people/leaving.test.ts',
}
