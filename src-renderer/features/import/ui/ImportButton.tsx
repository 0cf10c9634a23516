import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { useTarget } from '#renderer/features/import/queries/use-target.ts'
import { ImportDialog, type RenderDifference } from '#renderer/features/import/ui/ImportDialog.tsx'

interface Props {
  readonly inspectionId: string
  readonly renderDifference: RenderDifference
  readonly onDone?: () => void
}

/** Takes files into the package of an inspection; what was read is shown and decided on before it is in work. */
export function ImportButton({ inspectionId, renderDifference, onDone }: Props): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const target = useTarget(inspectionId)
  const [opened, setOpened] = useState(false)
  const close = (): void => setOpened(false)
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFileImport size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('button.import')}
      </Button>
      {opened && target && (
        <ImportDialog
          target={target}
          renderDifference={renderDifference}
          onClose={close}
          onDone={() => {
            close()
            onDone?.()
          }}
        />
      )}
    </>
  )
}
