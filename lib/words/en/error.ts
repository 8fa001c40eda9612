import type { error as korean } from '../ko/error.ts'
import type { SameShape } from '../shape.ts'

export const error = {
  title: 'This page could not be shown',
  body: 'Something went wrong on our side. Please try again in a moment; if it goes on, tell us the number below. It contains no personal data.',
  reference: 'Reference',
  retry: 'Try again',
  home: 'Go to the first page',
} satisfies SameShape<typeof korean>
