import type { TFunction } from 'i18next'
import { COMMUNES } from '#domain/convention/communes.ts'
import { ELSEWHERE, UNKNOWN, type Dimension } from '#domain/listing/profile.ts'
import type { Language } from '#renderer/ui/i18n.ts'
import { pick } from '#renderer/ui/pick.ts'

/** Names a trait in the language of the screen: `18 à 24 ans`, `Ixelles`; a phase goes by its code. */
export function traitName(
  dimension: Dimension,
  name: string,
  t: TFunction<'profile'>,
  language: Language,
): string {
  if (name === UNKNOWN || name === ELSEWHERE) return t(`trait.${name}`)
  if (dimension === 'phase') return name
  if (dimension !== 'commune') return t(`${dimension}.${name}`)
  const commune = COMMUNES.find(({ nisCode }) => nisCode === name)
  return commune ? pick(commune.name, language) : name
}
