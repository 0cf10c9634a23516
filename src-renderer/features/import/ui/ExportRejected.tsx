import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { columnOf, columnTitle } from '#domain/listing/columns.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import type { AppError } from '#domain/result.ts'
import { exportRejected } from '#renderer/features/import/commands/export-rejected.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { useLanguage } from '#renderer/ui/useLanguage.ts'
import { useRuleText } from '#renderer/ui/useRuleText.ts'

interface Props {
  readonly inspectionId: string
  readonly listing: ListingName
  /** Who is at the laptop, for the log of the inspection. */
  readonly by: string
}

/** Takes rejected rows out to be corrected; asks first, for they say who people are. */
export function ExportRejected(props: Props): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconFileExport size={14} aria-hidden />}
        onClick={() => setAsked(true)}
      >
        {t('export.button')}
      </Button>
      <Modal
        opened={asked}
        title={t('export.title')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
        onClose={() => setAsked(false)}
      >
        <Choice {...props} onClose={() => setAsked(false)} />
      </Modal>
    </>
  )
}

function Choice({ onClose, ...order }: Props & { readonly onClose: () => void }) {
  const { t } = useTranslation('mapping')
  const words = useReasonWords(order.listing)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<AppError | null>(null)
  const save = async (form: 'csv' | 'xlsx'): Promise<void> => {
    setBusy(true)
    const name = t('export.name', { listing: t(`common:listing.${order.listing}`) })
    const saved = await exportRejected({ ...order, form, name, words })
    setBusy(false)
    if (!saved.ok) setFailure(saved.error)
    else if (saved.value) onClose()
  }
  return (
    <Stack gap="md">
      <Text size="sm">{t('export.explained')}</Text>
      {failure && <ErrorNotice error={failure} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button variant="default" loading={busy} onClick={() => void save('csv')}>
          {t('export.csv')}
        </Button>
        <Button loading={busy} onClick={() => void save('xlsx')} data-autofocus>
          {t('export.xlsx')}
        </Button>
      </Group>
    </Stack>
  )
}

function useReasonWords(listing: ListingName) {
  const { t } = useTranslation('mapping')
  const language = useLanguage()
  const say = useRuleText(listing)
  const titleOf = (id: string): string => {
    const column = columnOf(listing, id)
    return column ? columnTitle(column, language) : id
  }
  return { line: t('export.line'), column: t('export.column'), reason: t('export.reason'), say, titleOf }
}
