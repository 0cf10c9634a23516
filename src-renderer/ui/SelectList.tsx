import { useEffect, useRef } from 'react'
import type React from 'react'
import { pressed } from '#renderer/ui/keys.ts'
import { placeAfter } from '#renderer/ui/place-after.ts'
import classes from '#renderer/ui/SelectList.module.css'

export interface SelectItem {
  readonly id: string
  readonly content: React.ReactNode
  /** A tone of `base.css` for the stripe at the left edge; none when there is nothing to say. */
  readonly stripe?: string | undefined
}
export interface SelectGroup {
  readonly id: string
  readonly heading?: React.ReactNode
  readonly items: readonly SelectItem[]
}
interface Props {
  readonly label: string
  readonly groups: readonly SelectGroup[]
  readonly selected: string | null
  readonly onSelect: (id: string) => void
}

/** A list to choose one thing from: one stop of the Tab key, arrows inside, selection follows the focus. */
export function SelectList({ label, groups, selected, onSelect }: Props): React.JSX.Element {
  const list = useRef<HTMLDivElement>(null)
  const ids = groups.flatMap((group) => group.items.map((item) => item.id))
  const current = selected !== null && ids.includes(selected) ? selected : ids[0]
  const option = (id: string): HTMLElement | null | undefined =>
    list.current?.querySelector<HTMLElement>(`[data-option="${CSS.escape(id)}"]`)

  useEffect(() => {
    if (selected === null) return
    list.current
      ?.querySelector(`[data-option="${CSS.escape(selected)}"]`)
      ?.scrollIntoView({ block: 'nearest' })
  }, [selected])

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const asked = pressed('list', event)
    const move = asked?.act === 'move' ? asked : null
    const next = move
      ? ids[placeAfter(move.stroke, ids.indexOf(current ?? ''), { last: ids.length - 1 })]
      : undefined
    if (next === undefined) return
    event.preventDefault()
    onSelect(next)
    option(next)?.focus()
  }
  return (
    <div ref={list} role="listbox" aria-label={label} className={classes['list']} onKeyDown={onKeyDown}>
      {groups.map((group) => (
        <Group key={group.id} group={group}>
          {group.items.map((item) => (
            <div
              key={item.id}
              role="option"
              data-option={item.id}
              className={classes['option']}
              style={item.stripe ? { borderInlineStartColor: `var(--tone-${item.stripe})` } : undefined}
              aria-selected={item.id === selected}
              tabIndex={item.id === current ? 0 : -1}
              onClick={() => onSelect(item.id)}
              onKeyDown={(event) => pressed('list', event)?.act === 'open' && onSelect(item.id)}
            >
              {item.content}
            </div>
          ))}
        </Group>
      ))}
    </div>
  )
}

function Group({ group, children }: { readonly group: SelectGroup; readonly children: React.ReactNode }) {
  if (group.heading === undefined) return <>{children}</>
  return (
    <div role="group" aria-labelledby={`group-${group.id}`}>
      <div id={`group-${group.id}`} className={classes['heading']}>
        {group.heading}
      </div>
      {children}
    </div>
  )
}
