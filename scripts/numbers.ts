import { createInterface } from 'node:readline'
import { answerLine } from '#scripts/numbers/answer-line.ts'

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() !== '') process.stdout.write(`${answerLine(line)}\n`)
}
