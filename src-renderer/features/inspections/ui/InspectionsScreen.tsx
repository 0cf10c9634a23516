import { Button, TextInput } from '@mantine/core'
import { IconRefresh, IconSearch } from '@tabler/icons-react'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '#domain/result.ts'
import {
  LIST_TABS,
  rowsOf,
  searchRows,
  type InspectionRow,
  type ListTab,
} from '#renderer/features/inspections/inspection-rows.ts'
import type { DownloadActions } from '#renderer/features/inspections/ui/downloads.ts'
import { InspectionList } from '#renderer/features/inspections/ui/InspectionList.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx'
import { TabBar } from '#renderer/ui/TabBar.tsx'

interface Props {
  /** Which list: a key of `inspection`, `list.*`. */
  readonly list: 'mine' | 'returned' | 'review' | 'closed'
  readonly rows: readonly InspectionRow[] | undefined
  readonly deviceId: string
  readonly downloads: DownloadActions
  readonly refreshing: boolean
  readonly failure: AppError | null
  readonly onRefresh: () => void
  readonly onOpen: (inspectionId: string) => void
  /** Makes an inspection on this laptop. */
  readonly renderNew?: React.ReactNode
}

/** A queue of inspections with its search; "mine" also has tabs by state. */
export function InspectionsScreen({ list, rows, ...rest }: Props): React.JSX.Element {
  const { t } = useTranslation('inspection')
  const [tab, setTab] = useState<ListTab>('all')
  const [search, setSearch] = useState('')
  const ofTab = list === 'mine' ? rows && rowsOf(rows, tab) : rows
  const shown = ofTab && searchRows(ofTab, search)
  return (
    <section aria-labelledby="screen-title">
      <ScreenHeader title={t(`list.${list}.title`)}>
        <TextInput
          size="sm"
          w={220}
          leftSection={<IconSearch size={16} aria-hidden />}
          placeholder={t('search')}
          aria-label={t('search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Button
          variant="default"
          loading={rest.refreshing}
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={rest.onRefresh}
        >
          {t('refresh')}
        </Button>
        {rest.renderNew}
      </ScreenHeader>
      {list === 'mine' && (
        <TabBar
          label={t('tabs.label')}
          value={tab}
          onChange={setTab}
          tabs={LIST_TABS.map((name) => ({
            value: name,
            label: t(`tabs.${name}`),
            count: rows ? rowsOf(rows, name).length : 0,
          }))}
        />
      )}
      {rest.failure && <ErrorNotice error={rest.failure} onRetry={rest.onRefresh} />}
      {list === 'mine' && rows && <Vanished rows={rows} downloads={rest.downloads} />}
      <InspectionList
        label={t(`list.${list}.title`)}
        rows={shown}
        searched={search.trim() !== ''}
        empty={{ title: t(`list.${list}.empty`), text: t(`list.${list}.empty-text`) }}
        deviceId={rest.deviceId}
        withInspector={list === 'review' || list === 'closed'}
        downloads={rest.downloads}
        onOpen={rest.onOpen}
      />
      <p className="visually-hidden" role="status">
        {search.trim() !== '' && shown ? t('found', { count: shown.length }) : ''}
      </p>
    </section>
  )
}

/** Why a download stopped whose inspection is no longer in the list: it went to somebody else. */
function Vanished({
  rows,
  downloads,
}: { readonly rows: readonly InspectionRow[] } & Pick<Props, 'downloads'>) {
  const listed = new Set(rows.map(({ item }) => item.id))
  const gone = Object.entries(downloads.states).filter(([id]) => !listed.has(id))
  return gone.map(
    ([id, { failure }]) =>
      failure && <ErrorNotice key={id} error={failure} onClose={() => downloads.dismiss(id)} />,
  )
}
