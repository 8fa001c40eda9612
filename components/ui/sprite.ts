import { iconNames, shapes } from './icon-names.ts'

type Line = readonly [tag: string, attributes: Readonly<Record<string, string | number>>]

/** All icons in one file, each under its own name here. Used when drawing and testing, never by a page. */
export async function drawSprite(): Promise<string> {
  const icons = await Promise.all(
    Object.entries(iconNames).map(async ([name, drawnAs]) => `<symbol id="${name}" viewBox="0 0 24 24">${await lines(drawnAs)}</symbol>`),
  )
  const levels = Object.entries(shapes).map(([name, path]) => `<symbol id="shape-${name}" viewBox="0 0 12 12"><path d="${path}"/></symbol>`)
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${[...icons, ...levels].join('\n')}\n</svg>\n`
}

async function lines(drawnAs: string): Promise<string> {
  const drawn = (await import(`lucide-react/icons/${drawnAs}`)) as Record<'__iconData', { node: Line[] }>
  return drawn['__iconData'].node
    .map(([tag, attributes]) => {
      const written = Object.entries(attributes).map(([name, value]) => (name === 'key' ? '' : ` ${name}="${value}"`))
      return `<${tag}${written.join('')}/>`
    })
    .join('')
}
