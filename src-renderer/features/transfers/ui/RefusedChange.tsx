import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError, Result } from '#domain/result.ts'
import { discardRefused, retryRefused, type RefusedItem } from '#renderer/db/outbox.ts'
import { getRecord } from '#renderer/db/records.ts'
import { describeRefused } from '#renderer/features/transfers/describe-refused.ts'
import classes from '#renderer/features/transfers/ui/TransfersScreen.module.css'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { formatMoment } from '#renderer/ui/format.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly refused: RefusedItem
  readonly onRetried: () => void
}

/** A change the central store refused: why, and the two ways on. It never goes by itself. */
export function RefusedChange({ refused, onRetried }: Props): React.JSX.Element {
  const { t } = useTranslation('status')
  const words = useErrorText()
  const language = useLanguage()
  const record = useLiveQuery(() => getRecord(refused.kind, refused.rec), [refused.kind, refused.rec])
  const { label, words: quote } = describeRefused(refused, record)
  const [asked, setAsked] = useState(false)
  const [failure, setFailure] = useState<AppError | null>(null)
  const run = async (act: (mid: number) => Promise<Result<null>>): Promise<boolean> => {
    const done = await act(refused.mid)
    setFailure(done.ok ? null : done.error)
    return done.ok
  }
  const retry = async (): Promise<void> => {
    if (await run(retryRefused)) onRetried()
  }
  return (
    <li className={classes['refusal']}>
      <div className={classes['why']}>
        <strong>{t(`kind.${refused.kind}`)}</strong> <span className="code">{label}</span>
        {' · '}
        <span className="tabular">
          {t('panel.refused-at', { time: formatMoment(refused.refusedAt, language) })}
        </span>
        {quote !== '' && (
          <>
            <br />
            <q>{quote}</q>
          </>
        )}
        <br />
        {words({ code: refused.reason, details: { missing: refused.missing.length } })}
      </div>
      <div className={classes['actions']}>
        <Button size="compact-sm" variant="default" onClick={() => void retry()}>
          {t('panel.retry')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>
          {t('panel.discard')}
        </Button>
      </div>
      {failure && <ErrorNotice error={failure} />}
      <DiscardDialog
        opened={asked}
        onClose={() => setAsked(false)}
        onConfirm={() => void run(discardRefused)}
      />
    </li>
  )
}

function DiscardDialog(props: {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
}): React.JSX.Element {
  const { t } = useTranslation(['status', 'common'])
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('panel.discard-title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('panel.discard-text')}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose} data-autofocus>
            {t('common:cancel')}
          </Button>
          <Button color="red" onClick={props.onConfirm}>
            {t('panel.discard')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
