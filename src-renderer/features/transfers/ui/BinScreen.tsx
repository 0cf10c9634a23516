import { Button, Collapse } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowBackUp, IconCloudUpload, IconEye, IconTrash } from '@tabler/icons-react'
import type React from 'react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError, Result } from '#domain/result.ts'
import { removeForGood, takeBack, type BinItem } from '#renderer/db/refused.ts'
import { useBin, type Binned } from '#renderer/features/transfers/queries/use-transfers.ts'
import classes from '#renderer/features/transfers/ui/BinScreen.module.css'
import { ChangeContent } from '#renderer/features/transfers/ui/ChangeContent.tsx'
import { ChangeTitle } from '#renderer/features/transfers/ui/RefusedChange.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { formatMoment } from '#renderer/ui/format.ts'
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx'
import { useLanguage } from '#renderer/ui/useLanguage.ts'
import { useRefusalText } from '#renderer/ui/useRefusalText.ts'

/** Refused changes that were let go: why, when, their content, and the ways back or out. */
export function BinScreen({ onBack }: { readonly onBack: () => void }): React.JSX.Element {
  const { t } = useTranslation(['status', 'frame'])
  const bin = useBin()
  return (
    <section aria-labelledby="screen-title">
      <ScreenHeader title={t('frame:screen.bin')}>
        <Button variant="default" leftSection={<IconCloudUpload size={16} aria-hidden />} onClick={onBack}>
          {t('bin.back')}
        </Button>
      </ScreenHeader>
      {bin?.length === 0 && <EmptyState icon={IconTrash} title={t('bin.empty')} text={t('bin.empty-text')} />}
      {bin !== undefined && bin.length > 0 && (
        <ul className={classes['list']} aria-label={t('bin.list')}>
          {bin.map((binned) => (
            <BinLine key={binned.change.mid} binned={binned} />
          ))}
        </ul>
      )}
    </section>
  )
}

function BinLine({ binned }: { readonly binned: Binned }): React.JSX.Element {
  const { change, reference } = binned
  const { t } = useTranslation('status')
  const [opened, { toggle }] = useDisclosure(false)
  const words = useRefusalText()
  const id = useId()
  return (
    <li className={classes['item']}>
      <div>
        <ChangeTitle change={change} />
        <div className={`${classes['facts'] ?? ''} tabular`}>
          <span className="code">{reference}</span> · <Dates change={change} />
        </div>
      </div>
      <p>{words(change)}</p>
      <div className={classes['actions']}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconEye size={16} aria-hidden />}
          aria-expanded={opened}
          aria-controls={id}
          onClick={toggle}
        >
          {t('bin.content')}
        </Button>
        <Ways change={change} />
      </div>
      <div id={id}>
        <Collapse expanded={opened}>{opened && <ChangeContent change={change} />}</Collapse>
      </div>
    </li>
  )
}

function Dates({ change }: { readonly change: BinItem }): React.JSX.Element {
  const { t } = useTranslation('status')
  const language = useLanguage()
  const { mutation, refusedAt, discardedAt } = change
  const at = (moment: string) => ({ time: formatMoment(moment, language) })
  const parts = [
    t('bin.recorded-at', at(mutation.clientAt)),
    t('bin.refused-at', at(refusedAt)),
    discardedAt === undefined ? t('bin.discarded-before') : t('bin.discarded-at', at(discardedAt)),
  ]
  return <>{parts.join(' · ')}</>
}

/** Into work again, where the inspection stands for it; or removed for good, once asked. */
function Ways({ change }: { readonly change: BinItem }): React.JSX.Element {
  const { t } = useTranslation('status')
  const [asked, setAsked] = useState(false)
  const [failure, setFailure] = useState<AppError | null>(null)
  const run = async (act: (mid: number) => Promise<Result<null>>): Promise<void> => {
    const done = await act(change.mid)
    setFailure(done.ok ? null : done.error)
  }
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={() => void run(takeBack)}
      >
        {t('bin.take-back')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => setAsked(true)}
      >
        {t('bin.remove')}
      </Button>
      {failure && <ErrorNotice error={failure} onClose={() => setFailure(null)} />}
      <ConfirmDialog
        opened={asked}
        title={t('bin.remove-title')}
        text={t('bin.remove-text')}
        confirm={t('bin.remove')}
        onClose={() => setAsked(false)}
        onConfirm={() => void run(removeForGood)}
      />
    </>
  )
}
