import { z } from 'zod'

/** What somebody proves herself with (▲): her password, six digits of her app, or a passkey's answer. Never shown again, never kept. */
export const Proof = z.string().max(6_000, 'core.field.tooLong').default('')
