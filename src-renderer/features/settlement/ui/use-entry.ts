import { useState } from 'react'
import { readAmount } from '#domain/finding/read-amount.ts'
import { err, ok, type AppError, type Result } from '#domain/result.ts'

/** A text and an amount being typed to be added together; what is refused stays as it was typed. */
export function useEntry(check: (text: string) => Result<string>) {
  const [text, setText] = useState('')
  const [amount, setAmount] = useState('')
  const [failure, setFailure] = useState<AppError | null>(null)
  const read = (): Result<{ text: string; amount: number }> => {
    const checked = check(text)
    if (!checked.ok) return checked
    const cents = readAmount(amount)
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
    setText('')
    setAmount('')
  }
  return { text, amount, failure, setText, setAmount, add }
}
