'use client'

import type { ReactNode } from 'react'
import { useField } from './form-state.ts'

/** A question that is put only after the form came back with it. */
export function OnceAsked({ name, children }: { name: string; children: ReactNode }) {
  const { errors, chosen } = useField(name)
  return errors.length > 0 || chosen.length > 0 ? children : null
}
