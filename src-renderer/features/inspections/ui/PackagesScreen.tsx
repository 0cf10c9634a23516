import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconPackage, IconTrash } from '@tabler/icons-react'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '#domain/result.ts'
import { removePackage } from '#renderer/features/inspections/commands/delete-package.ts'
import type { InspectionRow } from '#renderer/features/inspections/inspection-rows.ts'
import classes from '#renderer/features/inspections/ui/PackagesScreen.module.css'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { formatBytes, formatCount } from '#renderer/ui/format.ts'
import { pick } from '#renderer/ui/pick.ts'
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx'
import { StatusChip } from '#renderer/ui/chips.tsx'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** What this laptop carries, how much it takes, and how to let go of it. */
export function PackagesScreen({ rows }: { readonly rows: readonly InspectionRow[] }): React.JSX.Element {
  const { t } = useTranslation('inspection')
  const language = useLanguage()
  const [asked, setAsked] = useState<InspectionRow | null>(null)
  const kept = rows.filter(({ downloaded }) => downloaded)
  const bytes = kept.reduce((sum, { item }) => sum + item.packageBytes, 0)
  return (
    <section aria-labelledby="screen-title">
      <ScreenHeader title={t('packages.title')}>
        {kept.length > 0 && (
          <Text size="sm" c="dimmed" className="tabular">
            {t('packages.total', { count: kept.length, size: formatBytes(bytes, language) })}
          </Text>
        )}
      </ScreenHeader>
      {kept.length === 0 ? (
        <EmptyState icon={IconPackage} title={t('packages.empty')} text={t('packages.empty-text')} />
      ) : (
        <ul className={classes['list']}>
          {kept.map((row) => (
            <PackageItem key={row.item.id} row={row} onDelete={() => setAsked(row)} />
          ))}
        </ul>
      )}
      <DeleteDialog row={asked} onClose={() => setAsked(null)} />
    </section>
  )
}

function PackageItem({ row, onDelete }: { readonly row: InspectionRow; readonly onDelete: () => void }) {
  const { t } = useTranslation('inspection')
  const language = useLanguage()
  const { inspection, item } = row
  return (
    <li className={classes['item']}>
      <div className={classes['name']}>
        <Text fw={600}>{pick(inspection.partnerName, language)}</Text>
        <Text size="xs" c="dimmed">
          <span className="code">{inspection.agreementNo}</span> ·{' '}
          {t('packages.version', { version: item.packageVersion })}
        </Text>
      </div>
      <StatusChip state={row.state} />
      <Text size="sm" ta="right" className="tabular">
        {formatBytes(item.packageBytes, language)}
        <br />
        <Text span size="xs" c="dimmed">
          {t('rows', { count: item.rowCount, formatted: formatCount(item.rowCount, language) })}
        </Text>
      </Text>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={onDelete}
        aria-label={t('packages.delete-of', { reference: inspection.reference })}
      >
        {t('packages.delete')}
      </Button>
    </li>
  )
}

function DeleteDialog({
  row,
  onClose,
}: {
  readonly row: InspectionRow | null
  readonly onClose: () => void
}) {
  const { t } = useTranslation(['inspection', 'common'])
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<AppError | null>(null)
  const close = (): void => {
    setFailure(null)
    onClose()
  }
  const remove = async (): Promise<void> => {
    if (row === null) return
    setBusy(true)
    const removed = await removePackage(row.item.id)
    setBusy(false)
    if (removed.ok) close()
    else setFailure(removed.error)
  }
  return (
    <Modal
      opened={row !== null}
      onClose={close}
      title={t('packages.delete-title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('packages.delete-text', { reference: row?.inspection.reference ?? '' })}</Text>
        {failure && <ErrorNotice error={failure} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close} data-autofocus>
            {t('common:cancel')}
          </Button>
          <Button color="red" loading={busy} onClick={() => void remove()}>
            {t('packages.delete')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
