import { Button, Skeleton } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnMapping } from '#domain/listing/match-header.ts'
import { leaveOpenOut } from '#renderer/features/import/columns.ts'
import { columnsIn, listingOf, listingsAmong } from '#renderer/features/import/state/chosen-file.ts'
import { ColumnChooser } from '#renderer/features/import/ui/ColumnChooser.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { FileForm } from '#renderer/features/import/ui/FileForm.tsx'
import { Foot } from '#renderer/features/import/ui/Foot.tsx'
import classes from '#renderer/features/import/ui/columns.module.css'
import { MissingColumns } from '#renderer/features/import/ui/MissingColumns.tsx'
import { PreviewTable } from '#renderer/features/import/ui/PreviewTable.tsx'
import type { StepProps } from '#renderer/features/import/ui/step-props.ts'

/** What the columns of one file are: at the left what the file holds, at the right what each column becomes. */
export function ColumnsStep({ flow, actions }: StepProps): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const chosen = flow.files.find(({ id }) => id === flow.shown)
  const [known] = listingsAmong(chosen ? [chosen] : [])
  const columns = known ? columnsIn(known) : null
  const listing = known ? listingOf(known) : null
  const settle = (mapping: ColumnMapping): void => {
    if (known) actions.settle(known.id, { ...known.settings.mapping, ...mapping })
  }
  return (
    <>
      <div className={classes['step']}>
        {chosen?.seen?.ok === false && <ErrorNotice error={chosen.seen.error} />}
        {chosen?.seen === null && <Skeleton height={240} aria-label={t('files.looking')} />}
        {known && (
          <>
            <FileForm chosen={known} onSet={(settings) => actions.set(known.id, settings)} />
            {columns && <MissingColumns columns={columns} />}
            <div className={classes['panes']}>
              <PreviewTable
                preview={known.preview}
                headers={columns?.headers ?? known.preview.headers}
                listing={listing}
              />
              {columns && listing && (
                <ColumnChooser
                  listing={listing}
                  columns={columns}
                  preview={known.preview}
                  onSettle={settle}
                />
              )}
            </div>
          </>
        )}
      </div>
      <Foot
        said={columns && columns.open.length > 0 ? t('columns.open', { count: columns.open.length }) : ''}
      >
        {columns && columns.open.length > 0 && (
          <Button variant="default" onClick={() => settle(leaveOpenOut(columns))}>
            {t('columns.leave-rest', { count: columns.open.length })}
          </Button>
        )}
        <Button onClick={actions.backToFiles}>{t('columns.done')}</Button>
      </Foot>
    </>
  )
}
