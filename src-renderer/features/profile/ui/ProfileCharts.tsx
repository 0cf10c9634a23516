import { Button, CloseButton, Group } from '@mantine/core'
import { IconListSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { barsOf, DIMENSIONS, rowsChosen, type Choice, type Profile } from '#domain/listing/profile.ts'
import { traitName } from '#renderer/features/profile/trait-name.ts'
import { BarChart } from '#renderer/features/profile/ui/BarChart.tsx'
import classes from '#renderer/features/profile/ui/profile.module.css'
import type { ShowRows } from '#renderer/features/profile/ui/show-rows.ts'
import { formatCount } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly profile: Profile
  readonly onShowRows: ShowRows
}

/** Who the participants are at entry, in six charts; what is chosen in one narrows the others. */
export function ProfileCharts({ profile, onShowRows }: Props): React.JSX.Element {
  const { t } = useTranslation('profile')
  const language = useLanguage()
  const [choice, setChoice] = useState<Choice>({})
  const rows = useMemo(() => rowsChosen(profile, choice), [profile, choice])
  const values = {
    count: rows.length,
    figure: formatCount(rows.length, language),
    persons: formatCount(profile.persons, language),
  }
  const chosen = DIMENSIONS.flatMap((dimension) => {
    const name = choice[dimension]
    return name === undefined ? [] : [{ dimension, name: traitName(dimension, name, t, language) }]
  })
  return (
    <section aria-labelledby="profile-title" className={classes['section']}>
      <h2 id="profile-title">{t('title')}</h2>
      <Group gap={12} className={classes['line'] ?? ''}>
        <span role="status">{t(chosen.length === 0 ? 'all' : 'chosen', values)}</span>
        {chosen.map(({ dimension, name }) => (
          <span key={dimension} className={classes['choice']}>
            {t('choice', { dimension: t(`dimension.${dimension}`), name })}
            <CloseButton
              size="xs"
              aria-label={t('remove', { name })}
              onClick={() => setChoice(without(choice, dimension))}
            />
          </span>
        ))}
        {chosen.length > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconListSearch size={16} aria-hidden />}
            disabled={rows.length === 0}
            onClick={() =>
              onShowRows({ listing: 'participants', name: chosen.map(({ name }) => name).join(' · '), rows })
            }
          >
            {t('showRows', values)}
          </Button>
        )}
      </Group>
      <div className={classes['charts']}>
        {DIMENSIONS.map((dimension) => (
          <div key={dimension} className={classes['box']}>
            <BarChart
              dimension={dimension}
              bars={barsOf(profile, dimension, choice)}
              chosen={choice[dimension]}
              onChoose={(name) =>
                setChoice(name === undefined ? without(choice, dimension) : { ...choice, [dimension]: name })
              }
            />
          </div>
        ))}
      </div>
    </section>
  )
}

const without = (choice: Choice, dimension: keyof Choice): Choice =>
  Object.fromEntries(Object.entries(choice).filter(([name]) => name !== dimension))
