import { Button, CloseButton } from '@mantine/core'
import { IconColumns3, IconFileText, IconFileTypeXls, IconGavel } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportActions } from '#renderer/features/import/commands/import-actions.ts'
import {
  columnsIn,
  isTwice,
  listingOf,
  type ChosenFile,
  type ListingChoice,
} from '#renderer/features/import/state/chosen-file.ts'
import type { ImportTarget } from '#renderer/features/import/state/import-flow.ts'
import { ColumnsChip } from '#renderer/features/import/ui/ColumnsChip.tsx'
import { ConventionFacts } from '#renderer/features/import/ui/ConventionFacts.tsx'
import { FormLine } from '#renderer/features/import/ui/FormLine.tsx'
import classes from '#renderer/features/import/ui/import.module.css'
import { ReplaceOrAdd } from '#renderer/features/import/ui/ReplaceOrAdd.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'

interface Props {
  readonly chosen: ChosenFile
  readonly files: readonly ChosenFile[]
  readonly target: ImportTarget
  readonly actions: ImportActions
}

/** One chosen file: what it is, how it is read, or why it cannot be. */
export function FileCard({ chosen, files, target, actions }: Props): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const { file, seen, id } = chosen
  const isConvention = seen?.ok === true && seen.value.kind === 'convention'
  const Picture = isConvention ? IconGavel : /\.xls/i.test(file.name) ? IconFileTypeXls : IconFileText
  return (
    <li className={classes['card']}>
      <Picture size={22} stroke={1.5} className={classes['cardPicture']} aria-hidden />
      <div className={classes['cardBody']}>
        <h3>
          {nameOf(chosen, t)} <span className="code">{file.name}</span>
        </h3>
        {seen === null && <p role="status">{t('files.looking')}</p>}
        {seen?.ok === false && <ErrorNotice error={seen.error} />}
        {seen?.ok && seen.value.kind === 'convention' && <ConventionFacts {...seen.value} />}
        {seen?.ok && seen.value.kind === 'listing' && (
          <ListingFacts
            chosen={{ ...chosen, preview: seen.value.preview }}
            twice={isTwice(chosen, files)}
            target={target}
            actions={actions}
          />
        )}
      </div>
      <CloseButton
        aria-label={t('files.remove', { fileName: file.name })}
        onClick={() => actions.remove(id)}
      />
    </li>
  )
}

function nameOf(chosen: ChosenFile, t: (key: string) => string): string {
  const listing = listingOf(chosen)
  if (chosen.seen?.ok && chosen.seen.value.kind === 'convention') return t('files.convention')
  return listing ? t(`common:listing.${listing}`) : t('files.unknown')
}

interface ListingProps {
  readonly chosen: ListingChoice
  readonly twice: boolean
  readonly target: ImportTarget
  readonly actions: ImportActions
}

function ListingFacts({ chosen, twice, target, actions }: ListingProps) {
  const { t } = useTranslation('mapping')
  const listing = listingOf(chosen)
  const isThere = listing !== null && target.listings.includes(listing)
  return (
    <>
      <FormLine {...chosen.preview} />
      <div className={classes['cardRow']}>
        <ColumnsChip columns={columnsIn(chosen)} />
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconColumns3 size={16} aria-hidden />}
          aria-label={t('files.columns-of', { fileName: chosen.file.name })}
          onClick={() => actions.showColumns(chosen.id)}
        >
          {t('files.columns')}
        </Button>
      </div>
      {twice && <p className={classes['wrong']}>{t('files.twice')}</p>}
      {isThere && (
        <ReplaceOrAdd
          fileName={chosen.file.name}
          adds={chosen.adds}
          onChange={(adds) => actions.setAdds(chosen.id, adds)}
        />
      )}
    </>
  )
}
