import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import { AS_IT_COMES } from '#renderer/features/listings/state/column-layout.ts'
import { useColumnLayouts } from '#renderer/features/listings/state/column-layouts.ts'
import {
  gridColumns,
  movableColumns,
  type GridColumn,
  type GridWords,
} from '#renderer/features/listings/ui/grid-columns.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Columns {
  /** As the grid shows them. */
  readonly shown: GridColumn[]
  /** All of them, hidden ones too, as they come. */
  readonly all: GridColumn[]
  /** Those that may be hidden or moved, as they come. */
  readonly movable: GridColumn[]
}

/** The columns of a listing in the language and the layout of the moment. */
export function useGridColumns(listing: OpenedListing): Columns {
  const { t } = useTranslation('listing')
  const language = useLanguage()
  const layout = useColumnLayouts((layouts) => layouts[listing.listing]) ?? AS_IT_COMES
  return useMemo(() => {
    const words: GridWords = {
      margin: t('grid.margin'),
      rules: t('grid.rules'),
      yes: t('common:yes'),
      no: t('common:no'),
    }
    return {
      shown: gridColumns(listing, language, words, layout),
      all: gridColumns(listing, language, words),
      movable: movableColumns(listing, language, words),
    }
  }, [listing, language, layout, t])
}
