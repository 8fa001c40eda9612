import { reduce } from '../columns.ts'
import { fullName, own, Reject, type Line } from '../values.ts'
import type { Intake, PersonKind } from './intake.ts'

/** A line of users.csv with what roles.csv adds to it in version 1.2. */
export interface Person {
  sourcedId: string
  kind: PersonKind
  role: string
  orgs: string[]
  left: boolean
  line: Line
}

const words: Record<string, PersonKind> = {
  student: 'student', 학생: 'student',
  teacher: 'staff', 교사: 'staff', 담임: 'staff', 담임교사: 'staff', 선생님: 'staff',
  parent: 'guardian', guardian: 'guardian', relative: 'guardian', 보호자: 'guardian', 학부모: 'guardian', 부모: 'guardian',
  mother: 'guardian', father: 'guardian', 어머니: 'guardian', 모: 'guardian', 아버지: 'guardian', 부: 'guardian', grandmother: 'guardian', grandfather: 'guardian', 할머니: 'guardian', 할아버지: 'guardian',
  // Accounts for these are made by an administrator, not by a list
  administrator: 'other', aide: 'other', proctor: 'other', counselor: 'other', principal: 'other', districtadministrator: 'other', siteadministrator: 'other', systemadministrator: 'other', 관리자: 'other', 직원: 'other', 교장: 'other', 교감: 'other',
}

export const personKind = (role: string): PersonKind | undefined => own(words, reduce(role))

export function readPerson(intake: Intake, line: Line): Person {
  const sourcedId = line.must('sourcedId')
  const left = line.left
  const extra = intake.roles.get(sourcedId)
  const role = line.text('role') || extra?.role || ''
  if (role === '') throw new Reject('required', 'role')
  const kind = personKind(role)
  if (!kind) throw new Reject('role', 'role')
  intake.people.set(sourcedId, kind)
  if (kind === 'other') throw new Reject('roleNotTaken', 'role')
  const orgs = line.list('orgSourcedIds')
  return { sourcedId, kind, role, orgs: orgs.length > 0 || !extra?.org ? orgs : [extra.org], left, line }
}

/** The first of a person's schools that we know. */
export function schoolOf(intake: Intake, { orgs }: Person): { id: string; name: string } {
  const known = orgs.map((org) => intake.schools.get(org)).find((school) => school !== undefined)
  if (!known) throw new Reject(orgs.length === 0 ? 'required' : 'unknownSchool', 'orgSourcedIds')
  intake.touched.add(known.id)
  return known
}

/** Rows of people; what is wrong with one is remarked at its line. */
export function readAll<R>(people: readonly Person[], read: (person: Person) => R): R[] {
  const rows: R[] = []
  for (const person of people) {
    try {
      rows.push(read(person))
    } catch (problem) {
      if (!(problem instanceof Reject)) throw problem
      person.line.remark(problem.code, problem.field)
    }
  }
  return rows
}

/** The name of a person; a romanised one may stand among the preferred names. */
export function nameOf({ line }: Person): { name: string; nameEn: string | null } {
  const family = line.text('familyName', 60)
  const given = line.text('givenName', 60)
  if (family + given === '') throw new Reject('required', 'givenName')
  const { name, nameEn } = fullName(family, given)
  return { name, nameEn: nameEn ?? fullName(line.text('preferredFamilyName', 60), line.text('preferredGivenName', 60)).nameEn }
}
