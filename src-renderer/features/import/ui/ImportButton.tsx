import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { ImportDialog } from '#renderer/features/import/ui/ImportDialog.tsx'

interface Props {
  readonly inspectionId: string
}

/** Chooses listing files and reads them; what was read is shown before anything is stored. */
export function ImportButton({ inspectionId }: Props): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const input = useRef<HTMLInputElement>(null)
  const [files, setFiles] = useState<readonly File[]>([])
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFileImport size={16} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {t('import.button')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        data-testid="listing-files"
        onChange={({ currentTarget }) => {
          setFiles([...(currentTarget.files ?? [])])
          // The same file chosen again, corrected meanwhile, is a new choice.
          currentTarget.value = ''
        }}
      />
      {files.length > 0 && (
        <ImportDialog inspectionId={inspectionId} files={files} onClose={() => setFiles([])} />
      )}
    </>
  )
}
