import { z } from 'zod'
import { roles } from '#lib/core/actor.ts'
import { MOST_MEGABYTES } from '#lib/documents/document.ts'
import { Day } from '#lib/core/input.ts'
import { AgencyKind } from '#prisma/generated/enums.ts'

const Name = z.string().trim().min(1).max(100)
const Key = z.string().regex(/^[A-Za-z0-9-]{1,20}$/)

/** A network as the second factor's rule names it. */
const Network = z.union([z.cidrv4(), z.cidrv6()])

const Agency = z.strictObject({
  /** How the people of this file name it. */
  key: Key,
  kind: z.enum(AgencyKind),
  ko: Name,
  en: Name,
  shortKo: Name,
  shortEn: Name,
  /** Act §12②: entrusted by the superintendent. */
  entrusted: z.boolean().default(false),
})

const Person = z.strictObject({
  name: Name,
  nameEn: Name.optional(),
  email: z.email().max(254).transform((text) => text.toLowerCase()),
  role: z.enum(roles),
  agency: Key,
  jobTitle: Name,
  jobTitleEn: Name.optional(),
  /** Handling approval (Act §17⑦): until when. Left out: not approved, so she sees no child's record. */
  approvedUntil: Day.optional(),
  /** Security training (Decree §15⑥): the day it was done; it counts for a year. */
  trainedOn: Day.optional(),
})

/** What `npm run office` reads: an office, the bodies it works with, and who signs in. docs/office.example.json shows one. */
export const OfficeFile = z.strictObject({
  office: z.strictObject({
    code: Key, ko: Name, en: Name, region: Key,
    /** After so many minutes without a request a session is over; 30 when left out. */
    idleMinutes: z.int().min(5).max(240).optional(),
    /** Who needs a second factor: these roles everywhere, and everybody outside of the networks named (10.1.0.0/16). */
    secondFactor: z.strictObject({ roles: z.array(z.enum(roles)).default([]), outside: z.array(Network).max(200).default([]) }).optional(),
    /** One session at a time: for all, or for these roles. A new sign-in ends the others. */
    oneSession: z.union([z.boolean(), z.array(z.enum(roles))]).optional(),
    /** How long closed cases are kept, each rule from its day on; the statute's own when left out (decision 25). */
    retention: z.array(z.strictObject({
      from: Day,
      kind: z.enum(['SCHOOL_ENDS', 'AGE', 'YEARS']),
      amount: z.int().min(0).max(100).default(0),
      source: z.string().trim().min(1).max(300),
    }).refine(({ kind, amount }) => (kind === 'SCHOOL_ENDS') === (amount === 0), { path: ['amount'], message: 'the age or the years; none for SCHOOL_ENDS' })).max(50).optional(),
    /** Exports: how many cases leave in one list by one person's decision, and for how many hours the file is there; 50 and 24 when left out. */
    exports: z.strictObject({ cases: z.int().min(1).max(1_000).optional(), hours: z.int().min(1).max(168).optional() }).optional(),
    dormantDays: z.int().min(30).max(365).optional(),
    /** So many days before a consent ends its renewal is work of whoever leads the case, and is told by mail; 30 when left out. */
    renewalDays: z.int().min(7).max(180).optional(),
    /** Documents: the largest one, and how much room a case and the office have; 10 MB, 200 MB and 20 GB when left out. */
    documents: z.strictObject({
      mostMegabytes: z.int().min(1).max(MOST_MEGABYTES).optional(),
      caseMegabytes: z.int().min(1).max(100_000).optional(),
      officeGigabytes: z.int().min(1).max(100_000).optional(),
      /** Files are scanned for malware before they come here; of no use where HANAI_CLAMAV is set. */
      scannedElsewhere: z.boolean().optional(),
    }).optional(),
    /** So many different cases one person opens in 24 hours before she has to prove who she is, and the privacy officer hears of it; 100 when left out. */
    casesADay: z.int().min(5).max(10_000).optional(),
  }),
  agencies: z.array(Agency).max(2_000).default([]),
  people: z.array(Person).max(20_000).default([]),
}).superRefine(({ agencies, people }, context) => {
  const keys = new Set(agencies.map(({ key }) => key))
  const emails = new Set<string>()
  if (keys.size < agencies.length) context.addIssue({ code: 'custom', path: ['agencies'], message: 'two agencies have the same key' })
  for (const [at, { agency, email }] of people.entries()) {
    if (!keys.has(agency)) context.addIssue({ code: 'custom', path: ['people', at, 'agency'], message: 'no agency of this file has this key' })
    if (emails.has(email)) context.addIssue({ code: 'custom', path: ['people', at, 'email'], message: 'this address stands here twice' })
    emails.add(email)
  }
})
export type OfficeFile = z.output<typeof OfficeFile>
export type OfficePerson = OfficeFile['people'][number]
