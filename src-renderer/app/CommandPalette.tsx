import { Modal, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '#renderer/app/CommandPalette.module.css'
import { matchesWords } from '#renderer/ui/matches-words.ts'
import { pressed } from '#renderer/ui/keys.ts'

/** Something the palette can do. */
export interface Command {
  readonly id: string
  readonly group: string
  readonly label: string
  readonly hint?: string
  readonly run: () => void
}

interface Props {
  readonly opened: boolean
  readonly commands: readonly Command[]
  readonly onClose: () => void
}

const MOST_SHOWN = 12

/** Ctrl+K: screens, inspections and actions by any word, accents aside; arrows and Enter choose. */
export function CommandPalette({ opened, commands, onClose }: Props): React.JSX.Element {
  const { t } = useTranslation('frame')
  return (
    <Modal.Root opened={opened} onClose={onClose} yOffset={72} centered={false} size={560}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.title')}>
        <Modal.Body p={0}>
          <Search commands={commands} onClose={onClose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function Search({ commands, onClose }: Omit<Props, 'opened'>): React.JSX.Element {
  const { t } = useTranslation('frame')
  const [search, setSearch] = useState('')
  const [at, setAt] = useState(0)
  const found = commands
    .filter(({ label, hint = '', group }) => matchesWords(`${label} ${hint} ${group}`, search))
    .slice(0, MOST_SHOWN)
  const run = (command: Command | undefined): void => {
    if (command === undefined) return
    onClose()
    command.run()
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const asked = pressed('palette', event)
    if (asked?.act === 'run') run(found[at])
    if (asked?.act !== 'move') return
    event.preventDefault()
    const step = asked.stroke === 'ArrowDown' ? 1 : -1
    setAt((now) => (now + step + found.length) % Math.max(found.length, 1))
  }
  return (
    <div className={classes['palette']}>
      <TextInput
        data-autofocus
        variant="unstyled"
        size="md"
        leftSection={<IconSearch size={18} aria-hidden />}
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.title')}
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={found[at] ? `command-${found[at].id}` : undefined}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul role="listbox" id="palette-list" aria-label={t('palette.title')} className={classes['list']}>
        {found.map((command, index) => (
          <Option key={command.id} command={command} chosen={index === at} onRun={() => run(command)} />
        ))}
      </ul>
      {found.length === 0 && <p className={classes['none']}>{t('palette.none')}</p>}
    </div>
  )
}

function Option(props: { readonly command: Command; readonly chosen: boolean; readonly onRun: () => void }) {
  const { command, chosen, onRun } = props
  return (
    // The keyboard acts on the field that owns this list (aria-activedescendant).
    <li
      role="option"
      id={`command-${command.id}`}
      aria-selected={chosen}
      className={classes['option']}
      onClick={onRun}
    >
      <span className={classes['label']}>{command.label}</span>
      {command.hint !== undefined && <span className={`${classes['hint'] ?? ''} code`}>{command.hint}</span>}
      <span className={classes['hint']}>{command.group}</span>
    </li>
  )
}
