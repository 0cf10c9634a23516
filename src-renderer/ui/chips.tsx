import {
  IconAlertCircle,
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconCircle,
  IconCircleDashed,
  IconCircleHalf2,
  IconDoorOff,
  IconExclamationCircle,
  IconFlag,
  IconHourglass,
  IconInfoCircle,
  IconLock,
  IconMinus,
  IconPencil,
  IconPlayerPlay,
  IconSend,
  IconWritingSign,
  IconX,
  type Icon,
} from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerValue, Progress } from '#domain/checklist/control-grid.ts'
import type { FindingSeverity } from '#domain/finding/finding.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import { isObstructed } from '#domain/inspection/refusal.ts'
import type { ShownState } from '#domain/inspection/standing.ts'
import type { Severity } from '#domain/listing/listing.ts'
import { Chip, type Tone } from '#renderer/ui/Chip.tsx'

type Looks<K extends string> = Readonly<Record<K, readonly [Tone, Icon]>>

const STATES: Looks<ShownState> = {
  ASSIGNED: ['neutral', IconPencil],
  ON_SITE: ['blue', IconPlayerPlay],
  DRAFT_SIGNED: ['violet', IconWritingSign],
  HANDED_IN: ['violet', IconSend],
  UNDER_REVIEW: ['teal', IconHourglass],
  RETURNED: ['orange', IconArrowBackUp],
  FINAL_VALIDATED: ['green', IconLock],
}
const SEVERITIES: Looks<FindingSeverity> = {
  OBSERVATION: ['neutral', IconInfoCircle],
  LOW: ['blue', IconFlag],
  MEDIUM: ['amber', IconAlertCircle],
  HIGH: ['orange', IconAlertTriangle],
  CRITICAL: ['red', IconExclamationCircle],
}
const ANSWERS: Looks<AnswerValue | 'NONE'> = {
  YES: ['green', IconCheck],
  NO: ['red', IconX],
  PARTIAL: ['amber', IconCircleHalf2],
  NA: ['neutral', IconMinus],
  NONE: ['neutral', IconCircleDashed],
}
const PROGRESS: Looks<Progress> = {
  TODO: ['neutral', IconCircle],
  DOING: ['blue', IconCircleHalf2],
  DONE: ['green', IconCheck],
}
const MARKS: Looks<Severity> = {
  E: ['red', IconX],
  W: ['amber', IconAlertTriangle],
  F: ['orange', IconFlag],
}

interface Plain {
  readonly plain?: boolean
}

/** Where an inspection stands. */
export function StatusChip({ state, plain = false }: Plain & { readonly state: ShownState }) {
  const { t } = useTranslation('inspection')
  return chip(STATES[state], t(`state.${state}`), plain)
}

/** Says of an inspection that access was refused; nothing of any other. */
export function RefusedAccessChip({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inspection')
  return isObstructed(inspection) ? chip(['red', IconDoorOff], t('access-refused'), false) : null
}

/** How grave a finding is. */
export function SeverityChip({ severity, plain = false }: Plain & { readonly severity: FindingSeverity }) {
  const { t } = useTranslation('common')
  return chip(SEVERITIES[severity], t(`severity.${severity}`), plain)
}

/** The result of a control point; null when there is none yet. */
export function AnswerChip({ value, plain = false }: Plain & { readonly value: AnswerValue | null }) {
  const { t } = useTranslation('common')
  return chip(ANSWERS[value ?? 'NONE'], t(`answer.${value ?? 'NONE'}`), plain)
}

/** How far the work on a point is; says nothing of its result. */
export function ProgressChip({ progress, plain = false }: Plain & { readonly progress: Progress }) {
  const { t } = useTranslation('common')
  return chip(PROGRESS[progress], t(`progress.${progress}`), plain)
}

/** What a rule makes of a row: rejected, warning, suggested finding. */
export function MarkChip({ severity, plain = false }: Plain & { readonly severity: Severity }) {
  const { t } = useTranslation('common')
  return chip(MARKS[severity], t(`mark.${severity}`), plain)
}

function chip([tone, icon]: readonly [Tone, Icon], word: string, plain: boolean): React.JSX.Element {
  return (
    <Chip tone={tone} icon={icon} plain={plain}>
      {word}
    </Chip>
  )
}
