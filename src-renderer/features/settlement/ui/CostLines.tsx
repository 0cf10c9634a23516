import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Fragment } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { CostLine } from '#domain/settlement/settlement.ts'
import { openLine, trace, useSettlementLook } from '#renderer/features/settlement/state/settlement-view.ts'
import type { PartProps } from '#renderer/features/settlement/ui/part-props.ts'
import classes from '#renderer/features/settlement/ui/settlement.module.css'
import { SettledRows } from '#renderer/features/settlement/ui/SettledRows.tsx'

/** Declared, accepted and difference of each cost line; one at a time shows its rows. */
export function CostLines(part: PartProps): React.JSX.Element {
  const { file, settled } = part
  const { t } = useTranslation('settlement')
  const { line: opened } = useSettlementLook(file.inspectionId)
  return (
    <section aria-labelledby="settlement-lines">
      <h3 id="settlement-lines">{t('lines.title')}</h3>
      <table className={classes['table']} aria-labelledby="settlement-lines">
        <thead>
          <tr>
            <th scope="col">{t('lines.line')}</th>
            {(['lines.rows', 'total.declared', 'total.accepted', 'lines.difference'] as const).map((key) => (
              <th key={key} scope="col" data-figure>
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {settled.settlement.lines.map((line) => (
            <Fragment key={line.line}>
              <Line {...part} line={line} isOpen={opened === line.line} />
              {opened === line.line && (
                <tr>
                  <td colSpan={5} className={classes['within']}>
                    <SettledRows {...part} line={line} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
        <Sum {...part} />
      </table>
    </section>
  )
}

type LineProps = PartProps & { readonly line: CostLine; readonly isOpen: boolean }

function Line({ file, words, line, isOpen }: LineProps): React.JSX.Element {
  const { t } = useTranslation('settlement')
  const { inspectionId } = file
  const name = words.line(line.line)
  const Picture = isOpen ? IconChevronDown : IconChevronRight
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className={classes['opener']}
          aria-expanded={isOpen}
          aria-label={t('lines.open', { line: name })}
          onClick={() => openLine(inspectionId, isOpen ? null : line.line)}
        >
          <Picture size={16} aria-hidden /> {name}
        </button>
      </th>
      <td data-figure>{words.figure(line.rows.length)}</td>
      <td data-figure>{words.euros(line.declared)}</td>
      <td data-figure>{words.euros(line.accepted)}</td>
      <td data-figure>
        <button
          type="button"
          className={classes['figure']}
          aria-label={t('lines.trace', { what: `${name} ${words.less(line.rejected)}` })}
          onClick={() => trace(inspectionId, { kind: 'line', line: line.line })}
        >
          {words.less(line.rejected)}
        </button>
      </td>
    </tr>
  )
}

function Sum({ settled, words }: PartProps): React.JSX.Element {
  const { t } = useTranslation('settlement')
  const { lines } = settled.settlement
  const total = (amount: (line: CostLine) => number) => lines.reduce((sum, line) => sum + amount(line), 0)
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('lines.total')}</th>
        <td data-figure>{words.figure(total(({ rows }) => rows.length))}</td>
        <td data-figure>{words.euros(total(({ declared }) => declared))}</td>
        <td data-figure>{words.euros(total(({ accepted }) => accepted))}</td>
        <td data-figure>{words.less(total(({ rejected }) => rejected))}</td>
      </tr>
    </tfoot>
  )
}
