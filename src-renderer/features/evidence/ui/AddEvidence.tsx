import { Button } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '#domain/result.ts'
import { addEvidence } from '#renderer/features/evidence/commands/add-evidence.ts'
import type { EvidenceTarget } from '#renderer/features/evidence/queries/use-evidence.ts'
import classes from '#renderer/features/evidence/ui/Evidence.module.css'
import { trackSave } from '#renderer/ui/save-status.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'

interface Props {
  readonly inspectionId: string
  readonly target: EvidenceTarget | null
}
interface Refusal {
  readonly fileName: string
  readonly error: AppError
}

/** Where files are dropped or chosen; each refused one is named with its reason, the others go in. */
export function AddEvidence({ inspectionId, target }: Props): React.JSX.Element {
  const { t } = useTranslation('evidence')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const { left, refused, take } = useTakeIn(inspectionId, target)
  return (
    <div
      className={classes['drop']}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void take([...event.dataTransfer.files])
      }}
    >
      <div className={classes['dropRow']}>
        <Button
          variant="default"
          loading={left > 0}
          leftSection={<IconPaperclip size={18} aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {t('add')}
        </Button>
        <span className={classes['quiet']}>
          {left > 0 ? t('taking-in', { count: left }) : t('drop-here')}
        </span>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/jpeg,image/png,application/pdf"
        aria-label={t('add')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          void take(files)
        }}
      />
      <Refusals refused={refused} />
    </div>
  )
}

function Refusals({ refused }: { readonly refused: readonly Refusal[] }): React.JSX.Element {
  const words = useErrorText()
  return (
    <ul role="alert" className={classes['refused']}>
      {refused.map(({ fileName, error }, at) => (
        <li key={at}>
          <strong>{fileName}</strong> : {words(error)}
        </li>
      ))}
    </ul>
  )
}

function useTakeIn(inspectionId: string, target: EvidenceTarget | null) {
  const [left, setLeft] = useState(0)
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  const take = async (files: readonly File[]): Promise<void> => {
    setRefused([])
    setLeft((now) => now + files.length)
    for (const file of files) {
      const added = await trackSave(addEvidence(inspectionId, target, file), { tellsRefusal: true })
      if (!added.ok) setRefused((now) => [...now, { fileName: file.name, error: added.error }])
      setLeft((now) => now - 1)
    }
  }
  return { left, refused, take }
}
