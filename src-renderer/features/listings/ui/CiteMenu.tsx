import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconLink } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { newRows, withoutRows, withRows } from '#domain/finding/cite-rows.ts'
import { MOST_ROWS, type Finding, type LinkedRow } from '#domain/finding/finding.ts'
import { findingLabel } from '#domain/finding/numbering.ts'
import classes from '#renderer/features/listings/ui/detail.module.css'
import type { Citing } from '#renderer/features/listings/ui/pane-props.ts'

interface Props {
  readonly rows: readonly LinkedRow[]
  readonly citing: Citing
}

/** "Add to a finding": each finding that does not cite all the rows; those that cite some can let them go. */
export function CiteMenu({ rows, citing }: Props): React.JSX.Element | null {
  const { t } = useTranslation('listing')
  const { findings, onAdd, onRemove } = citing
  if (!onAdd || !onRemove || findings.length === 0) return null
  const lacking = findings.filter((finding) => newRows(finding.rows, rows).length > 0)
  const holding = findings.filter((finding) => withoutRows(finding.rows, rows).length < finding.rows.length)
  return (
    <Menu position="top-start" width={320}>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconLink size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('cited.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes['menu'] ?? ''}>
        {lacking.length > 0 && <Menu.Label>{t('cited.add-to')}</Menu.Label>}
        {lacking.map((finding) => (
          <AddItem key={finding.id} {...{ finding, rows }} onAdd={() => onAdd(finding, rows)} />
        ))}
        {holding.length > 0 && <Menu.Label>{t('cited.remove-from')}</Menu.Label>}
        {holding.map((finding) => (
          <Menu.Item key={finding.id} onClick={() => onRemove(finding, rows)}>
            <FindingName finding={finding} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

interface AddProps {
  readonly finding: Finding
  readonly rows: readonly LinkedRow[]
  readonly onAdd: () => void
}

/** A finding that is full says so. */
function AddItem({ finding, rows, onAdd }: AddProps) {
  const { t } = useTranslation('listing')
  const fits = withRows(finding.rows, rows).ok
  return (
    <Menu.Item disabled={!fits} onClick={onAdd}>
      <FindingName finding={finding} />
      {!fits && (
        <span className={classes['full']}>
          {t('cited.full', { most: MOST_ROWS, cited: finding.rows.length })}
        </span>
      )}
    </Menu.Item>
  )
}

function FindingName({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('listing')
  return (
    <span className={classes['citedTitle']}>
      <span className="code">{findingLabel(finding.number)}</span> {finding.title || t('cited.untitled')}
    </span>
  )
}
