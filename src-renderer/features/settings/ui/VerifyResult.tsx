import { Text } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleDashed,
  IconFileBroken,
  IconShieldCheck,
  type Icon,
} from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import classes from '#renderer/features/settings/ui/VerifyScreen.module.css'
import type { OutputOf } from '#renderer/platform/bridge.ts'
import { Chip, type Tone } from '#renderer/ui/Chip.tsx'
import { formatMoment } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

type Verification = OutputOf<'pdf:verify'>
type Signature = Verification['signatures'][number]

const VERDICTS: Record<Verification['verdict'], readonly [Tone, Icon]> = {
  INTACT: ['green', IconShieldCheck],
  ALTERED: ['red', IconAlertTriangle],
  UNSIGNED: ['neutral', IconCircleDashed],
  UNREADABLE: ['red', IconFileBroken],
}

/** The verdict first, then each signature with who, when, and what was changed after it. */
export function VerifyResult({ name, result }: { readonly name: string; readonly result: Verification }) {
  const { t } = useTranslation('settings')
  const [tone, icon] = VERDICTS[result.verdict]
  return (
    <div className={classes['result']}>
      <div className={classes['verdict']}>
        <Chip tone={tone} icon={icon}>
          {t(`verify.verdict.${result.verdict}`)}
        </Chip>
        <Text fw={600}>{name}</Text>
      </div>
      <Text size="sm" mt={4}>
        {t(`verify.meaning.${result.verdict}`)}
      </Text>
      <ol className={classes['signatures']}>
        {result.signatures.map((signature) => (
          <SignatureFacts key={signature.field} signature={signature} />
        ))}
      </ol>
    </div>
  )
}

function SignatureFacts({ signature }: { readonly signature: Signature }): React.JSX.Element {
  const { t } = useTranslation(['settings', 'verify'])
  const language = useLanguage()
  const yesNo = (yes: boolean): string => t(yes ? 'verify.yes' : 'verify.no')
  const time = Number.isNaN(Date.parse(signature.claimedTime))
    ? signature.claimedTime
    : formatMoment(signature.claimedTime, language)
  const facts: [string, string][] = [
    [t('verify.issuer'), signature.issuer],
    [t('verify.time'), time],
    [t('verify.intact'), yesNo(signature.intact)],
    [t('verify.trusted'), yesNo(signature.trusted)],
    [t('verify.whole'), yesNo(signature.coversWholeFile)],
  ]
  return (
    <li>
      <strong>{signature.signer}</strong>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <Points name={t('verify.problems')} points={signature.problems.map((code) => t(`verify:${code}`))} />
        <Points name={t('verify.changes')} points={signature.laterChanges.map(changeText)} />
      </dl>
    </li>
  )
}

const changeText = ({ object, change }: Signature['laterChanges'][number]): string => `${object}: ${change}`

function Points({ name, points }: { readonly name: string; readonly points: readonly string[] }) {
  if (points.length === 0) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {points.map((point) => (
          <div key={point}>{point}</div>
        ))}
      </dd>
    </div>
  )
}
