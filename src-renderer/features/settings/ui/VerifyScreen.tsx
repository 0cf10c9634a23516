import { Button, FileButton, Loader, Text } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError, Result } from '#domain/result.ts'
import { VerifyResult } from '#renderer/features/settings/ui/VerifyResult.tsx'
import classes from '#renderer/features/settings/ui/VerifyScreen.module.css'
import { bridge, type OutputOf } from '#renderer/platform/bridge.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx'

type Verified = { readonly name: string; readonly answer: Result<OutputOf<'pdf:verify'>> }

/** Any PDF: who signed what, whether it is intact, what was changed afterwards. Works offline. */
export function VerifyScreen(): React.JSX.Element {
  const { t } = useTranslation('settings')
  const [busy, setBusy] = useState(false)
  const [verified, setVerified] = useState<Verified | null>(null)
  const verify = async (file: File | null): Promise<void> => {
    if (file === null) return
    setBusy(true)
    setVerified({ name: file.name, answer: await verifyFile(file) })
    setBusy(false)
  }
  return (
    <section aria-labelledby="screen-title">
      <ScreenHeader title={t('verify.title')} />
      <div className={classes['body']}>
        <Text size="sm" maw="75ch">
          {t('verify.text')}
        </Text>
        <FileButton accept="application/pdf" onChange={(file) => void verify(file)}>
          {(props) => (
            <Button {...props} loading={busy} leftSection={<IconFileTypePdf size={16} aria-hidden />}>
              {t('verify.choose')}
            </Button>
          )}
        </FileButton>
        <div aria-live="polite">
          {busy && <Loader size="sm" aria-label={t('verify.busy')} />}
          {!busy && verified && <Answer {...verified} />}
        </div>
      </div>
    </section>
  )
}

function Answer({ name, answer }: Verified): React.JSX.Element {
  if (!answer.ok) return <ErrorNotice error={answer.error} />
  return <VerifyResult name={name} result={answer.value} />
}

async function verifyFile(file: File): Promise<Result<OutputOf<'pdf:verify'>>> {
  try {
    return await bridge.invoke('pdf:verify', { bytes: new Uint8Array(await file.arrayBuffer()) })
  } catch {
    // The file went away, or the system refuses to give it.
    const unreadable: AppError = { code: 'settings.file-unreadable' }
    return { ok: false, error: unreadable }
  }
}
