import { Select } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { rolesOf } from '#domain/settlement/inspection-rows.ts'
import type { SettledInspection } from '#renderer/db/numbers/settle-messages.ts'
import type { DecisionProps } from '#renderer/features/settlement/ui/part-props.ts'
import classes from '#renderer/features/settlement/ui/settlement.module.css'
import { Chip } from '#renderer/ui/Chip.tsx'
import { pick } from '#renderer/ui/pick.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

type Props = Omit<DecisionProps, 'settled'> & { readonly settled: SettledInspection }

/** The role of the scale that each worker is paid by. */
export function Roles({ file, settled, decide, readOnly }: Props): React.JSX.Element {
  const { t } = useTranslation('settlement')
  const language = useLanguage()
  const roles = rolesOf(file.convention.financing.lumpSums)
  const workers = settled.settlement.lines.flatMap(({ line, rows }) => rows.map(({ row }) => ({ row, line })))
  const choose = (row: string, code: string) =>
    decide((before) => ({ roles: [...(before.roles ?? []).filter((one) => one.row !== row), { row, code }] }))
  return (
    <section aria-labelledby="settlement-roles">
      <h3 id="settlement-roles">{t('roles.title')}</h3>
      <ul className={classes['entries']}>
        {workers
          .sort((a, b) => (a.row < b.row ? -1 : 1))
          .map(({ row, line }) => (
            <li key={row}>
              <span className="code">{row}</span>
              <Select
                aria-label={t('roles.of', { row })}
                data={roles.map(({ code, label }) => ({ value: code, label: pick(label, language) }))}
                allowDeselect={false}
                readOnly={readOnly}
                size="xs"
                value={line}
                onChange={(code) => code && void choose(row, code)}
              />
              {settled.assumedRoles.includes(row) && (
                <Chip tone="orange" icon={IconAlertTriangle}>
                  {t('roles.assumed')}
                </Chip>
              )}
            </li>
          ))}
      </ul>
    </section>
  )
}
