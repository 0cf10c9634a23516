import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { TracedCut } from '#domain/settlement/trace.ts'
import {
  trace,
  useSettlementLook,
  type Subject,
} from '#renderer/features/settlement/state/settlement-view.ts'
import { cutsOf, overlapsOf } from '#renderer/features/settlement/subject-cuts.ts'
import type { PartProps } from '#renderer/features/settlement/ui/part-props.ts'
import classes from '#renderer/features/settlement/ui/settlement.module.css'
import panel from '#renderer/features/settlement/ui/trace.module.css'

interface Props extends PartProps {
  readonly onOpenFinding: (findingId: string) => void
  readonly onShowRow: (row: string) => void
}

/** Cuts drawn at once. */
const MOST_SHOWN = 200

/** Where an amount comes from: cost line, row, cause and findings, and from a finding back to all it changed. */
export function TracePanel(props: Props): React.JSX.Element {
  const { file, words } = props
  const { t } = useTranslation('settlement')
  const { subject } = useSettlementLook(file.inspectionId)
  return (
    <aside className={panel['trace']} aria-label={t('trace.title')} tabIndex={0}>
      <div className={panel['traceHead']}>
        <h3>{subject ? titleOf(subject, words, t) : t('trace.title')}</h3>
        {subject && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('trace.close')}
            onClick={() => trace(file.inspectionId, null)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {subject ? (
        <Subject {...props} subject={subject} />
      ) : (
        <p className={classes['quiet']}>{t('trace.hint')}</p>
      )}
    </aside>
  )
}

function titleOf(
  subject: Subject,
  words: PartProps['words'],
  t: ReturnType<typeof useTranslation>['t'],
): string {
  if (subject.kind === 'line') return words.line(subject.line)
  if (subject.kind === 'row') return t('trace.row', { row: subject.row })
  if (subject.kind === 'finding') return t('trace.finding', { finding: words.finding(subject.findingId) })
  return t(`trace.${subject.kind}`)
}

function Subject({ subject, ...props }: Props & { readonly subject: Subject }): React.JSX.Element {
  const { settled, words, file } = props
  const { t } = useTranslation('settlement')
  const cuts = cutsOf(settled.settlement, subject)
  const amount = words.euros(cuts.reduce((sum, cut) => sum + cut.amount, 0))
  return (
    <>
      {subject.kind === 'row' && <RowFacts {...props} line={subject.line} row={subject.row} />}
      {subject.kind === 'finding' && (
        <p>
          <button
            type="button"
            className={classes['link']}
            onClick={() => props.onOpenFinding(subject.findingId)}
          >
            {t('trace.open-finding', { finding: words.finding(subject.findingId) })}
          </button>
          <br />
          {file.findings.find(({ id }) => id === subject.findingId)?.title}
        </p>
      )}
      <p className={classes['quiet']}>
        {cuts.length > 0
          ? t('trace.cuts', { count: cuts.length, amount })
          : t(subject.kind === 'finding' ? 'trace.nothing-finding' : 'trace.nothing')}
      </p>
      <ol className={panel['cuts']}>
        {cuts.slice(0, MOST_SHOWN).map((cut, at) => (
          <Cut key={at} {...props} cut={cut} />
        ))}
      </ol>
      {cuts.length > MOST_SHOWN && (
        <p className={classes['quiet']}>{t('trace.first', { count: MOST_SHOWN })}</p>
      )}
      <LeftOut {...props} subject={subject} />
    </>
  )
}

/** What was not taken here, because another cause took it. */
function LeftOut({ settled, words, subject }: Props & { readonly subject: Subject }) {
  const { t } = useTranslation('settlement')
  const overlaps = overlapsOf(settled.settlement, subject)
  if (overlaps.length === 0) return null
  return (
    <>
      <h4>{t('trace.left-out')}</h4>
      <ul className={panel['cuts']}>
        {overlaps.slice(0, MOST_SHOWN).map(({ row, cause, amount, findings, taken }, at) => (
          <li key={at}>
            <span className={panel['cutHead']}>
              <span>{words.cause(cause)}</span>
              <span className="tabular">{words.euros(amount)}</span>
            </span>
            <span className={panel['way']}>
              {row}
              {findings.map((findingId) => (
                <span key={findingId}>{words.finding(findingId)}</span>
              ))}
              <span>
                {taken.length === 0
                  ? t('left-out.nothing')
                  : `${t('left-out.taken')} ${taken.map(words.cause).join(', ')}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

interface RowFactsProps extends Props {
  readonly line: string
  readonly row: string
}

/** What was declared and accepted of one row, its line, and the way to it in the listing. */
function RowFacts({ file, settled, words, onShowRow, line, row }: RowFactsProps): React.JSX.Element {
  const { t } = useTranslation('settlement')
  const rows = settled.settlement.lines.find((one) => one.line === line)?.rows
  const found = rows?.find((one) => one.row === row)
  return (
    <>
      <p>
        <button
          type="button"
          className={classes['link']}
          aria-label={t('trace.of-line', { line: words.line(line) })}
          onClick={() => trace(file.inspectionId, { kind: 'line', line })}
        >
          {words.line(line)}
        </button>
      </p>
      {found && (
        <dl className={panel['facts']}>
          <dt>{t('total.declared')}</dt>
          <dd>{words.euros(found.declared)}</dd>
          <dt>{t('total.accepted')}</dt>
          <dd>{words.euros(found.accepted)}</dd>
        </dl>
      )}
      {settled.places.has(row) && (
        <p>
          <button type="button" className={classes['link']} onClick={() => onShowRow(row)}>
            {t('trace.show-row', { row })}
          </button>
        </p>
      )}
    </>
  )
}

function Cut({ file, words, cut }: Props & { readonly cut: TracedCut }): React.JSX.Element {
  const { t } = useTranslation('settlement')
  const { line, row, cause, amount, findings } = cut
  const link = (text: string, label: string, subject: Subject) => (
    <button
      key={text}
      type="button"
      className={classes['link']}
      aria-label={label}
      onClick={() => trace(file.inspectionId, subject)}
    >
      {text}
    </button>
  )
  return (
    <li>
      <span className={panel['cutHead']}>
        <b>{words.cause(cause)}</b>
        <span className="tabular">{words.less(amount)}</span>
      </span>
      <span className={panel['way']}>
        {words.line(line)}
        {row !== null && line !== null && link(row, t('trace.of-row', { row }), { kind: 'row', line, row })}
        {findings.map((findingId) => {
          const finding = words.finding(findingId)
          return link(finding, t('trace.of-finding', { finding }), { kind: 'finding', findingId })
        })}
      </span>
    </li>
  )
}
