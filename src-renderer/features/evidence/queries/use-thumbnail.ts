import { useEffect, useState } from 'react'
import type { Evidence } from '#domain/finding/finding.ts'
import { bridge } from '#renderer/platform/bridge.ts'
import { bringFile } from '#renderer/platform/files.ts'

/** What can be shown of a file: a small picture, a document without one, or why it can't be shown. */
export type Thumbnail =
  | { readonly kind: 'loading' }
  | { readonly kind: 'picture'; readonly url: string }
  | { readonly kind: 'document' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged' }

const WIDTH = 240

/** The thumbnail of a piece, drawn small off the main flow; its object URL lives as long as it is shown. */
export function useThumbnail({ inspectionId, sha256, mediaType }: Evidence): Thumbnail {
  const [thumbnail, setThumbnail] = useState<Thumbnail>({ kind: 'loading' })
  useEffect(() => {
    let left = false
    let url: string | null = null
    void draw(inspectionId, sha256, mediaType).then((drawn) => {
      if (left) return
      url = drawn instanceof Blob ? URL.createObjectURL(drawn) : null
      setThumbnail(drawn instanceof Blob ? { kind: 'picture', url: url ?? '' } : { kind: drawn })
    })
    return () => {
      left = true
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [inspectionId, sha256, mediaType])
  return thumbnail
}

async function draw(
  inspectionId: string,
  sha256: string,
  mediaType: Evidence['mediaType'],
): Promise<Blob | 'document' | 'missing' | 'damaged'> {
  const here = await bringFile({ inspectionId, sha256 })
  if (!here.ok) return 'missing'
  if (mediaType === 'application/pdf') return 'document'
  const read = await bridge.invoke('file:read', { inspectionId, sha256 })
  if (!read.ok) return 'damaged'
  try {
    return await shrink(new Blob([read.value.bytes], { type: mediaType }))
  } catch {
    // The bytes are those that were stored (their hash is checked), but they are not a picture.
    return 'damaged'
  }
}

async function shrink(picture: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(picture, { resizeWidth: WIDTH, resizeQuality: 'medium' })
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  bitmap.close()
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 })
}
