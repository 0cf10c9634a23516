import { Button } from '@mantine/core'
import { IconFolderPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { useTarget } from '#renderer/features/import/queries/use-target.ts'
import { ImportDialog } from '#renderer/features/import/ui/ImportDialog.tsx'
import type { VaultOwner } from '#renderer/platform/bridge.ts'

interface Props {
  readonly owner: VaultOwner
  /** Hears the inspection that was made. */
  readonly onCreated: (inspectionId: string) => void
}

/** Makes an inspection of a convention and its listings, from files and without a network. */
export function NewPackageButton({ owner, onCreated }: Props): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const target = useTarget(null)
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFolderPlus size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('button.new')}
      </Button>
      {opened && target && (
        <ImportDialog target={target} owner={owner} onClose={() => setOpened(false)} onDone={onCreated} />
      )}
    </>
  )
}
