/** Synthetic numbers whose check digits are right (`docs/domain/identifiers.md` names the rules). */

const pad = (value: number, length: number): string => String(value).padStart(length, '0')

/** A national number in the form `96.03.14-998.37`; counters 981–998 are practically never given out. */
export function nationalNumber(birthDate: string, counter: number): string {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  const first = `${year.slice(2)}${month}${day}${pad(counter, 3)}`
  const century = Number(year) >= 2000 ? 2_000_000_000 : 0
  const check = 97 - ((century + Number(first)) % 97)
  return `${year.slice(2)}.${month}.${day}-${pad(counter, 3)}.${pad(check, 2)}`
}

/** An enterprise number of the unused series 1999.xxx.xxx. */
export function enterpriseNumber(index: number): string {
  const first = 19_990_000 + index
  return `${first}${pad(97 - (first % 97), 2)}`
}

/** A Belgian account number with both checks right. */
export function iban(index: number): string {
  const first = 9_790_000_000 + index
  const national = `${first}${pad(first % 97 || 97, 2)}`
  const check = 98n - (BigInt(`${national}111400`) % 97n)
  return `BE${pad(Number(check), 2)}${national}`
}
