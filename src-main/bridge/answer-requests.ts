import { Value } from 'typebox/value'
import { requests, WIRE, type Handlers, type RequestName } from '#bridge/contract.ts'
import { err, type Result } from '#domain/result.ts'

/** The parts of Electron this file needs; a test passes plain objects. */
export interface Frame {
  readonly url: string
  readonly parent: unknown
}
export interface IpcPort {
  handle(
    channel: string,
    listener: (event: { senderFrame: Frame | null }, ...args: unknown[]) => unknown,
  ): void
}

interface Options {
  readonly ipc: IpcPort
  readonly handlers: Handlers
  readonly isTrusted: (frame: Frame | null) => boolean
  /** Told of every bug and every refused question: a code and the channel, never what was asked. */
  readonly report: (code: string, channel: string, problem?: unknown) => void
}

/** Connects the contract to its handlers: checks who asks, checks what is asked, never lets an exception out. */
export function answerRequests({ ipc, handlers, isTrusted, report }: Options): void {
  const refuse = (code: string, channel: string, problem?: unknown): Result<never> => {
    report(code, channel, problem)
    return err(code, { channel })
  }
  ipc.handle(WIRE.request, async (event, name, input): Promise<Result<unknown>> => {
    if (!isTrusted(event.senderFrame)) return refuse('bridge.untrusted-sender', 'unknown')
    if (!isRequestName(name)) return refuse('bridge.invalid-input', 'unknown')
    if (!Value.Check(requests[name].input, input)) return refuse('bridge.invalid-input', name)
    try {
      return await (handlers[name] as (checked: unknown) => Promise<Result<unknown>>)(input)
    } catch (problem) {
      return refuse('bridge.unexpected', name, problem)
    }
  })
}

/** Only our own page, and only its top frame. Custom schemes have no usable `origin`, so the parts are compared. */
export function isOwnPage(frame: Frame | null): boolean {
  if (frame?.parent !== null || !URL.canParse(frame.url)) return false
  const { protocol, host } = new URL(frame.url)
  return protocol === 'app:' && host === 'constat'
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requests, name)
}
