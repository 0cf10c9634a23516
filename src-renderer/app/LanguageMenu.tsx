import { Button, Menu } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { changeLanguage, LANGUAGES, type Language } from '#renderer/ui/i18n.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** Each language in its own words, so that it is found whatever is spoken now. */
const NAMES: Record<Language, string> = { fr: 'Français', nl: 'Nederlands', en: 'English' }

/** The language of the screens. */
export function LanguageMenu(): React.JSX.Element {
  const { t } = useTranslation('frame')
  const current = useLanguage()
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          c="var(--mantine-color-text)"
          aria-label={t('language', { code: current.toUpperCase(), name: NAMES[current] })}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {current.toUpperCase()}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            onClick={() => void changeLanguage(language)}
            rightSection={language === current ? <IconCheck size={16} aria-hidden /> : undefined}
          >
            {NAMES[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
