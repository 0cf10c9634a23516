import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconListSearch } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { numberFormat } from '#domain/i18n/number-format.ts'
import { compareIndicator, type Counted, type Recount } from '#domain/listing/indicators.ts'
import type { ProfileFigures } from '#renderer/features/profile/queries/open-profile.ts'
import classes from '#renderer/features/profile/ui/profile.module.css'
import type { ShowRows } from '#renderer/features/profile/ui/show-rows.ts'
import { Chip } from '#renderer/ui/Chip.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props extends Pick<ProfileFigures, 'recounts' | 'period' | 'language'> {
  readonly onShowRows: ShowRows
}

const COLUMNS = ['target', 'threshold', 'declared', 'counted', 'difference'] as const

/** The indicators counted again from the rows, beside what was agreed and what the partner declares. */
export function IndicatorRecount({ recounts, period, language, onShowRows }: Props): React.JSX.Element {
  const { t } = useTranslation('profile')
  const screen = useLanguage()
  const values = { start: formatDate(period.start, screen), end: formatDate(period.end, screen) }
  return (
    <section aria-labelledby="recount-title" className={classes['section']}>
      <h2 id="recount-title">{t('recount.title')}</h2>
      <p className={classes['quiet']}>{t('recount.period', values)}</p>
      {recounts.length === 0 ? (
        <p>{t('recount.none')}</p>
      ) : (
        <div className={classes['scroll']} tabIndex={0} role="group" aria-labelledby="recount-title">
          <table className={classes['recount']}>
            <thead>
              <tr>
                <th scope="col">{t('recount.indicator')}</th>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" data-figure>
                    {t(`recount.${column}`)}
                  </th>
                ))}
                <th scope="col">{t('recount.how')}</th>
              </tr>
            </thead>
            <tbody>
              {recounts.map((recount) => (
                <Line
                  key={recount.indicator.code}
                  recount={recount}
                  language={language}
                  onShowRows={onShowRows}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

interface LineProps extends Pick<Props, 'language' | 'onShowRows'> {
  readonly recount: Recount
}

function Line({ recount, language, onShowRows }: LineProps) {
  const { indicator, counted } = recount
  const { t } = useTranslation('profile')
  const { figure, signed } = useFigures()
  const { target, threshold, declared } = indicator
  const compared = counted && compareIndicator(indicator, counted.value)
  return (
    <tr>
      <th scope="row">
        <span lang={language}>{indicator.label[language]}</span>
        <span className={classes['code']}>
          {indicator.code} · {indicator.unit}
        </span>
      </th>
      <td data-figure>{figure(target)}</td>
      <td data-figure>{figure(threshold)}</td>
      <td data-figure>{declared === null ? t('recount.undeclared') : figure(declared)}</td>
      <td data-figure>
        <b>{counted ? figure(counted.value) : '–'}</b>
        {compared && <Reached below={compared.belowThreshold} ofTarget={compared.ofTarget} />}
      </td>
      <td data-figure>{compared?.difference === null || !compared ? '–' : signed(compared.difference)}</td>
      <td>
        <HowCounted recount={recount} language={language} onShowRows={onShowRows} />
      </td>
    </tr>
  )
}

/** Whether the threshold is reached: an icon, a word, and the part of the target. */
function Reached({ below, ofTarget }: { readonly below: boolean; readonly ofTarget: number | null }) {
  const { t } = useTranslation('profile')
  const { percent } = useFigures()
  return (
    <span className={classes['reached']}>
      <Chip plain tone={below ? 'orange' : 'green'} icon={below ? IconAlertTriangle : IconCircleCheck}>
        {t(below ? 'recount.below' : 'recount.reached')}
      </Chip>
      {ofTarget !== null && <span>{t('recount.ofTarget', { part: percent(ofTarget) })}</span>}
    </span>
  )
}

function HowCounted({ recount, language, onShowRows }: LineProps) {
  const { indicator, counted, obstacle } = recount
  const { t } = useTranslation('profile')
  if (counted) return <Method counted={counted} name={indicator.label[language]} onShowRows={onShowRows} />
  const listing = obstacle?.why === 'listing-missing' ? t(`common:listing.${obstacle.listing}`) : ''
  return (
    <>
      <b>{t('recount.not')}</b> {obstacle && t(`obstacle.${obstacle.why}`, { listing, unit: indicator.unit })}
    </>
  )
}

interface MethodProps extends Pick<Props, 'onShowRows'> {
  readonly counted: Counted
  readonly name: string
}

function Method({ counted, name, onShowRows }: MethodProps) {
  const { t } = useTranslation('profile')
  const { figure } = useFigures()
  const { method, doubtful, listing, rows } = counted
  return (
    <>
      {t(`method.${method}`)} {doubtful > 0 && <b>{t('recount.doubtful', { figure: figure(doubtful) })}</b>}
      {rows.length > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconListSearch size={14} aria-hidden />}
          onClick={() => onShowRows({ listing, name, rows })}
        >
          {t('recount.rows', { count: rows.length, figure: figure(rows.length) })}
          <span className="visually-hidden"> {name}</span>
        </Button>
      )}
    </>
  )
}

/** Figures in Belgian form: plain, with their sign, as a part. */
function useFigures() {
  const language = useLanguage()
  const plain = numberFormat(language, { maximumFractionDigits: 2 })
  const withSign = numberFormat(language, { maximumFractionDigits: 2, signDisplay: 'exceptZero' })
  const part = numberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  return {
    figure: (value: number) => plain.format(value),
    signed: (value: number) => withSign.format(value),
    percent: (value: number) => part.format(value),
  }
}
