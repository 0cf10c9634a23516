import { uuidV7 } from '#domain/ids.ts'

/** A new record id: UUIDv7 from this computer's clock and the system's chance. */
export const newId = (): string => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
