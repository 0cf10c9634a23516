import { Button, Progress, Text, Title } from '@mantine/core'
import { IconEqual } from '@tabler/icons-react'
import type React from 'react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDifference, type RunningComparison } from '#renderer/features/versions/queries/use-difference.ts'
import { useVersions } from '#renderer/features/versions/queries/use-versions.ts'
import { DecisionBar, type Decision } from '#renderer/features/versions/ui/DecisionBar.tsx'
import { DifferenceDetail } from '#renderer/features/versions/ui/DifferenceDetail.tsx'
import { VersionFacts } from '#renderer/features/versions/ui/VersionFacts.tsx'
import classes from '#renderer/features/versions/ui/difference.module.css'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'

interface Props {
  readonly inspectionId: string
  readonly versionId: string
  /** Nothing may be decided: the report is signed, or another laptop writes. */
  readonly readOnly?: boolean
  readonly onDecided: (decision: Decision) => void
}

/** What a version would change in the one in work, and the choice to take it. Nothing changes before the choice. */
export function DifferenceScreen({ inspectionId, versionId, readOnly, onDecided }: Props): React.JSX.Element {
  const { t } = useTranslation('version')
  const running = useDifference(inspectionId, versionId)
  const versions = useVersions(inspectionId)
  const version = versions?.find(({ id }) => id === versionId)
  const inWork = versions?.find(({ state }) => state === 'in-work')
  const heading = useRef<HTMLHeadingElement>(null)
  // It takes the place of what had the focus.
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className={classes['screen']} aria-labelledby="difference-title">
      <Title order={2} size="h2" id="difference-title" tabIndex={-1} ref={heading}>
        {t('difference.title', { no: version?.no ?? '', inWork: inWork?.no ?? '' })}
      </Title>
      {version && <VersionFacts version={version} />}
      <div className={classes['body']}>
        <Result inspectionId={inspectionId} running={running} />
      </div>
      {version && !readOnly && (
        <DecisionBar
          inspectionId={inspectionId}
          version={version}
          ready={running.comparison.state === 'found'}
          onDecided={onDecided}
        />
      )}
    </section>
  )
}

interface ResultProps {
  readonly inspectionId: string
  readonly running: RunningComparison
}

function Result({ inspectionId, running }: ResultProps): React.JSX.Element {
  const { t } = useTranslation('version')
  const { comparison, cancel, restart } = running
  switch (comparison.state) {
    case 'computing':
      return <Computing done={comparison.done} of={comparison.of} onCancel={cancel} />
    case 'cancelled':
      return (
        <EmptyState icon={IconEqual} title={t('difference.cancelled')} text={t('difference.cancelled-text')}>
          <Button variant="default" onClick={restart}>
            {t('difference.restart')}
          </Button>
        </EmptyState>
      )
    case 'failed':
      return <ErrorNotice error={comparison.error} onRetry={restart} />
    case 'found':
      return <DifferenceDetail inspectionId={inspectionId} difference={comparison.difference} />
  }
}

function Computing(props: { readonly done: number; readonly of: number; readonly onCancel: () => void }) {
  const { t } = useTranslation(['version', 'common'])
  const { done, of, onCancel } = props
  const label = t('difference.computing')
  return (
    <div className={classes['computing']} role="status">
      <Text size="sm">{label}</Text>
      <Progress value={of === 0 ? 0 : (done / of) * 100} aria-label={label} />
      <Button variant="default" size="compact-sm" onClick={onCancel}>
        {t('common:cancel')}
      </Button>
    </div>
  )
}
