'use client'

import { Sorry } from '#components/shell/sorry.tsx'

/** The digest is what the server wrote beside the mistake in its log. */
export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <Sorry reference={error.digest} retry={retry} />
}
