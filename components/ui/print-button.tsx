'use client'

import { Icon } from './icon.tsx'

/** Opens the browser's print dialog. Without script the browser's own menu does it, so then it is not shown. */
export function PrintButton({ children }: { children: string }) {
  return (
    <button type="button" className="btn btn-quiet needs-script" onClick={() => window.print()}>
      <Icon name="print" />
      {children}
    </button>
  )
}
