import type { MissingGlyph } from '#domain/report/missing-glyphs.ts'
import { missingSigns, nameSign } from '#domain/report/signs.ts'
import type { AcknowledgementDraft } from '#renderer/features/report/acknowledgement-draft.ts'
import { useCanDraw } from '#renderer/features/report/queries/use-can-draw.ts'

const NAMES = ['name', 'function'] as const
const TEXTS = ['remark', 'reason', 'present', 'copyTo'] as const

/** The signs that no font has, in what is noted of the partner's representative. */
export function useDraftGlyphs(draft: AcknowledgementDraft) {
  const canDraw = useCanDraw()
  const look = <F extends 'name' | 'function' | (typeof TEXTS)[number]>(
    fields: readonly F[],
    blocks: boolean,
  ) =>
    fields.flatMap((field): (MissingGlyph & { readonly field: F })[] =>
      (canDraw ? missingSigns(draft[field], canDraw) : []).map((sign) => ({
        ...{ label: '', field, sign: nameSign(sign), blocks },
      })),
    )
  return { inNames: look(NAMES, true), inTexts: look(TEXTS, false) }
}
