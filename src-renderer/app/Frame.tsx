import { Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type React from 'react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandPalette } from '#renderer/app/CommandPalette.tsx'
import classes from '#renderer/app/Frame.module.css'
import { KeyList } from '#renderer/app/KeyList.tsx'
import { useAppKeys } from '#renderer/app/keys.ts'
import { Navigation } from '#renderer/app/Navigation.tsx'
import { syncNow, useSync } from '#renderer/app/pump.ts'
import { useRoute } from '#renderer/app/routes.ts'
import { Screens } from '#renderer/app/Screens.tsx'
import { StatusStrip } from '#renderer/app/StatusStrip.tsx'
import { TopBar } from '#renderer/app/TopBar.tsx'
import { useCommands } from '#renderer/app/use-commands.ts'
import { useCounts } from '#renderer/app/use-counts.ts'
import { SignInAgainDialog } from '#renderer/features/account/ui/SignInAgainDialog.tsx'
import { useInspectionRows } from '#renderer/features/inspections/queries/use-inspection-rows.ts'
import type { VaultOwner } from '#renderer/platform/bridge.ts'
import { useKeptScroll } from '#renderer/ui/useKeptScroll.ts'

/** The frame of all screens: top bar, queues, the screen itself, status strip. */
export function Frame({ owner }: { readonly owner: VaultOwner }): React.JSX.Element {
  const { t } = useTranslation(['frame', 'common'])
  const rows = useInspectionRows()
  const counts = useCounts(rows)
  const commands = useCommands(owner, rows)
  const inFile = useRoute(({ route }) => route.screen === 'inspection' || route.screen === 'file')
  const [palette, paletteDo] = useDisclosure(false)
  const [keyList, keyListDo] = useDisclosure(false)
  const [menu, menuDo] = useDisclosure(false)
  useAppKeys({ onPalette: paletteDo.open, onKeyList: keyListDo.open })
  useScreenFocus()
  const screenRef = useKeptScroll('screen')
  const navigation = { role: owner.user.role, counts }
  return (
    <div className={classes['frame']}>
      <a className={classes['skip']} href="#screen">
        {t('skip')}
      </a>
      <TopBar
        owner={owner}
        onPalette={paletteDo.open}
        onKeyList={keyListDo.open}
        onSignIn={() => useSync.setState({ asking: true })}
        onNavigation={menuDo.open}
      />
      <div className={classes['body']}>
        <div className={classes['side']}>
          <Navigation {...navigation} narrow={inFile} />
        </div>
        <main ref={screenRef} className={classes['screen']} id="screen" tabIndex={-1}>
          <Screens owner={owner} rows={rows} />
        </main>
      </div>
      <StatusStrip onSignIn={() => useSync.setState({ asking: true })} />
      <Drawer
        opened={menu}
        onClose={menuDo.close}
        size={240}
        title="Constat"
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <Navigation {...navigation} narrow={false} onGone={menuDo.close} />
      </Drawer>
      <CommandPalette opened={palette} commands={commands} onClose={paletteDo.close} />
      <KeyList opened={keyList} onClose={keyListDo.close} />
      <SignInAgain owner={owner} />
    </div>
  )
}

function SignInAgain({ owner }: { readonly owner: VaultOwner }): React.JSX.Element {
  const { asking, status } = useSync()
  const close = (): void => useSync.setState({ asking: false })
  const signedIn = (): void => {
    close()
    void syncNow()
  }
  return (
    <SignInAgainDialog
      owner={owner}
      opened={asking}
      pending={status.pending}
      onClose={close}
      onSignedIn={signedIn}
    />
  )
}

/** A new screen takes the focus at its top, so that keyboard and screen reader start there. */
function useScreenFocus(): void {
  const place = useRoute(({ route }) => ('inspectionId' in route ? route.inspectionId : route.screen))
  useEffect(() => {
    if (document.activeElement?.closest('[role=dialog]')) return
    document.getElementById('screen')?.focus({ preventScroll: true })
  }, [place])
}
