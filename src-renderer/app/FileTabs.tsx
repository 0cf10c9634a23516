import type React from 'react'
import { useTranslation } from 'react-i18next'
import classes from '#renderer/app/FileTabs.module.css'
import { goWithin, TABS, type InspectionPlace } from '#renderer/app/routes.ts'
import { TabPanel } from '#renderer/app/TabPanel.tsx'
import { useRefusedCounts, useTabCounts } from '#renderer/app/use-tab-counts.ts'
import type { FileRecords } from '#renderer/features/review/history.ts'
import { TabBar } from '#renderer/ui/TabBar.tsx'
import { useKeptScroll } from '#renderer/ui/useKeptScroll.ts'

interface Props {
  readonly place: InspectionPlace
  readonly file: FileRecords
  readonly readOnly: boolean
  readonly mayImport: boolean
  readonly writes: boolean
  /** The left column, beside every tab of a file under review, beside the points of one in work. */
  readonly aside: React.ReactNode
  readonly asideAlways?: boolean
}

/** The tabs of one inspection and the panel of the one chosen. */
export function FileTabs({ aside, asideAlways = false, ...panel }: Props): React.JSX.Element {
  const { place } = panel
  const { t } = useTranslation('inspection')
  const counts = useTabCounts(place.inspectionId)
  const refused = useRefusedCounts(place.inspectionId)
  const panelRef = useKeptScroll('tab')
  const withAside = asideAlways || place.tab === 'points'
  return (
    <>
      <TabBar
        label={t('tab.label')}
        value={place.tab}
        controls="file-panel"
        onChange={(tab) => goWithin({ tab })}
        tabs={TABS.map((tab) => {
          const count = counts[tab]
          const waiting = refused[tab] ?? 0
          const alert = waiting === 0 ? undefined : t('status:refused', { count: waiting })
          return {
            ...{ value: tab, label: t(`tab.${tab}`) },
            ...(count === undefined ? {} : { count }),
            ...(alert === undefined ? {} : { alert }),
          }
        })}
      />
      <div className={classes['columns']} data-aside={withAside || undefined}>
        {withAside && (
          <aside
            className={classes['aside']}
            aria-label={t('facts.title')}
            // It scrolls in a low window, and may hold nothing else that the keyboard reaches.
            tabIndex={0}
            data-review={asideAlways || undefined}
          >
            {aside}
          </aside>
        )}
        <div
          ref={panelRef}
          className={classes['panel']}
          role="tabpanel"
          id="file-panel"
          aria-label={t(`tab.${place.tab}`)}
        >
          <TabPanel {...panel} />
        </div>
      </div>
    </>
  )
}
