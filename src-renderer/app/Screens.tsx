import type React from 'react'
import { cancelDownload, forget, startDownload, useDownloads } from '#renderer/app/downloads.ts'
import { FileScreen } from '#renderer/app/FileScreen.tsx'
import { InspectionScreen } from '#renderer/app/InspectionScreen.tsx'
import { refreshInspections, syncNow, useSync } from '#renderer/app/pump.ts'
import { goTo, useRoute } from '#renderer/app/routes.ts'
import { rowsOf, type InspectionRow } from '#renderer/features/inspections/inspection-rows.ts'
import { NewPackageButton } from '#renderer/features/import/ui/NewPackageButton.tsx'
import { InspectionsScreen } from '#renderer/features/inspections/ui/InspectionsScreen.tsx'
import { PackagesScreen } from '#renderer/features/inspections/ui/PackagesScreen.tsx'
import { SettingsScreen } from '#renderer/features/settings/ui/SettingsScreen.tsx'
import { VerifyScreen } from '#renderer/features/settings/ui/VerifyScreen.tsx'
import { BinScreen } from '#renderer/features/transfers/ui/BinScreen.tsx'
import { TransfersScreen } from '#renderer/features/transfers/ui/TransfersScreen.tsx'
import type { VaultOwner } from '#renderer/platform/bridge.ts'
import { lock } from '#renderer/app/enter.ts'

interface Props {
  readonly owner: VaultOwner
  readonly rows: InspectionRow[] | undefined
}

/** The screen of the route. */
export function Screens({ owner, rows }: Props): React.JSX.Element {
  const route = useRoute((state) => state.route)
  switch (route.screen) {
    case 'inspections':
      return <Queue list="mine" owner={owner} rows={rows} />
    case 'returned':
    case 'review':
    case 'closed':
      return <Queue list={route.screen} owner={owner} rows={rows && rowsOf(rows, route.screen)} />
    case 'transfers':
      return <Transfers />
    case 'bin':
      return <BinScreen onBack={() => goTo({ screen: 'transfers' })} />
    case 'packages':
      return <PackagesScreen rows={rows ?? []} />
    case 'verify':
      return <VerifyScreen />
    case 'settings':
      return <SettingsScreen owner={owner} onLock={() => void lock()} />
    case 'inspection':
      return (
        <InspectionScreen
          key={route.inspectionId}
          place={route}
          row={rows?.find(({ item }) => item.id === route.inspectionId)}
          deviceId={owner.deviceId}
        />
      )
    case 'file':
      return <FileScreen key={route.inspectionId} place={route} owner={owner} />
  }
}

function Queue({ list, owner, rows }: Props & { readonly list: 'mine' | 'returned' | 'review' | 'closed' }) {
  const states = useDownloads((state) => state.states)
  const { refreshing, refreshFailure } = useSync()
  const isInspector = owner.user.role === 'INSPECTOR'
  const open = (inspectionId: string): void =>
    goTo({ screen: isInspector ? 'inspection' : 'file', inspectionId, tab: 'points' })
  return (
    <InspectionsScreen
      key={list}
      list={list}
      rows={rows}
      deviceId={owner.deviceId}
      downloads={{
        states,
        start: (inspectionId, takeOver) => void startDownload(inspectionId, isInspector, takeOver),
        cancel: cancelDownload,
        dismiss: forget,
      }}
      refreshing={refreshing}
      failure={refreshFailure}
      onRefresh={() => void refreshInspections()}
      onOpen={open}
      renderNew={isInspector && list === 'mine' && <NewPackageButton owner={owner} onCreated={open} />}
    />
  )
}

function Transfers(): React.JSX.Element {
  const { busy, status } = useSync()
  return (
    <TransfersScreen
      busy={busy}
      lastSyncAt={status.lastSyncAt}
      failure={status.lastFailure}
      onSync={() => void syncNow()}
      onBin={() => goTo({ screen: 'bin' })}
    />
  )
}
