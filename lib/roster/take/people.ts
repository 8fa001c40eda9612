import type { RosterFile } from '../inspect.ts'
import { takeGuardians } from './guardians.ts'
import { batchesOf, rowsOf, type Intake, type PersonKind } from './intake.ts'
import { readPerson } from './person.ts'
import { takeStaff } from './staff.ts'
import { takeStudents } from './students.ts'

/** Everybody of users.csv: children, those who bring them up, and teachers. */
export async function takePeople(intake: Intake, file: RosterFile): Promise<void> {
  for await (const lines of batchesOf(intake, file)) {
    const people = rowsOf(intake, 'users', lines, (line) => readPerson(intake, line))
    const of = (kind: PersonKind) => people.filter((person) => person.kind === kind)
    await takeStudents(intake, of('student'))
    await takeGuardians(intake, of('guardian'))
    await takeStaff(intake, of('staff'))
  }
}
