import { IconAlertTriangle } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { settlementId } from '#domain/settlement/inspection-settlement.ts'
import { trace } from '#renderer/features/settlement/state/settlement-view.ts'
import { Adjustments } from '#renderer/features/settlement/ui/Adjustments.tsx'
import { CostLines } from '#renderer/features/settlement/ui/CostLines.tsx'
import { LeftOut } from '#renderer/features/settlement/ui/LeftOut.tsx'
import type { PartProps } from '#renderer/features/settlement/ui/part-props.ts'
import classes from '#renderer/features/settlement/ui/settlement.module.css'
import { RefusedRecord, useRecordChange, WaitingChip } from '#renderer/ui/RecordTransfer.tsx'
import { useErrorText } from '#renderer/ui/useErrorText.ts'

/** The numbers: the proposed amount, what must be checked, cost lines, reductions of the whole, and what was left out. */
export function SettlementSheet({ actions, ...part }: PartProps & { readonly actions: React.ReactNode }) {
  const { t } = useTranslation('settlement')
  const { file, words, settled } = part
  const change = useRecordChange('settlement', settlementId(file.inspectionId))
  const { controlPeriod, financing } = file.convention
  const period = { start: words.day(controlPeriod.start), end: words.day(controlPeriod.end) }
  return (
    <>
      <header className={classes['head']}>
        <div>
          <h2>
            {t('title')} <WaitingChip change={change} />
          </h2>
          <p className={classes['quiet']}>
            {t('about', { mode: t(`mode.${financing.mode}`), ...period })}
            {file.decision && ` · ${t('settled-on', { day: words.day(file.decision.settledOn) })}`}
          </p>
        </div>
        {actions}
      </header>
      <RefusedRecord change={change} />
      <Totals {...part} />
      {settled.notices.length > 0 && <Notices {...part} />}
      <CostLines {...part} />
      <Adjustments {...part} />
      <LeftOut {...part} />
    </>
  )
}

/** Declared − refused = accepted; accepted − paid = balance or recovery. */
function Totals({ file, settled, words }: PartProps): React.JSX.Element {
  const { t } = useTranslation('settlement')
  const { declared, rejected, accepted, advances, balance, recovery } = settled.settlement
  const end = recovery > 0 ? (['recovery', recovery] as const) : (['balance', balance] as const)
  const figures = [
    ['declared', declared],
    ['rejected', rejected],
    ['accepted', accepted],
    ['advances', advances],
    end,
  ] as const
  return (
    <section aria-label={t('total.title')}>
      <dl className={classes['totals']} aria-live="polite">
        {figures.map(([name, cents]) => (
          <div key={name} data-total={name}>
            <dt>{t(`total.${name}`)}</dt>
            <dd>
              {name === 'rejected' && cents > 0 ? (
                <button
                  type="button"
                  className={classes['figure']}
                  aria-label={t('lines.trace', { what: `${t('total.rejected')} ${words.euros(cents)}` })}
                  onClick={() => trace(file.inspectionId, { kind: 'all' })}
                >
                  {words.euros(cents)}
                </button>
              ) : (
                words.euros(cents)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Notices({ settled }: PartProps): React.JSX.Element {
  const { t } = useTranslation('settlement')
  const say = useErrorText()
  return (
    <section className={classes['notices']} aria-labelledby="settlement-notices">
      <h3 id="settlement-notices">
        <IconAlertTriangle size={16} aria-hidden /> {t('notices')}
      </h3>
      <ul>
        {settled.notices.map((notice) => (
          <li key={JSON.stringify(notice)}>{say(notice)}</li>
        ))}
      </ul>
    </section>
  )
}
