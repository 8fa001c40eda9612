import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { settings } from '#lib/core/env.ts'

const production = {
  HANAI_MODE: 'production',
  HANAI_URL: 'https://hanai.example.kr',
  HANAI_SECRET: 'a secret of thirty-two characters or more',
  DATABASE_URL: 'postgresql://hanai:secret@db.example/hanai?sslmode=verify-full',
}

/** The names of the settings that are wrong, and everything that is said about them. */
function wrong(source: Record<string, string>): { names: string[]; said: string } {
  try {
    settings(source)
    return { names: [], said: '' }
  } catch (problem) {
    if (!(problem instanceof z.ZodError)) throw problem
    return { names: problem.issues.map(({ path }) => path.join('.')), said: problem.issues.map(({ message }) => message).join(', ') }
  }
}

test('nothing needs to be set for a demo on one’s own machine', () => {
  expect(settings({})).toMatchObject({ production: false, demo: true, port: 3000, oidc: undefined, smtpUrl: undefined, trustedProxy: [] })
})

test('what was left empty is as if it were not set', () => {
  expect(settings({ HANAI_URL: '', HANAI_SECRET: '', DATABASE_URL: '', OIDC_ISSUER: '', SMTP_URL: '', TRUSTED_PROXY: '', HANAI_DEMO: '' })).toEqual(settings({}))
})

describe('production', () => {
  test('starts with an address, a secret and a database, and knows no cast', () => {
    expect(settings(production)).toMatchObject({ production: true, demo: false, url: 'https://hanai.example.kr' })
  })

  test('misses all that is missing at once', () => {
    expect(wrong({ HANAI_MODE: 'production' }).names).toEqual(['HANAI_SECRET', 'HANAI_URL', 'DATABASE_URL'])
  })

  test.each<[string, Record<string, string>, string]>([
    ['a short secret', { HANAI_SECRET: 'short' }, 'HANAI_SECRET'],
    ['an address without https', { HANAI_URL: 'http://hanai.example.kr' }, 'HANAI_URL'],
    ['an address with a path', { HANAI_URL: 'https://hanai.example.kr/app' }, 'HANAI_URL'],
    ['no address at all', { HANAI_URL: 'hanai' }, 'HANAI_URL'],
    ['the demo’s cast', { HANAI_DEMO: 'on' }, 'HANAI_DEMO'],
    ['an unknown mode', { HANAI_MODE: 'staging' }, 'HANAI_MODE'],
    ['a database of another kind', { DATABASE_URL: 'mysql://db.example/hanai' }, 'DATABASE_URL'],
    ['a port that is none', { PORT: '70000' }, 'PORT'],
    ['a pool that is none', { DATABASE_POOL: 'many' }, 'DATABASE_POOL'],
    ['half a mail server', { SMTP_URL: 'smtps://mail.example' }, 'MAIL_FROM'],
    ['half a sign-in elsewhere', { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'hanai' }, 'OIDC_CLIENT_SECRET'],
    ['some of the database’s roles', { DATABASE_APP_URL: 'postgresql://a:b@db.example/hanai' }, 'DATABASE_AUTH_URL'],
    ['a database that anybody on the way can read', { DATABASE_URL: 'postgresql://hanai:secret@db.example/hanai' }, 'DATABASE_URL'],
    ['a database that may be another one', { DATABASE_URL: 'postgresql://hanai:secret@10.1.2.3/hanai?sslmode=require' }, 'DATABASE_URL'],
    ['a role’s way to the database that anybody can read', { DATABASE_MIGRATE_URL: 'postgresql://a:b@db.example/hanai' }, 'DATABASE_MIGRATE_URL'],
    ['a mail server that anybody on the way can read', { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.example' }, 'SMTP_URL'],
    ['a sign-in elsewhere that anybody on the way can read', { OIDC_ISSUER: 'http://id.example', OIDC_CLIENT_ID: 'hanai', OIDC_CLIENT_SECRET: 'a secret' }, 'OIDC_ISSUER'],
  ])('refuses %s, by name', (_name, change, named) => {
    expect(wrong({ ...production, ...change }).names).toContain(named)
  })

  test('takes a database and a mail server of this machine or its containers as they are, and others when they are encrypted', () => {
    for (const DATABASE_URL of ['postgresql://a:b@localhost/hanai', 'postgresql://a:b@127.0.0.1:5432/hanai', 'postgresql://a:b@database:5432/hanai']) expect(wrong({ ...production, DATABASE_URL }).names).toEqual([])
    for (const SMTP_URL of ['smtps://mail.example', 'smtp://mail.example?requireTLS=true', 'smtp://localhost:25']) expect(wrong({ ...production, SMTP_URL, MAIL_FROM: 'a@b.example' }).names).toEqual([])
  })

  test('may be tried on this machine without https', () => {
    expect(wrong({ ...production, HANAI_URL: 'http://localhost:3000' }).names).toEqual([])
  })

  test('never repeats what was set: it may be a secret', () => {
    const secrets = { HANAI_SECRET: 'sesame-1', DATABASE_URL: 'sesame-2', SMTP_URL: 'sesame-3', OIDC_ISSUER: 'sesame-4', HANAI_URL: 'sesame-5', HANAI_MODE: 'sesame-6' }
    const { names, said } = wrong(secrets)
    expect(names).toEqual(expect.arrayContaining(Object.keys(secrets)))
    expect(said).not.toContain('sesame')
  })
})
