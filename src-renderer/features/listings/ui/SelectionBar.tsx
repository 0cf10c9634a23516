import { Button, Group, Text } from '@mantine/core'
import { IconFlagPlus } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkedRow } from '#domain/finding/finding.ts'
import type { RuleMark } from '#domain/listing/listing.ts'
import { linkRows, sharedMark } from '#renderer/features/listings/commands/link-rows.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import { changeLook } from '#renderer/features/listings/state/listings-view.ts'
import { formatCount } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** What `Finding.rows` can hold. */
const MOST_ROWS = 500

interface Props {
  readonly listing: OpenedListing
  readonly selected: ReadonlySet<number>
  readonly onCreateFinding: (rows: LinkedRow[], mark?: RuleMark) => void
}

/** What can be done with the selected rows. */
export function SelectionBar({ listing, selected, onCreateFinding }: Props): React.JSX.Element {
  const { t } = useTranslation('listing')
  const figure = formatCount(selected.size, useLanguage())
  const tooMany = selected.size > MOST_ROWS
  return (
    <Group gap="sm" pt={8}>
      <Button
        size="xs"
        leftSection={<IconFlagPlus size={16} aria-hidden />}
        disabled={tooMany}
        onClick={() => onCreateFinding(linkRows(listing, selected), sharedMark(listing, selected))}
      >
        {t('finding.ofRows', { count: selected.size, figure })}
      </Button>
      <Button size="xs" variant="default" onClick={() => changeLook(listing.key, { selected: new Set() })}>
        {t('grid.unselect')}
      </Button>
      {tooMany && (
        <Text size="sm" role="status">
          {t('finding.tooMany', { most: MOST_ROWS })}
        </Text>
      )}
    </Group>
  )
}
