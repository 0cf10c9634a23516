import { attributeOf, readXml } from '#domain/table/read-xml.ts'
import { createWatches, unpackPart } from '#domain/table/unpack-part.ts'
import { WorkbookFault } from '#domain/table/workbook-fault.ts'
import type { Epoch } from '#domain/table/workbook-moment.ts'
import { readZipDirectory, type ZipEntry } from '#domain/table/zip-directory.ts'

type Chunks = AsyncGenerator<Uint8Array, void, undefined>

/** The parts of a workbook, unpacked only when they are asked for. */
export interface WorkbookParts {
  readonly has: (path: string) => boolean
  /** Throws `WorkbookFault` when there is no such part. */
  readonly unpack: (path: string, kind: 'sheet' | 'part') => Chunks
}

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string
  readonly isVisible: boolean
  readonly path: string
}

/** What the parts that list the others say. */
export interface WorkbookList {
  readonly sheets: readonly ListedSheet[]
  readonly epoch: Epoch
  readonly textsPath: string | null
  readonly stylesPath: string | null
}

/** One line of a `.rels`: relationship types of strict and of ordinary files differ in all but their last word. */
interface Relation {
  readonly id: string
  readonly type: string
  readonly path: string
}

/** Names of parts are equal whatever their case (ECMA-376-2 §6.2.2.3); some writers of ZIP use backslashes. */
const keyOf = (path: string): string => path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

/** Opens the directory of a workbook. Throws `WorkbookFault`: damaged, or two parts of one name. */
export function openParts(bytes: Uint8Array): WorkbookParts {
  const entries = readZipDirectory(bytes) ?? []
  const byKey = new Map<string, ZipEntry>(entries.map((entry) => [keyOf(entry.name), entry]))
  if (byKey.size < entries.length || entries.length === 0) throw new WorkbookFault('import.workbook-damaged')
  const watches = createWatches()
  return {
    has: (path) => byKey.has(keyOf(path)),
    unpack: (path, kind) => {
      const entry = byKey.get(keyOf(path))
      if (!entry) throw new WorkbookFault('import.workbook-damaged')
      return unpackPart(bytes, entry, watches[kind])
    },
  }
}

/** Follows the relationships from the package to its workbook and sheets, wherever they stand. */
export async function listWorkbook(parts: WorkbookParts): Promise<WorkbookList> {
  const workbook = (await relationsOf(parts, '')).find(({ type }) => type === 'officeDocument')
  if (!workbook) throw new WorkbookFault('import.workbook-damaged')
  if (/\.bin$/i.test(workbook.path)) throw new WorkbookFault('import.xlsb')
  const relations = await relationsOf(parts, workbook.path)
  const pathOf = (type: string): string | null => {
    const path = relations.find((relation) => relation.type === type)?.path
    return path !== undefined && parts.has(path) ? path : null
  }
  const listed = await readWorkbookPart(parts.unpack(workbook.path, 'part'), relations)
  return { ...listed, textsPath: pathOf('sharedStrings'), stylesPath: pathOf('styles') }
}

/** Sheets of cells only: charts and dialogues have other relationships. */
async function readWorkbookPart(
  part: Chunks,
  relations: readonly Relation[],
): Promise<Pick<WorkbookList, 'sheets' | 'epoch'>> {
  const sheets: ListedSheet[] = []
  let epoch: Epoch = 1900
  await readXml(part, {
    open: (name, attributes) => {
      const { date1904 = '', state = 'visible', name: sheet = '' } = attributes
      if (name === 'workbookPr' && /^(?:1|true|on)$/i.test(date1904)) epoch = 1904
      const id = name === 'sheet' ? attributeOf(attributes, 'id') : ''
      const relation = relations.find((one) => one.id === id && one.type === 'worksheet')
      if (relation) sheets.push({ name: sheet, isVisible: state === 'visible', path: relation.path })
    },
    close: () => undefined,
    text: () => undefined,
  })
  return { sheets, epoch }
}

/** The relationships of a part; '' for those of the package. */
async function relationsOf(parts: WorkbookParts, path: string): Promise<Relation[]> {
  const [folder, file] = splitPath(path)
  const relations: Relation[] = []
  await readXml(parts.unpack(`${folder}_rels/${file}.rels`, 'part'), {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name !== 'Relationship') return
      const type = Type.slice(Type.lastIndexOf('/') + 1)
      relations.push({ id: Id, type, path: resolve(folder, Target) })
    },
    close: () => undefined,
    text: () => undefined,
  })
  return relations
}

function splitPath(path: string): [folder: string, file: string] {
  const cut = path.lastIndexOf('/') + 1
  return [path.slice(0, cut), path.slice(cut)]
}

/** Where a target stands: from the root, or from the folder of the part that names it. */
function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  const steps: string[] = []
  for (const step of (path.startsWith('/') ? path : folder + path).split('/'))
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  return steps.join('/')
}
