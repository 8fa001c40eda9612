'use client'

import '@fontsource-variable/noto-sans-kr/index.css'
import './globals.css'
import { Sorry } from '#components/shell/sorry.tsx'

/** When even the layout failed: the same words, in a page of their own. */
export default function GlobalError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="ko">
      <body>
        <Sorry reference={error.digest} retry={retry} />
      </body>
    </html>
  )
}
