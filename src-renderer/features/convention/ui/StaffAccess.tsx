import {
  IconCircleCheck,
  IconCircleOff,
  IconClock,
  IconMinus,
  IconPlayerPause,
  type Icon,
} from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Convention } from '#domain/convention/convention.ts'
import type { AccessStatus } from '#domain/convention/partner.ts'
import { FactTable } from '#renderer/features/convention/ui/FactTable.tsx'
import { Chip, type Tone } from '#renderer/ui/Chip.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

const LOOK: Readonly<Record<AccessStatus, readonly [Tone, Icon]>> = {
  NONE: ['neutral', IconMinus],
  REQUESTED: ['amber', IconClock],
  ACTIVE: ['green', IconCircleCheck],
  SUSPENDED: ['orange', IconPlayerPause],
  REVOKED: ['red', IconCircleOff],
}

/** The partner's workers and how far their access to the secured network is: login, training, help desk. */
export function StaffAccess({ staff }: { readonly staff: Convention['staff'] }): React.JSX.Element | null {
  const { t } = useTranslation('convention')
  const screen = useLanguage()
  if (staff.length === 0) return null
  const day = (date: string | null) => (date === null ? '–' : formatDate(date, screen))
  const columns = ['code', 'function', 'access', 'login', 'since', 'until', 'trained', 'helpDesk']
  return (
    <FactTable
      caption={t('staff.title', { count: staff.length })}
      columns={columns.map((name) => ({ label: t(`staff.${name}`) }))}
      rows={staff.map((member) => [
        <span key="code" className="code">
          {member.code}
        </span>,
        [member.function, member.name].filter((part) => part !== '').join(' – '),
        <AccessChip key="access" access={member.access} />,
        member.networkLogin ?? '–',
        day(member.accessSince),
        day(member.accessEnd),
        day(member.trainedOn),
        t(member.helpDesk ? 'yes' : 'no'),
      ])}
    />
  )
}

function AccessChip({ access }: { readonly access: AccessStatus }) {
  const { t } = useTranslation('convention')
  const [tone, icon] = LOOK[access]
  return (
    <Chip plain tone={tone} icon={icon}>
      {t(`staff.statuses.${access}`)}
    </Chip>
  )
}
