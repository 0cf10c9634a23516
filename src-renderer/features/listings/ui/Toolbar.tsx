import { Button, CloseButton, Group, Select, Switch, Text, TextInput } from '@mantine/core'
import { IconFilterOff, IconSearch } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { EVERYTHING, type ViewQuery } from '#domain/listing/row-view.ts'
import type { PackageListing } from '#domain/package/manifest.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import { changeQuery, type Look } from '#renderer/features/listings/state/listings-view.ts'
import { AcceptedOrRejected } from '#renderer/features/listings/ui/AcceptedOrRejected.tsx'
import { FilterChips } from '#renderer/features/listings/ui/FilterChips.tsx'
import type { GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'
import { useRuleName } from '#renderer/ui/useRuleText.ts'
import { formatCount } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly listing: OpenedListing
  readonly described: PackageListing
  readonly look: Look
  /** How many rows the grid shows. */
  readonly shown: number
  readonly columns: readonly GridColumn[]
  readonly onFilter: (column: string) => void
  /** What else can be done with what is shown. */
  readonly children: React.ReactNode
}

/** Over the grid: search, what rules say, the filters in force, and how much is left to see. */
export function Toolbar(props: Props): React.JSX.Element {
  const { listing, described, look, shown, columns, onFilter, children } = props
  const { t } = useTranslation('listing')
  const language = useLanguage()
  const { query } = look
  const of = listing.rows.length
  const values = { count: of, shown: formatCount(shown, language), of: formatCount(of, language) }
  return (
    <Group gap="sm" py={8}>
      <Search listingKey={listing.key} search={query.search} />
      {listing.index.rules.length > 0 && <RuleFilters listing={listing} query={query} />}
      <FilterChips listingKey={listing.key} query={query} columns={columns} onFilter={onFilter} />
      {query !== EVERYTHING && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconFilterOff size={16} aria-hidden />}
          onClick={() => changeQuery(listing.key, EVERYTHING)}
        >
          {t('toolbar.clear')}
        </Button>
      )}
      <Text size="sm" c="dimmed" ml="auto" role="status" className="tabular">
        {t('toolbar.shown', values)}
      </Text>
      <AcceptedOrRejected listingKey={listing.key} described={described} rejected={false} />
      <Group gap={8} wrap="nowrap">
        {children}
      </Group>
    </Group>
  )
}

function Search({ listingKey, search }: { readonly listingKey: string; readonly search: string }) {
  const { t } = useTranslation('listing')
  const change = (text: string) => changeQuery(listingKey, { search: text })
  return (
    <TextInput
      type="search"
      size="xs"
      w={180}
      aria-label={t('toolbar.search')}
      placeholder={t('toolbar.search')}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        search && <CloseButton size="xs" aria-label={t('toolbar.clearSearch')} onClick={() => change('')} />
      }
      value={search}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  )
}

function RuleFilters({ listing, query }: { readonly listing: OpenedListing; readonly query: ViewQuery }) {
  const { t } = useTranslation('listing')
  return (
    <>
      <Switch
        size="sm"
        label={t('toolbar.suspiciousOnly')}
        checked={query.suspiciousOnly}
        onChange={({ currentTarget }) => changeQuery(listing.key, { suspiciousOnly: currentTarget.checked })}
      />
      <RuleSelect listing={listing} rule={query.rule} />
    </>
  )
}

function RuleSelect({ listing, rule }: { readonly listing: OpenedListing; readonly rule: string | null }) {
  const { t } = useTranslation('listing')
  const language = useLanguage()
  const nameOf = useRuleName()
  const options = listing.index.rules.map((one) => {
    const example = listing.rows[one.rows[0] ?? 0]?.marks.find((mark) => mark.rule === one.rule)
    const count = formatCount(one.rows.length, language)
    return { value: one.rule, label: `${count} · ${example ? nameOf(example) : one.rule}` }
  })
  return (
    <Select
      size="xs"
      w={200}
      clearable
      aria-label={t('toolbar.rule')}
      placeholder={t('toolbar.anyRule')}
      comboboxProps={{ width: 420, position: 'bottom-start' }}
      data={options}
      value={rule}
      onChange={(next) => changeQuery(listing.key, { rule: next })}
    />
  )
}
