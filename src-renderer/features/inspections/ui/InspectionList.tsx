import { Skeleton } from '@mantine/core'
import { IconClipboardList, IconSearchOff } from '@tabler/icons-react'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isElsewhere, type InspectionRow } from '#renderer/features/inspections/inspection-rows.ts'
import { useFindingCounts } from '#renderer/features/inspections/queries/use-inspection-rows.ts'
import type { DownloadActions } from '#renderer/features/inspections/ui/downloads.ts'
import classes from '#renderer/features/inspections/ui/InspectionList.module.css'
import { InspectionItem } from '#renderer/features/inspections/ui/InspectionItem.tsx'
import { TakeOverDialog } from '#renderer/features/inspections/ui/TakeOverDialog.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'

interface Props {
  readonly label: string
  readonly rows: readonly InspectionRow[] | undefined
  readonly searched: boolean
  readonly empty: { readonly title: string; readonly text: string }
  readonly deviceId: string
  readonly withInspector: boolean
  readonly downloads: DownloadActions
  readonly onOpen: (inspectionId: string) => void
}

/** The lines of a list, with its loading and its two empty states. */
export function InspectionList({ label, rows, searched, empty, ...rest }: Props): React.JSX.Element {
  const { t } = useTranslation('inspection')
  if (rows === undefined) return <Waiting />
  if (rows.length > 0) return <Lines label={label} rows={rows} {...rest} />
  return searched ? (
    <EmptyState icon={IconSearchOff} title={t('empty.search')} text={t('empty.search-text')} />
  ) : (
    <EmptyState icon={IconClipboardList} {...empty} />
  )
}

function Lines(
  props: Omit<Props, 'rows' | 'searched' | 'empty'> & { readonly rows: readonly InspectionRow[] },
) {
  const { label, rows, deviceId, withInspector, downloads, onOpen } = props
  const findings = useFindingCounts()
  const [asked, setAsked] = useState<InspectionRow | null>(null)
  return (
    <>
      <ul className={classes['list']} aria-label={label}>
        {rows.map((row) => (
          <InspectionItem
            key={row.item.id}
            row={row}
            findings={findings.get(row.item.id) ?? 0}
            download={downloads.states[row.item.id]}
            withInspector={withInspector}
            onOpen={() => onOpen(row.item.id)}
            onDownload={() =>
              isElsewhere(row, deviceId) ? setAsked(row) : downloads.start(row.item.id, false)
            }
            onCancel={() => downloads.cancel(row.item.id)}
          />
        ))}
      </ul>
      <TakeOverDialog
        row={asked}
        onClose={() => setAsked(null)}
        onTakeOver={(inspectionId) => downloads.start(inspectionId, true)}
      />
    </>
  )
}

function Waiting(): React.JSX.Element {
  return (
    <div className={classes['waiting']} aria-hidden>
      {[1, 2, 3, 4].map((line) => (
        <Skeleton key={line} height={40} radius="sm" />
      ))}
    </div>
  )
}
