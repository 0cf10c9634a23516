import { useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Command } from '#renderer/app/CommandPalette.tsx'
import { syncNow } from '#renderer/app/pump.ts'
import { goTo, screensOf } from '#renderer/app/routes.ts'
import { lock } from '#renderer/app/enter.ts'
import type { InspectionRow } from '#renderer/features/inspections/inspection-rows.ts'
import type { VaultOwner } from '#renderer/platform/bridge.ts'
import { pick } from '#renderer/ui/pick.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** What Ctrl+K offers: inspections on this laptop, screens of the role, actions. */
export function useCommands(owner: VaultOwner, rows: readonly InspectionRow[] = []): Command[] {
  const { t } = useTranslation('frame')
  const language = useLanguage()
  const { toggleColorScheme } = useMantineColorScheme()
  const screen = owner.user.role === 'INSPECTOR' ? 'inspection' : 'file'
  const files = rows
    .filter(({ downloaded }) => downloaded)
    .map(({ inspection }) => ({
      id: inspection.id,
      group: t('palette.inspection'),
      label: pick(inspection.partnerName, language),
      hint: inspection.agreementNo,
      run: () => goTo({ screen, inspectionId: inspection.id, tab: 'points' }),
    }))
  const screens = [...screensOf(owner.user.role), 'bin' as const].map((name) => ({
    id: name,
    group: t('palette.screen'),
    label: t(`screen.${name}`),
    run: () => goTo({ screen: name }),
  }))
  const actions = [
    { id: 'sync', label: t('palette.sync'), run: () => void syncNow() },
    { id: 'theme', label: t('palette.theme'), run: toggleColorScheme },
    { id: 'lock', label: t('lock'), run: () => void lock() },
  ].map((action) => ({ ...action, group: t('palette.action') }))
  return [...files, ...screens, ...actions]
}
