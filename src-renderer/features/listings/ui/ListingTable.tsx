import { useEffect, useMemo, useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { viewRows } from '#domain/listing/row-view.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import {
  changeLook,
  goToSought,
  useListingsView,
  type Look,
} from '#renderer/features/listings/state/listings-view.ts'
import { gridColumns, type GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'
import { ListingGrid } from '#renderer/features/listings/ui/ListingGrid.tsx'
import type { PaneProps } from '#renderer/features/listings/ui/pane-props.ts'
import classes from '#renderer/features/listings/ui/listings.module.css'
import { NothingFound } from '#renderer/features/listings/ui/NothingFound.tsx'
import { RowDetail } from '#renderer/features/listings/ui/RowDetail.tsx'
import { SelectionBar } from '#renderer/features/listings/ui/SelectionBar.tsx'
import { Toolbar } from '#renderer/features/listings/ui/Toolbar.tsx'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props extends PaneProps {
  readonly listing: OpenedListing
  readonly look: Look
}

/** An opened listing: toolbar, grid, sums, and the detail of one row at the right. */
export function ListingTable(props: Props): React.JSX.Element {
  const { listing, look, inspectionId, described, readOnly, onCreateFinding } = props
  const { t } = useTranslation('listing')
  const columns = useGridColumns(listing)
  const view = useMemo(() => viewRows(listing.index, look.query), [listing, look.query])
  const [filtered, setFiltered] = useState<string | null>(null)
  const askFilter = (id: string | null) => {
    setFiltered(id)
    const column = columns.findIndex((one) => one.id === id)
    if (column >= 0) changeLook(listing.key, { cursor: { row: -1, column } })
  }
  useSoughtRow(inspectionId, listing)
  return (
    <>
      <Toolbar
        listing={listing}
        described={described}
        look={look}
        shown={view.length}
        columns={columns}
        onFilter={askFilter}
      />
      <div className={classes['body']}>
        <div className={classes['gridPlace']}>
          <ListingGrid
            listing={listing}
            columns={columns}
            view={view}
            look={look}
            name={t(`common:listing.${listing.listing}`)}
            filtered={filtered}
            onFilter={askFilter}
          />
          {view.length === 0 && <NothingFound listingKey={listing.key} empty={listing.rows.length === 0} />}
        </div>
        {look.openRow !== null && (
          <RowDetail
            listing={listing}
            columns={columns}
            view={view}
            row={look.openRow}
            onCreateFinding={readOnly ? undefined : onCreateFinding}
          />
        )}
      </div>
      {!readOnly && look.selected.size > 0 && (
        <SelectionBar listing={listing} selected={look.selected} onCreateFinding={onCreateFinding} />
      )}
    </>
  )
}

function useGridColumns(listing: OpenedListing): GridColumn[] {
  const { t } = useTranslation('listing')
  const language = useLanguage()
  return useMemo(() => {
    const words = {
      margin: t('grid.margin'),
      rules: t('grid.rules'),
      yes: t('common:yes'),
      no: t('common:no'),
    }
    return gridColumns(listing, language, words)
  }, [listing, language, t])
}

function useSoughtRow(inspectionId: string, { key, listing, rows }: OpenedListing) {
  const sought = useListingsView((view) => view.sought[inspectionId])
  useEffect(() => {
    if (sought?.listing === listing) goToSought(inspectionId, key, rows)
  }, [sought, inspectionId, listing, key, rows])
}
