import { Button } from '@mantine/core'
import { IconTableExport } from '@tabler/icons-react'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Convention } from '#domain/convention/convention.ts'
import type { AppError } from '#domain/result.ts'
import { exportConvention } from '#renderer/features/convention/commands/export-convention.ts'
import classes from '#renderer/features/convention/ui/convention.module.css'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'

interface Props {
  readonly convention: Convention
  readonly language: 'fr' | 'nl'
}

/** Saves the convention as the workbook that can be filled in and imported again. */
export function ExportButton({ convention, language }: Props): React.JSX.Element {
  const { t } = useTranslation('convention')
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState(false)
  const [failure, setFailure] = useState<AppError | null>(null)
  const save = async () => {
    setBusy(true)
    setSaved(false)
    const done = await exportConvention(convention, language)
    setFailure(done.ok ? null : done.error)
    setSaved(done.ok && done.value)
    setBusy(false)
  }
  return (
    <>
      <div className={classes['tools']}>
        <span role="status" className={classes['quiet']}>
          {saved && t('export.saved')}
        </span>
        <Button
          variant="default"
          size="xs"
          loading={busy}
          leftSection={<IconTableExport size={16} aria-hidden />}
          onClick={() => void save()}
        >
          {t('export.button')}
        </Button>
      </div>
      {failure && <ErrorNotice error={failure} onClose={() => setFailure(null)} />}
    </>
  )
}
