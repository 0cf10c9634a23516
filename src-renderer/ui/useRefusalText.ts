import { useTranslation } from 'react-i18next'
import type { RefusedItem } from '#renderer/db/refused.ts'
import { errorKey } from '#renderer/ui/error-key.ts'
import { formatMoment } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

type Told = Pick<RefusedItem, 'kind' | 'reason' | 'missing' | 'instead'>

/** Why a change was refused, in words, and what was done instead: what, by whom, when and why. */
export function useRefusalText(): (refused: Told) => string {
  const { t } = useTranslation('status')
  const language = useLanguage()
  return ({ kind, reason, missing, instead }) => {
    const own = OVERTAKEN.includes(reason) ? [`overtaken.${kind}`] : []
    const why = t([...own, errorKey(reason), 'common:errors.unknown'], {
      ...{ code: reason, missing: missing.length },
    })
    if (instead === undefined) return why
    const { what, by: who, at, version, reason: told } = instead
    const done = t(`instead.${what}`, { who, version, when: formatMoment(at, language) })
    return [why, done, ...(told === undefined ? [] : [t('instead.reason', { reason: told })])].join(' ')
  }
}

/** Refusals that an act has better words for than that the step is impossible. */
const OVERTAKEN: readonly string[] = ['sync.wrong-step', 'sync.superseded']
