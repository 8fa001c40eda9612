import { fault } from '#lib/core/fault.ts'
import { log } from '#lib/core/log.ts'
import { canaries } from './children.ts'

/* A process of its own whose log is read (tests/canaries/database.test.ts): it stumbles over children as our code would, or leaks as told. */

const [child] = canaries
const { name = '', phone = '', guardians: [{ name: guardian = '' } = {}] = [] } = child ?? {}

if (process.argv[2] === 'leak') log.info({ route: `/students?q=${encodeURIComponent(name)}` }, 'request')
else {
  fault(new Error(`no place for ${name}`))
  fault(new Error(`Invalid invocation:\n  data: {\n    name: "${name}", phone: "${phone}"\n  }`))
  fault(new Error(`the text ended here\n    at ${name} (${guardian}:1:1)`, { cause: new Error(name) }))
  fault(Object.assign(new Error(name), { name, code: phone, detail: `Key (name)=(${name}) already exists.` }))
  fault(`${name} ${phone}`)
  const more = { body: name, url: `/students?q=${name}`, query: name, error: 'Error' }
  log.warn(more, 'request.failed')
}
