/** Whole records of every kind, for tests that write them. */
export function evidence(scope: string, id: string, sha256: string, size: number): Record<string, unknown> {
  const place = { findingId: null, pointCode: 'DUR-1', number: 1, fileName: 'photo.jpg', caption: '' }
  const origin = { mediaType: 'image/jpeg', source: 'CAMERA', capturedOn: null, receivedOn: '2026-11-23' }
  return { id, inspectionId: scope, sha256, size, ...place, ...origin, binned: false }
}

export function report(scope: string, id: string, version: number, sha256: string): Record<string, unknown> {
  const acknowledgement = { kind: 'SIGNED', name: 'A', function: 'B', remark: '' }
  const signed = { signedAt: '2026-11-23T10:00:00Z', signedBy: 'Amina Baert', certificateSerial: '01' }
  return { id, inspectionId: scope, version, sha256, size: 10, pages: 1, ...signed, acknowledgement }
}

export function submission(
  scope: string,
  id: string,
  version: number,
  reportId: string,
): Record<string, unknown> {
  return { id, inspectionId: scope, reportId, version, submittedAt: '2026-11-23T11:00:00Z' }
}

export function withdrawal(
  scope: string,
  id: string,
  version: number,
  reportId: string,
  reason: string,
): Record<string, unknown> {
  const withdrawn = { withdrawnAt: '2026-11-23T10:30:00Z', withdrawnBy: 'whoever' }
  return { id, inspectionId: scope, reportId, version, reason, ...withdrawn }
}

export function decision(
  scope: string,
  id: string,
  version: number,
  reportId: string,
  outcome: 'APPROVED' | 'RETURNED',
  reason: string,
): Record<string, unknown> {
  const decided = { decidedAt: '2026-11-24T09:00:00Z', decidedBy: 'whoever' }
  return { id, inspectionId: scope, reportId, version, outcome, reason, ...decided }
}

/** A version of a package made of these blocks: a convention, then blocks of activities. */
export function packageVersion(
  scope: string,
  id: string,
  no: number,
  blocks: readonly { readonly sha256: string; readonly bytes: number }[],
): Record<string, unknown> {
  const [convention, ...rest] = blocks.map((block) => ({ ...block, rows: 1 }))
  const source = { fileName: 'a.csv', sha256: 'a'.repeat(64), size: 1, encoding: 'utf-8', separator: ';' }
  const counts = { read: 1, accepted: 1, rejected: 0, warned: 0, suspicious: 0 }
  const listing = { listing: 'activities', source: { ...source, extractedOn: '2026-02-01' }, ...counts }
  const listings = rest.length === 0 ? [] : [{ ...listing, blocks: rest, rejectedBlock: null }]
  const manifest = { inspectionId: scope, version: 1, convention, listings }
  const made = { files: [], madeAt: '2026-11-23T10:00:00Z', madeBy: 'whoever' }
  return { id, inspectionId: scope, no, baseId: null, from: 'import', manifest, ...made }
}

export function disclosure(scope: string, id: string): Record<string, unknown> {
  const what = { what: 'identity', rowKey: 'P-0001', file: null }
  return { id, inspectionId: scope, at: '2026-11-23T10:00:00Z', ...what, by: 'whoever' }
}
