/** Why an import ended without anything being taken. The sentence for each stands in lib/words. */
export const failures = [
  'brokenZip', 'encryptedZip', 'bombZip', 'pathZip', 'nestedZip', 'excel', 'notCsv', 'noFiles', 'sameFile', 'tooLarge', 'tooManyFiles', 'tooManyLines',
  'uploadAborted', 'interrupted', 'signedOut', 'busy', 'unexpected',
] as const
export type Failure = (typeof failures)[number]

/** What one form may bring. */
export const MOST_UPLOADED = 200 * 1024 * 1024
export const MOST_FILES = 20

/** Ends an import: nothing of it stays. */
export class RosterProblem extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(`roster.failure.${failure}`)
    this.name = 'RosterProblem'
    this.failure = failure
  }
}

/** What was noticed about a line, a column or a file. `taken` remarks leave the line in; the others say why it is not. */
export const issues = {
  // of a file
  fileUnknown: 'taken', fileIgnored: 'taken', fileEmpty: 'taken', columnMissing: 'rejected', missingKept: 'taken',
  // of a column
  headerGuessed: 'taken', columnUnknown: 'taken', residentColumn: 'taken',
  // of a line
  quote: 'rejected', cells: 'rejected', letters: 'rejected', required: 'rejected', tooLong: 'rejected', status: 'rejected', date: 'rejected', order: 'rejected',
  duplicate: 'rejected', resident: 'rejected', unknownSchool: 'rejected', unknownClass: 'rejected', unknownUser: 'rejected', unknownStudent: 'rejected', role: 'rejected',
  roleNotTaken: 'rejected', hidden: 'rejected',
  notSchool: 'taken', unknownGuardian: 'taken', grade: 'taken', sex: 'taken', number: 'taken', leftWithOpenCase: 'taken', schoolKept: 'taken', staffKept: 'taken', staffLeftWithCases: 'taken', staffMovedWithCases: 'taken', staffNotUnique: 'taken',
} as const satisfies Record<string, 'taken' | 'rejected'>
export type IssueCode = keyof typeof issues

export interface Issue {
  file: string
  line: number
  /** Our name of the column, or #12 for the twelfth. Never a value. */
  field?: string | undefined
  code: IssueCode
}
