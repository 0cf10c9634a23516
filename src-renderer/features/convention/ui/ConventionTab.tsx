import { Skeleton, Stack } from '@mantine/core'
import { useMergedRef } from '@mantine/hooks'
import { IconFileOff } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Convention } from '#domain/convention/convention.ts'
import { useConvention } from '#renderer/features/convention/queries/use-convention.ts'
import classes from '#renderer/features/convention/ui/convention.module.css'
import { Amendments, Contacts, Sites } from '#renderer/features/convention/ui/Annexes.tsx'
import { AnnexedTexts } from '#renderer/features/convention/ui/AnnexedTexts.tsx'
import { ClauseSection } from '#renderer/features/convention/ui/ClauseSection.tsx'
import { ConventionSummary } from '#renderer/features/convention/ui/ConventionSummary.tsx'
import { ExportButton } from '#renderer/features/convention/ui/ExportButton.tsx'
import { SectionIndex } from '#renderer/features/convention/ui/SectionIndex.tsx'
import { textLanguage } from '#renderer/features/convention/ui/text-language.ts'
import { useReadingPlace } from '#renderer/features/convention/ui/use-reading-place.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { useLanguage } from '#renderer/ui/useLanguage.ts'
import { useKeptScroll } from '#renderer/ui/useKeptScroll.ts'

interface Props {
  readonly inspectionId: string
}

/** The convention of an inspection, to be read: index of its parts at the left, the text at the right. */
export function ConventionTab({ inspectionId }: Props): React.JSX.Element {
  const { t } = useTranslation('convention')
  const convention = useConvention(inspectionId)
  if (convention === undefined) return <Loading label={t('loading')} />
  if (convention === null) {
    return <EmptyState icon={IconFileOff} title={t('absent.title')} text={t('absent.text')} />
  }
  return <ConventionPage key={inspectionId} inspectionId={inspectionId} convention={convention} />
}

function ConventionPage({ inspectionId, convention }: Props & { readonly convention: Convention }) {
  const { t } = useTranslation('convention')
  const screen = useLanguage()
  const language = textLanguage(convention, screen)
  const { page, place, goTo, onScroll } = useReadingPlace(inspectionId)
  const pageRef = useMergedRef(page, useKeptScroll('convention'))
  return (
    <div className={classes['tab']}>
      <SectionIndex convention={convention} language={language} place={place} onSelect={goTo} />
      <div
        ref={pageRef}
        className={classes['page']}
        onScroll={onScroll}
        tabIndex={0}
        role="region"
        aria-label={t('text')}
      >
        <ExportButton convention={convention} language={language} />
        <ConventionSummary convention={convention} language={language} />
        {convention.sections.map((section, at) => (
          <ClauseSection
            key={section.code}
            number={at + 1}
            section={section}
            convention={convention}
            language={language}
          />
        ))}
        <AnnexedTexts convention={convention} language={language} />
        <Amendments amendments={convention.amendments} language={language} />
        <Sites sites={convention.sites} language={language} />
        <Contacts contacts={convention.partner.contacts} />
      </div>
    </div>
  )
}

function Loading({ label }: { readonly label: string }) {
  return (
    <Stack p="md" gap="sm" role="status" aria-label={label} className={classes['late'] ?? ''}>
      <Skeleton height={20} width={280} />
      <Skeleton height={12} width={520} />
      <Skeleton height={12} width={480} />
    </Stack>
  )
}
