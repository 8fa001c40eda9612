import type { NextConfig } from 'next'

/**
 * Security headers, method and size limits live in our own server (scripts/serve.ts),
 * because Next answers some malformed requests before any of its own configuration applies.
 */
const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Our server compresses nothing: a reverse proxy does, and secrets never share a compressed body with input.
  compress: false,
  // Types are a step of `npm test`, over tests and scripts too; a start does not wait for them again.
  typescript: { ignoreBuildErrors: true },
  // Read by Node.js itself: the bundler would put the large ones into twenty parts of the pages each, and the process keeps the text of them all.
  serverExternalPackages: [
    'pg', '@prisma/client', '@prisma/adapter-pg', '@node-rs/argon2', 'graphile-worker', 'pino', 'nodemailer', 'yauzl', 'iconv-lite',
    '@simplewebauthn/server', 'next-auth', 'jose', 'zod', 'write-excel-file', 'clamscan',
  ],
  experimental: {
    // How large a form may be is said for each page by scripts/server/guard.ts.
    serverActions: { bodySizeLimit: '26mb' },
    // In development behind our own server, a redirect after a form waits for this channel for ever.
    reactDebugChannel: false,
  },
}

export default config
