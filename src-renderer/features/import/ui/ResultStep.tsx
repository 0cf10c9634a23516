import { Button } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { Foot } from '#renderer/features/import/ui/Foot.tsx'
import classes from '#renderer/features/import/ui/import.module.css'
import { ImportedFile } from '#renderer/features/import/ui/ImportedFile.tsx'
import type { StepProps } from '#renderer/features/import/ui/step-props.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'

interface Props extends StepProps {
  readonly onDone: (inspectionId: string) => void
}

/** What the files hold, before anything is stored: accepted, refused, what rules find. */
export function ResultStep({ flow, actions, onClose, onDone }: Props): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const { read, failure, step, target } = flow
  const storing = step === 'storing'
  const isNew = target.inspectionId === null
  const keep = async (): Promise<void> => {
    const made = await actions.keep()
    if (made !== null) onDone(made)
  }
  return (
    <>
      <div className={classes['sheet']}>
        {failure && <ErrorNotice error={failure} />}
        {read.length === 0 && <p className={classes['lead']}>{t('result.convention-only')}</p>}
        {read.map((file) => (
          <ImportedFile key={file.listing} file={file} />
        ))}
      </div>
      <Foot said={t(isNew ? 'result.explained-new' : 'result.explained')}>
        <Button variant="default" disabled={storing} onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button variant="default" disabled={storing} onClick={actions.backToFiles}>
          {t('result.back')}
        </Button>
        <Button loading={storing} onClick={() => void keep()} data-autofocus>
          {t(isNew ? 'result.create' : 'result.compare')}
        </Button>
      </Foot>
    </>
  )
}
