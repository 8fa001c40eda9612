import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { keepOwnContact } from '#lib/conflicts/own-contact.ts'
import { exampleFiles } from '#lib/roster/example.ts'
import { changesOf } from '#lib/roster/progress.ts'
import { zipOf } from '#lib/roster/zip.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { csv, enrolment, homeroom, importFiles, manifest, person, school, student } from './rosters.ts'

let world: World
const coordinator = () => world.as('문다희')

beforeAll(async () => {
  world = await makeWorld()
})

describe('importing a roster', () => {
  test('the example arrives whole, by zip, with classes, guardians and details', async () => {
    const { view, issues, folder } = await importFiles(coordinator(), { 'roster.zip': zipOf(exampleFiles()) })
    expect(view.failure).toBeNull()
    expect(view.state).toBe('DONE')
    expect(issues).toEqual([])
    expect(view.progress.counts).toMatchObject({
      schools: { added: 2 }, classes: { added: 2 }, students: { added: 3 }, guardians: { added: 4 }, links: { added: 4 }, staff: { added: 2 }, enrolments: { added: 5 },
    })
    const { rows } = await world.owner(`select s.name, s.grade, s.class_name, s.birth_date::text as birth, s.sex, s.initials, a.short_ko from students s join agencies a on a.id = s.school_id where s.sourced_id like 'ex-%' order by s.sourced_id`)
    expect(rows).toEqual([
      { name: '보하늘', grade: 6, class_name: '2', birth: '2014-05-05', sex: 'F', initials: 'ㅂㅎㄴ', short_ko: '보기초' },
      { name: '기새론', grade: 6, class_name: '2', birth: '2014-08-15', sex: 'M', initials: 'ㄱㅅㄹ', short_ko: '보기초' },
      { name: 'Ha-rin Nguyen', grade: 7, class_name: '3', birth: '2013-10-03', sex: 'F', initials: '', short_ko: '보기중' },
    ])
    const teachers = await world.owner(`select e.is_homeroom, s.role, s.name from enrolments e join staff s on s.id = e.staff_id where e.sourced_id = 'ex-enrol-4'`)
    expect(teachers.rows).toEqual([{ is_homeroom: true, role: 'TEACHER', name: '예다온' }])
    expect(existsSync(folder)).toBe(false)
  })

  test('the same again changes nothing', async () => {
    const { view } = await importFiles(coordinator(), { 'roster.zip': zipOf(exampleFiles()) })
    expect(view.state).toBe('DONE')
    expect(changesOf(view.progress)).toBe(0)
  })

  test('a guardian’s home is kept as a mark alone, by which a colleague who lives there is found', async () => {
    await keepOwnContact(world.as('한결우'), { phone: '', address: '나래구 은하로 9, 3동 404호' })
    const users = (address: string) => `sourcedId,role,givenName,familyName,agentSourcedIds,주소\nex-guardian-3,guardian,바다,기,ex-student-2,"${address}"\n`
    const { issues } = await importFiles(coordinator(), { 'users.csv': users('광주광역시 나래구 은하로 9, 3동 404호 (나래동)') })
    expect(issues).toEqual([])
    const found = await world.owner(`select x.how, s.name from conflicts x join students s on s.id = x.student_id where x.staff_id = $1`, [world.as('한결우').staffId])
    expect(found.rows).toEqual([{ how: 'ADDRESS', name: '기새론' }])
    const kept = await world.owner(`select g::text || coalesce(a::text, '') as all from guardians g left join guardian_addresses a on a.guardian_id = g.id where g.sourced_id = 'ex-guardian-3'`)
    expect(String(kept.rows[0]?.['all'])).not.toContain('은하로')
  })

  test('it is in the audit, without names', async () => {
    const { rows } = await world.owner(`select action, outcome, staff_id from audit_entries where action = 'roster.imported'`)
    expect(rows[0]).toEqual({ action: 'roster.imported', outcome: 'done', staff_id: coordinator().staffId })
  })

  test('schools and teachers that are here without a number are recognised, not doubled', async () => {
    const { view } = await importFiles(coordinator(), {
      'orgs.csv': csv('orgs', school('S3-id', '라온들중학교')),
      'users.csv': csv('users', person('t-go', 'teacher', 'S3-id', '고', '은별'), person('t-yun', 'teacher', 'S3-id', '윤', '채담')),
    })
    expect(view.progress.counts.schools).toMatchObject({ added: 0, changed: 1 })
    expect(view.progress.counts.staff).toMatchObject({ added: 0, changed: 2 })
    const { rows } = await world.owner(`select name, role, sourced_id from staff where sourced_id in ('t-go', 't-yun') order by name`)
    expect(rows).toEqual([{ name: '고은별', role: 'TEACHER', sourced_id: 't-go' }, { name: '윤채담', role: 'COUNSELOR', sourced_id: 't-yun' }])
  })

  test('each line that cannot be taken is named, and the others are in', async () => {
    const { view, issues } = await importFiles(coordinator(), {
      'orgs.csv': csv('orgs', school('d-1', '달빛초등학교')),
      'classes.csv': csv('classes', homeroom('dc-1', 'd-1', '1반'), homeroom('dc-2', 'nowhere', '2반')),
      'users.csv': csv('users', student('ds-1', 'd-1', '가', '나'), student('ds-1', 'd-1', '가', '나'), student('ds-2', 'nowhere', '다', '라'), student('ds-3', 'd-1', '', ''),
        student('ds-4', 'd-1', '마', '바', { agents: 'nobody' }), person('ds-5', 'wizard', 'd-1', '사', '아'), person('ds-6', 'administrator', 'd-1', '자', '차'), student('ds-7', 'd-1', '카', '타', { status: 'maybe' })),
      'demographics.csv': csv('demographics', 'ds-1,,,2014-13-40,male', 'ds-4,,,2014-05-06,x', 'ghost,,,2014-05-06,male'),
      'enrollments.csv': csv('enrollments', enrolment('de-1', 'dc-1', 'ds-1'), enrolment('de-2', 'dc-9', 'ds-1'), enrolment('de-3', 'dc-1', 'ghost')),
    })
    expect(view.state).toBe('DONE')
    expect(issues.map(({ file, line, field, code }) => [file, line, field, code])).toEqual([
      ['classes.csv', 3, 'schoolSourcedId', 'unknownSchool'],
      ['users.csv', 3, 'sourcedId', 'duplicate'],
      ['users.csv', 7, 'role', 'role'],
      ['users.csv', 8, 'role', 'roleNotTaken'],
      ['users.csv', 9, 'status', 'status'],
      ['users.csv', 4, 'orgSourcedIds', 'unknownSchool'],
      ['users.csv', 5, 'givenName', 'required'],
      ['users.csv', 6, 'agentSourcedIds', 'unknownGuardian'],
      ['demographics.csv', 2, 'birthDate', 'date'],
      ['demographics.csv', 3, 'sex', 'sex'],
      ['demographics.csv', 4, 'sourcedId', 'unknownStudent'],
      ['enrollments.csv', 3, 'classSourcedId', 'unknownClass'],
      ['enrollments.csv', 4, 'userSourcedId', 'unknownUser'],
    ])
    expect(view.progress.counts.students.added).toBe(2)
    expect(view.progress.rejected).toBe(11)
  })
})

describe('what has left', () => {
  const base = {
    'orgs.csv': csv('orgs', school('h-1', '하루초등학교')),
    'classes.csv': csv('classes', homeroom('hc-1', 'h-1', '6-1')),
    'users.csv': csv('users', student('hs-1', 'h-1', '가', '하나', { agents: 'hg-1' }), student('hs-2', 'h-1', '가', '둘'), person('hg-1', 'parent', '', '가', '큰'), person('ht-1', 'teacher', 'h-1', '나', '샘')),
    'enrollments.csv': csv('enrollments', enrolment('he-1', 'hc-1', 'hs-1'), enrolment('he-2', 'hc-1', 'hs-2'), enrolment('he-3', 'hc-1', 'ht-1', 'teacher', 'true')),
  }
  const here = async () => (await world.owner(`select sourced_id from students where sourced_id like 'hs-%' and left_at is null order by 1`)).rows.map(({ sourced_id }) => String(sourced_id))

  test('tobedeleted ends, in every kind, and deletes nothing', async () => {
    await importFiles(coordinator(), base)
    const delta = {
      'manifest.csv': manifest('delta'),
      'users.csv': csv('users', student('hs-2', '', '', '', { status: 'tobedeleted' }), person('hg-1', 'parent', '', '', '', { status: 'tobedeleted' }), person('ht-1', 'teacher', '', '', '', { status: 'tobedeleted' })),
      'enrollments.csv': csv('enrollments', enrolment('he-2', 'hc-1', 'hs-2', 'student', 'false', 'tobedeleted')),
    }
    const { view, issues } = await importFiles(coordinator(), delta)
    expect(issues).toEqual([])
    expect(view.progress.counts).toMatchObject({ students: { ended: 1 }, guardians: { ended: 1 }, staff: { ended: 1 }, enrolments: { ended: 1 } })
    expect(await here()).toEqual(['hs-1'])
    const { rows } = await world.owner(`select count(*)::int as n from guardian_links l join guardians g on g.id = l.guardian_id where g.sourced_id = 'hg-1' and l.ended_at is null`)
    expect(rows).toEqual([{ n: 0 }])
    expect(changesOf((await importFiles(coordinator(), delta)).view.progress)).toBe(0)
  })

  test('a delta ends nobody it does not name', async () => {
    const { view } = await importFiles(coordinator(), { 'manifest.csv': manifest('delta'), 'users.csv': csv('users', student('hs-3', 'h-1', '가', '셋')) })
    expect(view.progress.counts.students).toMatchObject({ added: 1, ended: 0 })
    expect(await here()).toEqual(['hs-1', 'hs-3'])
  })

  test('a complete list ends whom it does not name, at the schools it is about, and brings back whom it names', async () => {
    const { view } = await importFiles(coordinator(), { 'manifest.csv': manifest('bulk'), ...base })
    expect(view.progress.counts.students).toMatchObject({ changed: 1, ended: 1 })
    expect(await here()).toEqual(['hs-1', 'hs-2'])
    const { rows } = await world.owner(`select count(*)::int as n from students where sourced_id like 'st-%' and left_at is not null`)
    expect(rows).toEqual([{ n: 0 }])
  })

  test('files without a manifest end nobody', async () => {
    const { view } = await importFiles(coordinator(), { 'users.csv': csv('users', student('hs-1', 'h-1', '가', '하나', { agents: 'hg-1' })) })
    expect(view.progress.counts.students.ended).toBe(0)
  })
})
