import type React from 'react'
import classes from '#renderer/features/convention/ui/convention.module.css'

interface Column {
  readonly label: React.ReactNode
  /** Tells columns apart; the label when that is a text. */
  readonly key?: string
  readonly figure?: boolean
}

interface Props {
  readonly caption: string
  /** The heading above already says it: the caption is for screen readers only. */
  readonly hideCaption?: boolean
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly React.ReactNode[])[]
}

/** A small table of agreed facts under its caption; figures stand at the right. */
export function FactTable({ caption, hideCaption, columns, rows }: Props): React.JSX.Element {
  return (
    <div className={classes['tableFrame']} tabIndex={0} role="group" aria-label={caption}>
      <table className={classes['table']}>
        <caption className={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, figure, key }, at) => (
              <th key={key ?? (typeof label === 'string' ? label : at)} scope="col" data-figure={figure}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, at) => (
            <tr key={at}>
              {cells.map((cell, column) => (
                <td key={column} data-figure={columns[column]?.figure}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
