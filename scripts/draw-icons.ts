/**
 * Draws public/icons.svg from the names in components/ui/icon-names.ts. Run it after changing a name;
 * a test compares the file with what this would draw.
 */
import { writeFile } from 'node:fs/promises'
import { drawSprite } from '#components/ui/sprite.ts'

await writeFile(new URL('../public/icons.svg', import.meta.url), await drawSprite())
