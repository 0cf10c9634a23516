import { ActionIcon } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { printClauses } from '#domain/convention/cite-clauses.ts'
import type { Clause } from '#domain/convention/sections.ts'
import classes from '#renderer/features/convention/ui/convention.module.css'
import { copyText } from '#renderer/ui/copy-text.ts'

interface Props {
  readonly clauses: readonly Clause[]
  /** The language of the texts. */
  readonly language: 'fr' | 'nl'
}

/** Numbered clauses with the control points they ground; each can be copied as it is cited, `3.2 – …`. */
export function ClauseList({ clauses, language }: Props): React.JSX.Element {
  const { t } = useTranslation('convention')
  const [copied, setCopied] = useState<string | null>(null)
  const copy = (clause: Clause) => {
    copyText(printClauses([clause], language))
    setCopied(clause.number)
  }
  return (
    <>
      <dl className={classes['clauses']}>
        {clauses.map((clause) => (
          <div key={clause.number}>
            <dt>{clause.number}</dt>
            <dd>
              <div>
                <span lang={language}>{clause.text[language]}</span>
                {clause.points.length > 0 && (
                  <span className={classes['points']}>
                    <span className="visually-hidden">{t('clause.points')} </span>
                    {clause.points.join(' · ')}
                  </span>
                )}
              </div>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('clause.copy', { number: clause.number })}
                title={t('clause.copy', { number: clause.number })}
                onClick={() => copy(clause)}
              >
                {copied === clause.number ? <IconCheck size={16} /> : <IconCopy size={16} />}
              </ActionIcon>
            </dd>
          </div>
        ))}
      </dl>
      <span className="visually-hidden" role="status">
        {copied !== null && t('clause.copied', { number: copied })}
      </span>
    </>
  )
}
