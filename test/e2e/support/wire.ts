import { once } from 'node:events'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One question that went over the wire. */
export interface Exchange {
  readonly method: string
  readonly path: string
  /** Bytes of the question's body that went on to the central store. */
  sent: number
}

/** A wire on loopback between the app and the central store, that a test can watch, cut and falsify. */
export class Wire {
  readonly exchanges: Exchange[] = []
  readonly url: string
  /** Hears of each question before it goes on, and waits. */
  onQuestion: (exchange: Exchange) => Promise<void> = () => Promise.resolve()
  /** Hears of each piece of a body that has gone on, and waits. */
  onPiece: (exchange: Exchange) => Promise<void> = () => Promise.resolve()
  /** What becomes of an answer's bytes; fewer of them are a cut in the middle. */
  falsify: (exchange: Exchange, bytes: Buffer) => Buffer = (_, bytes) => bytes
  private readonly target: URL
  private readonly server: http.Server

  private constructor(target: string, server: http.Server) {
    this.target = new URL(target)
    this.server = server
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    server.on('request', (question, answer) => void this.carry(question, answer))
  }

  static async to(storeUrl: string): Promise<Wire> {
    const server = http.createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new Wire(storeUrl, server)
  }

  /** The questions whose path begins so. */
  of(method: string, path: string): Exchange[] {
    return this.exchanges.filter((one) => one.method === method && one.path.startsWith(path))
  }

  /** As if nothing had happened yet. */
  reset(): void {
    this.exchanges.length = 0
    this.onQuestion = () => Promise.resolve()
    this.onPiece = () => Promise.resolve()
    this.falsify = (_, bytes) => bytes
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    this.server.close()
    await once(this.server, 'close')
  }

  /** A store that is gone is a connection that breaks, here as there. */
  private async carry(question: IncomingMessage, answer: ServerResponse): Promise<void> {
    try {
      const exchange = { method: question.method ?? '', path: question.url ?? '', sent: 0 }
      this.exchanges.push(exchange)
      await this.onQuestion(exchange)
      await this.give(exchange, await this.ask(exchange, question), answer)
    } catch {
      answer.destroy()
    }
  }

  private async ask(exchange: Exchange, question: IncomingMessage): Promise<IncomingMessage> {
    const { method, path } = exchange
    const { hostname, port } = this.target
    const onward = http.request({ hostname, port, method, path, headers: question.headers, agent: false })
    const answered = once(onward, 'response') as Promise<[IncomingMessage]>
    answered.catch(() => question.destroy())
    for await (const piece of question as AsyncIterable<Buffer>) {
      onward.write(piece)
      exchange.sent += piece.byteLength
      await this.onPiece(exchange)
    }
    onward.end()
    return (await answered)[0]
  }

  private async give(exchange: Exchange, stored: IncomingMessage, answer: ServerResponse): Promise<void> {
    const pieces: Buffer[] = []
    for await (const piece of stored as AsyncIterable<Buffer>) pieces.push(piece)
    const bytes = Buffer.concat(pieces)
    const given = this.falsify(exchange, bytes)
    answer.writeHead(stored.statusCode ?? 500, stored.headers)
    if (given.byteLength === bytes.byteLength) answer.end(given)
    else answer.write(given, () => answer.destroy())
  }
}
