import { createRequire } from 'node:module'
import path from 'node:path'

/**
 * Finds packages from wherever the built worker lies: `node_modules` stays outside the bundle. Not called `require`:
 * electron-vite would add a second constant of that name.
 */
const packages = createRequire(import.meta.url)
const folder = path.dirname(packages.resolve('@expo-google-fonts/source-sans-3/package.json'))
const file = (style: string) => path.join(folder, style, `SourceSans3_${style}.ttf`)

/** Source Sans 3 (OFL) in the four styles of a report, embedded as subsets. */
export const FONT_FILES = {
  normal: file('400Regular'),
  bold: file('600SemiBold'),
  italics: file('400Regular_Italic'),
  bolditalics: file('600SemiBold_Italic'),
} as const
