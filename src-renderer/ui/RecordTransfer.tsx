import { useLiveQuery } from 'dexie-react-hooks'
import type React from 'react'
import type { RecordKind } from '#domain/sync/records.ts'
import { changeOf, type RecordChange } from '#renderer/db/changes.ts'
import type { RefusedItem } from '#renderer/db/refused.ts'
import classes from '#renderer/ui/RecordTransfer.module.css'
import { RefusalActions } from '#renderer/ui/RefusalActions.tsx'
import { TransferChip } from '#renderer/ui/TransferChip.tsx'
import { useRefusalText } from '#renderer/ui/useRefusalText.ts'

/** What of a record the central store does not hold; nothing once it holds all. */
export function RecordTransfer(props: {
  readonly kind: RecordKind
  readonly id: string
}): React.JSX.Element | null {
  const { kind, id } = props
  const change = useLiveQuery(() => changeOf(kind, id), [kind, id])
  return <ChangeState change={change ?? null} />
}

const CHIPS = { waiting: 'to-send', sending: 'sending' } as const

/** A change that waits, as a word; one that was refused, with its reason and the ways on. */
export function ChangeState({ change }: { readonly change: RecordChange | null }): React.JSX.Element | null {
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
