import { Button } from '@mantine/core'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { columnOf, columnTitle } from '#domain/listing/columns.ts'
import { briefColumns, linksOf, type LinkedListing, type LinkGroup } from '#domain/listing/links.ts'
import type { Cell, ListingName } from '#domain/listing/listing.ts'
import { useLinks } from '#renderer/features/listings/queries/use-links.ts'
import { followLink, type Step } from '#renderer/features/listings/state/listings-view.ts'
import { cellFormatter } from '#renderer/ui/format-cell.ts'
import classes from '#renderer/features/listings/ui/detail.module.css'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** How many rows of a group are named at once; further ones are a click away, many more in their listing. */
const FIRST = 4
const MOST = 40

interface Props {
  readonly inspectionId: string
  /** The row they are links of, and its place in its listing. */
  readonly from: Step
  readonly row: number
}

/** What a row is linked with in all listings, both ways; a click leads there, and from there back. */
export function RowLinks({ inspectionId, from, row }: Props): React.JSX.Element {
  const { t } = useTranslation('listing')
  const links = useLinks(inspectionId)
  return (
    <section className={classes['part']} aria-labelledby="row-links" aria-busy={!links}>
      <h3 id="row-links">{t('links.title')}</h3>
      {!links && <p className={classes['quiet']}>{t('links.reading')}</p>}
      {links && !links.ok && <ErrorNotice error={links.error} />}
      {links?.ok && <Groups {...{ inspectionId, from, all: links.value, row }} />}
    </section>
  )
}

interface GroupsProps extends Props {
  readonly all: ReadonlyMap<string, LinkedListing>
}

function Groups({ all, row, ...place }: GroupsProps) {
  const { t } = useTranslation('listing')
  const groups = linksOf(all as Parameters<typeof linksOf>[0], place.from.listing, row)
  if (groups.length === 0) return <p className={classes['quiet']}>{t('links.none')}</p>
  return groups.map((group) => (
    <Group
      key={`${group.listing} ${group.how} ${group.column}`}
      {...place}
      group={group}
      target={all.get(group.listing)}
    />
  ))
}

interface GroupProps extends Omit<Props, 'row'> {
  readonly group: LinkGroup
  readonly target: LinkedListing | undefined
}

function Group({ group, target, inspectionId, from }: GroupProps) {
  const { t } = useTranslation('listing')
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const brief = useBrief(group.listing)
  const { rows, missing, listing } = group
  const shown = rows.slice(0, all ? MOST : FIRST)
  const go = (line: number) => followLink(inspectionId, from, { listing, line })
  const name = t('links.of', { label: from.label, listing: t(`common:listing.${listing}`) })
  return (
    <div className={classes['group']}>
      <h4>
        {t(`common:listing.${listing}`)} <b className="tabular">{formatCount(rows.length, language)}</b>
        <span>{useReason(group, from.listing)}</span>
      </h4>
      <ul>
        {shown.map((at) => (
          <li key={at}>
            <button type="button" onClick={() => go(target?.lines[at] ?? 0)}>
              <span className="code">{target?.labels[at]}</span>{' '}
              <span>{brief(target?.briefs[at] ?? [])}</span>
            </button>
          </li>
        ))}
        {missing.map((id) => (
          <li key={id} className={classes['missing']}>
            <span className="code">{id}</span> {t('links.missing')}
          </li>
        ))}
      </ul>
      {!all && rows.length > FIRST && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {t('links.more', { count: Math.min(rows.length, MOST) - FIRST })}
        </Button>
      )}
      {all && rows.length > MOST && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => followLink(inspectionId, from, { listing, name, rows })}
        >
          {t('links.inListing', { figure: formatCount(rows.length, language) })}
        </Button>
      )}
    </div>
  )
}

/** Why the rows of a group are linked, in words. */
function useReason({ how, column, listing }: LinkGroup, own: ListingName): string {
  const { t } = useTranslation('listing')
  const language = useLanguage()
  const found = columnOf(how === 'through' ? 'attendance' : how === 'named-by' ? listing : own, column)
  return t(`links.${how}`, { column: found ? columnTitle(found, language) : '' })
}

/** Writes what a row is recognised by: `03/03/2025 · Atelier CV`. */
function useBrief(listing: LinkGroup['listing']): (cells: readonly Cell[]) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = { yes: t('common:yes'), no: t('common:no') }
  const formats = briefColumns(listing).map((id) => {
    const column = columnOf(listing, id)
    const write = cellFormatter(column?.type ?? 'text', language, words)
    // A bare yes or no says nothing.
    if (column?.type !== 'boolean') return write
    return (cell: Cell) =>
      t('listing:links.yesNo', { column: columnTitle(column, language), value: write(cell) })
  })
  return (cells) =>
    cells
      .map((cell, at) => formats[at]?.(cell) ?? '')
      .filter((text) => text !== '')
      .join(' · ')
}
