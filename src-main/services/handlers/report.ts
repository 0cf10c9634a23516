import type { Handlers, OutputOf } from '#bridge/contract.ts'
import { ok, type Result } from '#domain/result.ts'
import type { PdfWorker } from '#main/pdf/pdf-worker-host.ts'
import type { Signer, Vault } from '#main/services/keyring/vault.ts'
import { ownBytes } from '#main/services/own-bytes.ts'
import type { SealedFiles } from '#main/services/sealed-files.ts'
import type { SigningKey } from '#main/signing/signing-key.ts'

type ReportHandlers = Pick<Handlers, 'report:preview' | 'report:glyphs' | 'report:sign' | 'pdf:verify'>

interface Tools {
  readonly vault: Vault
  readonly files: SealedFiles
  readonly pdf: PdfWorker
  readonly now: () => Date
}

/** Laying reports out, signing them and checking signed ones. The signing code is loaded at first use. */
export function reportHandlers({ vault, files, pdf, now }: Tools): ReportHandlers {
  return {
    'report:preview': async ({ model, images }) => {
      const laidOut = await pdf.layout(model, images, null)
      if (!laidOut.ok) return laidOut
      return ok({ bytes: ownBytes(laidOut.value.bytes), pages: laidOut.value.pages })
    },
    'report:glyphs': async () => {
      const ranges = await pdf.glyphs()
      return ranges.ok ? ok({ ranges: ranges.value }) : ranges
    },
    'report:sign': async (report) => {
      const { signReport } = await import('#main/pdf/sign-report.ts')
      const signer = await vault.signer()
      if (!signer.ok) return signer
      const key = await softwareKey(signer.value)
      const signed = await signReport(pdf, key, { ...report, signedAt: now().toISOString() })
      if (!signed.ok) return signed
      const { bytes, ...facts } = signed.value
      const stored = await files.store(report.model.inspectionId, bytes)
      return stored.ok ? ok(facts) : stored
    },
    'pdf:verify': async ({ bytes }): Promise<Result<OutputOf<'pdf:verify'>>> => {
      const { verifyPdf } = await import('#main/signing/verify-pdf.ts')
      const signer = await vault.signer()
      return signer.ok ? ok(await verifyPdf(bytes, [signer.value.caCertificatePem])) : signer
    },
  }
}

async function softwareKey({ pkcs8, certificatePem, chainPem }: Signer): Promise<SigningKey> {
  const { createSoftwareKey } = await import('#main/signing/signing-key.ts')
  const privateKeyPkcs8 = Buffer.from(pkcs8, 'base64')
  return createSoftwareKey({ certificatePem, chainPem, privateKeyPkcs8 })
}
