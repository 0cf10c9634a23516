import type { LocalVersion } from '#renderer/db/versions/local-version.ts'

export const v001: LocalVersion = {
  number: 1,
  stores: {
    records: '[kind+id], [kind+scope], scope',
    outbox: 'mid, [kind+rec+mid], [scope+mid]',
    refused: 'mid, [kind+rec], scope',
    bin: 'mid, scope',
    conflicts: 'id, scope',
    uploads: '[scope+sha256], [scope+state], state',
    packages: '[inspectionId+version], inspectionId',
    blocks: '[inspectionId+listing+no+sha256], inspectionId',
    scopes: 'id',
    inspections: 'id',
    meta: 'key',
    stamps: 'key',
  },
}
