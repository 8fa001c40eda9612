import { importFiles } from '#tests/verbs/roster/rosters.ts'
import { agencies } from '#prisma/seed/agencies.ts'
import { canaries, type Canary } from './children.ts'
import type { Stage, Traces } from './stage.ts'

/** A name as a file from some computers has it: in its pieces. */
const odd = (text: string, { n }: Canary) => (n % 5 === 4 ? text.normalize('NFD') : text)
const schools = ['S1', 'S2', 'S3', 'S4', 'S5']
const nameOf = (key: string) => agencies.find((agency) => agency.key === key)?.ko ?? ''

const students = canaries.map((canary) => {
  const { n, school, family, given, enFamily, enGiven, phone, grade } = canary
  return `child-${n},,${school}-x,student,${odd(given, canary)},${odd(family, canary)},${enGiven},${enFamily},,${phone},"call-${n}-0,call-${n}-1",${String(grade).padStart(2, '0')}`
})
const guardians = canaries.flatMap(({ n, guardians: all }) => all.map(({ name, phone, mail }, at) => `call-${n}-${at},,,${at === 0 ? 'father' : 'mother'},${name.slice(1)},${name.slice(0, 1)},,,${mail},${phone},,`))
/** Lines that cannot be taken: what is said of them must not repeat them. */
const faulty = canaries.slice(0, 10).map(({ family, given, phone, n }) => `lost-${n},,nowhere,student,${given},${family},,,,${phone},,13`)
const classes = schools.flatMap((school) => ['1', '2', '3'].map((title) => `${school}-${title},,${title}반,,homeroom,${school}-x`))

const files = {
  'manifest.csv': 'propertyName,value\noneroster.version,1.1\nfile.orgs,delta\nfile.classes,delta\nfile.users,delta\nfile.enrollments,delta\n',
  'orgs.csv': ['sourcedId,status,name,type', ...schools.map((school) => `${school}-x,,${nameOf(school)},school`), ''].join('\n'),
  'classes.csv': ['sourcedId,status,title,grades,classType,schoolSourcedId', ...classes, ''].join('\n'),
  'users.csv': ['sourcedId,status,orgSourcedIds,role,givenName,familyName,preferredGivenName,preferredFamilyName,email,sms,agentSourcedIds,grades', ...students, ...guardians, ...faulty, ''].join('\n'),
  'enrollments.csv': ['sourcedId,status,classSourcedId,userSourcedId,role,primary', ...canaries.map(({ n, school, className }) => `in-${n},,${school}-${className},child-${n},student,false`), ''].join('\n'),
}

/** The children come as they do at a school: by the roster, read by the coordinator's own import. Its id comes back too. */
export async function enrol({ as, owner, at }: Stage): Promise<{ traces: Map<number, Traces>; importId: string }> {
  const { view } = await at(() => importFiles(as('문다희'), files))
  if (view.state !== 'DONE') throw new Error(`the roster was not taken: ${view.failure}`)
  const { rows } = await owner(`
    select s.sourced_id as child, s.id, g.id as guardian from students s
    join guardian_links l on l.student_id = s.id join guardians g on g.id = l.guardian_id where g.sourced_id like 'call-%-0'`)
  const all = (rows as { child: string; id: string; guardian: string }[]).map(({ child, id, guardian }): [number, Traces] => [Number(child.slice('child-'.length)), { student: id, guardian }])
  if (all.length !== canaries.length) throw new Error(`${all.length} of ${canaries.length} children have come`)
  return { traces: new Map(all), importId: view.id }
}
