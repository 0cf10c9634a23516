import type { DraftPlace } from '#renderer/db/drafts.ts'
import { AcknowledgementDraft } from '#renderer/features/report/acknowledgement-draft.ts'

/** Where the partner's part of signing is kept until it is sealed into a version. */
export const partnerDraft = (inspectionId: string): DraftPlace<typeof AcknowledgementDraft> => ({
  scope: inspectionId,
  name: 'partner',
  shape: AcknowledgementDraft,
})
