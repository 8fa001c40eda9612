/** As much of oidc-provider as the test beside it uses; the package brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

  interface Account {
    accountId: string
    claims: () => Record<string, unknown> & { sub: string }
  }

  interface Grant {
    addOIDCScope: (scope: string) => void
    save: () => Promise<string>
  }

  interface Context {
    oidc: { client: { clientId: string }; session: { accountId: string }; provider: Provider }
  }

  interface Configuration {
    clients: { client_id: string; client_secret: string; redirect_uris: string[] }[]
    jwks: { keys: object[] }
    cookies: { keys: string[] }
    claims: Record<string, string[]>
    conformIdTokenClaims: boolean
    features: Record<string, { enabled: boolean }>
    interactions: { url: (context: unknown, interaction: { uid: string }) => string }
    pkce: { required: () => boolean }
    ttl: Record<string, number>
    findAccount: (context: unknown, id: string) => Account
    loadExistingGrant: (context: Context) => Promise<Grant>
  }

  export class Provider {
    constructor(issuer: string, configuration: Configuration)
    readonly Grant: new (of: { clientId: string; accountId: string }) => Grant
    callback: () => RequestListener
    interactionFinished: (request: IncomingMessage, response: ServerResponse, result: { login: { accountId: string } }) => Promise<void>
  }
}
