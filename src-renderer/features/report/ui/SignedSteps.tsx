import { Button } from '@mantine/core'
import { IconArrowBack, IconRefresh, IconSend } from '@tabler/icons-react'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError, Result } from '#domain/result.ts'
import { retryRefused } from '#renderer/db/refused.ts'
import { handIn } from '#renderer/features/report/commands/hand-in.ts'
import type { SignedVersion } from '#renderer/features/report/queries/use-signed-version.ts'
import { WithdrawDialog } from '#renderer/features/report/ui/WithdrawDialog.tsx'
import { trackSave } from '#renderer/ui/save-status.ts'

interface Props {
  readonly signed: SignedVersion
  readonly onFailure: (failure: AppError | null) => void
}

/** What may be done with a signed version: hand it in, and take it back until it has left this laptop. */
export function SignedSteps({ signed, onFailure }: Props): React.JSX.Element | null {
  const { t } = useTranslation('report')
  const [asked, setAsked] = useState(false)
  const { handedIn, inspection, report } = signed
  const run = async (act: Promise<Result<null>>): Promise<void> => {
    const done = await trackSave(act)
    onFailure(done.ok ? null : done.error)
  }
  if (handedIn?.state === 'sending') return null
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBack size={16} aria-hidden />}
        onClick={() => setAsked(true)}
      >
        {t('withdraw.open')}
      </Button>
      {handedIn?.state === 'refused' && (
        <Button
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={() => void run(retryRefused(handedIn.refused.mid))}
        >
          {t('hand-in.retry')}
        </Button>
      )}
      {handedIn === null && (
        <Button leftSection={<IconSend size={16} aria-hidden />} onClick={() => void run(handIn(report))}>
          {t('hand-in.act')}
        </Button>
      )}
      {asked && <WithdrawDialog inspection={inspection} report={report} onClose={() => setAsked(false)} />}
    </>
  )
}
