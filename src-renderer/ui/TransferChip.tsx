import {
  IconAlertTriangle,
  IconCheck,
  IconCloudCheck,
  IconCloudUpload,
  IconDeviceLaptop,
  IconLoader,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { Chip, type Tone } from '#renderer/ui/Chip.tsx'

const LOOKS = {
  saved: ['neutral', IconDeviceLaptop],
  'to-send': ['neutral', IconCloudUpload],
  sending: ['blue', IconLoader],
  received: ['teal', IconCloudCheck],
  applied: ['green', IconCheck],
  refused: ['orange', IconAlertTriangle],
} as const satisfies Record<string, readonly [Tone, Icon]>

/** Where work is on its way to the central store; "applied" is the only state that means synced. */
export function TransferChip({
  state,
  plain = false,
}: {
  readonly state: keyof typeof LOOKS
  readonly plain?: boolean
}): React.JSX.Element {
  const { t } = useTranslation('status')
  const [tone, icon] = LOOKS[state]
  return (
    <Chip tone={tone} icon={icon} plain={plain}>
      {t(`transfer.${state}`)}
    </Chip>
  )
}
