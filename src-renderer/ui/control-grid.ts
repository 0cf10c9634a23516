import type { ControlGrid, ControlPoint } from '#domain/checklist/control-grid.ts'
import gridFile from '#resources/control-grid.json'

/** The control grid of this version of the app: 58 points under the 13 sections of a convention. */
export const controlGrid = gridFile as ControlGrid

const byCode = new Map(controlGrid.points.map((point) => [point.code, point]))

/** The point of a code, or undefined when this grid does not know it. */
export const pointOf = (code: string | null): ControlPoint | undefined =>
  code === null ? undefined : byCode.get(code)
