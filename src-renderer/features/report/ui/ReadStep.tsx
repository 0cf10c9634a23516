import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { missingGlyphs } from '#domain/report/missing-glyphs.ts'
import type { Result } from '#domain/result.ts'
import { useCanDraw } from '#renderer/features/report/queries/use-can-draw.ts'
import { GlyphNotice } from '#renderer/features/report/ui/GlyphNotice.tsx'
import { ReadReport } from '#renderer/features/report/ui/ReadReport.tsx'
import dialog from '#renderer/features/report/ui/ReportDialog.module.css'
import type { ReadableReport } from '#renderer/features/report/ui/useComposed.ts'

interface Props {
  readonly report: Result<ReadableReport> | null
  readonly onRetry: () => void
  readonly onNext: () => void
}

/** First the partner reads. */
export function ReadStep({ report, onRetry, onNext }: Props): React.JSX.Element {
  const { t } = useTranslation('report')
  const canDraw = useCanDraw()
  const model = report?.ok ? report.value.composed.model : null
  const glyphs = useMemo(() => (model && canDraw ? missingGlyphs(model, canDraw) : []), [model, canDraw])
  const held = canDraw === null || glyphs.some(({ blocks }) => blocks)
  return (
    <>
      <div className={dialog['reader']}>
        <ReadReport report={report} onRetry={onRetry} />
      </div>
      <GlyphNotice glyphs={glyphs} />
      <div className={dialog['foot']}>
        <span>{t('read-first')}</span>
        <Button disabled={!report?.ok || held} onClick={onNext}>
          {t('has-read')}
        </Button>
      </div>
    </>
  )
}
