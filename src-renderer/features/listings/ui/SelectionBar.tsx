import { Button, Group, Text } from '@mantine/core'
import { IconCopy, IconFlagPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_ROWS, type LinkedRow } from '#domain/finding/finding.ts'
import type { RuleMark } from '#domain/listing/listing.ts'
import { copiedText, MOST_COPIED } from '#renderer/features/listings/commands/copy-rows.ts'
import { linkRows, sharedMark } from '#renderer/features/listings/commands/link-rows.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import { changeLook, type Look } from '#renderer/features/listings/state/listings-view.ts'
import { CiteMenu } from '#renderer/features/listings/ui/CiteMenu.tsx'
import type { GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'
import type { Citing } from '#renderer/features/listings/ui/pane-props.ts'
import { useExportWords } from '#renderer/features/listings/ui/use-export-words.ts'
import { copyText } from '#renderer/ui/copy-text.ts'
import { formatCount } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly listing: OpenedListing
  readonly look: Look
  readonly columns: readonly GridColumn[]
  readonly citing: Citing
  /** Absent when nothing may be written. */
  readonly onCreateFinding: ((rows: LinkedRow[], mark?: RuleMark) => void) | undefined
}

/** What can be done with the selected rows. */
export function SelectionBar({ listing, look, columns, citing, onCreateFinding }: Props): React.JSX.Element {
  const { t } = useTranslation('listing')
  const { selected } = look
  const figure = formatCount(selected.size, useLanguage())
  const tooMany = selected.size > MOST_ROWS
  return (
    <Group gap="sm" pt={8}>
      {onCreateFinding && (
        <Button
          size="xs"
          leftSection={<IconFlagPlus size={16} aria-hidden />}
          disabled={tooMany}
          onClick={() => onCreateFinding(linkRows(listing, selected), sharedMark(listing, selected))}
        >
          {t('finding.ofRows', { count: selected.size, figure })}
        </Button>
      )}
      {!tooMany && <CiteMenu rows={linkRows(listing, selected)} citing={citing} />}
      <CopyButton listing={listing} look={look} columns={columns} />
      <Button size="xs" variant="default" onClick={() => changeLook(listing.key, { selected: new Set() })}>
        {t('grid.unselect')}
      </Button>
      {onCreateFinding && tooMany && (
        <Text size="sm" role="status">
          {t('finding.tooMany', { most: MOST_ROWS })}
        </Text>
      )}
    </Group>
  )
}

function CopyButton({ listing, look, columns }: Omit<Props, 'onCreateFinding' | 'citing'>) {
  const { t } = useTranslation('listing')
  const words = useExportWords(listing.listing)
  const [copied, setCopied] = useState<ReadonlySet<number>>()
  const tooMany = look.selected.size > MOST_COPIED
  const copy = () => {
    copyText(copiedText(listing, look, columns, words))
    setCopied(look.selected)
  }
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCopy size={16} aria-hidden />}
        disabled={tooMany}
        onClick={copy}
      >
        {t('copy.rows')}
      </Button>
      <Text size="sm" c="dimmed" role="status">
        {tooMany && t('copy.tooMany', { most: MOST_COPIED })}
        {copied === look.selected && t('copy.done', { count: copied.size })}
      </Text>
    </>
  )
}
