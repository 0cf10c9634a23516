import { ActionIcon, Button, Checkbox, Group, Popover } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { moveColumn, resetColumns, showColumn } from '#renderer/features/listings/commands/arrange-columns.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import { AS_IT_COMES, inOrder } from '#renderer/features/listings/state/column-layout.ts'
import { useColumnLayouts } from '#renderer/features/listings/state/column-layouts.ts'
import type { GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'
import classes from '#renderer/features/listings/ui/listings.module.css'
import { pressed } from '#renderer/ui/keys.ts'

interface Props {
  readonly listing: OpenedListing
  /** The columns that may be hidden or moved, as they come. */
  readonly movable: readonly GridColumn[]
}

/** Which columns the grid shows and in which order; the key columns always stand first. Alt+arrow moves too. */
export function ColumnChooser({ listing, movable }: Props): React.JSX.Element {
  const { t } = useTranslation('listing')
  const layout = useColumnLayouts((layouts) => layouts[listing.listing]) ?? AS_IT_COMES
  const [opened, setOpened] = useState(false)
  const shown = movable.filter(({ id }) => !layout.hidden.includes(id)).length
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus shadow="md" position="bottom-end" width={320}>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconColumns3 size={16} aria-hidden />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {t('columns.open', { shown, of: movable.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={classes['chooserHint']}>{t('columns.hint')}</p>
        <ChoiceList listing={listing} movable={movable} hidden={layout.hidden} order={layout.order} />
        <Group justify="space-between" mt={8}>
          <Button size="compact-sm" variant="subtle" onClick={() => resetColumns(listing)}>
            {t('columns.reset')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setOpened(false)}>
            {t('common:close')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}

interface ListProps extends Props {
  readonly hidden: readonly string[]
  readonly order: readonly string[]
}

function ChoiceList({ listing, movable, hidden, order }: ListProps) {
  const { t } = useTranslation('listing')
  const ordered = inOrder(movable, order)
  const ids = ordered.map(({ id }) => id)
  const onKeyDown = (event: React.KeyboardEvent, id: string) => {
    const asked = pressed('columns', event)
    if (asked === null) return
    event.preventDefault()
    moveColumn(listing, ids, id, asked.stroke === 'Alt+ArrowUp' ? -1 : 1)
  }
  return (
    <ul className={classes['choices']}>
      {ordered.map(({ id, title }, at) => (
        <li key={id} onKeyDown={(event) => onKeyDown(event, id)}>
          <Checkbox
            size="xs"
            label={title}
            checked={!hidden.includes(id)}
            onChange={({ currentTarget }) => showColumn(listing, id, currentTarget.checked)}
          />
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={t('columns.up', { column: title })}
            disabled={at === 0}
            onClick={() => moveColumn(listing, ids, id, -1)}
          >
            <IconArrowUp size={14} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={t('columns.down', { column: title })}
            disabled={at === ordered.length - 1}
            onClick={() => moveColumn(listing, ids, id, 1)}
          >
            <IconArrowDown size={14} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  )
}
