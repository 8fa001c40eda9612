'use client'

import { useEffect } from 'react'

/** Says on the document that scripts have taken over; until then forms and links work as plain ones. */
export function Awake() {
  useEffect(() => {
    document.documentElement.dataset['awake'] = ''
  }, [])
  return null
}
