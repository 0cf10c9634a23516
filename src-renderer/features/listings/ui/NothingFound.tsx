import { Button } from '@mantine/core'
import { IconFilterOff, IconTableOff } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { EVERYTHING } from '#domain/listing/row-view.ts'
import { changeQuery } from '#renderer/features/listings/state/listings-view.ts'
import classes from '#renderer/features/listings/ui/listings.module.css'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'

interface Props {
  readonly listingKey: string
  /** True when the listing itself has no rows. */
  readonly empty: boolean
}

/** Over the grid when it shows no row: why, and the way back. */
export function NothingFound({ listingKey, empty }: Props): React.JSX.Element {
  const { t } = useTranslation('listing')
  return (
    <div className={classes['nothing']}>
      {empty && <EmptyState icon={IconTableOff} title={t('noRows')} />}
      {!empty && (
        <EmptyState icon={IconFilterOff} title={t('nothingFound')}>
          <Button variant="default" size="compact-sm" onClick={() => changeQuery(listingKey, EVERYTHING)}>
            {t('toolbar.clear')}
          </Button>
        </EmptyState>
      )}
    </div>
  )
}
