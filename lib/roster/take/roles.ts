import type { RosterFile } from '../inspect.ts'
import { batchesOf, rowsOf, type Intake } from './intake.ts'

/** roles.csv of version 1.2: the primary role counts, or else the first. */
export async function takeRoles(intake: Intake, file: RosterFile): Promise<void> {
  for await (const lines of batchesOf(intake, file)) {
    const rows = rowsOf(intake, 'roles', lines, (line) => {
      if (line.left) return null
      const [user, role, org] = [line.must('userSourcedId'), line.must('role'), line.text('orgSourcedId')]
      return { sourcedId: `${user} ${role} ${org}`, user, role, org, primary: line.text('roleType').toLowerCase() === 'primary' }
    })
    for (const { user, role, org, primary } of rows) {
      if (primary || !intake.roles.has(user)) intake.roles.set(user, { role, org })
    }
  }
}
