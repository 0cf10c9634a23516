import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVersions } from '#renderer/features/versions/queries/use-versions.ts'
import { VersionsDialog } from '#renderer/features/versions/ui/VersionsDialog.tsx'
import type { VersionsProps } from '#renderer/features/versions/ui/VersionsPanel.tsx'

/** Which version is in work, and the way to all of them. */
export function VersionsButton(props: VersionsProps): React.JSX.Element | null {
  const { t } = useTranslation('version')
  const [opened, setOpened] = useState(false)
  const inWork = useVersions(props.inspectionId)?.find(({ state }) => state === 'in-work')
  if (inWork === undefined) return null
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconHistory size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('button', { no: inWork.no })}
      </Button>
      <VersionsDialog {...props} opened={opened} onClose={() => setOpened(false)} />
    </>
  )
}
