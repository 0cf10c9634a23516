import { Button } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import {
  blockerOf,
  hasItsColumns,
  listingsAmong,
  type ChosenFile,
} from '#renderer/features/import/state/chosen-file.ts'
import { DropZone } from '#renderer/features/import/ui/DropZone.tsx'
import { FileCard } from '#renderer/features/import/ui/FileCard.tsx'
import { Foot } from '#renderer/features/import/ui/Foot.tsx'
import classes from '#renderer/features/import/ui/import.module.css'
import type { StepProps } from '#renderer/features/import/ui/step-props.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'

/** The chosen files, what each is, and what still has to be settled before they are read. */
export function FilesStep({ flow, actions, onClose }: StepProps): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const { files, target, failure } = flow
  const blocker = blockerOf(files, target.convention !== null)
  const unsettled = blocker === 'columns' && listingsAmong(files).find((chosen) => !hasItsColumns(chosen))
  return (
    <>
      <div className={classes['sheet']}>
        <p className={classes['lead']}>
          {t(target.inspectionId === null ? 'files.explained-new' : 'files.explained')}
        </p>
        <DropZone onFiles={actions.add} />
        {failure && <ErrorNotice error={failure} />}
        <ul className={classes['files']} aria-label={t('files.list')}>
          {worstFirst(files).map((chosen) => (
            <FileCard key={chosen.id} chosen={chosen} files={files} target={target} actions={actions} />
          ))}
        </ul>
      </div>
      <Foot said={blocker === null ? '' : t(`blocked.${blocker}`)}>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        {unsettled ? (
          <Button onClick={() => actions.showColumns(unsettled.id)}>{t('files.settle')}</Button>
        ) : (
          <Button disabled={blocker !== null} onClick={actions.judge}>
            {t('files.read', { count: files.length })}
          </Button>
        )}
      </Foot>
    </>
  )
}

/** What stops the import stands at the top. */
const worstFirst = (files: readonly ChosenFile[]): ChosenFile[] =>
  [...files].sort((a, b) => Number(b.seen?.ok === false) - Number(a.seen?.ok === false))
