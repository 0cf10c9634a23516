import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconKeyboard, IconLock, IconLogin2, IconMenu2, IconSearch, IconSettings } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageMenu } from '#renderer/app/LanguageMenu.tsx'
import { goTo } from '#renderer/app/routes.ts'
import { lock } from '#renderer/app/enter.ts'
import { ThemeButton } from '#renderer/app/ThemeButton.tsx'
import classes from '#renderer/app/TopBar.module.css'
import type { VaultOwner } from '#renderer/platform/bridge.ts'
import { initials } from '#renderer/ui/initials.ts'
import { ariaKeys, KEYS } from '#renderer/ui/keys.ts'
import { Stroke } from '#renderer/ui/Stroke.tsx'
import { Wordmark } from '#renderer/ui/Wordmark.tsx'

interface Props {
  readonly owner: VaultOwner
  readonly onPalette: () => void
  readonly onKeyList: () => void
  readonly onSignIn: () => void
  readonly onNavigation: () => void
}

/** The top of every screen: name, search, language, theme, user. */
export function TopBar({ owner, onPalette, onKeyList, onSignIn, onNavigation }: Props): React.JSX.Element {
  const { t } = useTranslation('frame')
  return (
    <header className={classes['bar']}>
      <ActionIcon
        variant="subtle"
        color="gray"
        c="var(--mantine-color-text)"
        size={32}
        className={classes['burger'] ?? ''}
        aria-label={t('navigation')}
        onClick={onNavigation}
      >
        <IconMenu2 size={18} aria-hidden />
      </ActionIcon>
      <Wordmark />
      <span className={classes['gap']} />
      <button
        type="button"
        className={classes['search']}
        onClick={onPalette}
        aria-keyshortcuts={ariaKeys(KEYS.everywhere.palette)}
      >
        <IconSearch size={16} aria-hidden />
        <span className={classes['search-word']}>{t('search')}</span>
        <span className={classes['search-key']}>
          <Stroke stroke={KEYS.everywhere.palette[0]} />
        </span>
      </button>
      <LanguageMenu />
      <ThemeButton />
      <UserMenu owner={owner} onKeyList={onKeyList} onSignIn={onSignIn} />
    </header>
  )
}

function UserMenu({ owner, onKeyList, onSignIn }: Pick<Props, 'owner' | 'onKeyList' | 'onSignIn'>) {
  const { t } = useTranslation(['frame', 'keys'])
  const { user, organisation } = owner
  return (
    <Menu position="bottom-end" width={240} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="light"
          size="compact-md"
          radius="xl"
          aria-label={t('user-menu', { initials: initials(user.displayName), name: user.displayName })}
        >
          {initials(user.displayName)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={classes['user'] ?? ''}>
          <strong>{user.displayName}</strong>
          <span>{t(`role.${user.role}`)}</span>
          <span>{organisation}</span>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLock size={16} aria-hidden />}
          rightSection={<Stroke stroke={KEYS.always.lock[0]} />}
          onClick={() => void lock()}
        >
          {t('lock')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogin2 size={16} aria-hidden />} onClick={onSignIn}>
          {t('sign-in')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKeyboard size={16} aria-hidden />}
          rightSection={<Stroke stroke={KEYS.everywhere.list[0]} />}
          onClick={onKeyList}
        >
          {t('keys:title')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconSettings size={16} aria-hidden />}
          onClick={() => goTo({ screen: 'settings' })}
        >
          {t('screen.settings')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
