import { writeFile } from 'node:fs/promises'
import { contentOf, PAGES, placeOf } from '#scripts/docs/docs.ts'

for (const page of Object.keys(PAGES)) {
  await writeFile(placeOf(page), await contentOf(page))
  console.log(`docs/${page}`)
}
