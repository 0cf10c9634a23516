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
