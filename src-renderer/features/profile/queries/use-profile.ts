import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import type { Result } from '#domain/result.ts'
import { readManifest } from '#renderer/db/packages.ts'
import { openProfile, type ProfileFigures } from '#renderer/features/profile/queries/open-profile.ts'

/** The figures of an inspection's package in work; undefined while they are counted, anew for another version. */
export function useProfile(inspectionId: string): Result<ProfileFigures> | undefined {
  const version = useLiveQuery(async () => (await readManifest(inspectionId))?.version, [inspectionId])
  const [figures, setFigures] = useState<{ version: number; answer: Result<ProfileFigures> }>()
  useEffect(() => {
    if (version === undefined) return
    let wanted = true
    void openProfile(inspectionId).then((answer) => wanted && setFigures({ version, answer }))
    return () => {
      wanted = false
    }
  }, [inspectionId, version])
  return figures?.version === version ? figures?.answer : undefined
}
