import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Convention } from '#domain/convention/convention.ts'
import classes from '#renderer/features/convention/ui/convention.module.css'
import { FactTable } from '#renderer/features/convention/ui/FactTable.tsx'
import { Facts } from '#renderer/features/convention/ui/Facts.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly convention: Pick<Convention, 'governanceBody' | 'steeringCommittee'>
  readonly language: 'fr' | 'nl'
}

/** Who steers the measure and who follows the convention; the meetings with their minutes. */
export function Governance({ convention, language }: Props): React.JSX.Element {
  const { t } = useTranslation('convention')
  const { governanceBody: body, steeringCommittee: committee } = convention
  return (
    <>
      <h3 className={classes['subheading']}>{t('governance.title')}</h3>
      <Facts
        facts={[
          [t('governance.body'), inText(body.name, language)],
          [t('governance.mission'), inText(body.mission, language)],
          [t('governance.perYear'), committee.meetingsPerYear],
        ]}
      />
      <Members caption={t('governance.bodyMembers')} members={body.members} />
      <Members caption={t('governance.committeeMembers')} members={committee.members} />
      <Meetings meetings={committee.meetings} language={language} />
    </>
  )
}

const inText = (text: Props['convention']['governanceBody']['name'], language: 'fr' | 'nl') =>
  text[language] === '' ? '' : <span lang={language}>{text[language]}</span>

type Members = Convention['governanceBody']['members']

function Members({ caption, members }: { readonly caption: string; readonly members: Members }) {
  const { t } = useTranslation('convention')
  if (members.length === 0) return null
  const columns = (['role', 'organisation', 'name'] as const).filter((name) =>
    members.some((member) => member[name] !== ''),
  )
  return (
    <FactTable
      caption={caption}
      columns={columns.map((name) => ({ label: t(`governance.${name}`) }))}
      rows={members.map((member) => columns.map((name) => member[name] || '–'))}
    />
  )
}

type Meetings = Convention['steeringCommittee']['meetings']

function Meetings({ meetings, language }: { readonly meetings: Meetings; readonly language: 'fr' | 'nl' }) {
  const { t } = useTranslation('convention')
  const screen = useLanguage()
  if (meetings.length === 0) return <p className={classes['quiet']}>{t('governance.noMeeting')}</p>
  return (
    <FactTable
      caption={t('governance.meetings')}
      columns={['date', 'minutes', 'decisions'].map((name) => ({ label: t(`governance.${name}`) }))}
      rows={meetings.map(({ date, minutesReference, decisions }) => [
        formatDate(date, screen),
        minutesReference ?? <span className={classes['missing']}>{t('governance.noMinutes')}</span>,
        <span key="decisions" lang={language}>
          {decisions[language]}
        </span>,
      ])}
    />
  )
}
