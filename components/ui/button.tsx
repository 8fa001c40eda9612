import type { ComponentProps } from 'react'

/** main: the one deed of the page. quiet: beside it. grave: cannot be taken back. bare: barely there. */
export type Weight = 'main' | 'quiet' | 'grave' | 'bare'

function classes(weight: Weight, more?: string) {
  return [weight === 'main' ? 'btn' : `btn btn-${weight}`, more].filter(Boolean).join(' ')
}

export function Button({ weight = 'main', className, type = 'button', ...rest }: ComponentProps<'button'> & { weight?: Weight }) {
  return <button type={type} className={classes(weight, className)} {...rest} />
}

/** A link that looks like a button: it goes to the page of a deed. */
export function LinkButton({ weight = 'main', className, ...rest }: ComponentProps<'a'> & { href: string; weight?: Weight }) {
  return <a className={classes(weight, className)} {...rest} />
}
