import { Skeleton } from '@mantine/core'
import { IconFileOff } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { startDownload } from '#renderer/app/downloads.ts'
import { FactsColumn } from '#renderer/app/FactsColumn.tsx'
import { FileHeader } from '#renderer/app/FileHeader.tsx'
import { FileTabs } from '#renderer/app/FileTabs.tsx'
import classes from '#renderer/app/InspectionScreen.module.css'
import { syncNow } from '#renderer/app/pump.ts'
import { goWithin, type InspectionPlace } from '#renderer/app/routes.ts'
import { useFile } from '#renderer/features/review/queries/use-file.ts'
import { ReviewAside } from '#renderer/features/review/ui/ReviewAside.tsx'
import { VersionsButton } from '#renderer/features/versions/ui/VersionsButton.tsx'
import type { VaultOwner } from '#renderer/platform/bridge.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'

interface Props {
  readonly place: InspectionPlace
  readonly owner: VaultOwner
}

/** A file under review: everything to be read, nothing to be changed but the decision. */
export function FileScreen({ place, owner }: Props): React.JSX.Element {
  const { t } = useTranslation('inspection')
  const file = useFile(place.inspectionId)
  if (file === undefined) return <Skeleton height={120} m="md" />
  if (file === null)
    return <EmptyState icon={IconFileOff} title={t('absent.title')} text={t('absent.text')} />
  return (
    <div className={classes['screen']}>
      <FileHeader file={file} up="review" />
      <FileTabs
        place={place}
        file={file}
        readOnly
        mayImport={false}
        writes={false}
        asideAlways
        aside={
          <ReviewAside
            file={file}
            decidedBy={owner.user.displayName}
            facts={
              <FactsColumn inspection={file.inspection}>
                <VersionsButton
                  inspectionId={file.inspection.id}
                  readOnly
                  onDownload={() => void startDownload(file.inspection.id, false, false)}
                />
              </FactsColumn>
            }
            onRead={() => goWithin({ tab: 'report' })}
            onDecided={() => void syncNow()}
          />
        }
      />
    </div>
  )
}
