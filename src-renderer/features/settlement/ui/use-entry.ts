import { useState } from 'react'
import { readAmount } from '#domain/finding/read-amount.ts'
import { err, ok, type AppError, type Result } from '#domain/result.ts'
import { textAt } from '#renderer/db/drafts.ts'
import { useKeptText } from '#renderer/ui/kept-drafts.ts'

/**
 * A text and an amount being typed to be added together; what is refused, or not added yet, stays as it was typed.
 * @param name of the entry among those of the inspection
 */
export function useEntry(inspectionId: string, name: string, check: (text: string) => Result<string>) {
  const text = useKeptText(textAt(inspectionId, `settlement/${name}/text`))
  const amount = useKeptText(textAt(inspectionId, `settlement/${name}/amount`))
  const [failure, setFailure] = useState<AppError | null>(null)
  const read = (): Result<{ text: string; amount: number }> => {
    const checked = check(text.text)
    if (!checked.ok) return checked
    const cents = readAmount(amount.text)
    if (!cents.ok) return cents
    return (cents.value ?? 0) > 0
      ? ok({ text: checked.value, amount: cents.value ?? 0 })
      : err('settlement.amount-missing')
  }
  const add = async (save: (entry: { text: string; amount: number }) => Promise<Result<null>>) => {
    const entry = read()
    const saved = entry.ok ? await save(entry.value) : entry
    setFailure(saved.ok ? null : saved.error)
    if (!saved.ok) return
    await Promise.all([text.drop(), amount.drop()])
  }
  return { text, amount, failure, add }
}
