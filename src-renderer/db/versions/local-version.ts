import type { Transaction } from 'dexie'

/** One shipped shape of the local store. Frozen: once released, never edited, never removed. */
export interface LocalVersion {
  readonly number: number
  /** Dexie index syntax; list only tables whose indexes change. Every indexed field stays readable on disk. */
  readonly stores: Readonly<Record<string, string | null>>
  /** Must be plain and self-contained: it may import nothing but types, and await nothing but this transaction. */
  readonly upgrade?: (tx: Transaction) => Promise<void>
}
