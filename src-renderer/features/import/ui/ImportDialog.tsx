import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { ImportedFile } from '#renderer/features/import/ui/ImportedFile.tsx'
import classes from '#renderer/features/import/ui/import.module.css'
import { useImport, type ImportStage } from '#renderer/features/import/ui/use-import.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'

interface Props {
  readonly inspectionId: string
  readonly files: readonly File[]
  readonly onClose: () => void
}

/** Reads the chosen files, shows what they hold, and stores them only when that is accepted. */
export function ImportDialog({ inspectionId, files, onClose }: Props): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const { now, keep } = useImport(inspectionId, files, onClose)
  const storing = now.stage === 'storing'
  return (
    <Modal
      opened
      size="xl"
      title={t('import.title')}
      closeOnClickOutside={false}
      withCloseButton={!storing}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={storing ? () => undefined : onClose}
    >
      <Stack gap="md">
        <Content now={now} />
        <Group justify="flex-end" gap="xs" className={classes['dialogFoot'] ?? ''}>
          <Button variant="default" disabled={storing} onClick={onClose}>
            {now.stage === 'failed' ? t('common:close') : t('common:cancel')}
          </Button>
          {(now.stage === 'read' || storing) && (
            <Button loading={storing} onClick={keep} data-autofocus>
              {t('import.keep', { count: now.files.length })}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

function Content({ now }: { readonly now: ImportStage }) {
  const { t } = useTranslation('mapping')
  if (now.stage === 'failed') return <ErrorNotice error={now.error} />
  if (now.stage === 'reading') return <Reading done={now.done} of={now.of} />
  return (
    <>
      <Text size="sm">{t('import.explained')}</Text>
      {now.files.map((file) => (
        <ImportedFile key={file.listing} file={file} />
      ))}
    </>
  )
}

function Reading({ done, of }: { readonly done: number; readonly of: number }) {
  const { t } = useTranslation('mapping')
  const share = of === 0 ? 0 : Math.round((100 * done) / of)
  const text = of === 0 ? t('import.preparing') : t('import.reading', { share })
  return (
    <div role="status">
      <Text size="sm">{text}</Text>
      <Progress value={share} size="sm" mt={8} aria-label={text} />
    </div>
  )
}
