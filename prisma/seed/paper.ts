import sharp from 'sharp'

const rows = Array.from({ length: 9 }, (_, at) => `<rect x="30" y="${90 + at * 26}" width="${240 - ((at * 37) % 90)}" height="5" fill="#9aa4a6"/>`).join('')
const sheet = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="424"><rect width="300" height="424" fill="#fdfcf8"/>
  <rect x="60" y="36" width="180" height="10" fill="#44505a"/>${rows}<rect x="30" y="345" width="110" height="1" fill="#44505a"/><rect x="160" y="345" width="110" height="1" fill="#44505a"/>
  <path d="M40 338q12-30 20-6t18-8 22 4 24-14" fill="none" stroke="#1f3f8f" stroke-width="2"/><path d="M170 336q20-26 24-2t16-12 20 8 26-16" fill="none" stroke="#1f3f8f" stroke-width="2"/></svg>`

let drawn: Promise<Buffer> | undefined

/** A photographed consent form with two signatures on it, as a worker's telephone would send it: nobody's name is on it. */
export async function signedPaper(): Promise<{ name: string; content: Uint8Array }> {
  drawn ??= sharp(Buffer.from(sheet)).png().toBuffer()
  return { name: 'consent.png', content: await drawn }
}
