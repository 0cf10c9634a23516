import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { useMergedRef } from '@mantine/hooks'
import { IconCalendar } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { IsoDay } from '#domain/dates.ts'
import { readDay, writeDay, type DayRange } from '#domain/typed-date.ts'
import { today } from '#renderer/db/numbers/today.ts'
import { ariaKeys, KEYS, pressed } from '#renderer/ui/keys.ts'

type Own = 'value' | 'onChange' | 'rightSection' | 'type'

export interface DayInputProps extends Omit<TextInputProps, Own> {
  /** As it is typed. */
  readonly text: string
  readonly onText: (text: string) => void
  /** A day was chosen in the calendar, or Enter pressed: what the field holds is meant. */
  readonly onTake?: ((text: string) => void) | undefined
  readonly range: DayRange
  /** It stands in a dropdown itself: then the calendar opens inside, or a click in it would close both. */
  readonly inDropdown?: boolean | undefined
}

/**
 * A day that is typed, in any form people write one in, or chosen in a calendar: its button by mouse, the down arrow by
 * keyboard. What the text means is for the caller (`readDay`).
 */
export function DayInput(props: DayInputProps): React.JSX.Element {
  const { text, onText, onTake, range, inDropdown = false, ref, ...rest } = props
  const { t } = useTranslation('typed')
  const [opened, setOpened] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const merged = useMergedRef(input, ref)
  const choose = (day: IsoDay | null): void => {
    setOpened(false)
    onText(writeDay(day))
    onTake?.(writeDay(day))
    input.current?.focus()
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (pressed('field', event)) onTake?.(text)
    if (rest.readOnly || !pressed('date', event)) return
    event.preventDefault()
    setOpened(true)
  }
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      // Roles of its own would take the field's id away.
      withRoles={false}
      trapFocus
      returnFocus
      withinPortal={!inDropdown}
      position="bottom-start"
    >
      <Popover.Target>
        <TextInput
          placeholder={t('date-format')}
          autoComplete="off"
          inputMode="numeric"
          aria-keyshortcuts={ariaKeys(KEYS.date.calendar)}
          rightSection={
            !rest.readOnly && <CalendarButton opened={opened} onClick={() => setOpened((now) => !now)} />
          }
          {...rest}
          ref={merged}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('calendar')}>
        <Calendar text={text} range={range} onChoose={choose} />
      </Popover.Dropdown>
    </Popover>
  )
}

interface ButtonProps {
  readonly opened: boolean
  readonly onClick: () => void
}

function CalendarButton({ opened, onClick }: ButtonProps): React.JSX.Element {
  const { t } = useTranslation('typed')
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={t('calendar')}
      aria-haspopup="dialog"
      aria-expanded={opened}
      onClick={onClick}
    >
      <IconCalendar size={18} aria-hidden />
    </ActionIcon>
  )
}

interface CalendarProps extends Pick<DayInputProps, 'text' | 'range'> {
  readonly onChoose: (day: IsoDay | null) => void
}

/** Opens at the day that is typed, else at today or at the end of a range before it. Red is kept for what fails. */
function Calendar({ text, range, onChoose }: CalendarProps): React.JSX.Element {
  const read = readDay(text, range)
  const day = read.ok ? read.value : null
  return (
    <DatePicker
      value={day}
      defaultDate={day ?? (today() < range.to ? today() : range.to)}
      weekendDays={[]}
      minDate={range.from}
      maxDate={range.to}
      onChange={onChoose}
    />
  )
}
