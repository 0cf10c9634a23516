import { create } from 'zustand'

/** What is traced: everything refused, a cost line, one of its rows, a finding, what no line bears. */
export type Subject =
  | { readonly kind: 'all' | 'whole' }
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'row'; readonly line: string; readonly row: string }
  | { readonly kind: 'finding'; readonly findingId: string }

interface SettlementLook {
  /** The cost line whose rows are open. */
  readonly line: string | null
  readonly subject: Subject | null
}

const CLOSED: SettlementLook = { line: null, subject: null }

interface Looks {
  readonly looks: Readonly<Record<string, SettlementLook>>
}

/** What is looked at in the settlements, by inspection; never what is decided. */
const useLooks = create<Looks>(() => ({ looks: {} }))

export const useSettlementLook = (inspectionId: string): SettlementLook =>
  useLooks(({ looks }) => looks[inspectionId] ?? CLOSED)

const change = (inspectionId: string, over: Partial<SettlementLook>): void =>
  useLooks.setState(({ looks }) => ({
    looks: { ...looks, [inspectionId]: { ...(looks[inspectionId] ?? CLOSED), ...over } },
  }))

/** Shows where an amount comes from; null closes the trace. */
export const trace = (inspectionId: string, subject: Subject | null): void =>
  change(inspectionId, { subject })

/** Opens the rows of a cost line, or closes them with null. */
export const openLine = (inspectionId: string, line: string | null): void => change(inspectionId, { line })
