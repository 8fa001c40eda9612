/** A reason not to start that the operator can act on: one sentence in each language, never a stack trace. */
export class StartRefusal extends Error {
  readonly korean: string
  readonly english: string

  constructor(korean: string, english: string) {
    super(english)
    this.name = 'StartRefusal'
    this.korean = korean
    this.english = english
  }
}

/** Prints the sentence of a refusal and ends; anything else is a bug and keeps its stack. */
export function endWith(problem: unknown): never {
  if (problem instanceof StartRefusal) {
    console.error(`\n✗ ${problem.korean}\n  ${problem.english}\n`)
  } else {
    console.error(problem)
  }
  process.exit(1)
}
