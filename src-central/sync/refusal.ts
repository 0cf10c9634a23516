/** Why a change is refused; undefined: it isn't. */
export type Refusal = { readonly reason: string; readonly missing?: string[] } | undefined

export const refuse = (reason: string): Refusal => ({ reason })
