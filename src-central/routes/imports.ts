import { Type } from 'typebox'
import type { App, CentralDeps } from '#central/app-types.ts'
import { Problem, ProblemBody } from '#central/plugins/problems.ts'
import { listRejectedRows } from '#central/repositories/rejected-rows.ts'
import { ListingName, RuleMark } from '#domain/listing/listing.ts'

const RejectedLines = Type.Object({
  rejected: Type.Array(
    Type.Object({
      agreementNo: Type.String(),
      listing: ListingName,
      fileName: Type.String(),
      line: Type.Integer(),
      reasons: Type.Array(RuleMark),
    }),
  ),
})

/** What the last load refused, for an administrator: places and reasons, not the rows themselves. */
export function importRoutes(app: App, deps: CentralDeps): void {
  app.get(
    '/v1/imports',
    {
      schema: {
        tags: ['administration'],
        summary: 'Lists the rows that were refused when listings were loaded',
        response: { 200: RejectedLines, '4xx': ProblemBody },
      },
    },
    async (request) => {
      if (request.caller.account.role !== 'ADMINISTRATOR') throw new Problem(403, 'request.not-allowed')
      return { rejected: await listRejectedRows(deps.db) }
    },
  )
}
