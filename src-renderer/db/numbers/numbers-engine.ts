import type { ListingBlock, ListingRow } from '#domain/listing/listing.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { freezePopulation } from '#domain/sampling/population.ts'
import { linesOfReading, readPopulation } from '#domain/sampling/populate.ts'
import type { PopulationSource } from '#domain/sampling/inspection-sample.ts'
import { unpackBlock } from '#renderer/db/blocks.ts'
import { SealError } from '#renderer/db/keyring.ts'
import {
  answerQuestion,
  type OpenedContent,
  type OpenedPopulation,
} from '#renderer/db/numbers/answer-question.ts'
import type { NumbersRequest, SealedListing } from '#renderer/db/numbers/numbers-messages.ts'

/** Blocks decrypted at once. */
const AHEAD = 8

async function openBlocks(key: CryptoKey, blocks: SealedListing['blocks']) {
  const columns: string[] = []
  const rows: ListingRow[] = []
  for (let at = 0; at < blocks.length; at += AHEAD) {
    const texts = await Promise.all(blocks.slice(at, at + AHEAD).map((row) => unpackBlock(key, row)))
    for (const text of texts) {
      const block = JSON.parse(text) as ListingBlock
      if (columns.length === 0) columns.push(...block.columns)
      for (const row of block.rows) rows.push(row)
    }
  }
  return { columns, rows }
}

/** Opens the rows of a sealed listing. */
export async function openContent(sealed: SealedListing): Promise<OpenedContent> {
  const { name, key, convention } = sealed
  const references = (await openBlocks(key, sealed.references)).rows
  return { name, convention, references, ...(await openBlocks(key, sealed.blocks)) }
}

function populate(content: OpenedContent, source: PopulationSource): Result<OpenedPopulation> {
  const reading = readPopulation(content, source, content.convention)
  if (!reading.ok) return reading
  const lines = linesOfReading(reading.value, source)
  return ok({ reading: reading.value, frozen: lines.ok ? freezePopulation(lines.value) : lines })
}

/** Answers questions about the populations of listings; keeps the one opened last. Runs off the window's thread. */
export class NumbersEngine {
  #content: OpenedContent | null = null
  #population: { readonly of: string; readonly opened: Result<OpenedPopulation> } | null = null

  /** Errors: those of the question, `store.damaged`. */
  async answer({ content, source, question }: NumbersRequest): Promise<Result<unknown>> {
    try {
      const opened = this.#content?.name === content.name ? this.#content : await openContent(content)
      this.#content = opened
      if (question.kind === 'values') return answerQuestion(question, opened, null)
      const population = this.#populationOf(opened, source)
      return population.ok ? answerQuestion(question, opened, population.value) : population
    } catch (cause) {
      if (cause instanceof SealError) return err(cause.code)
      throw cause
    }
  }

  #populationOf(content: OpenedContent, source: PopulationSource): Result<OpenedPopulation> {
    const of = JSON.stringify([content.name, source])
    if (this.#population?.of !== of) this.#population = { of, opened: populate(content, source) }
    return this.#population.opened
  }
}
