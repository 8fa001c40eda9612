import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { importOf, issuesOf, type ImportView, type IssueView } from '#lib/roster/queries.ts'
import { startImport, startUpload } from '#lib/roster/start.ts'
import type { World } from '#tests/world.ts'

export type Files = Record<string, string | Uint8Array>

/** What an import came to, and the folder it worked in. */
interface Result {
  view: ImportView
  issues: IssueView[]
}

/** Imports files as that person and waits for the end. */
export async function importFiles(actor: Actor, files: Files, key = newId()): Promise<Result & { folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'hanai-test-roster-'))
  const arrived = await Promise.all(Object.entries(files).map(async ([name, content], index) => {
    const path = join(folder, `${index}.upload`)
    await writeFile(path, content)
    return { name, path }
  }))
  const started = await startImport(actor, { folder, files: arrived, key, digest: new Uint8Array([1]) })
  await started.done
  return { ...(await resultOf(actor, started.path)), folder }
}

/** What the import's page shows. */
export async function resultOf(actor: Actor, path: string): Promise<Result> {
  const id = path.split('/').at(-1) ?? ''
  return asActor(actor, async (tx) => {
    const view = await importOf(tx, actor, id)
    if (!view) throw new Error('there is no such import')
    return { view, issues: (await issuesOf(tx, actor, id, 1_000)).page }
  })
}

/** A form with files as a browser sends it. */
export function formOf(files: Files, key = newId()): { headers: Record<string, string>; body: Buffer } {
  const line = 'a-line-of-this-test'
  const parts = [
    `--${line}\r\nContent-Disposition: form-data; name="_key"\r\n\r\n${key}\r\n`,
    ...Object.entries(files).flatMap(([name, content]) => [`--${line}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`, content, '\r\n']),
    `--${line}--\r\n`,
  ]
  return { headers: { 'content-type': `multipart/form-data; boundary=${line}` }, body: Buffer.concat(parts.map((part) => Buffer.from(part))) }
}

/** Sends files as that person and waits for the end of the import. */
export async function upload(actor: Actor, files: Files, key?: string): Promise<Result & { path: string }> {
  const { headers, body } = formOf(files, key)
  const { path, done } = await startUpload(actor, headers, Readable.from([body], { objectMode: false }))
  await done
  return { ...(await resultOf(actor, path)), path }
}

/** How many rows a roster could have touched there are, and which folders of uploads: the same before and after when nothing was left. */
export async function traces(world: World): Promise<object> {
  const { rows } = await world.owner(`
    select (select count(*) from agencies) as agencies, (select count(*) from staff) as staff, (select count(*) from students) as students,
      (select count(*) from guardians) as guardians, (select count(*) from guardian_links) as links, (select count(*) from school_classes) as classes,
      (select count(*) from enrolments) as enrolments, (select count(*) from roster_imports where state not in ('DONE', 'FAILED')) as running`)
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith(`hanai-roster-${process.pid}-`))
  return { ...(rows[0] as object), folders }
}

const heads = {
  orgs: 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
  classes: 'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
  users: 'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password',
  demographics: 'sourcedId,status,dateLastModified,birthDate,sex',
  enrollments: 'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
} as const

/** A file of the standard with these lines. */
export const csv = (kind: keyof typeof heads, ...lines: string[]): string => [heads[kind], ...lines, ''].join('\n')

export const school = (id: string, name: string, status = ''): string => `${id},${status},,${name},school,,`
export const student = (id: string, org: string, family: string, given: string, { grade = '06', agents = '', status = '' } = {}): string =>
  `${id},${status},,true,${org},student,,,${given},${family},,,,,,"${agents}",${grade},`
export const person = (id: string, role: string, org: string, family: string, given: string, { status = '', agents = '' } = {}): string =>
  `${id},${status},,true,${org},${role},,,${given},${family},,,,010-0000-0000,,"${agents}",,`
export const homeroom = (id: string, org: string, title: string, grade = '06'): string => `${id},,,${title},${grade},,,homeroom,,${org},,,,`
export const enrolment = (id: string, klass: string, user: string, role = 'student', primary = 'false', status = ''): string => `${id},${status},,${klass},,${user},${role},${primary},2026-03-02,`

export const manifest = (how: 'bulk' | 'delta'): string =>
  ['propertyName,value', 'oneroster.version,1.1', ...['orgs', 'classes', 'users', 'demographics', 'enrollments'].map((kind) => `file.${kind},${how}`), ''].join('\n')
