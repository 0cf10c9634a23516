import { NativeSelect, NumberInput } from '@mantine/core'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LISTING_NAMES } from '#domain/listing/listing.ts'
import { listingOf, type ListingChoice } from '#renderer/features/import/state/chosen-file.ts'
import classes from '#renderer/features/import/ui/columns.module.css'
import type { FileSettings } from '#renderer/features/import/worker/import-messages.ts'
import { pressed } from '#renderer/ui/keys.ts'

interface Props {
  readonly chosen: ListingChoice
  readonly onSet: (settings: FileSettings) => void
}

/** Which listing a file is, on which sheet and below which line its header stands. */
export function FileForm({ chosen, onSet }: Props): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const { preview, settings, file } = chosen
  const listing = listingOf(chosen)
  const names = LISTING_NAMES.map((name) => ({ value: name, label: t(`common:listing.${name}`) }))
  const { sheet, headerLine } = settings
  // The columns that were settled belong to one listing and one header: another starts afresh.
  const place = { ...(sheet !== undefined && { sheet }), ...(headerLine !== undefined && { headerLine }) }
  return (
    <div className={classes['form']}>
      <h3 className="code">{file.name}</h3>
      <NativeSelect
        label={t('columns.listing')}
        value={listing ?? ''}
        data={listing ? names : [{ value: '', label: t('columns.choose-listing') }, ...names]}
        onChange={({ currentTarget: { value } }) => {
          const next = LISTING_NAMES.find((name) => name === value)
          if (next) onSet({ ...place, listing: next })
        }}
      />
      {preview.sheets.length > 1 && (
        <NativeSelect
          label={t('columns.sheet')}
          value={preview.sheet ?? ''}
          data={[...preview.sheets]}
          onChange={({ currentTarget: { value } }) => onSet({ ...(listing && { listing }), sheet: value })}
        />
      )}
      <HeaderLine
        key={preview.headerLine}
        line={preview.headerLine}
        onSet={(headerLine) => onSet({ ...place, ...(listing && { listing }), headerLine })}
      />
    </div>
  )
}

/** The line of the header, taken when the field is left. */
function HeaderLine({ line, onSet }: { readonly line: number; readonly onSet: (line: number) => void }) {
  const { t } = useTranslation('mapping')
  const [typed, setTyped] = useState<string | number>(line)
  const take = (): void => {
    if (typeof typed === 'number' && typed !== line) onSet(typed)
  }
  return (
    <NumberInput
      label={t('columns.header-line')}
      value={typed}
      min={1}
      max={1000}
      allowDecimal={false}
      clampBehavior="strict"
      w={140}
      onChange={setTyped}
      onBlur={take}
      onKeyDown={(event) => pressed('field', event) && take()}
    />
  )
}
