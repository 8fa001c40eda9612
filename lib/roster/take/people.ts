import { reduce } from '../columns.ts'
import type { RosterFile } from '../inspect.ts'
import { Reject, type Line } from '../values.ts'
import { takeGuardians } from './guardians.ts'
import { batchesOf, rowsOf, type Intake, type PersonKind } from './intake.ts'
import { takeStaff } from './staff.ts'
import { takeStudents } from './students.ts'

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

export const personKind = (role: string): PersonKind | undefined => words[reduce(role)]

/** roles.csv of version 1.2: the primary role counts, or else the first. */
export async function takeRoles(intake: Intake, file: RosterFile): Promise<void> {
  for await (const lines of batchesOf(intake, file)) {
    for (const line of lines) {
      const rows = rowsOf(intake, 'roles', [line], (one) => (one.left ? null : { sourcedId: `${one.must('userSourcedId')} ${one.must('role')} ${one.text('orgSourcedId')}` }))
      if (rows.length === 0) continue
      const user = line.must('userSourcedId')
      if (intake.roles.has(user) && line.text('roleType').toLowerCase() !== 'primary') continue
      intake.roles.set(user, { role: line.must('role'), org: line.text('orgSourcedId') })
    }
  }
}

export async function takePeople(intake: Intake, file: RosterFile): Promise<void> {
  for await (const lines of batchesOf(intake, file)) {
    const people = rowsOf(intake, 'users', lines, (line) => readPerson(intake, line))
    const of = (kind: PersonKind) => people.filter((person) => person.kind === kind)
    await takeStudents(intake, of('student'))
    await takeGuardians(intake, of('guardian'))
    await takeStaff(intake, of('staff'))
  }
}

function readPerson(intake: Intake, line: Line): Person {
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
