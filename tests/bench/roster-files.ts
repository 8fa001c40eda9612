/** A roster of some size with invented people: as many lines as asked for, spread over its files as in a district. */
export interface LargeRoster {
  files: Record<string, string>
  lines: number
}

const families = ['가', '나', '다', '라', '마', '바', '사', '아', '자', '차', '카', '타', '파', '하', '거', '너']
const given = ['누리', '다솜', '라온', '마루', '보람', '새롬', '아름', '잔디', '초롱', '하늘', '한결', '고운', '단비', '미르', '별찬', '슬기']

/** Of 100 lines: 22 students, 31 guardians, 22 details, 23 enrolments, and classes, teachers and schools. */
export function largeRoster(size: number): LargeRoster {
  const students = Math.round(size * 0.22)
  const guardians = Math.round(size * 0.31)
  const classes = Math.ceil(students / 25)
  const schools = Math.ceil(classes / 30)
  const school = (at: number) => `big-s${Math.floor(at / 30) % schools}`
  const rows = (count: number, row: (at: number) => string) => Array.from({ length: count }, (_, at) => row(at)).join('\n')
  const name = (at: number) => `${given[at % 16]},${families[Math.floor(at / 16) % 16]}`
  const two = (at: number) => String(at).padStart(2, '0')

  const parts: Record<string, [head: string, body: string[]]> = {
    'orgs.csv': ['sourcedId,status,dateLastModified,name,type', [rows(schools, (at) => `big-s${at},,,큰들${at}초등학교,school`)]],
    'classes.csv': ['sourcedId,status,title,grades,classType,schoolSourcedId', [rows(classes, (at) => `big-c${at},,${(at % 6) + 1}학년 ${(at % 5) + 1}반,${two((at % 6) + 1)},homeroom,${school(at)}`)]],
    'users.csv': ['sourcedId,status,orgSourcedIds,role,givenName,familyName,sms,agentSourcedIds,grades', [
      rows(students, (at) => `big-u${at},,${school(Math.floor(at / 25))},student,${name(at)},,"big-g${at},big-g${at + students < guardians ? at + students : at}",${two((Math.floor(at / 25) % 6) + 1)}`),
      rows(guardians, (at) => `big-g${at},,,parent,${name(at + 7)},010-0000-${String(at % 10_000).padStart(4, '0')},,`),
      rows(classes, (at) => `big-t${at},,${school(at)},teacher,${given[at % 16]}${at},${families[at % 16]},,,`),
    ]],
    'demographics.csv': ['sourcedId,birthDate,sex', [rows(students, (at) => `big-u${at},20${two(14 + (at % 6))}-${two((at % 12) + 1)}-${two((at % 28) + 1)},${at % 2 ? 'male' : 'female'}`)]],
    'enrollments.csv': ['sourcedId,status,classSourcedId,userSourcedId,role,primary,beginDate', [
      rows(students, (at) => `big-e${at},,big-c${Math.floor(at / 25)},big-u${at},student,false,2026-03-02`),
      rows(classes, (at) => `big-et${at},,big-c${at},big-t${at},teacher,true,2026-03-02`),
    ]],
  }
  const files = Object.fromEntries(Object.entries(parts).map(([file, [head, body]]) => [file, `\uFEFF${[head, ...body].join('\n')}\n`]))
  return { files, lines: schools + 3 * classes + 3 * students + guardians }
}
