import {
  IconArrowsExchange,
  IconCheck,
  IconCircle,
  IconCoinEuro,
  IconEyeOff,
  IconX,
  type Icon,
} from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { LineState } from '#renderer/features/checking/line-result.ts'
import { Chip, type Tone } from '#renderer/ui/Chip.tsx'

/** Each state has its picture and tone, the same in the list and on the result keys. */
export const STATE_LOOKS: Readonly<Record<LineState, readonly [Icon, Tone]>> = {
  ACCEPTED: [IconCheck, 'green'],
  REFUSED: [IconX, 'red'],
  OTHER: [IconCoinEuro, 'amber'],
  UNAVAILABLE: [IconEyeOff, 'orange'],
  UNCHECKED: [IconCircle, 'neutral'],
  REPLACED: [IconArrowsExchange, 'neutral'],
}

/** Where a line stands, in a picture and a word. */
export function StateChip({ state }: { readonly state: LineState }): React.JSX.Element {
  const { t } = useTranslation('checking')
  const [picture, tone] = STATE_LOOKS[state]
  return (
    <Chip plain tone={tone} icon={picture}>
      {t(`state.${state}`)}
    </Chip>
  )
}
