import { Button, Group, Select } from '@mantine/core'
import { IconArrowUpRight, IconFlagPlus } from '@tabler/icons-react'
import { useLiveQuery } from 'dexie-react-hooks'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { findingLabel } from '#domain/finding/numbering.ts'
import { listRecords } from '#renderer/db/records.ts'
import classes from '#renderer/features/checking/ui/flash.module.css'
import type { LineProps } from '#renderer/features/checking/ui/LineAmounts.tsx'

interface Props extends Pick<LineProps, 'sample' | 'check' | 'readOnly' | 'change'> {
  readonly onCreate: () => void
  readonly onOpen: (findingId: string) => void
}

/** The finding that tells what is wrong with a line: an existing one, or one made of it. */
export function LineFinding({ sample, check, readOnly, change, onCreate, onOpen }: Props): React.JSX.Element {
  const { t } = useTranslation('checking')
  const { inspectionId } = sample
  const findings = useLiveQuery(() => listRecords('finding', inspectionId), [inspectionId]) ?? []
  const data = findings
    .filter(({ binned }) => !binned)
    .toSorted((a, b) => a.number - b.number)
    .map(({ id, number, title }) => ({ value: id, label: `${findingLabel(number)} ${title}`.trim() }))
  const { findingId } = check
  return (
    <Group className={classes['finding'] ?? ''} align="end" gap="xs">
      {(data.length > 0 || findingId !== null) && (
        <Select
          flex="1 1 260px"
          label={t('finding.label')}
          placeholder={t('finding.none')}
          data={data}
          searchable
          clearable={!readOnly}
          clearButtonProps={{ 'aria-label': t('finding.unlink') }}
          nothingFoundMessage={t('finding.not-found')}
          readOnly={readOnly}
          value={data.some(({ value }) => value === findingId) ? findingId : null}
          onChange={(chosen) => void change({ findingId: chosen })}
        />
      )}
      {findingId !== null && (
        <Button
          variant="default"
          leftSection={<IconArrowUpRight size={16} aria-hidden />}
          onClick={() => onOpen(findingId)}
        >
          {t('finding.open')}
        </Button>
      )}
      {!readOnly && findingId === null && (
        <Button variant="default" leftSection={<IconFlagPlus size={16} aria-hidden />} onClick={onCreate}>
          {t('finding.create')}
        </Button>
      )}
    </Group>
  )
}
