import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import classes from '#renderer/features/import/ui/import.module.css'

const ACCEPTED = '.csv,.tsv,.txt,.xlsx,.xlsm,.json,text/csv,text/plain,application/json'

/** Where files are dropped or chosen, several at a time. */
export function DropZone({
  onFiles,
}: {
  readonly onFiles: (files: readonly File[]) => void
}): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  return (
    <div
      className={classes['drop']}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      <Button
        data-autofocus
        variant="default"
        leftSection={<IconFileImport size={18} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {t('files.choose')}
      </Button>
      <span className={classes['quiet']}>{t('files.drop')}</span>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={t('files.choose')}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])])
          // The same file chosen again, corrected meanwhile, is a new choice.
          currentTarget.value = ''
        }}
      />
    </div>
  )
}
