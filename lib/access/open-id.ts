import type { OAuthConfig } from 'next-auth/providers/oauth'

interface Claims {
  sub: string
  email?: string
  email_verified?: boolean
  /** How the provider has made sure who it is (OpenID Connect Core 2, RFC 8176). */
  acr?: string
  amr?: string[]
}

interface Settings {
  issuer: string
  clientId: string
  clientSecret: string
  /** Values of acr or amr by which a second factor was asked there. */
  strong: string[]
}

/** The one OpenID provider that can be configured: an office's own, or any that follows the standard. */
export function openId({ issuer, clientId, clientSecret, strong }: Settings): OAuthConfig<Claims> {
  return {
    id: 'oidc',
    name: 'OpenID Connect',
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    authorization: { params: { scope: 'openid email' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    userinfo: {
      // Some providers put the address into the signed token, some tell it when asked. Asked with the whole set of tokens,
      // the client refuses an answer about somebody else than the signed one is about.
      async request({ tokens, client }) {
        const set = tokens as Extract<Parameters<typeof client.userinfo>[0], object>
        const said: Claims = set.claims()
        return said.email || !client.issuer.metadata.userinfo_endpoint || !set.access_token ? said : { ...(await client.userinfo<Claims>(set)), acr: undefined, amr: undefined, ...said }
      },
    },
    // Only an address the provider itself has checked may lead to an account.
    profile: ({ sub, email, email_verified, acr, amr }) => ({ id: sub, email: email_verified === true ? (email ?? null) : null, strong: [acr, ...(Array.isArray(amr) ? amr : [])].some((how) => how !== undefined && strong.includes(how)) }),
  }
}
