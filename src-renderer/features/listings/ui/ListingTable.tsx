import { notifications } from '@mantine/notifications'
import { useEffect, useMemo, useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#domain/finding/finding.ts'
import { viewRows } from '#domain/listing/row-view.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import {
  changeLook,
  goToSought,
  useListingsView,
  type Look,
} from '#renderer/features/listings/state/listings-view.ts'
import { ColumnChooser } from '#renderer/features/listings/ui/ColumnChooser.tsx'
import type { GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'
import { ExportMenu } from '#renderer/features/listings/ui/ExportMenu.tsx'
import { ListingGrid } from '#renderer/features/listings/ui/ListingGrid.tsx'
import type { Citing, PaneProps } from '#renderer/features/listings/ui/pane-props.ts'
import classes from '#renderer/features/listings/ui/listings.module.css'
import { PickBar } from '#renderer/features/listings/ui/PickBar.tsx'
import { NothingFound } from '#renderer/features/listings/ui/NothingFound.tsx'
import { RowDetail } from '#renderer/features/listings/ui/RowDetail.tsx'
import { SelectionBar } from '#renderer/features/listings/ui/SelectionBar.tsx'
import { Toolbar } from '#renderer/features/listings/ui/Toolbar.tsx'
import { useGridColumns } from '#renderer/features/listings/ui/use-grid-columns.ts'

interface Props extends PaneProps {
  readonly listing: OpenedListing
  readonly look: Look
}

/** An opened listing: toolbar, grid, sums, and the detail of one row at the right. */
export function ListingTable(props: Props): React.JSX.Element {
  const { listing, look, inspectionId, described, viewer, readOnly, citing, onCreateFinding } = props
  const { t } = useTranslation('listing')
  const { shown: columns, all, movable } = useGridColumns(listing)
  const view = useMemo(() => viewRows(listing.index, look.query), [listing, look.query])
  const [filtered, askFilter] = useOpenFilter(listing.key, columns)
  useSought(inspectionId, listing)
  const picking = usePicking(inspectionId, citing)
  const create = readOnly ? undefined : onCreateFinding
  return (
    <>
      {picking && <PickBar {...{ inspectionId, listing, look, citing }} finding={picking} />}
      <Toolbar
        listing={listing}
        described={described}
        look={look}
        shown={view.length}
        columns={columns}
        onFilter={askFilter}
      >
        <ColumnChooser listing={listing} movable={movable} />
        <ExportMenu inspectionId={inspectionId} listing={listing} columns={columns} view={view} />
      </Toolbar>
      <div className={classes['body']}>
        <div className={classes['gridPlace']}>
          <ListingGrid
            {...{ listing, columns, view, look }}
            citations={citing.citations}
            name={t(`common:listing.${listing.listing}`)}
            filtered={filtered}
            onFilter={askFilter}
          />
          {view.length === 0 && <NothingFound listingKey={listing.key} empty={listing.rows.length === 0} />}
        </div>
        {look.openRow !== null && (
          <RowDetail
            inspectionId={inspectionId}
            listing={listing}
            columns={all}
            view={view}
            row={look.openRow}
            viewer={viewer}
            citing={citing}
            onCreateFinding={create}
          />
        )}
      </div>
      {look.selected.size > 0 && !picking && (
        <SelectionBar {...{ listing, look, columns, citing }} onCreateFinding={create} />
      )}
    </>
  )
}

/** The column whose filter is open; asking for one puts the cursor on its header. */
function useOpenFilter(key: string, columns: readonly GridColumn[]) {
  const [filtered, setFiltered] = useState<string | null>(null)
  const ask = (id: string | null) => {
    setFiltered(id)
    const column = columns.findIndex((one) => one.id === id)
    if (column >= 0) changeLook(key, { cursor: { row: -1, column } })
  }
  return [filtered, ask] as const
}

/** The finding that rows are picked for; undefined when none is, or nothing may be written. */
function usePicking(inspectionId: string, { findings, onAdd }: Citing): Finding | undefined {
  const picked = useListingsView(({ picking }) => picking[inspectionId])
  return onAdd && findings.find(({ id }) => id === picked)
}

function useSought(inspectionId: string, listing: OpenedListing) {
  const { t } = useTranslation('listing')
  const sought = useListingsView((view) => view.sought[inspectionId])
  useEffect(() => {
    if (sought?.listing !== listing.listing) return
    const gone = goToSought(inspectionId, listing)
    if (gone) notifications.show({ message: t('cited.row-gone', { row: gone.label ?? gone.line }) })
    // What led here may be gone from the screen, and the focus with it.
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('[data-grid]')?.focus()
  }, [sought, inspectionId, listing, t])
}
