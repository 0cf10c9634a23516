import { IconFileTypePdf, IconPhotoOff } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence } from '#domain/finding/finding.ts'
import { evidenceLabel } from '#domain/finding/numbering.ts'
import { useThumbnail } from '#renderer/features/evidence/queries/use-thumbnail.ts'
import classes from '#renderer/features/evidence/ui/Evidence.module.css'

/** The small picture of a piece; a document has its sign, a missing or damaged file says so. */
export function Picture({ piece }: { readonly piece: Evidence }): React.JSX.Element {
  const { t } = useTranslation('evidence')
  const thumbnail = useThumbnail(piece)
  switch (thumbnail.kind) {
    case 'loading':
      return <div className={classes['picture']} aria-busy />
    case 'picture':
      return (
        <img
          className={classes['picture']}
          src={thumbnail.url}
          alt={piece.caption || t('picture-of', { number: evidenceLabel(piece.number) })}
        />
      )
    case 'document':
      return (
        <div className={classes['picture']}>
          <IconFileTypePdf size={28} stroke={1.25} aria-label="PDF" />
        </div>
      )
    case 'missing':
    case 'damaged':
      return (
        <div className={classes['picture']} data-broken>
          <IconPhotoOff size={24} stroke={1.5} aria-hidden />
          <span>{t(`file.${thumbnail.kind}`)}</span>
        </div>
      )
  }
}
