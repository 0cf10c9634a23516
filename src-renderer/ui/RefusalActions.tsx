import { Button } from '@mantine/core'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError, Result } from '#domain/result.ts'
import { discardRefused, retryRefused, type RefusedItem } from '#renderer/db/refused.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'

interface Props {
  readonly refused: RefusedItem
  readonly onRetried?: () => void
}

/** The two ways on from a refused change: it is sent once more, or let go. It never goes by itself. */
export function RefusalActions({ refused, onRetried }: Props): React.JSX.Element {
  const { t } = useTranslation('status')
  const [asked, setAsked] = useState(false)
  const [failure, setFailure] = useState<AppError | null>(null)
  const run = async (act: (mid: number) => Promise<Result<null>>): Promise<boolean> => {
    const done = await act(refused.mid)
    setFailure(done.ok ? null : done.error)
    return done.ok
  }
  const retry = async (): Promise<void> => {
    if (await run(retryRefused)) onRetried?.()
  }
  return (
    <>
      <Button.Group>
        <Button size="compact-sm" variant="default" onClick={() => void retry()}>
          {t('panel.retry')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>
          {t('panel.discard')}
        </Button>
      </Button.Group>
      {failure && <ErrorNotice error={failure} onClose={() => setFailure(null)} />}
      <ConfirmDialog
        opened={asked}
        title={t('panel.discard-title')}
        text={t('panel.discard-text')}
        confirm={t('panel.discard')}
        onClose={() => setAsked(false)}
        onConfirm={() => void run(discardRefused)}
      />
    </>
  )
}
