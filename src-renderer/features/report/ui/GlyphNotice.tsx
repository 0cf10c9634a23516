import { Alert } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { MissingGlyph } from '#domain/report/missing-glyphs.ts'
import { fieldWord } from '#renderer/features/report/field-word.ts'
import dialog from '#renderer/features/report/ui/ReportDialog.module.css'

interface Props {
  readonly glyphs: readonly MissingGlyph[]
}

/** Which signs of the report no font has: those of names hold the signature back, the others are printed □. */
export function GlyphNotice({ glyphs }: Props): React.JSX.Element | null {
  const blocking = glyphs.filter(({ blocks }) => blocks)
  const others = glyphs.filter(({ blocks }) => !blocks)
  if (glyphs.length === 0) return null
  return (
    <div className={dialog['notices']}>
      <Signs kind="blocks" glyphs={blocking} />
      <Signs kind="replaced" glyphs={others} />
    </div>
  )
}

function Signs({ kind, glyphs }: Props & { readonly kind: 'blocks' | 'replaced' }): React.JSX.Element | null {
  const { t } = useTranslation('report')
  const Picture = kind === 'blocks' ? IconAlertTriangle : IconInfoCircle
  const told = new Set(
    glyphs.map(({ label, field, sign }) => [label, fieldWord(t, field), sign].filter(Boolean).join(' · ')),
  )
  if (told.size === 0) return null
  return (
    <Alert
      color={kind === 'blocks' ? 'red' : 'gray'}
      variant="light"
      p="sm"
      role={kind === 'blocks' ? 'alert' : 'status'}
      icon={<Picture size={18} aria-hidden />}
      title={t(`glyph.${kind}`)}
    >
      <ul className={dialog['signs']}>
        {[...told].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Alert>
  )
}
