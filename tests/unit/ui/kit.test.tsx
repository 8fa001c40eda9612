import { readdirSync, readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Badge, DueBadge, Mark } from '#components/ui/badge.tsx'
import { badgeHtml, dueHtml, iconHtml, markHtml } from '#components/ui/html.ts'
import { Icon } from '#components/ui/icon.tsx'
import { drawSprite } from '#components/ui/sprite.ts'

const late = { text: 'D+2', tone: 'late', exact: '11월 22일 (일) 18:00' } as const

describe('prepared HTML', () => {
  test('says what the components say', () => {
    expect(String(badgeHtml('고위험', 'orange', 'triangle'))).toBe(renderToStaticMarkup(<Badge tone="orange" shape="triangle">고위험</Badge>))
    expect(String(dueHtml(late))).toBe(renderToStaticMarkup(<DueBadge due={late} />))
    expect(String(markHtml('문', 'teal'))).toBe(renderToStaticMarkup(<Mark text="문" tone="teal" />))
    expect(String(iconHtml('lock'))).toBe(renderToStaticMarkup(<Icon name="lock" />))
    expect(String(iconHtml('lock', '잠김'))).toBe(renderToStaticMarkup(<Icon name="lock" label="잠김" />))
  })

  test('lets nobody write HTML through it', () => {
    const attack = `"><script>alert('1')</script>`
    for (const made of [badgeHtml(attack), dueHtml({ ...late, text: attack, exact: attack }), markHtml(attack), iconHtml('lock', attack)]) {
      expect(String(made)).not.toContain('<script')
      expect(String(made)).not.toContain('">"')
      expect(String(made)).toContain('&quot;&gt;&lt;script&gt;')
    }
  })
})

test('public/icons.svg is what scripts/draw-icons.ts draws', async () => {
  expect(readFileSync('public/icons.svg', 'utf8')).toBe(await drawSprite())
})

test('no component sets a style of its own: the content security policy would drop it', () => {
  const components = readdirSync('components', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
  const styled = components.filter((file) => /\sstyle=[{"]/.test(readFileSync(`components/${file}`, 'utf8')))
  expect(styled).toEqual([])
})
