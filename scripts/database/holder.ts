import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefusal } from '#scripts/refusal.ts'

/**
 * One running app per data folder. The file names the process and the moment it began
 * (field 22 of /proc/<pid>/stat), so that a reused process number is not taken for the old one.
 */
export function holdFolder(folder: string): () => void {
  const file = join(folder, 'running')
  const [pid, began] = read(file)
  if (pid && pid !== process.pid && began !== '' && beganAt(pid) === began) {
    throw new StartRefusal(
      `이 데이터 폴더(${folder})를 쓰는 한아이가 이미 켜져 있어요(프로세스 ${pid}). 먼저 그것을 끄거나 HANAI_DATA로 다른 폴더를 정해 주세요.`,
      `Hanai is already running on this data folder (${folder}, process ${pid}). Stop it first, or choose another folder with HANAI_DATA.`,
    )
  }
  writeFileSync(file, `${process.pid} ${beganAt(process.pid)}\n`)
  return () => rmSync(file, { force: true })
}

function read(file: string): [number, string] {
  try {
    const [pid = '', began = ''] = readFileSync(file, 'utf8').trim().split(' ')
    return [Number(pid), began]
  } catch {
    return [0, '']
  }
}

function beganAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
