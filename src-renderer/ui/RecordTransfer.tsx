import { useLiveQuery } from 'dexie-react-hooks'
import type React from 'react'
import type { RecordKind } from '#domain/sync/records.ts'
import { changeOf, type RecordChange } from '#renderer/db/changes.ts'
import type { RefusedItem } from '#renderer/db/refused.ts'
import classes from '#renderer/ui/RecordTransfer.module.css'
import { RefusalActions } from '#renderer/ui/RefusalActions.tsx'
import { TransferChip } from '#renderer/ui/TransferChip.tsx'
import { useRefusalText } from '#renderer/ui/useRefusalText.ts'

/** What of a record the central store does not hold; null once it holds all. Live. */
export const useRecordChange = (kind: RecordKind, id: string): RecordChange | null =>
  useLiveQuery(() => changeOf(kind, id), [kind, id]) ?? null

interface Props {
  readonly change: RecordChange | null
}

/** A word beside the name of a record whose change waits or is on its way; it takes no line of its own. */
export const WaitingChip = ({ change }: Props): React.JSX.Element | null =>
  change?.state === 'refused' ? null : <ChangeState change={change} />

/** Says of a record that a change of it was refused, why, and the ways on. */
export const RefusedRecord = ({ change }: Props): React.JSX.Element | null =>
  change?.state === 'refused' ? <ChangeState change={change} /> : null

const CHIPS = { waiting: 'to-send', sending: 'sending' } as const

/** A change that waits, as a word; one that was refused, with its reason and the ways on. */
export function ChangeState({ change }: Props): React.JSX.Element | null {
  if (change === null) return null
  if (change.state === 'refused') return <RefusalNotice refused={change.refused} />
  return <TransferChip state={CHIPS[change.state]} plain />
}

/**
 * A refused change: why, what was done instead, and the two ways on.
 * @param children what the change was about
 */
export function RefusalNotice(props: {
  readonly refused: RefusedItem
  readonly onRetried?: () => void
  readonly children?: React.ReactNode
}): React.JSX.Element {
  const { refused, children, ...ways } = props
  const words = useRefusalText()
  return (
    <div className={classes['refusal']} data-refused={refused.kind}>
      <div className={classes['why']}>
        {children}
        {words(refused)}
      </div>
      <RefusalActions refused={refused} {...ways} />
    </div>
  )
}
