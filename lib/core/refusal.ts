/**
 * The few ways in which Hanai says no. `message` is a key of the catalogues (`lib/words`), never a sentence,
 * so it may be logged; the reader sees the sentence in her language.
 */
export class Refusal extends Error {
  readonly status: number
  readonly values: Record<string, string | number>

  constructor(status: number, message: string, values: Record<string, string | number> = {}) {
    super(message)
    this.name = new.target.name
    this.status = status
    this.values = values
  }
}

/** What you may not see and what does not exist look the same. */
export class NotFound extends Refusal {
  constructor() {
    super(404, 'core.refusal.notFound')
  }
}

/** The role may not do this to a thing it may see. */
export class NotAllowed extends Refusal {
  constructor(message = 'core.refusal.notAllowed', values?: Record<string, string | number>) {
    super(403, message, values)
  }
}

/** Somebody was faster, or the thing is in another state by now. */
export class NotNow extends Refusal {
  constructor(message = 'core.refusal.notNow', values?: Record<string, string | number>) {
    super(409, message, values)
  }
}

/** The page showed an older state: it is shown anew around what was typed, so that a second press can succeed. */
export class Changed extends NotNow {}

/** What was sent makes no sense, beyond what the form's schema can tell. `field` is where to look. */
export class Invalid extends Refusal {
  readonly field: string | undefined

  constructor(message: string, field?: string, values?: Record<string, string | number>) {
    super(422, message, values)
    this.field = field
  }
}

/** What is wrong with one field; the message is a key of the catalogues. */
export interface FieldProblem {
  field: string
  message: string
}

/** Several fields of one form, each with what is wrong with it. */
export class InvalidFields extends Refusal {
  readonly problems: readonly FieldProblem[]

  constructor(problems: readonly FieldProblem[]) {
    super(422, problems[0]?.message ?? 'core.refusal.notNow')
    this.problems = problems
  }
}

/** The same form came before and was done: here is what it led to. Not an error to its reader. */
export class AlreadyDone extends Error {
  readonly result: string

  constructor(result: string) {
    super('core.refusal.faster')
    this.result = result
  }
}
