import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { buildCms } from '#main/signing/build-cms.ts'
import { checkCms } from '#main/signing/check-cms.ts'
import { openTestAuthority } from '#test/main/signing/test-authority.ts'

const content = Buffer.from('Rapport')
const authority = await openTestAuthority()
const key = await authority.issue('Éloïse (inspectrice)')
const digest = createHash('sha256').update(content).digest()
const slot = Buffer.concat([await buildCms(digest, key), Buffer.alloc(64)])

describe('checking a CMS', () => {
  it('accepts what the product builds', () => {
    const { problems, signer } = checkCms(slot, [content])
    expect(problems).toEqual([])
    expect(signer?.subject).toContain('Éloïse (inspectrice)')
  })

  it('sees another content', () => {
    expect(checkCms(slot, [content, Buffer.from('!')]).problems).toEqual(['verify.document-altered'])
  })

  it('finds one flipped bit in every byte, padding included: lengths, algorithms, names, certificate', () => {
    const missed = Array.from(slot.keys()).filter((at) => {
      const altered = Buffer.from(slot)
      altered[at] = (altered[at] ?? 0) ^ (1 << ((at * 5) % 8))
      return checkCms(altered, [content]).problems.length === 0
    })
    expect(missed).toEqual([])
  })

  it('finds a certificate of the same name and key put in place of the signer’s', async () => {
    const other = await authority.issue('Éloïse (inspectrice)')
    const mixed = await buildCms(digest, { ...other, sign: (tbs) => key.sign(tbs) })
    expect(checkCms(mixed, [content]).problems).toEqual(['verify.signature-wrong'])
  })
})
