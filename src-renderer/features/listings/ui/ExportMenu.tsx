import { Button, Menu, Progress } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { EXPORT_FORMATS } from '#renderer/features/listings/commands/export-cells.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import type { GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'
import classes from '#renderer/features/listings/ui/listings.module.css'
import { useExport } from '#renderer/features/listings/ui/use-export.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'

interface Props {
  readonly inspectionId: string
  readonly listing: OpenedListing
  readonly columns: readonly GridColumn[]
  readonly view: Int32Array
}

/** Takes what the grid shows out to a file: its columns, its rows, in its order. */
export function ExportMenu(props: Props): React.JSX.Element {
  const { t } = useTranslation('listing')
  const { state, start, cancel, forget } = useExport(props)
  if (state.step === 'failed') return <ErrorNotice error={state.error} onClose={forget} />
  if (state.step === 'writing') {
    // All rows handed over: now the file itself is made, which nobody can tell the progress of.
    const packing = state.done === state.of
    const text = packing ? t('export.packing') : t('export.writing', { done: state.done, of: state.of })
    return (
      <div className={classes['export']} role="status">
        <span className="tabular">{text}</span>
        <Progress
          value={state.of === 0 ? 0 : (100 * state.done) / state.of}
          size="sm"
          animated={packing}
          aria-label={text}
          className={classes['exportBar'] ?? ''}
        />
        <Button size="compact-sm" variant="default" onClick={cancel}>
          {t('common:cancel')}
        </Button>
      </div>
    )
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          disabled={props.view.length === 0}
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('export.open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('export.what', { count: props.view.length })}</Menu.Label>
        {EXPORT_FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => start(format)}>
            {t(`export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
