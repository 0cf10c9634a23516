import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleDashed, IconInfoCircle, type Icon } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Gap, Place } from '#domain/inspection/completeness.ts'
import { fieldWord } from '#renderer/features/report/field-word.ts'
import classes from '#renderer/features/report/ui/Report.module.css'

interface Props {
  readonly gaps: readonly Gap[]
  readonly onJump: (place: Place) => void
}

const WEIGHTS: readonly (readonly [Gap['weight'], Icon])[] = [
  ['missing', IconCircleDashed],
  ['incoherent', IconAlertTriangle],
  ['advice', IconInfoCircle],
]

/** What is still to be done, by weight; each leads to its place. Gaps of one kind stand in one line. */
export function GapList({ gaps, onJump }: Props): React.JSX.Element {
  const { t } = useTranslation('report')
  const shown = WEIGHTS.map(([weight, icon]) => ({
    weight,
    icon,
    of: gaps.filter((gap) => gap.weight === weight),
  }))
  return (
    <>
      {shown
        .filter(({ of }) => of.length > 0)
        .map(({ weight, icon: Picture, of }) => (
          <section key={weight} className={classes['gaps']} data-weight={weight}>
            <h3>
              <Picture size={16} aria-hidden /> {t(`weight.${weight}`, { count: of.length })}
            </h3>
            <ul>
              {[...Map.groupBy(of, (gap) => gap.code)].map(([code, same]) => (
                <GapLine key={code} code={code} gaps={same} onJump={onJump} />
              ))}
            </ul>
          </section>
        ))}
    </>
  )
}

function GapLine({ code, gaps, onJump }: Props & { readonly code: string }): React.JSX.Element {
  const { t } = useTranslation('report')
  const text = t(`gap.${code}`)
  const [first] = gaps
  const nameOf = ({ label, sign, place }: Gap): string =>
    sign === undefined ? label : [label, fieldWord(t, place.field), sign].filter(Boolean).join(' · ')
  if (first && nameOf(first) === '') {
    return (
      <li>
        <UnstyledButton className={classes['jump'] ?? ''} onClick={() => onJump(first.place)}>
          {text}
        </UnstyledButton>
      </li>
    )
  }
  return (
    <li>
      <span>{text}</span>
      <span className={classes['labels']}>
        {gaps.map((gap) => (
          <UnstyledButton
            key={nameOf(gap)}
            className={`${gap.sign === undefined ? 'code ' : ''}${classes['jump'] ?? ''}`}
            aria-label={`${nameOf(gap)} : ${text}`}
            onClick={() => onJump(gap.place)}
          >
            {nameOf(gap)}
          </UnstyledButton>
        ))}
      </span>
    </li>
  )
}
